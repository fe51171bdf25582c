"""The figure on a step's page: where one comes from, this step, and where one goes."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum

from pipeline.compose.brief import Brief
from pipeline.compose.connectors import Connector, Pen
from pipeline.compose.figure import figure_room, figure_scene
from pipeline.compose.step_card import Card, step_card
from pipeline.geometry import Point, Rect, Side, Size
from pipeline.lengths import Pt
from pipeline.model import Actor, Step
from pipeline.scene import Group, Item, Role, Scene

_LABEL_ROOM = 6.6  # em
_WIDE_LABEL_ROOM = 9.5  # of many neighbours: short titles in a line, so that the column stays low
_ROW_GAP = 0.6  # between two boxes of a column, em
_LOW_ROW_GAP = 0.3  # of many
_FULL_TITLES = 2  # so many neighbours on a side keep their full titles
_ENTRY = 1.9  # straight run before a head, em


@dataclass(frozen=True)
class _Placed:
    card: Card
    rect: Rect

    def port(self, side: Side) -> Point:
        """The middle of what the outline offers on a side."""
        lo, hi = dict(self.card.shape.reaches(self.card.size, self.card.em))[side]
        x = self.rect.right if side is Side.EAST else self.rect.x
        return Point(x, self.rect.y + (lo + hi) / 2)


def local_figure(brief: Brief, actor: Actor, step: Step) -> Scene:
    """The step between the steps before it and after it, over the width of the text."""
    size, width = brief.sheet.step, figure_room(brief)
    before = _column(brief, actor, actor.arriving(step), size)
    here = step_card(brief, actor, step, size, _LABEL_ROOM)
    after = _column(brief, actor, tuple(t for a in step.arrows if (t := actor.step(a.target))), size)
    height = max(_height(before), here.size.height, _height(after))
    left = _placed(before, 0.0, height)
    middle = _Placed(here, Rect((width - here.size.width) / 2, (height - here.size.height) / 2, *_wh(here)))
    right_edge = width - max((card.size.width for card in after), default=0.0)
    right = _placed(after, right_edge, height)
    pen = Pen(brief, size)
    arrows = (*_arriving(pen, actor, step, left, middle), *_leaving(pen, actor, step, middle, right))
    boxes = tuple(place.card.drawn(place.rect) for place in (*left, middle, *right))
    alternative = brief.wording.handout.local_alternative.format(step=step.title)
    items = (*arrows, Group(Role.MAP, tuple(_nameless(box) for box in boxes)))
    return figure_scene(brief, Size(width, height), items, step.title, alternative)


def _wh(card: Card) -> tuple[float, float]:
    return card.size.width, card.size.height


def _nameless(box: Group) -> Group:
    """The same step stands in many figures of a document: only the map's box keeps the id."""
    return Group(box.role, box.items, box.label)


def _column(brief: Brief, actor: Actor, steps: tuple[Step, ...], size: Pt) -> tuple[Card, ...]:
    """Many neighbours get their short titles: the text below has the full ones, and the page stays one page."""
    short = len(steps) > _FULL_TITLES
    room = _WIDE_LABEL_ROOM if short else _LABEL_ROOM
    return tuple(step_card(brief, actor, step, size, room, short) for step in steps)


def _gap(cards: tuple[Card, ...]) -> float:
    """Between two boxes of a column, mm."""
    return (_LOW_ROW_GAP if len(cards) > _FULL_TITLES else _ROW_GAP) * cards[0].em if cards else 0.0


def _height(cards: tuple[Card, ...]) -> float:
    gap = _gap(cards)
    return fsum(card.size.height for card in cards) + gap * max(len(cards) - 1, 0)


def _placed(cards: tuple[Card, ...], x: float, height: float) -> tuple[_Placed, ...]:
    top = (height - _height(cards)) / 2
    found = []
    for card in cards:
        found.append(_Placed(card, Rect(x, top, *_wh(card))))
        top += card.size.height + _gap(cards)
    return tuple(found)


def _way(start: Point, end: Point, turn: float) -> tuple[Point, ...]:
    if abs(start.y - end.y) < 0.01:
        return (start, end)
    return (start, Point(turn, start.y), Point(turn, end.y), end)


def _arriving(pen: Pen, actor: Actor, step: Step, left: tuple[_Placed, ...], middle: _Placed) -> tuple[Item, ...]:
    """Arrows in, joining before this step's one entry."""
    entry = middle.port(Side.WEST)
    turn = entry.x - _ENTRY * pen.em
    connectors, ways = [], {}
    for place in left:
        origin = actor.step(place.card.name)
        arrow = next((a for a in origin.arrows if a.target == step.name_id), None) if origin else None
        if origin and arrow:
            connector = pen.connector(origin, arrow, step)
            connectors.append(connector)
            ways[connector.name] = _way(place.port(Side.EAST), entry, turn)
    return (pen.bundle(connectors, ways), pen.tags(connectors, {c.name: None for c in connectors}))


def _leaving(pen: Pen, actor: Actor, step: Step, middle: _Placed, right: tuple[_Placed, ...]) -> tuple[Item, ...]:
    """Arrows out from this step's one exit; answers and conditions stand before their target."""
    exit_ = middle.port(Side.EAST)
    connectors: list[Connector] = []
    ways, labels = {}, {}
    for place, arrow in zip(right, step.arrows, strict=True):
        target = actor.step(place.card.name)
        if not target:
            continue
        connector = pen.connector(step, arrow, target)
        way = _way(exit_, place.port(Side.WEST), exit_.x + _ENTRY * 0.6 * pen.em)
        connectors.append(connector)
        ways[connector.name] = way
        labels[connector.name] = _label_place(pen, connector, way)
    return (pen.bundle(connectors, ways), pen.tags(connectors, labels))


def _label_place(pen: Pen, connector: Connector, way: tuple[Point, ...]) -> Rect | None:
    """An answer sits in the middle of the last piece, a condition just above it."""
    size = pen.label(connector)
    if size is None:
        return None
    start, end = way[-2], way[-1]
    x = start.x + (end.x - pen.em - start.x - size.width) / 2
    drop = size.height / 2 if connector.answer else size.height + 0.1 * pen.em
    return Rect(x, end.y - drop, size.width, size.height)
