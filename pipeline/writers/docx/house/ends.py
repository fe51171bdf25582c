"""Headers and footers: the template's as they are, and below each of its footers what must stand on every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil

from lxml import etree

from pipeline.document import Running
from pipeline.lengths import Mm, Pt
from pipeline.writers.docx import running, styles
from pipeline.writers.docx.formats import CharacterFormat
from pipeline.writers.docx.house.stylesheet import HouseStyles
from pipeline.writers.docx.house.template import TemplatePart
from pipeline.writers.docx.ooxml import Element, clark, node, run, value
from pipeline.writers.docx.page import Page
from pipeline.writers.look import Look

_PAGE_FIELD = re.compile(r"(?<!\w)PAGE(?!\w)", re.IGNORECASE)
_EMU_PER_POINT = 12_700
# A line's height, and a letter's width, as parts of the size: for how much room a header takes, roughly.
_LINE, _LETTER = 1.25, 0.5
# The children of w:pPr before and after which ours are put (ISO/IEC 29500-1, CT_PPrBase).
_BEFORE_TABS = ("w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:widowControl", "w:numPr", "w:pBdr")


@dataclass(frozen=True, slots=True)
class End:
    """A header or a footer of the first, of even or of all other (default) pages; `source` is the template's part."""

    end: str
    pages: str
    root: Element
    source: TemplatePart | None


class HouseEnds:
    """The headers and footers of a document in a template."""

    def __init__(self, theirs: dict[tuple[str, str], TemplatePart], pages: tuple[str, ...]) -> None:
        """`theirs` are the template's cleaned parts by (header or footer, which pages), for these kinds of pages."""
        self._theirs, self._pages = theirs, pages
        self._has_header = any(end == "header" for end, _ in theirs)

    def written(self, said: Running, look: Look, house: HouseStyles, page: Page, count: int) -> Iterator[End]:
        """Every header and footer; `count` is the number of pages that is shown until Word has counted."""
        for pages in self._pages:
            theirs = self._theirs.get(("header", pages))
            if theirs is not None:
                yield End("header", pages, theirs.root, theirs)
            elif not self._has_header:
                yield End("header", pages, translated(etree.fromstring(running.header(said, look)), house), None)
        for pages in self._pages:
            yield self._footer(pages, said, look, house, page, count)

    def _footer(self, pages: str, said: Running, look: Look, house: HouseStyles, page: Page, count: int) -> End:
        above = [self._theirs[end, pages] for end in ("header", "footer") if (end, pages) in self._theirs]
        if any(has_page_number(part.root) for part in above):
            said = replace(said, page_label="")
        ours = etree.fromstring(running.footer(said, look, count))
        if self._has_header and said.status:
            framed = running.framed(said.status, CharacterFormat(bold=True, frame=look.theme.inks.ink))
            # On the last line, which has room: beside the stamp of the first stands the page's number.
            ours[-1].insert(1, framed)
            ours[-1].insert(2, run("  "))
        for line in ours:
            _set_off(line, house, page)
        translated(ours, house)
        theirs = self._theirs.get(("footer", pages))
        if theirs is None:
            return End("footer", pages, ours, None)
        theirs.root.extend(list(ours))
        return End("footer", pages, theirs.root, theirs)

    def crowding(self, said: Running, size: float, page: Page) -> float:
        """How much of the text area's height the headers and footers take, mm: Word moves the text away from them."""
        width = Mm(page.text_width).pt
        heads = [_height(part.root, size, width) for (end, _), part in self._theirs.items() if end == "header"]
        feet = [_height(part.root, size, width) for (end, _), part in self._theirs.items() if end == "footer"]
        own = (ceil(len(said.stamp + said.status) * _LETTER * size / width) + 1 + bool(said.current)) * size * _LINE
        head = page.header + Pt(max(heads, default=0.0)).mm - page.top
        foot = page.footer + Pt(max(feet, default=0.0) + own).mm - page.bottom
        return max(head, 0.0) + max(foot, 0.0)


def has_page_number(root: Element) -> bool:
    """Whether a field of the part shows the page's number; Word may split its instruction over several runs."""
    simple = (mark.get(clark("w:instr"), "") for mark in root.iter(clark("w:fldSimple")))
    parted = "".join(mark.text or "" for mark in root.iter(clark("w:instrText")))
    return any(_PAGE_FIELD.search(instruction) for instruction in (*simple, parted))


def translated(root: Element, house: HouseStyles) -> Element:
    """The same XML with the template's ids for the keys of our styles."""
    for mark in root.iter(clark("w:pStyle"), clark("w:rStyle"), clark("w:tblStyle")):
        mark.set(clark("w:val"), house[mark.get(clark("w:val"), "")])
    return root


def _set_off(line: Element, house: HouseStyles, page: Page) -> None:
    """Let a line of ours end at the text's right edge, whatever tab stops and side the template's footers have."""
    looks = line.find(clark("w:pPr"))
    if looks is None:
        return
    for old in looks.findall(clark("w:tabs")):
        looks.remove(old)
    own = round(page.right_end * 20)
    stops = [node("w:tab", {"val": "clear", "pos": at}) for at in house.index.tab_stops(house[styles.FOOTER])]
    stops = [stop for stop in stops if stop.get(clark("w:pos")) != str(own)]
    ends = node("w:tabs", None, *stops, node("w:tab", {"val": "right", "pos": own}))
    early: tuple[str, ...] = tuple(map(clark, _BEFORE_TABS))
    looks.insert(sum(child.tag in early for child in looks), ends)
    if styles.FOOTER not in house.added:
        looks.append(value("w:jc", "left"))


def _height(container: Element, size: float, width: float) -> float:
    """About how high a header or a cell is, pt."""
    total = 0.0
    for child in container:
        if child.tag == clark("w:p"):
            total += _paragraph_height(child, size, width)
        elif child.tag == clark("w:tbl"):
            for row in child.iter(clark("w:tr")):
                total += max((_height(cell, size, width) for cell in row.iter(clark("w:tc"))), default=0.0)
        elif child.tag in (clark("w:sdt"), clark("w:sdtContent")):
            total += _height(child, size, width)
    return total


def _paragraph_height(paragraph: Element, size: float, width: float) -> float:
    extents = (found for line in paragraph.iter(clark("wp:inline")) for found in line.findall(clark("wp:extent")))
    pictures = [int(extent.get("cy", "0")) / _EMU_PER_POINT for extent in extents]
    letters = sum(len(text.text or "") for text in paragraph.iter(clark("w:t")))
    lines = max(ceil(letters * _LETTER * size / width), 1)
    return max(max(pictures, default=0.0), lines * size * _LINE)
