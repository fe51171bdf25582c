"""Where one is on a map of several sheets: which sheet of how many, and a small arrow with its phases filled."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.compose.brief import Brief
from pipeline.compose.lettering import Lettering
from pipeline.compose.off_page import MapSheet, sheet_words
from pipeline.compose.process_arrow import small_arrow
from pipeline.geometry import Size
from pipeline.lengths import Pt
from pipeline.scene import Group, Role, shifted
from pipeline.typeface import Face

_PIECE = 1.15  # width of a small piece, part of the arrow's height
_ARROW = 0.62  # height of the arrow, part of the height of the overview; the words stand above it
_WORDS = 0.9  # of the body text

ROW_HEIGHT = 7.0
"""Height of an overview in one row, mm."""


@dataclass(frozen=True, slots=True)
class Overview:
    """A drawn overview and where it begins, mm."""

    group: Group
    left: float


def overview_beside_mark(brief: Brief, sheet: MapSheet, top: float, right: float, height: float) -> Overview:
    """Words above the small arrow, both from one left edge; the arrow ends at `right`, all is `height` mm high."""
    size = _arrow_size(brief, height * _ARROW)
    left = right - size.width
    text = _words(brief, Pt(brief.sheet.body * _WORDS))
    arrow = shifted(small_arrow(brief, size, sheet.phases), left, top + height - size.height)
    words = text.line(sheet_words(brief, sheet), left, top + text.cap)
    return Overview(Group(Role.ABOUT, (words, *arrow), sheet_words(brief, sheet)), left)


def overview_row(brief: Brief, sheet: MapSheet) -> Group:
    """The small arrow from 0, 0, and the words after it."""
    size = _arrow_size(brief, ROW_HEIGHT)
    text = _words(brief, brief.sheet.body)
    words = text.line(sheet_words(brief, sheet), size.width + text.size.mm, (ROW_HEIGHT + text.cap) / 2)
    return Group(Role.ABOUT, (*small_arrow(brief, size, sheet.phases), words), sheet_words(brief, sheet))


def _arrow_size(brief: Brief, height: float) -> Size:
    return Size(len(brief.phases()) * _PIECE * height, height)


def _words(brief: Brief, size: Pt) -> Lettering:
    return Lettering(brief.typesetter, size, brief.theme.inks.ink, Face.BOLD)
