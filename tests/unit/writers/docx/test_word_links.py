"""Jumps land on bookmarks, web links on relationships; names are what Word accepts."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.document import Heading, Jump, Paragraph, Text, Web
from pipeline.writers.docx.links import bookmark_name, bookmarks, safe_address
from tests.unit.writers.docx.word_file import R, W, WordFile, text_of

FileOf = Callable[..., WordFile]


@pytest.mark.parametrize(
    ("anchor", "name"),
    [("ss-ansokan", "ss_ansokan"), ("a", "a"), ("steg-4", "steg_4"), ("x" * 40, "x" * 40)],
)
def test_a_plain_anchor_keeps_its_letters(anchor: str, name: str) -> None:
    assert bookmark_name(anchor) == name


@given(st.text(max_size=80) | st.text("abc-_9", max_size=80))
def test_any_anchor_gives_a_name_that_word_accepts(anchor: str) -> None:
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", bookmark_name(anchor))


@pytest.mark.parametrize(
    ("one", "other"), [("a-b", "a_b"), ("ab", "AB"), ("x" * 41, "x" * 42), ("å", "ä"), ("1", "b-1"), ("", "_")]
)
def test_different_anchors_have_different_names(one: str, other: str) -> None:
    assert bookmark_name(one).casefold() != bookmark_name(other).casefold()


def test_an_anchor_at_two_headings_is_refused() -> None:
    with pytest.raises(ValueError, match="a"):
        bookmarks((Heading(1, "ett", "a"), Heading(2, "två", "a")))


def test_a_heading_without_anchor_has_no_bookmark(file_of: FileOf) -> None:
    assert not list(file_of(Heading(1, "Titel")).body.iter(f"{W}bookmarkStart"))


def test_a_jump_leads_to_its_heading(file_of: FileOf) -> None:
    file = file_of(Paragraph((Jump("vidare", "steg-5"),)), Heading(1, "Steg 5", "steg-5"))
    (link,) = file.body.iter(f"{W}hyperlink")
    (start,) = file.body.iter(f"{W}bookmarkStart")
    (end,) = file.body.iter(f"{W}bookmarkEnd")
    assert link.get(f"{W}anchor") == start.get(f"{W}name") == "steg_5"
    assert text_of(link) == "vidare"
    assert start.get(f"{W}id") == end.get(f"{W}id")
    heading = start.getparent()
    assert heading is not None
    assert text_of(heading) == "Steg 5"


def test_a_jump_to_nowhere_is_refused(file_of: FileOf) -> None:
    with pytest.raises(KeyError):
        file_of(Paragraph((Jump("vidare", "steg-5"),)))


def test_a_web_link_has_one_external_relationship(file_of: FileOf) -> None:
    twice = Paragraph((Web("lagen", "https://example.org/?a=1&b=2"), Web("den", "https://example.org/?a=1&b=2")))
    file = file_of(twice, Paragraph((Web("skriv", "mailto:a@example.org"),)))
    links = [link.get(f"{R}id") for link in file.body.iter(f"{W}hyperlink")]
    outward = {
        found.get("Id"): found.get("Target")
        for found in file.part("word/_rels/document.xml.rels")
        if found.get("TargetMode") == "External"
    }
    assert [outward[link] for link in links] == ["https://example.org/?a=1&b=2"] * 2 + ["mailto:a@example.org"]
    assert len(outward) == 2


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "//example.org", "\thttps://a"])
def test_other_addresses_are_refused(file_of: FileOf, address: str) -> None:
    with pytest.raises(ValueError, match=re.escape(address)):
        file_of(Paragraph((Web("hit", address),)))


def test_signs_that_no_address_may_hold_are_escaped() -> None:
    assert safe_address('https://a.se/å b"<') == "https://a.se/%C3%A5%20b%22%3C"
    assert safe_address("https://a.se/%C3%A5?x=1&y=[2]#d") == "https://a.se/%C3%A5?x=1&y=[2]#d"


def test_links_are_ink_and_underlined(file_of: FileOf) -> None:
    style = file_of(Paragraph((Text("a"),))).style("Hyperlink")
    colour, line = style.find(f"{W}rPr/{W}color"), style.find(f"{W}rPr/{W}u")
    assert colour is not None
    assert colour.get(f"{W}val") == "1A1A1A"
    assert line is not None
    assert line.get(f"{W}val") == "single"
