"""Which characters come in, where those stand that do not, and when a font is asked."""

import sys
import unicodedata

import pytest

from pipeline.reading.yaml_tree import Node, read_tree
from pipeline.values import ORIGIN_KEY

# What the theme's font has without being asked (issue 2), and what may always stand between words.
BASE = "".join(chr(code) for code in range(0x20, 0x7F)) + "åäöÅÄÖéÉüÜ–—”’»«…§°·×½\u00a0"


def read(text: str, lacking: str = "") -> tuple[Node, list[tuple[str, int, int]], list[str]]:
    """The root of a file, code, line and column of what was found, and the characters asked about."""
    asked: list[str] = []

    def covers(char: str) -> bool:
        asked.append(char)
        return char not in lacking

    tree = read_tree("f", text.encode(), covers)
    return tree.root, [(found.code, found.place.line, found.place.column) for found in tree.findings], asked


def test_no_font_is_asked_about_ordinary_text() -> None:
    quoted = BASE.replace("'", "''")
    root, found, asked = read(f"a: '{quoted}'\nb: \"c\\td\\n\"\n".replace("\\t", ""))
    assert isinstance(root, dict)
    assert (root["a"], found, asked) == (BASE, [], [])


def test_a_font_is_asked_once_for_each_other_character() -> None:
    _, found, asked = read("a: ÆØÆ ß\n", lacking="Ø")
    assert asked == ["Æ", "Ø", "ß"]
    assert found == [("T104", 1, 5)]


def test_comments_may_have_what_no_font_has() -> None:
    assert read("# 😀\na: b\n", lacking="😀")[1:] == ([], [])


def test_composed_form() -> None:
    root, _, asked = read("a\u0308: e\u0301\n")
    assert isinstance(root, dict)
    assert {key: value for key, value in root.items() if key != ORIGIN_KEY} == {"ä": "é"}
    assert asked == []


def test_places_within_long_and_folded_texts() -> None:
    text = "a: Första raden\n  och Ω här\nb: |\n  rad\n  å Ω\nΩ: x\n"
    assert read(text, lacking="Ω")[1] == [("T104", 2, 7), ("T104", 5, 5), ("T104", 6, 1)]


@pytest.mark.parametrize("before", ["", "å\n  "])
def test_a_tab_within_a_text(before: str) -> None:
    line, column = (2, 4) if before else (1, 5)
    root, found, _ = read(f"a: {before}b\tc\n")
    assert found == [("T105", line, column)]
    assert isinstance(root, dict)
    assert str(root["a"]).endswith("bc"), "what is refused is taken out"


def test_every_character_that_must_never_come_in() -> None:
    """By Unicode's own classes: controls, surrogates, noncharacters, and the format characters named in the issue."""
    named = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF}
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        is_class = unicodedata.category(char) in {"Cc", "Cs"} or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
        if (is_class and char not in "\n\r") or code in named:
            escape = f"\\U{code:08x}" if char in '"\\' or unicodedata.category(char) == "Cs" else char
            _, found, _ = read_escaped(escape)
            assert found, f"U+{code:04X}"


def read_escaped(char: str) -> tuple[Node, list[tuple[str, int, int]], list[str]]:
    return read(f'a: "b{char}c"\n')


def test_a_key_passes_the_gate_too() -> None:
    assert read("b\u200ba: x\n")[1] == [("T103", 1, 2)]
