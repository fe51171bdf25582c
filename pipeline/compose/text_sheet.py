"""The page behind a map: the same steps and arrows in words, in columns, phase by phase."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.compose.brief import Brief
from pipeline.compose.lettering import Lettering
from pipeline.compose.masthead import masthead
from pipeline.compose.stamp import stamp_top
from pipeline.compose.step_card import Card
from pipeline.compose.step_card import ring_items as ring
from pipeline.compose.text_form import in_words
from pipeline.geometry import Point, Rect
from pipeline.lengths import Pt
from pipeline.model import Phase, Step, StepKind
from pipeline.scene import Group, Item, Role, Scene, shifted
from pipeline.typeface import Face

_COLUMNS = 3
_SMALLEST = 8.0  # pt; more pages rather than smaller text


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
    columns = _columns(_pieces(brief, width), room)
    pages = [columns[n : n + _COLUMNS] for n in range(0, len(columns), _COLUMNS)]
    return tuple(
        Scene(
            paper,
            (head, *(_column(c, body.x + n * (width + gutter), body.y) for n, c in enumerate(page))),
            f"{title}: {actor.name}",
            title,
            brief.programme.settings.language,
        )
        for page in pages
    )


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
    return Pt(max(brief.sheet.body * 0.85, _SMALLEST))


def _phase_head(brief: Brief, phase: Phase) -> Piece:
    inks, size = brief.theme.inks, _size(brief)
    text = Lettering(brief.typesetter, Pt(size * 1.2), inks.ink, Face.BOLD)
    middle = Point(0.8 * size.mm, 0.8 * size.mm)
    pen = Card(brief, size, StepKind.FAN, phase.number, "", ("",)).stroke()
    name = text.line(phase.name, 2.2 * size.mm, middle.y + text.cap / 2)
    return Piece((*ring(brief, str(phase.number), middle, size, pen), name), 1.8 * size.mm, 1.6 * size.mm, heads=True)


def _step_text(brief: Brief, step: Step, width: float) -> Piece:
    actor, inks, size = brief.subject, brief.theme.inks, _size(brief)
    bold = Lettering(brief.typesetter, size, inks.ink, Face.BOLD)
    plain = Lettering(brief.typesetter, size, inks.ink, leading=1.3)
    left = 2.2 * size.mm
    kind = brief.programme.meaning(step.kind).name
    title = bold.broken(step.title, width - left)
    rest = plain.broken(f"{kind}. {in_words(brief, actor, step)}", width - left)
    first = bold.cap
    below = first + len(title) * plain.pitch
    number = bold.line(str(actor.number(step)), 0.8 * size.mm - bold.width(str(actor.number(step))) / 2, first)
    items = (number, *bold.lines(title, left, first), *plain.lines(rest, left, below))
    return Piece(items, below + (len(rest) - 1) * plain.pitch, 1.1 * size.mm)
