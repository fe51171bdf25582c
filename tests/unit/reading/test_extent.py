"""Where keys and values end, and what they are called."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.reading.extent import Extent, Outline
from pipeline.reading.yaml_tree import read_tree
from pipeline.spans import Marks
from tests.support.real import ROOT

FILE = "sources/aktorer/fk.yaml"
TEXT = """\
# Kommentar, först
id: fk
namn: 'Kassan: fk' # citat
steg:
- id: fk-start
  vad: >
    En text
    på flera rader.

  pilar: [{till: fk-slut}, {till: 'fk b'}]
  tomt:
- id: fk-slut
  pilar:
  - till: fk-start
    etikett: ja
  # sist
slut: En vanlig text, här.
"""
# To the colon of the last key, whose value is empty.
FIRST_STEP = TEXT[TEXT.index("id: fk-start") : TEXT.index("\n- id: fk-slut")]


def at(words: str, text: str = TEXT) -> tuple[int, int]:
    """Line and column of the first place where these words stand."""
    before = text[: text.index(words)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def covered(extent: Extent, start: tuple[int, int], text: str = TEXT) -> str:
    """What lies between a place and the end of an extent."""
    lines = text.split("\n")
    first, last = start[0] - 1, extent.line - 1
    if first == last:
        return lines[first][start[1] - 1 : extent.column - 1]
    return "\n".join([lines[first][start[1] - 1 :], *lines[first + 1 : last], lines[last][: extent.column - 1]])


@pytest.mark.parametrize(
    ("words", "key", "path", "all_of_it"),
    [
        ("fk\n", "", "aktorer/fk/id", "fk"),
        ("'Kassan", "", "aktorer/fk/namn", "'Kassan: fk'"),
        ("namn", "", "aktorer/fk/namn", "namn"),
        ("fk-start", "", "aktorer/fk/steg/0/id", "fk-start"),
        ("id: fk-start", "id", "aktorer/fk/steg/0/id", "id"),
        ("id: fk-start", "titel", "aktorer/fk/steg/0", FIRST_STEP),
        (">\n", "", "aktorer/fk/steg/0/vad", ">\n    En text\n    på flera rader."),
        ("[{till", "", "aktorer/fk/steg/0/pilar", "[{till: fk-slut}, {till: 'fk b'}]"),
        ("{till: 'fk", "", "aktorer/fk/steg/0/pilar/1", "{till: 'fk b'}"),
        ("'fk b'", "", "aktorer/fk/steg/0/pilar/1/till", "'fk b'"),
        ("- till", "", "aktorer/fk/steg/1/pilar", "- till: fk-start\n    etikett: ja"),
        ("till: fk-start", "", "aktorer/fk/steg/1/pilar/0", "till: fk-start\n    etikett: ja"),
        ("vanlig", "", "aktorer/fk/slut", "vanlig"),
        ("text, här", "", "aktorer/fk/slut", "text"),
        ("Kommentar", "", "", "Kommentar"),
        ("citat\n", "", "", "citat"),
        ("på flera", "", "aktorer/fk/steg/0/vad", "på"),
    ],
)
def test_a_place_has_its_end_and_its_path(words: str, key: str, path: str, all_of_it: str) -> None:
    start = at(words)
    extent = Outline(FILE, TEXT.encode()).extent(*start, key)
    assert (extent.path, covered(extent, start)) == (path, all_of_it)


def test_an_empty_value_has_no_length() -> None:
    line, column = at("tomt:")
    extent = Outline(FILE, TEXT.encode()).extent(line, column + len("tomt:"))
    assert extent == Extent(line, column + len("tomt:"), "aktorer/fk/steg/0/tomt")


@pytest.mark.parametrize(
    ("words", "is_word"),
    [("fk-start", True), ("namn", True), ("'Kassan", False), ("[{till", False), ("vanlig", False), ("En va", False)],
)
def test_only_a_key_or_value_of_one_word_can_be_replaced(words: str, is_word: bool) -> None:
    assert Outline(FILE, TEXT.encode()).extent(*at(words)).is_word == is_word


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_breaks_and_byte_order_marks_change_no_place(line_break: str, mark: str) -> None:
    data = (mark + TEXT.replace("\n", line_break)).encode()
    extent = Outline(FILE, data).extent(*at("till: fk-start"))
    line, column = at("ja\n")
    assert extent == Extent(line, column + len("ja"), "aktorer/fk/steg/1/pilar/0")


@pytest.mark.parametrize(
    "data",
    [b"a: b\nc: [d\n", b"a: b\nc: \xff\n", b"a: b\nc: " + b"[" * 100 + b"]" * 100],
    ids=["open bracket", "not UTF-8", "deep"],
)
def test_a_file_that_cannot_be_followed_has_ends_of_lines_and_no_paths(data: bytes) -> None:
    assert Outline(FILE, data).extent(1, 1) == Extent(1, 5, "")


def test_the_file_itself_and_places_beyond_its_end() -> None:
    outline = Outline("sources/program.yaml", b"a: b\n")
    assert outline.extent(0, 0) == Extent(0, 0, "program")
    assert outline.extent(9, 4) == Extent(9, 4, "")
    assert Outline("styles/teman/standard.yaml", b"a: b").extent(1, 4).path == "styles/teman/standard/a"


def test_every_word_of_the_text_has_an_end_after_it() -> None:
    outline = Outline(FILE, TEXT.encode())
    for number, line in enumerate(TEXT.split("\n"), 1):
        for word in re.finditer(r"\S+", line):
            extent = outline.extent(number, word.start() + 1)
            assert (extent.line, extent.column) > (number, word.start() + 1)


def every_text(node: Any, marks: Marks, path: str) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Path, text and place of every text that the reader found."""
    pairs = enumerate(node) if isinstance(node, list) else node.items()
    for name, value in pairs:
        if isinstance(value, str):
            yield f"{path}/{name}", value, marks.values[name]
        elif isinstance(value, dict | list):
            yield from every_text(value, marks.below[name], f"{path}/{name}")


@pytest.mark.parametrize("file", sorted((ROOT / "sources").rglob("*.yaml")), ids=lambda file: file.stem)
def test_what_lies_between_place_and_end_is_the_value_itself(file: Path) -> None:
    """All texts of the real sources, read again by PyYAML from their own extents."""
    data = file.read_bytes()
    tree = read_tree(file.name, data, lambda _: True)
    outline = Outline(f"sources/{file.name}", data)
    found = list(every_text(tree.root, tree.marks, file.stem))
    assert len(found) > 5 or "[]" in data.decode()  # of decisions there may be none yet
    for path, text, place in found:
        extent = outline.extent(*place)
        assert extent.path == path
        # Its lines are indented by more than nothing, as they were.
        cut = covered(extent, place, data.decode().removeprefix("\ufeff"))
        assert yaml.load(f"- {cut}", yaml.BaseLoader)[0].strip() == text.strip(), path
