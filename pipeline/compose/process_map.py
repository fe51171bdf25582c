"""A map: cards and connectors laid out on their phase bands, at the largest type that fits the room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.compose.brief import Brief, CannotCompose
from pipeline.compose.connectors import Connector, Pen
from pipeline.compose.step_card import Card
from pipeline.geometry import Point, Size, line
from pipeline.layout import laid_out
from pipeline.layout.drawing import Drawing
from pipeline.layout.graph import Box, Edge, Graph, Reach, Spacing
from pipeline.lengths import Pt
from pipeline.model import Actor, StepKind
from pipeline.scene import Group, Item, Outline, Role, Stroke

_STEP_DOWN = 0.5  # pt between two trials of type size


@dataclass(frozen=True)
class Lane:
    """An actor's cards, in reading order."""

    actor: Actor
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class PlacedMap:
    """A map that has its places: cards, connectors and the drawing that the engine gave."""

    brief: Brief
    size_pt: Pt
    lanes: tuple[Lane, ...]
    connectors: tuple[Connector, ...]
    drawing: Drawing

    def items(self) -> tuple[Item, ...]:
        """Phase hairlines, arrows, steps in reading order, and what stands on the arrows."""
        routes = self.drawing.routes
        pen = Pen(self.brief, self.size_pt)
        steps = tuple(card.drawn(self.drawing.boxes[card.name]) for lane in self.lanes for card in lane.cards)
        ways = {name: route.points for name, route in routes.items()}
        labels = {name: route.label for name, route in routes.items()}
        return (
            pen.lines(self.connectors, ways),
            Group(Role.MAP, steps),
            pen.tags(self.connectors, labels),
        )


Cards = Callable[[Actor, Pt], tuple[Card, ...]]


def placed_map(
    brief: Brief,
    cards: Cards,
    room: Size,
    band_minimum: tuple[float, ...] = (),
    portrait: bool = False,
    lane_head: float = 0.0,
) -> PlacedMap:
    """The map of the brief's actor, or of all actors as lanes, at the largest type that fits the room (mm).

    Raises CannotCompose (U690) if it does not fit at the sheet's smallest type.
    """
    actors = (brief.actor,) if brief.actor else brief.programme.actors
    size = brief.sheet.step
    while size >= brief.sheet.step_least:
        found = _trial(brief, actors, cards, size, room, band_minimum, portrait, lane_head)
        if _fits(found.drawing.size, room):
            return found
        size = _smaller(size, found.drawing.size, room)
    who = brief.actor.name if brief.actor else brief.wording.stamp.all_actors
    raise CannotCompose("U690", actor=who, least=f"{brief.sheet.step_least:g}")


def _smaller(size: Pt, drawn: Size, room: Size) -> Pt:
    """The next size to try: a step down, more where the drawing is far too large. Boxes shrink slower than type."""
    over = max(drawn.width / room.width, drawn.height / room.height)
    steps = max(1, int((size - size / over**0.5) / _STEP_DOWN))
    return Pt(size - steps * _STEP_DOWN)


def _fits(size: Size, room: Size) -> bool:
    return size.width <= room.width + 0.01 and size.height <= room.height + 0.01


def _trial(
    brief: Brief,
    actors: Sequence[Actor],
    cards: Cards,
    size: Pt,
    room: Size,
    band_minimum: tuple[float, ...],
    portrait: bool,
    lane_head: float,
) -> PlacedMap:
    lanes = tuple(Lane(actor, cards(actor, size)) for actor in actors)
    pen = Pen(brief, size, dense=len(actors) > 1)
    connectors = tuple(connector for actor in actors for connector in _connectors(pen, actor))
    graph = Graph(
        boxes=tuple(_box(brief, card, lane) for lane, of in enumerate(lanes) for card in of.cards),
        edges=tuple(_edge(pen, connector) for connector in connectors),
        bands=len(brief.phases()),
        lanes=len(lanes),
        spacing=_spacing(size, pen.dense),
        room=room,
        portrait=portrait,
        band_minimum=band_minimum,
        lane_head=lane_head,
    )
    return PlacedMap(brief, size, lanes, connectors, laid_out(graph))


def _spacing(size: Pt, dense: bool) -> Spacing:
    """In em; a map of several lanes has less room to give."""
    em = size.mm
    if dense:
        return Spacing(track=0.7 * em, box=0.7 * em, head=1.0 * em, edge=0.4 * em)
    return Spacing(track=0.75 * em, box=0.85 * em, head=1.1 * em, edge=0.6 * em)


def _connectors(pen: Pen, actor: Actor) -> tuple[Connector, ...]:
    return tuple(
        pen.connector(step, arrow, target)
        for step in actor.steps
        for arrow in step.arrows
        if (target := actor.step(arrow.target))
    )


def _box(brief: Brief, card: Card, lane: int) -> Box:
    order = [phase.number for phase in brief.phases()]
    reach = tuple((side, Reach(lo, hi)) for side, (lo, hi) in card.shape.reaches(card.size, card.em))
    return Box(card.name, order.index(card.phase), lane, card.size, reach, card.kind is StepKind.DECISION)


def _edge(pen: Pen, connector: Connector) -> Edge:
    return Edge(
        connector.name,
        connector.source,
        connector.target,
        pen.label(connector),
        on_line=bool(connector.answer),
        loop=connector.loop,
    )


def hairlines(brief: Brief, drawing: Drawing, portrait: bool = False) -> Group:
    """Thin lines between the phases; they carry no meaning alone."""
    stroke = Stroke(brief.theme.inks.rule, 0.25)
    lines: list[Item] = []
    for band in drawing.bands[1:]:
        if portrait:
            ends = (Point(0, band.lo), Point(drawing.size.width, band.lo))
        else:
            ends = (Point(band.lo, 0), Point(band.lo, drawing.size.height))
        lines.append(Outline(line(*ends), None, stroke))
    return Group(Role.DECORATION, tuple(lines))
