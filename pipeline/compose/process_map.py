"""A map as it is drawn: cards and connectors at their places on their phase bands, and signs where arrows are cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipeline.compose.brief import Brief
from pipeline.compose.connectors import Connector, Pen
from pipeline.compose.map_in_words import row_anchor
from pipeline.compose.off_page import MapSheet, sign_drawn
from pipeline.compose.step_card import Card
from pipeline.geometry import Point, line
from pipeline.layout.drawing import Drawing
from pipeline.lengths import Pt
from pipeline.model import Actor
from pipeline.scene import Group, Item, Link, Outline, Role, Stroke

Cards = Callable[[Actor, Pt], tuple[Card, ...]]
"""The cards of an actor's steps with step text of a size."""

Leads = Callable[[str], str]
"""Of a step's id the anchor that its box on a map leads to, or nothing."""


def _nowhere(_step_id: str) -> str:
    return ""


@dataclass(frozen=True)
class Lane:
    """An actor's cards, in reading order."""

    actor: Actor
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class PlacedMap:
    """A map, or a sheet of one, that has its places: cards, connectors and the drawing that the engine gave.

    `connectors` also hold the couplings that leave here but are drawn as letters, or lead to another sheet.
    """

    brief: Brief
    size_pt: Pt
    lanes: tuple[Lane, ...]
    connectors: tuple[Connector, ...]
    drawing: Drawing
    sheet: MapSheet

    def items(self, linked: bool = False, leads: Leads = row_anchor) -> tuple[Item, ...]:
        """Arrows, steps in reading order, signs, and what stands on the arrows.

        Steps that are `linked` lead to their places in the text, or to where `leads` says.
        """
        routes = self.drawing.routes
        pen = Pen(self.brief, self.size_pt)
        goal: Leads = leads if linked else _nowhere
        steps = tuple(self._step(card, goal(card.name)) for lane in self.lanes for card in lane.cards)
        ways = {name: route.points for name, route in routes.items()}
        labels = {name: route.label for name, route in routes.items()}
        lines, tags = pen.lines(self.connectors, ways), pen.tags(self.drawn, labels)
        return (*lines, Group(Role.MAP, steps), *self._signs(), tags)

    def _step(self, card: Card, anchor: str) -> Group:
        rect = self.drawing.boxes[card.name]
        drawn = card.drawn(rect)
        return replace(drawn, items=(Link(f"#{anchor}", rect, drawn.items),)) if anchor else drawn

    def _signs(self) -> tuple[Item, ...]:
        boxes = self.drawing.boxes
        return tuple(sign_drawn(self.brief, sign, boxes[sign.name], self.size_pt) for sign in self.sheet.signs)

    @property
    def phases(self) -> tuple[int, ...]:
        """The numbers of the phases that are shown, in order."""
        return self.sheet.phases

    @property
    def drawn(self) -> tuple[Connector, ...]:
        """The connectors that are lines on the map: a coupling may be left out."""
        return tuple(connector for connector in self.connectors if connector.name in self.drawing.routes)


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
