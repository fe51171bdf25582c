"""Arrows between steps: their lines, gaps at crossings, heads, answers on the line and conditions beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.compose.brief import Brief
from pipeline.compose.lettering import Lettering
from pipeline.geometry import Path, Point, Rect, Size, polygon, rounded_line, rounded_rect
from pipeline.lengths import Pt
from pipeline.model import Answer, Arrow, Step, StepKind
from pipeline.scene import Group, Item, Outline, Role, Stroke
from pipeline.typeface import Face

_TAG_TEXT = 0.87
_TAG_HEIGHT = 1.3  # em
_TAG_PAD = 0.45
_TAG_RADIUS = 0.12
_TAG_AIR = 0.25  # kept free round an answer, em
_CONDITION = 0.89
_CONDITION_ROOM = 7.0  # widest condition before it is broken, em
_CONDITION_ROOM_DENSE = 5.5
_CONDITION_LEADING = 1.15


@dataclass(frozen=True)
class Connector:
    """An arrow of a map before it has a way: which one, and what stands on or beside it."""

    name: str
    source: str
    target: str
    answer: str = ""
    affirms: bool = False
    condition: tuple[str, ...] = ()
    loop: bool = False


@dataclass(frozen=True)
class Pen:
    """Draws connectors at one size of step text; in a dense map conditions are broken sooner."""

    brief: Brief
    size_pt: Pt
    dense: bool = False

    @property
    def em(self) -> float:
        """The size of the step text, mm."""
        return self.size_pt.mm

    @property
    def _tag(self) -> Lettering:
        return Lettering(self.brief.typesetter, Pt(self.size_pt * _TAG_TEXT), self.brief.theme.inks.ink, Face.BOLD)

    @property
    def _condition(self) -> Lettering:
        ink = self.brief.theme.inks.ink
        size = Pt(self.size_pt * _CONDITION)
        return Lettering(self.brief.typesetter, size, ink, Face.ITALIC, _CONDITION_LEADING)

    def connector(self, step: Step, arrow: Arrow, target: Step) -> Connector:
        """The connector of an arrow of the model."""
        words = self.brief.wording.map
        name = f"{step.name_id}--{arrow.target}"
        loop = arrow.loop
        if step.kind is StepKind.DECISION:
            affirms = arrow.label == Answer.YES.value
            return Connector(name, step.name_id, arrow.target, words.yes if affirms else words.no, affirms, (), loop)
        room = (_CONDITION_ROOM_DENSE if self.dense else _CONDITION_ROOM) * self.em
        lines = self._condition.balanced(arrow.label, room) if arrow.label else ()
        return Connector(name, step.name_id, arrow.target, condition=lines, loop=loop)

    def label(self, connector: Connector) -> Size | None:
        """The room that an answer (with air round it) or a condition takes, mm."""
        if connector.answer:
            width = self._tag.width(connector.answer) + 2 * (_TAG_PAD + _TAG_AIR) * self.em
            return Size(width, (_TAG_HEIGHT + 2 * _TAG_AIR) * self.em)
        if connector.condition:
            width = max(self._condition.width(line) for line in connector.condition)
            return Size(width, (len(connector.condition) - 1) * self._condition.pitch + self._condition.size.mm)
        return None

    def lines(self, connectors: Sequence[Connector], ways: Mapping[str, Sequence[Point]]) -> Group:
        """The arrows: loops first, the others over them, those into one step together.

        The arrow drawn later cuts a gap in those drawn before. Arrows into one step are drawn together, so that
        they join instead of cutting each other.
        """
        items: list[Item] = []
        for target in sorted({(not c.loop, c.target) for c in connectors}):
            items += self.bundle([c for c in connectors if (not c.loop, c.target) == target], ways).items
        return Group(Role.EDGES, tuple(items))

    def bundle(self, connectors: Sequence[Connector], ways: Mapping[str, Sequence[Point]]) -> Group:
        """Arrows that share a piece: all their gaps first, then all their lines."""
        gaps = [self._gap(ways[c.name]) for c in connectors]
        arrows = [item for c in connectors for item in self._arrow(c, ways[c.name])]
        return Group(Role.EDGES, (*gaps, *arrows))

    def tags(self, connectors: Sequence[Connector], labels: Mapping[str, Rect | None]) -> Group:
        """Answers and conditions at their places."""
        items: list[Item] = []
        for connector in connectors:
            rect = labels[connector.name]
            if rect is not None:
                items += self._answer(connector, rect) if connector.answer else self._beside(connector, rect)
        return Group(Role.LABEL, tuple(items))

    def _gap(self, points: Sequence[Point]) -> Item:
        """Paper under an arrow, a little short of its ends so that it never bites into a box."""
        strokes = self.brief.theme.strokes
        halo = Stroke(self.brief.theme.inks.paper, strokes.halo * self.em)
        return Outline(rounded_line(_shortened(points, halo.width, halo.width), strokes.bend * self.em), None, halo)

    def _arrow(self, connector: Connector, points: Sequence[Point]) -> tuple[Item, ...]:
        strokes, ink = self.brief.theme.strokes, self.brief.theme.inks.ink
        dash = (strokes.dash * self.em, strokes.gap * self.em) if connector.loop else ()
        length = strokes.head_length * self.em
        way = rounded_line(_shortened(points, 0, length * 0.8), strokes.bend * self.em)
        shaft = Outline(way, None, Stroke(ink, max(strokes.arrow * self.em, strokes.thinnest), dash))
        return (shaft, Outline(self.head(points[-2], points[-1]), ink))

    def head(self, before: Point, tip: Point) -> Path:
        """A filled triangle with its tip on the outline."""
        strokes = self.brief.theme.strokes
        base = tip.towards(before, strokes.head_length * self.em)
        wing = strokes.head_width * self.em / 2
        across = Point(-(base.y - tip.y), base.x - tip.x)
        length = across.distance(Point(0, 0))
        dx, dy = across.x / length * wing, across.y / length * wing
        return polygon((tip, base.moved(dx, dy), base.moved(-dx, -dy)))

    def _answer(self, connector: Connector, room: Rect) -> tuple[Item, ...]:
        """Yes is an ink pill with white text, no a white box with ink text: told apart by form, fill and word."""
        inks, rect = self.brief.theme.inks, room.grown(-_TAG_AIR * self.em)
        stroke = Stroke(inks.ink, max(self.brief.theme.strokes.outline * self.em, self.brief.theme.strokes.thinnest))
        radius = rect.height / 2 if connector.affirms else _TAG_RADIUS * self.em
        ground, ink = (inks.ink, inks.paper) if connector.affirms else (inks.paper, inks.ink)
        letters = Lettering(self.brief.typesetter, self._tag.size, ink, Face.BOLD)
        return (Outline(rounded_rect(rect, radius), ground, stroke), letters.centred(connector.answer, rect.centre))

    def _beside(self, connector: Connector, rect: Rect) -> tuple[Item, ...]:
        """The condition on a ground of paper, so that no hairline runs through it."""
        style = self._condition
        first = rect.y + (style.size.mm + style.cap) / 2
        ground = Outline(rounded_rect(rect, 0), self.brief.theme.inks.paper)
        return (ground, *style.lines(connector.condition, rect.x, first))


def _shortened(points: Sequence[Point], start: float, end: float) -> tuple[Point, ...]:
    """The way less `start` mm at its beginning and `end` mm at its end, never past a corner."""
    first, last = points[0].distance(points[1]), points[-2].distance(points[-1])
    head = points[0].towards(points[1], min(start, first * 0.45))
    tail = points[-1].towards(points[-2], min(end, last * 0.9))
    return (head, *points[1:-1], tail)
