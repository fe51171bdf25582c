"""The page as Word sees it: paper, mirrored margins, and the room that is left for text."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.lengths import Mm
from pipeline.writers.docx.ooxml import Element, node, twips
from pipeline.writers.look import Look

# Word sets the header inside the top margin: a line of text and some air stand between it and the text.
_HEADER_UNITS = 3
_FOOTER_UNITS = 1.25
# The stamp line's foot stands a little below the text area, as on the printed page.
_FOOTER_DROP = 0.75


@dataclass(frozen=True, slots=True)
class Page:
    """An upright page: paper and margins in mm."""

    width: float
    height: float
    inner: float
    outer: float
    top: float
    bottom: float
    header: float
    footer: float

    @property
    def text_width(self) -> float:
        """Width of the text area, mm."""
        return self.width - self.inner - self.outer

    @property
    def text_height(self) -> float:
        """Height of the text area, mm."""
        return self.height - self.top - self.bottom

    @property
    def right_end(self) -> float:
        """Where a right tab at the end of the line stands, pt."""
        return Mm(self.text_width).pt


def page(look: Look) -> Page:
    """The page of a look."""
    sheet = look.sheet
    return Page(
        width=look.paper.width,
        height=look.paper.height,
        inner=sheet.inner,
        outer=sheet.outer,
        top=sheet.top + _HEADER_UNITS * sheet.unit,
        bottom=sheet.bottom + _FOOTER_UNITS * sheet.unit,
        header=sheet.top,
        footer=sheet.bottom * _FOOTER_DROP,
    )


def section_measures(page: Page) -> tuple[Element, Element]:
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
