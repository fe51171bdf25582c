"""A map: cards and connectors laid out on their phase bands, at the largest type that fits the room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.compose.brief import Brief, CannotCompose
from pipeline.compose.connectors import Connector, Pen
from pipeline.compose.step_card import Card
from pipeline.compose.type_size import SizeChoice
from pipeline.geometry import Point, Size, line
from pipeline.layout import Effort, laid_out
from pipeline.layout.drawing import Drawing
from pipeline.layout.graph import Box, Edge, Graph, Reach, Spacing
from pipeline.lengths import Pt
from pipeline.model import Actor, StepKind
from pipeline.scene import Group, Item, Outline, Role, Stroke

_CROSSED = 1  # so many arrows a coupling may cross; otherwise it is not drawn
_HEAD_RUN = 1.35  # em; a head and the bend before it, so that arrows join before the head
_HEAD_RUN_DENSE = 1.1
_TOLERANCE = 0.01  # mm


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
        return (*pen.lines(self.connectors, ways), Group(Role.MAP, steps), pen.tags(self.drawn, labels))

    @property
    def drawn(self) -> tuple[Connector, ...]:
        """The connectors that are lines on the map: a coupling may be left out."""
        return tuple(connector for connector in self.connectors if connector.name in self.drawing.routes)


Cards = Callable[[Actor, Pt], tuple[Card, ...]]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a map is drawn on, mm: the room to fill, and what bands and lanes need for themselves."""

    room: Size
    band_minimum: tuple[float, ...]
    portrait: bool
    lane_head: float


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
    ground = Ground(room, band_minimum, portrait, lane_head)

    @cache
    def trial(size: Pt, effort: Effort) -> PlacedMap:
        return _trial(brief, actors, cards, size, ground, effort)

    def fill(size: Pt, effort: Effort) -> float:
        drawn = trial(size, effort).drawing.size
        return max((drawn.width - _TOLERANCE) / room.width, (drawn.height - _TOLERANCE) / room.height)

    size = SizeChoice(brief.sheet.step, brief.sheet.step_least, fill).largest()
    if size is None:
        who = brief.actor.name if brief.actor else brief.wording.stamp.all_actors
        raise CannotCompose("U690", actor=who, least=f"{brief.sheet.step_least:g}")
    return trial(size, Effort.SEARCH)


def _trial(brief: Brief, actors: Sequence[Actor], cards: Cards, size: Pt, ground: Ground, effort: Effort) -> PlacedMap:
    lanes = tuple(Lane(actor, cards(actor, size)) for actor in actors)
    pen = Pen(brief, size, dense=len(actors) > 1)
    arrows = tuple(connector for actor in actors for connector in connectors_of(pen, actor))
    # Couplings never change the size of a map, so a pass that only asks for its size does without.
    connectors = (*arrows, *couplings_of(pen, actors)) if effort is Effort.SEARCH else arrows
    graph = Graph(
        boxes=tuple(_box(brief, card, lane) for lane, of in enumerate(lanes) for card in of.cards),
        edges=tuple(_edge(pen, connector) for connector in connectors),
        bands=len(brief.phases()),
        lanes=len(lanes),
        spacing=_spacing(size, pen.dense),
        room=ground.room,
        portrait=ground.portrait,
        band_minimum=ground.band_minimum,
        lane_head=ground.lane_head,
    )
    return PlacedMap(brief, size, lanes, connectors, laid_out(graph, effort))


def _spacing(size: Pt, dense: bool) -> Spacing:
    """In em; a map of several lanes has less room to give."""
    em = size.mm
    if dense:
        return Spacing(track=0.7 * em, box=0.7 * em, head=_HEAD_RUN_DENSE * em, edge=0.4 * em)
    return Spacing(track=0.75 * em, box=0.85 * em, head=_HEAD_RUN * em, edge=0.6 * em)


def connectors_of(pen: Pen, actor: Actor) -> tuple[Connector, ...]:
    """The arrows of an actor's map, in reading order."""
    return tuple(
        pen.connector(step, arrow, target)
        for step in actor.steps
        for arrow in step.arrows
        if (target := actor.step(arrow.target))
    )


def couplings_of(pen: Pen, actors: Sequence[Actor]) -> tuple[Connector, ...]:
    """The couplings that lead from the lane of one of the actors to that of another, in reading order."""
    homes = {step.name_id: (step, actor) for actor in actors for step in actor.steps}
    return tuple(
        pen.coupled(step, actor, *homes[step.link.step])
        for actor in actors
        for step in actor.steps
        if step.link and step.link.step in homes and homes[step.link.step][1] is not actor
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
        coupling=bool(connector.coupling),
        crossing_limit=_CROSSED if connector.coupling else None,
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
