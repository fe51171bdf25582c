"""Arrows between steps: their lines, gaps at crossings, heads, answers on the line and conditions beside it.

Couplings between lanes are cased lines: two thin rails and a hollow head.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.colour import Colour
from pipeline.compose.brief import Brief
from pipeline.compose.lettering import Lettering, part_of
from pipeline.compose.strands import Strand, Ways, bundles, dashed, strands
from pipeline.geometry import Path, Point, Rect, Size, polygon, rounded_line, rounded_rect
from pipeline.lengths import Pt
from pipeline.model import Actor, Answer, Arrow, Step, StepKind
from pipeline.scene import Group, Item, Outline, Role, Stroke
from pipeline.typeface import Face

_TAG_TEXT = 0.87
_TAG_RADIUS = 0.12
_CONDITION = 0.89
_CONDITION_ROOM = 7.0  # widest condition before it is broken, em
_CONDITION_ROOM_DENSE = 5.5
_CONDITION_LINES = 2  # on a condensed map, where lanes are low
_CONDITION_LEADING = 1.15
_CONDITION_AIR = 0.15  # kept free round a condition, em: a head on its line is wider than the line
_CONDITION_SLANT = 0.07  # em; the ink of a slanted last letter reaches so far beyond its width
_CASING = 0.36  # a coupling's line, em: two rails ...
_CORE = 0.17  # ... and the paper between them
_CASED_HEAD = 0.95  # length of its hollow head, em
_CASED_HEAD_WIDTH = 0.8


@dataclass(frozen=True, slots=True)
class _TagForm:
    """An answer's height, the room beside its word, and what is kept free round it, em."""

    height: float
    pad: float
    air: float


_TAG, _TAG_CONDENSED = _TagForm(1.3, 0.45, 0.25), _TagForm(1.15, 0.35, 0.1)


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
    coupling: str = ""  # what a screen reader says of a way into another actor's process; empty for other arrows


def connector_name(step: Step, arrow: Arrow) -> str:
    """The name of an arrow on a map."""
    return f"{step.name_id}--{arrow.target}"


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
        return Lettering(self.brief.typesetter, part_of(self.size_pt, _TAG_TEXT), self.brief.theme.inks.ink, Face.BOLD)

    @property
    def _tag_form(self) -> _TagForm:
        return _TAG_CONDENSED if self.brief.is_condensed else _TAG

    @property
    def _condition(self) -> Lettering:
        ink = self.brief.theme.inks.ink
        size = part_of(self.size_pt, _CONDITION)
        return Lettering(self.brief.typesetter, size, ink, Face.ITALIC, _CONDITION_LEADING)

    def connector(self, step: Step, arrow: Arrow, target: Step) -> Connector:
        """The connector of an arrow of the model."""
        words = self.brief.wording.map
        name = connector_name(step, arrow)
        loop = arrow.loop
        if step.kind is StepKind.DECISION:
            affirms = arrow.label == Answer.YES.value
            return Connector(name, step.name_id, arrow.target, words.yes if affirms else words.no, affirms, (), loop)
        lines = self._broken(arrow.label) if arrow.label else ()
        return Connector(name, step.name_id, arrow.target, condition=lines, loop=loop)

    def _broken(self, condition: str) -> tuple[str, ...]:
        """The condition in lines; on a condensed map in two at most, if it is short enough."""
        room = (_CONDITION_ROOM_DENSE if self.dense else _CONDITION_ROOM) * self.em
        lines = self._condition.balanced(condition, room)
        if self.brief.is_condensed and len(lines) > _CONDITION_LINES:
            return self._condition.balanced(condition, _CONDITION_ROOM * self.em)
        return lines

    def label(self, connector: Connector) -> Size | None:
        """The room that an answer (with air round it) or a condition takes, mm."""
        if connector.answer:
            width = self._tag.width(connector.answer) + 2 * (self._tag_form.pad + self._tag_form.air) * self.em
            return Size(width, (self._tag_form.height + 2 * self._tag_form.air) * self.em)
        if connector.condition:
            width = max(self._condition.width(line) for line in connector.condition) + _CONDITION_SLANT * self.em
            lines = (len(connector.condition) - 1) * self._condition.pitch + self._condition.size.mm
            air = 2 * _CONDITION_AIR * self.em
            return Size(width + air, lines + air)
        return None

    def coupled(self, step: Step, actor: Actor, target: Step, other: Actor) -> Connector:
        """The connector of a coupling, from a step of one actor to a step of another."""
        words = self.brief.wording.map
        ends = [
            words.coupling_end.format(actor=who.name, number=who.number(which))
            for who, which in ((actor, step), (other, target))
        ]
        said = words.coupling_label.format(source=ends[0], target=ends[1])
        return Connector(f"{step.name_id}==>{target.name_id}", step.name_id, target.name_id, coupling=said)

    def lines(self, connectors: Sequence[Connector], ways: Ways) -> tuple[Group, ...]:
        """The arrows that have a way: loops first, couplings over them, the others last.

        The arrow drawn later cuts a gap in those drawn before. Arrows with a common end are drawn together, so that
        they join instead of cutting each other; a loop that joins other arrows is drawn with them.
        """
        flow = {c.name: c for c in connectors if c.name in ways and not c.coupling}
        tied = bundles(sorted(flow), ways)
        loops = [names for names in tied if all(flow[name].loop for name in names)]
        mixed = sorted((names for names in tied if names not in loops), key=lambda names: not self._loops(names, flow))
        cased = {c.name: c for c in connectors if c.name in ways and c.coupling}
        return (
            self._edges(self.bundle([flow[name] for name in names], ways) for names in loops),
            *(item for names in bundles(sorted(cased), ways) for item in self._cased([cased[n] for n in names], ways)),
            self._edges(self.bundle([flow[name] for name in names], ways) for names in mixed),
        )

    @staticmethod
    def _loops(names: Sequence[str], flow: Mapping[str, Connector]) -> bool:
        return any(flow[name].loop for name in names)

    @staticmethod
    def _edges(groups: Iterable[Group]) -> Group:
        return Group(Role.EDGES, tuple(item for group in groups for item in group.items))

    def bundle(self, connectors: Sequence[Connector], ways: Ways) -> Group:
        """Arrows that share a piece: all their gaps first, then all their lines, unbroken ones first."""
        order = sorted(connectors, key=lambda c: c.loop)
        by_name = {c.name: c for c in order}
        gaps = [self._gap(ways[c.name]) for c in order]
        own = strands([c.name for c in order], ways, self._bend, self.brief.theme.strokes.head_length * 0.8 * self.em)
        arrows = [item for strand in own for item in self._arrow(by_name[strand.name], strand)]
        return Group(Role.EDGES, (*gaps, *arrows))

    def _cased(self, connectors: Sequence[Connector], ways: Ways) -> tuple[Group, ...]:
        """Couplings that share a piece, each with its name: gaps, then casings, then cores, so that joints are open."""
        air = self.brief.theme.strokes.halo - self.brief.theme.strokes.arrow
        gaps = [self._gap(ways[c.name], _CASING + air) for c in connectors]
        names = [c.name for c in connectors]
        own = {strand.name: strand for strand in strands(names, ways, self._bend, _CASED_HEAD * self.em)}
        inks = self.brief.theme.inks
        rails = [self._rail(own[c.name], inks.ink, _CASING) for c in connectors]
        return (
            Group(Role.EDGES, (*gaps, *rails)),
            *(Group(Role.EDGES, self._inside(own[c.name]), c.coupling) for c in connectors),
        )

    def _rail(self, strand: Strand, colour: Colour, width: float) -> Item:
        end = _CASED_HEAD * self.em if strand.has_head else 0.0
        way = rounded_line(_shortened(strand.points, 0, end), self._bend)
        return Outline(way, None, Stroke(colour, width * self.em))

    def _inside(self, strand: Strand) -> tuple[Item, ...]:
        """The paper between the rails, and the hollow head with its tip on the outline."""
        inks, width = self.brief.theme.inks, (_CASING - _CORE) / 2 * self.em
        core = self._rail(strand, inks.paper, _CORE)
        if not strand.has_head:
            return (core,)
        before, tip = strand.points[-2], strand.points[-1]
        inner = tip.towards(before, width / 2)  # the round corner of a line reaches half its width beyond its middle
        length = _CASED_HEAD * self.em - width / 2
        triangle = _triangle(before, inner, length, _CASED_HEAD_WIDTH * self.em)
        return (core, Outline(triangle, inks.paper, Stroke(inks.ink, width)))

    def tags(self, connectors: Sequence[Connector], labels: Mapping[str, Rect | None]) -> Group:
        """Answers and conditions at their places."""
        items: list[Item] = []
        for connector in connectors:
            rect = labels[connector.name]
            if rect is not None:
                items += self._answer(connector, rect) if connector.answer else self._beside(connector, rect)
        return Group(Role.LABEL, tuple(items))

    @property
    def _bend(self) -> float:
        """The radius of bends, mm."""
        return self.brief.theme.strokes.bend * self.em

    def _gap(self, points: Sequence[Point], width: float = 0.0) -> Item:
        """Paper under an arrow, `width` em wide, a little short of its ends so that it never bites into a box."""
        halo = Stroke(self.brief.theme.inks.paper, (width or self.brief.theme.strokes.halo) * self.em)
        return Outline(rounded_line(_shortened(points, halo.width, halo.width), self._bend), None, halo)

    def _arrow(self, connector: Connector, strand: Strand) -> tuple[Item, ...]:
        strokes, ink = self.brief.theme.strokes, self.brief.theme.inks.ink
        length = strokes.head_length * self.em if strand.has_head else 0.0
        way = rounded_line(_shortened(strand.points, 0, length * 0.8), self._bend)
        dash = dashed(way, strokes.dash * self.em, strokes.gap * self.em) if connector.loop else ()
        shaft = Outline(way, None, Stroke(ink, max(strokes.arrow * self.em, strokes.thinnest), dash))
        if not strand.has_head:
            return (shaft,)
        width = strokes.head_width * self.em
        return (shaft, Outline(_triangle(strand.points[-2], strand.points[-1], length, width), ink))

    def _answer(self, connector: Connector, room: Rect) -> tuple[Item, ...]:
        """Yes is an ink pill with white text, no a white box with ink text: told apart by form, fill and word."""
        inks, rect = self.brief.theme.inks, room.grown(-self._tag_form.air * self.em)
        stroke = Stroke(inks.ink, max(self.brief.theme.strokes.outline * self.em, self.brief.theme.strokes.thinnest))
        radius = rect.height / 2 if connector.affirms else _TAG_RADIUS * self.em
        ground, ink = (inks.ink, inks.paper) if connector.affirms else (inks.paper, inks.ink)
        letters = Lettering(self.brief.typesetter, self._tag.size, ink, Face.BOLD)
        return (Outline(rounded_rect(rect, radius), ground, stroke), letters.centred(connector.answer, rect.centre))

    def _beside(self, connector: Connector, room: Rect) -> tuple[Item, ...]:
        """The condition on a ground of paper, so that no hairline runs through it."""
        style, rect = self._condition, room.grown(-_CONDITION_AIR * self.em)
        first = rect.y + (style.size.mm + style.cap) / 2
        ground = Outline(rounded_rect(rect, 0), self.brief.theme.inks.paper)
        return (ground, *style.lines(connector.condition, rect.x, first))


def _triangle(before: Point, tip: Point, length: float, width: float) -> Path:
    """A head with its tip at a point, seen from the point before it."""
    base = tip.towards(before, length)
    across = base.distance(tip) / (width / 2)
    dx, dy = -(base.y - tip.y) / across, (base.x - tip.x) / across
    return polygon((tip, base.moved(dx, dy), base.moved(-dx, -dy)))


def _shortened(points: Sequence[Point], start: float, end: float) -> tuple[Point, ...]:
    """The way less `start` mm at its beginning and `end` mm at its end, never past a corner."""
    first, last = points[0].distance(points[1]), points[-2].distance(points[-1])
    head = points[0].towards(points[1], min(start, first * 0.45))
    tail = points[-1].towards(points[-2], min(end, last * 0.9))
    return (head, *points[1:-1], tail)
