"""The page as Word sees it: paper, mirrored margins, and the room that is left for text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.lengths import Mm
from pipeline.theme import Grid
from pipeline.writers.docx.ooxml import Element, clark, node, twips, value
from pipeline.writers.look import Look

# Of the lower margin, what stays free below the foot: its first line stands where it does on the printed page.
_FOOTER_DROP = 0.5


@dataclass(frozen=True, slots=True)
class Page:
    """An upright page: paper and margins in mm; `crowding` is what header and footer take of the text area's height."""

    width: float
    height: float
    inner: float
    outer: float
    top: float
    bottom: float
    header: float
    footer: float
    grid: Grid
    crowding: float = 0.0

    @property
    def text_width(self) -> float:
        """Width of the text area, mm."""
        return self.width - self.inner - self.outer

    @property
    def main_width(self) -> float:
        """Width of the main column of two, mm."""
        grid = self.grid
        return (self.text_width - grid.gutter) * grid.main / (grid.main + grid.side)

    @property
    def side_width(self) -> float:
        """Width of the side column of two, mm."""
        return self.text_width - self.grid.gutter - self.main_width

    @property
    def text_height(self) -> float:
        """Height of the text area, mm."""
        return self.height - self.top - self.bottom - self.crowding

    @property
    def right_end(self) -> float:
        """Where a right tab at the end of the line stands, pt."""
        return Mm(self.text_width).pt


def page(look: Look) -> Page:
    """The page of a look."""
    sheet, frame = look.sheet, look.theme.typography.frame
    return Page(
        width=look.paper.width,
        height=look.paper.height,
        inner=sheet.inner,
        outer=sheet.outer,
        top=sheet.top + frame.head + frame.to_text,
        bottom=sheet.bottom + frame.to_foot,
        header=sheet.top,
        footer=sheet.bottom * _FOOTER_DROP,
        grid=look.theme.typography.grid,
    )


def section(page: Page, parted: bool = False) -> Element:
    """A section that goes on where the one before ends, on the same page; `parted` into a main and a side column.

    It names no header, no footer and no page number of its own, and so takes over those of the section before.
    """
    columns = [_columns(page)] if parted else []
    return node("w:sectPr", None, value("w:type", "continuous"), *_measures(page), *columns)


def first_section(found: Element, ends: Iterable[Element]) -> None:
    """Make a section the document's first: it goes on from none, and refers to header and footer for all."""
    for kind in found.findall(clark("w:type")):
        found.remove(kind)
    found[:0] = list(ends)


def _columns(page: Page) -> Element:
    main, gutter = _twips(page.main_width), _twips(page.grid.gutter)
    # What is left, so that the parts fill the width to the twip.
    side = _twips(page.width) - _twips(page.inner) - _twips(page.outer) - main - gutter
    widths = (node("w:col", {"w": main, "space": gutter}), node("w:col", {"w": side, "space": 0}))
    return node("w:cols", {"num": 2, "space": gutter, "equalWidth": 0}, *widths)


def _measures(page: Page) -> tuple[Element, Element]:
    """Page size and margins of a section; with mirrored margins, left means inside (ISO/IEC 29500-1, 17.15.1.57)."""
    margins = {
        "top": page.top,
        "right": page.outer,
        "bottom": page.bottom,
        "left": page.inner,
        "header": page.header,
        "footer": page.footer,
        "gutter": 0.0,
    }
    size = node("w:pgSz", {"w": _twips(page.width), "h": _twips(page.height)})
    return size, node("w:pgMar", {side: _twips(length) for side, length in margins.items()})


def _twips(millimetres: float) -> int:
    return twips(Mm(millimetres).pt)
