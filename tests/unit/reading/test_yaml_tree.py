"""The tree of a file and the places of its keys and values, by both parsers."""

import pytest

from pipeline.reading.yaml_tree import PARSERS, read_tree
from pipeline.spans import Marks
from pipeline.values import ORIGIN_KEY

TEXT = """\
# Åäö
namn: 'Första å'
steg:
- id: a
  pilar: [{till: b}, c]
-
  id: ö
åäö: [x, "y"]
"""


def marks_of(text: str, parser: str) -> Marks:
    return read_tree("f.yaml", text.encode(), lambda _: True, parser).marks


@pytest.mark.parametrize("parser", PARSERS)
def test_places_are_those_an_editor_shows(parser: str) -> None:
    marks = marks_of(TEXT, parser)
    assert str(marks.here) == "f.yaml:2:1"
    assert str(marks.at("namn")) == "f.yaml:2:7"
    assert str(marks.at("steg", 0, "pilar", 0, "till")) == "f.yaml:5:18"
    assert str(marks.at("steg", 0, "pilar", 1)) == "f.yaml:5:22"
    assert str(marks.at("steg", 1)) == "f.yaml:7:3"
    assert str(marks.at("\u00e5\u00e4\u00f6", 1)) == "f.yaml:8:10"
    assert str(marks.key("steg")) == "f.yaml:3:1"
    assert str(marks.below["steg"].below[1].key("id")) == "f.yaml:7:3"


@pytest.mark.parametrize("parser", PARSERS)
def test_what_is_not_written_is_at_what_would_hold_it(parser: str) -> None:
    marks = marks_of(TEXT, parser)
    assert str(marks.at("steg", 0, "titel")) == "f.yaml:4:3"
    assert str(marks.key("titel")) == "f.yaml:2:1"


@pytest.mark.parametrize("parser", PARSERS)
def test_a_text_in_the_place_of_keys_is_where_it_stands(parser: str) -> None:
    assert str(marks_of("# one\n# two\nbeslut:[]\n", parser).here) == "f.yaml:3:1"


@pytest.mark.parametrize("parser", PARSERS)
def test_every_mapping_carries_its_own_marks(parser: str) -> None:
    root = read_tree("f.yaml", TEXT.encode(), lambda _: True, parser).root
    assert isinstance(root, dict)
    arrow = root["steg"][0]["pilar"][0]
    assert str(arrow[ORIGIN_KEY].at("till")) == "f.yaml:5:18"


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_and_byte_order_mark(parser: str, line_end: str) -> None:
    data = ("\ufeff" + TEXT.replace("\n", line_end)).encode()
    tree = read_tree("f.yaml", data, lambda _: True, parser)
    assert tree.findings == []
    assert str(tree.marks.at("steg", 0, "id")) == "f.yaml:4:7"


@pytest.mark.parametrize("parser", PARSERS)
def test_reading_goes_on_after_faults_that_allow_it(parser: str) -> None:
    text = "a: &x 1\nb: *x\nc: !t 2\na: 3\n? [d]\n: 4\n<<: {e: 5}\nf: 6\n"
    tree = read_tree("f", text.encode(), lambda _: True, parser)
    found = sorted((finding.place.line, finding.place.column, finding.code) for finding in tree.findings)
    assert found == [(1, 4, "L017"), (2, 4, "L018"), (3, 4, "L019"), (4, 1, "L023"), (5, 3, "L022"), (7, 1, "L020")]
    assert isinstance(tree.root, dict)
    assert {key: value for key, value in tree.root.items() if key != ORIGIN_KEY} == {
        **{"a": "1", "b": None, "c": "2", "f": "6"}
    }
    assert not tree.is_whole


def test_a_duplicate_key_names_both_lines() -> None:
    (finding,) = read_tree("f", b"a: 1\nb: 2\na: 3\n", lambda _: True).findings
    assert (finding.place.line, dict(finding.details)) == (3, {"first": "1", "key": "a"})


def test_a_missing_dash_is_one_fault_even_in_a_file_that_breaks_off() -> None:
    text = b"- id: a\n  b: 1\n  c: 2\n  id: b\n  b: 1\n  c: 2\n"
    assert [(found.code, found.place.line) for found in read_tree("f", text, lambda _: True).findings] == [("L032", 4)]
    broken = read_tree("f", text + b"  d: [", lambda _: True).findings
    assert [(found.code, found.place.line) for found in broken] == [("L008", 7), ("L032", 4)]


def test_what_is_not_utf8_is_told_by_line_and_column() -> None:
    (finding,) = read_tree("f", "a: å\nbö: ".encode() + b"\xe5\n", lambda _: True).findings
    assert (finding.code, finding.place.line, finding.place.column) == ("L003", 2, 5)


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a:\n\tb: 1\n", "L006", 2, 1),
        ("a:\n  - b\n\t- c\n", "L006", 3, 1),
        ('a: 1\nb: "c\nd: 2\n', "L007", 2, 4),
        ("a: [1, 2\nb: 3\n", "L008", 1, 4),
        ("a: {b: 2\nc: 3\n", "L008", 1, 4),
        ("a: Mening: slut\n", "L009", 1, 10),
        ("a: 1\ntitel Ett\nb: 2\n", "L010", 2, 1),
        ("a: 1\nb:2\nc: 3\n", "L011", 2, 3),
        ("a:1\nb: 3\n", "L011", 1, 3),
        ("a: 1\n  b: 2\n", "L012", 2, 3),
        ("x:\n  a: 1\n b: 2\n", "L012", 3, 2),
        ("- a\nb: c\n", "L012", 2, 1),
        ("a: 'b' c\n", "L013", 1, 8),
        ("a: `b`\n", "L014", 1, 4),
        ("a: % b\n", "L014", 1, 4),
        ("a: - b\n", "L014", 1, 4),
        ("a: |b\n", "L014", 1, 4),
        ("a: 1\n\u00a0b: 2\n c: 3\n", "L033", 2, 1),
        ("a:\n  b: 1\n \u00a0c: 2\n  d: 3\n", "L033", 3, 2),
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n", "L034", 2, 1),
        ("a: ]\n", "L014", 1, 4),
        ('a: "b\\d"\n', "L015", 1, 6),
        ('a: "b\\uXY"\n', "L015", 1, 6),
    ],
)
def test_syntax_faults_by_kind_and_place(parser: str, text: str, code: str, line: int, column: int) -> None:
    tree = read_tree("f", text.encode(), lambda _: True, parser)
    assert [(finding.code, finding.place.line, finding.place.column) for finding in tree.findings] == [
        (code, line, column)
    ]
