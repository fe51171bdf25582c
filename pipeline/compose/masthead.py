"""The head of a sheet: kicker, title, what it is about, and the framed status mark."""

from __future__ import annotations

from pipeline.compose.brief import Brief
from pipeline.compose.lettering import Lettering
from pipeline.geometry import Rect, Size, rounded_rect
from pipeline.lengths import Pt
from pipeline.scene import Group, Item, Outline, Role, Stroke
from pipeline.typeface import Face

_MARK_SIZE = 1.15  # of the body text
_MARK_PAD = 0.9  # em
_MARK_HEIGHT = 2.3  # em


def masthead(brief: Brief, frame: Rect, kicker: str, title: str, about: str) -> tuple[Group, float]:
    """Kicker above, title, what it is about beside it, status mark at the right; and the y where it ends, mm."""
    sheet, inks = brief.sheet, brief.theme.inks
    large = Lettering(brief.typesetter, sheet.title, inks.ink, Face.BOLD, 1.1)
    quiet = Lettering(brief.typesetter, sheet.body, inks.grey, leading=1.3)
    mark, mark_left = status_mark(brief, frame)
    top = frame.y
    items: list[Item] = []
    if kicker:
        items.append(quiet.line(kicker, frame.x, top + quiet.cap))
        top += quiet.pitch
    baseline = top + large.cap
    # A capital's side bearing would set a large title in from the edge; pull it back to the common left edge.
    items.append(large.line(title, frame.x - large.size.mm * 0.04, baseline))
    left = frame.x + large.width(title) + sheet.unit * 2
    lines = quiet.balanced(about, max(mark_left - sheet.unit * 2 - left, 1.0)) if about else ()
    items += quiet.lines(lines, left, max(baseline - (len(lines) - 1) * quiet.pitch, frame.y + quiet.cap))
    return Group(Role.TITLE, (*items, *mark)), baseline + large.size.mm * 0.22


def ground(brief: Brief, paper: Size) -> Outline:
    """The sheet itself: gaps and rings are paper, so it must be there where a viewer shows another ground."""
    return Outline(rounded_rect(Rect(0, 0, paper.width, paper.height), 0), brief.theme.inks.paper)


def status_mark(brief: Brief, frame: Rect) -> tuple[tuple[Item, ...], float]:
    """The draft mark, framed, at the top right; and its left edge, mm."""
    inks, strokes = brief.theme.inks, brief.theme.strokes
    word = brief.wording.stamp.draft
    text = Lettering(brief.typesetter, Pt(brief.sheet.body * _MARK_SIZE), inks.ink, Face.BOLD)
    em = text.size.mm
    width = text.width(word) + 2 * _MARK_PAD * em
    rect = Rect(frame.right - width, frame.y, width, _MARK_HEIGHT * em)
    frame_line = Outline(rounded_rect(rect, 0), inks.paper, Stroke(inks.ink, max(0.085 * em, strokes.thinnest)))
    return (frame_line, text.centred(word, rect.centre)), rect.x
