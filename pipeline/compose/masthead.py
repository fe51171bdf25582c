"""The head of a sheet: kicker, title, what it is about, and the framed status mark."""

from __future__ import annotations

from pipeline.compose.brief import Brief, CannotCompose
from pipeline.compose.lettering import Lettering
from pipeline.compose.off_page import MapSheet
from pipeline.compose.sheet_overview import overview_beside_mark
from pipeline.compose.standing import mark
from pipeline.geometry import Rect, Size, rounded_rect
from pipeline.lengths import Pt
from pipeline.scene import Group, Item, Outline, Role, Stroke
from pipeline.typeface import Face

_TITLE_SHARE = 0.72  # of the width left of the mark, where a text stands beside the title
_LEAST_TITLE = 0.45  # of the wanted size, before a title is refused
_SMALLER = 0.95  # from one trial of type size to the next
_MARK_SIZE = 1.15  # of the body text
_MARK_PAD = 0.9  # em
_MARK_HEIGHT = 2.3  # em


def masthead(
    brief: Brief, frame: Rect, kicker: str, title: str, about: str, shown: MapSheet | None = None
) -> tuple[Group, float]:
    """Kicker above, title, what it is about beside it, status mark at the right; and the y where it ends, mm.

    A sheet that shows a part of a map has a small overview left of the mark. A long title is set smaller, and so is a
    long text beside it. Raises CannotCompose (U698) if that is not enough.
    """
    sheet, inks = brief.sheet, brief.theme.inks
    framed, mark_left = status_mark(brief, frame)
    right = mark_left - sheet.unit * 2
    if shown and shown.is_part:
        overview = overview_beside_mark(brief, shown, frame.y, right, mark_height(brief))
        framed, right = (overview.group, *framed), overview.left - sheet.unit * 2
    large = _fitting_title(brief, title, (right - frame.x) * (_TITLE_SHARE if about else 1.0))
    quiet = Lettering(brief.typesetter, sheet.body, inks.grey, leading=1.3)
    top = frame.y + (quiet.pitch if kicker else 0.0)
    baseline = top + large.cap
    # A capital's side bearing would set a large title in from the edge; pull it back to the common left edge.
    small = (quiet.line(kicker, frame.x, frame.y + quiet.cap),) if kicker else ()
    names = Group(Role.TITLE, (*small, large.line(title, frame.x - large.size.mm * 0.04, baseline)))
    items: tuple[Item, ...] = ()
    bottom = baseline + large.size.mm * 0.22
    if about:
        left = frame.x + large.width(title) + sheet.unit * 2
        beside = Rect(left, frame.y, right - left, baseline - frame.y)
        items, bottom = _subject(brief, about, beside, Rect(frame.x, bottom, frame.width, 0), shown)
    return Group(Role.SHEET, (names, Group(Role.ABOUT, (*items, *framed)))), bottom


def _fitting_title(brief: Brief, title: str, room: float) -> Lettering:
    size = brief.sheet.title
    while size >= max(brief.sheet.title * _LEAST_TITLE, brief.sheet.body):
        style = Lettering(brief.typesetter, size, brief.theme.inks.ink, Face.BOLD, 1.1)
        if style.width(title) <= room:
            return style
        size = Pt(size * _SMALLER)
    raise CannotCompose("U698", text=title)


def _subject(
    brief: Brief, text: str, beside: Rect, below: Rect, shown: MapSheet | None
) -> tuple[tuple[Item, ...], float]:
    """The text on the title's last line or above it, and where the masthead ends.

    Where the overview of a sheet leaves too little room beside the title, it stands in lines of its own below.
    """
    try:
        return fitted_lines(brief, text, beside, brief.sheet.body, 1.3), below.y
    except CannotCompose:
        if not (shown and shown.is_part):
            raise
    style = Lettering(brief.typesetter, brief.sheet.body, brief.theme.inks.grey, leading=1.3)
    lines = style.balanced(text, below.width)
    first = below.y + 0.5 * brief.sheet.unit + style.cap
    return style.lines(lines, below.x, first), first + (len(lines) - 1) * style.pitch + 0.5 * brief.sheet.unit


def fitted_lines(brief: Brief, text: str, room: Rect, size: Pt, leading: float) -> tuple[Item, ...]:
    """Grey lines that end on the room's lower edge, set smaller until they fit. Raises CannotCompose (U698)."""
    while size >= brief.sheet.small:
        style = Lettering(brief.typesetter, size, brief.theme.inks.grey, leading=leading)
        lines = style.balanced(text, max(room.width, 1.0))
        wide = max(style.width(line) for line in lines)
        if wide <= room.width and style.height(len(lines)) <= room.height + 0.01:
            return style.lines(lines, room.x, room.bottom - (len(lines) - 1) * style.pitch)
        size = Pt(size * _SMALLER)
    raise CannotCompose("U698", text=text)


def ground(brief: Brief, paper: Size) -> Outline:
    """The sheet itself: gaps and rings are paper, so it must be there where a viewer shows another ground."""
    return Outline(rounded_rect(Rect(0, 0, paper.width, paper.height), 0), brief.theme.inks.paper)


def mark_height(brief: Brief) -> float:
    """The height of the status mark, mm."""
    return _MARK_HEIGHT * _MARK_SIZE * brief.sheet.body.mm


def status_mark(brief: Brief, frame: Rect) -> tuple[tuple[Item, ...], float]:
    """The status mark, framed, at the top right, and its left edge, mm; nothing where all is decided."""
    inks, strokes = brief.theme.inks, brief.theme.strokes
    word = mark(brief)
    if not word:
        return (), frame.right
    text = Lettering(brief.typesetter, Pt(brief.sheet.body * _MARK_SIZE), inks.ink, Face.BOLD)
    em = text.size.mm
    width = text.width(word) + 2 * _MARK_PAD * em
    rect = Rect(frame.right - width, frame.y, width, mark_height(brief))
    frame_line = Outline(rounded_rect(rect, 0), inks.paper, Stroke(inks.ink, max(0.085 * em, strokes.thinnest)))
    return (frame_line, text.centred(word, rect.centre)), rect.x
