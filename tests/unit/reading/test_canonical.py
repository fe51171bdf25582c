"""The canonical form: the same in every word, once is enough, and every comment is still there."""

import json
import re
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.authoring.formatting import definitions, holds
from pipeline.model import Actor
from pipeline.model.files import PhasesFile, PublicationsFile
from pipeline.model.house_rules import HouseRules
from pipeline.reading.canonical import NotKept, canonical, gathering
from pipeline.reading.yaml_tree import read_tree
from pipeline.theme import PapersFile
from tests.support.real import ROOT
from tests.unit.reading.wild_documents import MARK, wild_documents

SUITE = ROOT / "tests/security/corpora/yaml-test-suite/cases.json"


def form(text, holds=None):
    return canonical(text.encode(), holds).decode()


def is_sound(text):
    tree = read_tree("x.yaml", text.encode(), lambda _: True)
    return tree.is_whole and not tree.findings


def seen(node):
    """A tree from PyYAML's own loader, with texts as a reader sees them: no blanks at the ends of lines and blocks."""
    if isinstance(node, dict):
        return {seen(key) or "": seen(value) for key, value in node.items()}
    if isinstance(node, list):
        return [seen(item) for item in node]
    if node is None or "\n" not in node:
        return node and unicodedata.normalize("NFC", node)
    return unicodedata.normalize("NFC", re.sub(r" +(?=\n|$)", "", node).rstrip("\n"))


def loaded_as_text(text):
    """What PyYAML reads where it is told that everything is text, save what is nothing."""

    class Texts(yaml.CSafeLoader):
        pass

    Texts.yaml_implicit_resolvers = {}
    for sign in ["~", "n", ""]:
        Texts.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(~|null|)$"), [sign])
    return seen(yaml.load(text, Texts))


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(wild_documents())
def test_wild_documents_keep_every_word_and_comment(document):
    if not is_sound(document):
        return
    once = form(document)
    assert form(once) == once
    assert sorted(MARK.findall(once)) == sorted(MARK.findall(document))
    # An ordinary reader, which guesses types, must find the same texts without being told.
    # libyaml misreads the last text of a file that does not end in a line break.
    assert seen(yaml.safe_load(once)) == loaded_as_text(document + "\n")
    assert not re.search(r"[ \t]\n", once)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["sources/faser.yaml", "sources/publikationer.yaml", "styles/papper.yaml"]),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 6), st.booleans()), min_size=1, max_size=12),
)
def test_comments_anywhere_in_the_real_files_stay(path, remarks):
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    for number, (place, indent, is_beside) in enumerate(remarks):
        at = int(place * (len(lines) - 1))
        if is_beside and lines[at]:
            lines[at] += f" # k{number}"
        else:
            lines.insert(at, " " * indent + f"# k{number}")
    text = "\n".join(lines) + "\n"
    if is_sound(text):
        once = form(text, holds(path))
        assert form(once, holds(path)) == once
        assert sorted(MARK.findall(once)) == sorted(MARK.findall(text))


def test_the_yaml_test_suite_keeps_its_trees():
    cases = [case["yaml"] for case in json.loads(SUITE.read_text(encoding="utf-8")) if is_sound(case["yaml"])]
    assert len(cases) > 100
    for text in cases:
        once = form(text)
        assert form(once) == once, text
        assert seen(yaml.safe_load(once)) == loaded_as_text(text), text


def test_keys_stand_in_the_order_of_the_model_and_take_their_comments_along():
    text = """\
# yaml-language-server: $schema=.schema/faser.json
# Om filen.

faser:
  # om fasen
  - namn: Kontakt   # om namnet
    # om numret
    nr: '1'
    beskrivning: >
      En text
      på två rader.
    id: "kontakt"
    # sist i fasen
  # sist i listan

  - {id: slut, nr: 2, beskrivning: Slut., namn: Slut}
faser_status:
  # om status
  Klart
# sist i filen
"""
    assert (
        form(text, PhasesFile)
        == """\
# yaml-language-server: $schema=.schema/faser.json
# Om filen.

# om status
faser_status: Klart
faser:
# om fasen
# om numret
- nr: 1
  id: kontakt
  namn: Kontakt  # om namnet
  beskrivning: En text på två rader.
  # sist i fasen
# sist i listan

- {nr: 2, id: slut, namn: Slut, beskrivning: Slut.}
# sist i filen
"""
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ('"vanlig text"', "vanlig text"),
        ("'ja'", "ja"),
        ('"yes"', "'yes'"),
        ("Null", "'Null'"),
        ("'null'", "'null'"),
        ("~", "null"),
        ("", "null"),
        ("2026-11-21", "'2026-11-21'"),
        ("1.10", "'1.10'"),
        ("12:30", "'12:30'"),
        ("112", "'112'"),
        ("0o17", "'0o17'"),
        ("1e3", "'1e3'"),
        ("500x700", "500x700"),
        ("112 eller polisen", "112 eller polisen"),
        ('"a: b"', "'a: b'"),
        ('"a #b"', "'a #b'"),
        ('"slut:"', "'slut:'"),
        ('"#hash"', "'#hash'"),
        ('"it\'s"', "it's"),
        ('"\'it"', "'''it'"),
        ('"- x"', "'- x'"),
        ('"a\\nb"', "|-\n  a\n  b"),
        ("[ a ,b ]", "[a, b]"),
        ("[]", "[]"),
        ("{ }", "{}"),
        ("[http://a.se, 'b, c']", "['http://a.se', 'b, c']"),
        ("[a,\n  b]", "\n- a\n- b"),
        ("|\n  rad  \n  rad två\n\n", "|\n  rad\n  rad två"),
        (">\n  ett\n  stycke\n\n  ett till\n", ">\n  ett stycke\n\n  ett till"),
        ("|-\n  en rad\n", "en rad"),
        ("e\u0301", "\u00e9"),
    ],
)
def test_a_value_is_written(value, written):
    assert form(f"k: {value}\n") == f"k: {written}\n".replace(": \n", ":\n")


def test_numbers_and_yes_or_no_are_plain_in_fields_that_ask_for_them_and_nowhere_else():
    papers = "papper:\n- {id: '1', bredd: '594', hojd: \"84.1\"}\n"
    assert form(papers, PapersFile) == "papper:\n- {id: '1', bredd: 594, hojd: 84.1}\n"
    rules = "undvik:\n- forbjudet: 'false'\n  ord: 'true'\n"
    assert form(rules, HouseRules) == "undvik:\n- ord: 'true'\n  forbjudet: false\n"


def test_a_list_in_brackets_that_no_longer_fits_becomes_lines():
    ids = [f"format-{number}" for number in range(20)]
    text = "publikationer:\n- format: [" + ", ".join(ids) + "]\n"
    assert form(text, PublicationsFile).splitlines()[2:] == [f"  - {name}" for name in ids]


def test_a_line_ends_with_the_word_that_passes_column_110_and_no_line_begins_with_a_dash():
    words = [f"ord{number:03}" for number in range(40)]
    first, *rest = form("k: " + " ".join(words)).splitlines()
    assert len(first) > 110 >= len(first.rpartition(" ")[0])
    assert all(line.startswith("  ord") for line in rest)
    dashed = form("k: " + " - ".join(words)).splitlines()
    assert len(dashed) > 1
    assert not any(line.strip().startswith("-") for line in dashed)


def test_comments_find_a_place_where_their_own_is_gone():
    text = """\
a: [ # ett
  b, # tv\u00e5
  # tre
  c ] # fyra
d: # fem
  e # sex
f: [ # sju
  ]
g: 'h' #\u00e5tta
"""
    assert (
        form(text)
        == """\
# ett
a:  # fyra
- b  # tv\u00e5
# tre
- c
# fem
d: e  # sex
f: []  # sju
#\u00e5tta
g: h
"""
    )


def test_one_blank_line_is_kept_between_parts_and_none_at_the_ends():
    assert form("\n\na: 1\n\n\n\nb:\n\n- c\n\n- d\n\n\n") == "a: '1'\n\nb:\n\n- c\n\n- d\n"


def test_line_ends_byte_order_mark_and_composed_letters_become_one_form():
    text = "\ufeffk: A\u030a\r\n# o\u0308\r\nl: x"
    assert canonical(text.encode()) == "k: \u00c5\n# \u00f6\nl: x\n".encode()


def test_an_actor_written_in_another_way_comes_back_as_it_is_in_the_repository():
    for path in sorted((ROOT / "sources/aktorer").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        other = yaml.safe_dump(loaded_as_text(text), sort_keys=True, allow_unicode=True, width=50, indent=4)
        without_comments = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
        assert other != without_comments
        assert form(other, Actor) == without_comments


def test_the_sources_of_the_repository_are_in_canonical_form():
    files = definitions(ROOT)
    assert len(files) >= 13
    assert [path for path, cls in files.items() if canonical((ROOT / path).read_bytes(), cls) != _read(path)] == []


def _read(path):
    return (Path(ROOT) / path).read_bytes()


@pytest.mark.parametrize(
    ("name", "changed"),
    [("_put_beside", lambda *_: None), ("normalize", lambda _, text: text.replace("ord", "brod"))],
)
def test_a_fault_of_the_program_that_would_lose_something_is_noticed(monkeypatch, name, changed):
    monkeypatch.setattr(gathering, name, changed)
    canonical(b"k: text\n")
    with pytest.raises(NotKept):
        canonical(b"k: ord  # om ordet\n")


def test_a_file_with_faults_is_refused():
    with pytest.raises(NotKept):
        canonical(b"a: &x 1\nb: *x\n")
