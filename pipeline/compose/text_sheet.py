"""The page behind a map: the same steps and arrows in words, in columns, phase by phase."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.compose.brief import Brief
from pipeline.compose.lettering import Lettering
from pipeline.compose.masthead import ground, masthead
from pipeline.compose.stamp import stamp_top
from pipeline.compose.step_card import Card
from pipeline.compose.step_card import ring_items as ring
from pipeline.compose.text_form import ways_in_words
from pipeline.geometry import Point, Rect
from pipeline.lengths import Pt
from pipeline.model import Phase, Step, StepKind
from pipeline.scene import Group, Item, Role, Scene, shifted
from pipeline.typeface import Face

_COLUMNS = 3
_HALVINGS = 10  # of the room when columns are made even: to within a thousandth
_SMALLEST = 8.0  # pt; more pages rather than smaller text
_LEFT = 2.2  # from the column's edge to the text, em
_RING_MIDDLE = 0.8  # from the column's edge to the middle of rings and numbers, em


@dataclass(frozen=True)
class Piece:
    """A part that stays whole: its items (beginning at 0, 0), its height, and the room wanted before it, mm."""

    items: tuple[Item, ...]
    height: float
    before: float
    heads: bool = False


def text_sheet(brief: Brief) -> tuple[Scene, ...]:
    """The text form of an actor's map on as many pages as it needs."""
    paper = brief.paper.turned
    frame = brief.frame(paper)
    title, actor = brief.wording.map.text_title, brief.subject
    head, y = masthead(brief, frame, f"{brief.publication.name} {actor.name}", title, "")
    body = Rect(frame.x, y + 2 * brief.sheet.unit, frame.width, 0)
    room = stamp_top(brief, frame) - 1.5 * brief.sheet.unit - body.y
    gutter = 2.5 * brief.sheet.unit
    width = (frame.width - (_COLUMNS - 1) * gutter) / _COLUMNS
    columns = _balanced(_pieces(brief, width), room)
    pages = [columns[n : n + _COLUMNS] for n in range(0, len(columns), _COLUMNS)]
    lefts = [body.x + n * (width + gutter) for n in range(_COLUMNS)]
    return tuple(
        Scene(
            paper,
            (ground(brief, paper), head, *(_column(c, x, body.y) for c, x in zip(page, lefts, strict=False))),
            f"{title}: {actor.name}",
            title,
            brief.programme.settings.language,
        )
        for page in pages
    )


def _balanced(pieces: tuple[Piece, ...], room: float) -> list[tuple[tuple[Piece, float], ...]]:
    """As few columns as the room allows, a page's worth at least, and those as even as can be."""
    pages = -(-len(_columns(pieces, room)) // _COLUMNS)
    low, high = 0.0, room
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if len(_columns(pieces, middle)) <= pages * _COLUMNS:
            high = middle
        else:
            low = middle
    return _columns(pieces, high)


def _columns(pieces: tuple[Piece, ...], room: float) -> list[tuple[tuple[Piece, float], ...]]:
    """Pieces filled into columns of this height; a phase's head is never the last of its column."""
    columns: list[tuple[tuple[Piece, float], ...]] = []
    column: list[tuple[Piece, float]] = []
    used = 0.0
    for n, piece in enumerate(pieces):
        before = piece.before if column else 0.0
        follower = pieces[n + 1].height + pieces[n + 1].before if piece.heads and n + 1 < len(pieces) else 0.0
        if column and used + before + piece.height + follower > room:
            columns.append(tuple(column))
            column, used, before = [], 0.0, 0.0
        column.append((piece, used + before))
        used += before + piece.height
    columns.append(tuple(column))
    return columns


def _column(column: tuple[tuple[Piece, float], ...], x: float, y: float) -> Group:
    items = tuple(item for piece, top in column for item in shifted(piece.items, x, y + top))
    return Group(Role.TEXT, items)


def _pieces(brief: Brief, width: float) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for phase in brief.phases():
        steps = [step for step in brief.subject.steps if step.phase == phase.number]
        if steps:
            found.append(_phase_head(brief, phase))
            found += [_step_text(brief, step, width) for step in steps]
    return tuple(found)


def _size(brief: Brief) -> Pt:
    return Pt(max(brief.sheet.body, _SMALLEST))


def _phase_head(brief: Brief, phase: Phase) -> Piece:
    inks, size = brief.theme.inks, _size(brief)
    text = Lettering(brief.typesetter, Pt(size * 1.2), inks.ink, Face.BOLD)
    middle = Point(_RING_MIDDLE * size.mm, 0.8 * size.mm)
    pen = Card(brief, size, StepKind.FAN, phase.number, "", ("",)).stroke()
    name = text.line(phase.name, _LEFT * size.mm, middle.y + text.cap / 2)
    return Piece((*ring(brief, str(phase.number), middle, size, pen), name), 1.8 * size.mm, 1.6 * size.mm, heads=True)


def _step_text(brief: Brief, step: Step, width: float) -> Piece:
    """Number and title, the kind in grey, and each way on from a line of its own."""
    actor, inks, size = brief.subject, brief.theme.inks, _size(brief)
    bold = Lettering(brief.typesetter, size, inks.ink, Face.BOLD, 1.3)
    plain = Lettering(brief.typesetter, size, inks.ink, leading=1.3)
    grey = Lettering(brief.typesetter, size, inks.grey, leading=1.3)
    left = _LEFT * size.mm
    title = bold.broken(step.title, width - left)
    ways = tuple(line for way in ways_in_words(brief, actor, step) for line in plain.broken(way, width - left))
    number = str(actor.number(step))
    first = bold.cap
    below = first + len(title) * bold.pitch
    items = (
        bold.line(number, _RING_MIDDLE * size.mm - bold.width(number) / 2, first),
        *bold.lines(title, left, first),
        grey.line(brief.programme.meaning(step.kind).name, left, below),
        *plain.lines(ways, left, below + grey.pitch),
    )
    return Piece(items, below + len(ways) * plain.pitch, 1.4 * size.mm)
