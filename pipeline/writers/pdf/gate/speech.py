"""Compares what a file says, element by element in tree order, with what its content says it should."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from pipeline.document import Document, Sheets
from pipeline.writers.pdf.gate.expected import Spoken, expected
from pipeline.writers.pdf.gate.structure import PageMarks
from pipeline.writers.pdf.gate.tree import Element, MarkRef, ObjectRef, Tree
from pipeline.writers.written import Finding, Part

# Elements that hold others; words of their own would be heard outside any of these.
_GROUPING = frozenset({"Document", "L", "LI", "Table", "THead", "TBody", "TR", "TOC", "TOCI", "Index", "Div", "Note"})
# Which attribute is heard, for roles that have one.
_HEARD = {"L": "ListNumbering", "Table": "Summary", "TH": "Scope"}
_SOFT_HYPHEN = "\u00ad"
_SAME = str.maketrans({_SOFT_HYPHEN: None, "\u00a0": " ", "\u2011": "-"})
# After the first element that differs the rest is often only out of step.
_TOLD = 3
_SHOWN = 60


def speech_findings(tree: Tree, marks: PageMarks, content: Sheets | Document) -> Iterator[Finding]:
    """The first elements that differ in place, role, words, or in what is said of them."""
    heard = list(said(tree, marks))
    wanted = list(expected(content))
    pages = _pages(wanted, heard)
    finished = (spoken for one in wanted for spoken in _with_pages(one, pages))
    told = 0
    for number, (one, found) in enumerate(zip_longest(finished, heard), start=1):
        spoken, page = found or (None, 0)
        if not same(one, spoken):
            told += 1
            detail = f"element {number}, page {page}: {_shown(spoken, one)} instead of {_shown(one, spoken)}"
            yield Finding("speech_differs", detail, Part.WORDS)
        if told == _TOLD:
            return


def said(tree: Tree, marks: PageMarks) -> Iterator[tuple[Spoken, int]]:
    """Every element of the file as it is heard, and the page where it begins (from 1); hyphens of ours left out."""
    for top in tree.tops:
        yield from _element(top, 0, marks)


def same(wanted: Spoken | None, found: Spoken | None) -> bool:
    """True if both are heard alike. A drawing may be said to be more than its title."""
    if wanted is None or found is None:
        return False
    where = (wanted.depth, wanted.role, plain(wanted.text)) == (found.depth, found.role, plain(found.text))
    if wanted.role == "Figure":
        return where and plain(found.said).startswith(plain(wanted.said)) and bool(wanted.said)
    return where and plain(wanted.said) == plain(found.said)


def plain(text: str) -> str:
    """The text with one space between words, and without the characters that only typesetting needs."""
    return re.sub(r"\s+", " ", text.translate(_SAME)).strip()


def _element(element: Element, depth: int, marks: PageMarks) -> Iterator[tuple[Spoken, int]]:
    if element.role == "Span" and element.texts.get("ActualText") == _SOFT_HYPHEN:
        return
    own = any(isinstance(kid, MarkRef) for kid in element.kids)
    text = _text(element, marks) if own or element.role not in _GROUPING else ""
    yield Spoken(depth, element.role, text, _heard(element)), _page(element)
    for kid in element.elements():
        yield from _element(kid, depth + 1, marks)


def _text(element: Element, marks: PageMarks) -> str:
    """All words of an element, those of elements inside it in their places."""
    if "ActualText" in element.texts:
        return element.texts["ActualText"]
    words: list[str] = []
    for kid in element.kids:
        match kid:
            case MarkRef(page, mcid):
                mark = marks[page].get(mcid)
                words.append(mark.text if mark else "")
            case Element():
                words.append(_text(kid, marks))
            case ObjectRef():
                pass
    return "".join(words)


def _heard(element: Element) -> str:
    if element.role in _HEARD:
        default = "None" if element.role == "L" else ""
        return str(element.attributes.get(_HEARD[element.role], default)).removeprefix("/")
    return element.texts.get("Alt", "") if element.role == "Figure" else element.texts.get("Lang", "")


def _page(element: Element) -> int:
    """The page of the element's first mark, from 1; 0 for none."""
    for below in element.walk():
        for reference in below.marks():
            return reference.page + 1
    return 0


def _pages(wanted: Sequence[Spoken], heard: Sequence[tuple[Spoken, int]]) -> dict[str, int]:
    """The page of each place. What is heard of an index has more elements than is wanted of it: they are left out."""
    numbered = {"Reference", "Link"}
    plain_heard, inside = list[int](), -1
    for found, page in heard:
        inside = -1 if found.depth <= inside else inside
        if inside < 0 or found.role not in numbered:
            plain_heard.append(page)
        inside = found.depth if found.role == "Index" else inside
    return {name: page for one, page in zip(wanted, plain_heard, strict=False) for name in one.anchors}


def _with_pages(spoken: Spoken, pages: Mapping[str, int]) -> Iterator[Spoken]:
    """The element with the numbers of pages that it ends with, and the elements that those are in an index."""
    if spoken.page_of:
        yield replace(spoken, text=f"{spoken.text} {pages.get(spoken.page_of, 0)}")
        return
    numbers = [str(page) for page in sorted({pages[name] for name in spoken.indexed if name in pages})]
    yield replace(spoken, text=f"{spoken.text} {', '.join(numbers)}".rstrip()) if numbers else spoken
    for number in numbers:
        yield Spoken(spoken.depth + 1, "Reference", number)
        yield Spoken(spoken.depth + 2, "Link", number)


def _shown(spoken: Spoken | None, other: Spoken | None) -> str:
    """The element in a few words, its text from a little before where it differs from the other's."""
    if spoken is None:
        return "nothing"
    text = plain(spoken.text)
    start = max(_alike(text, plain(other.text) if other else "") - _SHOWN // 3, 0)
    extra = f" [{plain(spoken.said)[:_SHOWN]}]" if spoken.said else ""
    return f"{spoken.role} at depth {spoken.depth} {text[start : start + _SHOWN]!r}{extra}"


def _alike(one: Sequence[str], two: Sequence[str]) -> int:
    """How many characters are the same from the start."""
    return next((place for place, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
