"""Drawings that keep what an earlier one showed: known boxes in their seats, new ones near their neighbours.

A map that is looked at for months is known by heart: what a reader finds again must not move for a small gain
[Misue, Eades, Lai, Sugiyama 1995; Archambault, Purchase 2013]. So a new box takes a free seat, or a new row or
column is put between known ones; which, is judged by the finished drawing and by how many known boxes move in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import floor
from statistics import median

from pipeline.layout.drawing import Drawing
from pipeline.layout.graph import Box, Edge, Graph
from pipeline.layout.hints import broken, offenders, spots_of
from pipeline.layout.hold import Hold, Lines, Seat, between
from pipeline.layout.limited import affordable
from pipeline.layout.reading import Arrow, arrows_of
from pipeline.layout.score import scored
from pipeline.layout.seated import Seated

# What a seat is likely to cost, in rows, before anything is drawn.
_ASIDE = 1.6  # a column further off
_NEW_LINE = 1.5  # a new row or column
_BEFORE = 6.0  # a seat before a box that leads to it
_HIGHER = 1.0  # a seat above such a box in its column

_TRIED = ((45, 10), (200, 4))  # up to so many boxes in the graph, so many seats are drawn for a new box; else one
_STILL = 0.7  # a box that moves less has not moved, mm (2 pt)
_A_MOVE = 0.35  # bends that it is worth if a known box stays
_A_PER_CENT = 2.0  # bends that it is worth if a drawing is larger than its room by one per cent less: text comes first


def held_drawing(graph: Graph, hold: Hold) -> Drawing:
    """The drawing of a landscape graph in which every box with a seat keeps it, in one pass; no search."""
    seats = kept_seats(graph, hold)
    waiting = [box for box in graph.boxes if box.name not in seats]
    while waiting:
        box = _next(graph, waiting, seats)
        waiting.remove(box)
        seats[box.name] = _Choice(graph, seats, hold.lines, box).best()
    _grant_wishes(graph, seats, hold.lines)
    drawing = _drawn(graph, seats, hold)
    kept = tuple(sorted({**hold.by_name, **seats}.items()))
    lines = hold.lines
    if lines is None and drawing.hold.lines:
        lines = Seated(graph, seats, None).named(drawing.hold.lines)
    return replace(drawing, hold=Hold(kept, lines, hold.thorough))


def kept_seats(graph: Graph, hold: Hold) -> dict[str, Seat]:
    """The seats of boxes that are still in their band and lane; of two boxes in one seat the first keeps it."""
    known, taken, found = hold.by_name, set[Seat](), dict[str, Seat]()
    for box in graph.boxes:
        seat = known.get(box.name)
        if seat and (seat.band, seat.lane) == (box.band, box.lane) and seat not in taken:
            found[box.name] = seat
            taken.add(seat)
    return found


def _grant_wishes(graph: Graph, seats: dict[str, Seat], lines: Lines | None) -> None:
    """Move boxes whose seats break a wish of theirs to seats that do not; one that finds none stays."""
    for number in sorted(offenders(graph, spots_of(graph, seats))):
        box = graph.boxes[number]
        others = {name: seat for name, seat in seats.items() if name != box.name}
        moved = {**others, box.name: _Choice(graph, others, lines, box).best()}
        if len(broken(graph, spots_of(graph, moved))) < len(broken(graph, spots_of(graph, seats))):
            seats.update(moved)


def _drawn(graph: Graph, seats: Mapping[str, Seat], hold: Hold) -> Drawing:
    """The drawing in which most labels find a place: as held, or routed otherwise, or with lines free to move."""
    arrows = arrows_of(graph)
    firm = _firm(arrows)
    ways = [(lines, thorough) for lines in (hold.lines, None) for thorough in (hold.thorough, not hold.thorough)]
    found: list[tuple[int, int, Drawing]] = []
    for number, (lines, thorough) in enumerate(ways):
        drawing, missing = Seated(graph, seats, lines).drawing(firm, thorough=thorough)
        found.append((missing, number, drawing))
        if not missing:
            break
    _, number, drawing = min(found, key=lambda one: one[:2])
    lines, thorough = ways[number]
    seated = Seated(graph, seats, lines)
    chosen = affordable(replace(graph, fill=False), arrows, seated.cells, drawing)
    return drawing if chosen == firm else seated.drawing(chosen, thorough=thorough)[0]


def _firm(arrows: tuple[Arrow, ...]) -> tuple[Arrow, ...]:
    return tuple(arrow for arrow in arrows if arrow.edge.crossing_limit is None)


def _next(graph: Graph, waiting: Sequence[Box], seats: Mapping[str, Seat]) -> Box:
    """The first box in reading order that has a neighbour in a seat, or else the first."""
    near = {edge.target for edge in graph.edges if edge.source in seats}
    near |= {edge.source for edge in graph.edges if edge.target in seats}
    return next((box for box in waiting if box.name in near), waiting[0])


@dataclass(frozen=True, slots=True)
class _Choice:
    """The seats that a new box may take."""

    graph: Graph
    seats: Mapping[str, Seat]
    lines: Lines | None
    box: Box

    def best(self) -> Seat:
        """The seat whose drawing, without the boxes that have no seat yet, is best and moves least."""
        part = self._part({*self.seats, self.box.name})
        likely = sorted(self._candidates(), key=lambda seat: self._likelihood(part, seat))
        tried = likely[: next((count for boxes, count in _TRIED if len(self.graph.boxes) <= boxes), 1)]
        if len(tried) == 1:
            return tried[0]
        before = self._before()
        return min(tried, key=lambda seat: (self._cost(part, before, seat), seat.column, seat.row))

    def _part(self, there: Collection[str]) -> Graph:
        boxes = tuple(box for box in self.graph.boxes if box.name in there)
        edges = tuple(edge for edge in self.graph.edges if edge.source in there and edge.target in there)
        return replace(self.graph, boxes=boxes, edges=edges)

    def _candidates(self) -> Iterator[Seat]:
        """Free seats on known lines, and seats on one new line; a new row and column at once only where none is."""
        band, lane = self.box.band, self.box.lane
        columns = sorted({seat.column for seat in self.seats.values() if seat.band == band})
        rows = sorted({seat.row for seat in self.seats.values() if seat.lane == lane})
        new_columns, new_rows = [*_new_lines(columns)], [*_new_lines(rows)]
        taken = set(self.seats.values())
        pairs = [(column, row) for column in columns for row in rows]
        pairs += [(column, row) for column in columns for row in new_rows]
        pairs += [(column, row) for column in new_columns for row in rows]
        pairs = pairs or [(column, row) for column in new_columns for row in new_rows]
        yield from (seat for pair in pairs if (seat := Seat(band, lane, *pair)) not in taken)

    def _likelihood(self, part: Graph, seat: Seat) -> tuple[float, ...]:
        """For an order of what to try: wishes that are broken, then what the seat is likely to cost."""
        unmet = len(broken(part, spots_of(part, {**self.seats, self.box.name: seat})))
        return unmet, self._likely_cost(seat), seat.column, seat.row

    def _likely_cost(self, seat: Seat) -> float:
        """How far the seat lies from the box's neighbours, in rows, and how ill it stands in the flow."""
        everyone = {**self.seats, self.box.name: seat}
        columns = _ranks((s.band, s.column) for s in everyone.values())
        rows = _ranks((s.lane, s.row) for s in everyone.values())
        is_new = len(columns) > len(_ranks((s.band, s.column) for s in self.seats.values()))
        is_new = is_new or len(rows) > len(_ranks((s.lane, s.row) for s in self.seats.values()))
        cost = _NEW_LINE * is_new
        for edge in self._edges():
            source, target = everyone[edge.source], everyone[edge.target]
            aside = columns[target.band, target.column] - columns[source.band, source.column]
            below = rows[target.lane, target.row] - rows[source.lane, source.row]
            cost += _ASIDE * abs(aside) + abs(below)
            if not edge.loop and (source.band, target.band) == (seat.band, seat.band):
                cost += _BEFORE * (aside < 0) + _HIGHER * (aside == 0 and below < 0)
        return cost

    def _edges(self) -> list[Edge]:
        there = {*self.seats, self.box.name}
        return [e for e in self.graph.edges if self.box.name in (e.source, e.target) and {e.source, e.target} <= there]

    def _cost(self, part: Graph, before: Drawing | None, seat: Seat) -> tuple[int, int, float]:
        """Labels without a place, broken wishes, then flaws in bends, known boxes that move among them."""
        arrows = _firm(arrows_of(part))
        drawing, missing = Seated(part, {**self.seats, self.box.name: seat}, self.lines).drawing(arrows, thorough=False)
        score = scored(part, arrows, drawing, missing)
        moved = _moved(before, drawing) if before else 0
        return score.missing, score.unmet, score.flaws + _A_MOVE * moved + 100 * _A_PER_CENT * score.too_large

    def _before(self) -> Drawing | None:
        """The drawing of the boxes that have seats."""
        graph = self._part(self.seats)
        return (
            Seated(graph, self.seats, self.lines).drawing(_firm(arrows_of(graph)), thorough=False)[0]
            if self.seats
            else None
        )


def _moved(before: Drawing, after: Drawing) -> int:
    """How many boxes are not where they were, when the whole may be shifted."""
    away = [
        (after.boxes[name].centre.x - rect.centre.x, after.boxes[name].centre.y - rect.centre.y)
        for name, rect in before.boxes.items()
    ]
    shift = median(dx for dx, _ in away), median(dy for _, dy in away)
    return sum(max(abs(dx - shift[0]), abs(dy - shift[1])) > _STILL for dx, dy in away)


def _new_lines(known: Sequence[float]) -> Iterator[float]:
    """A line before the known ones, one between each two, one after them; where no number fits between, none."""
    if not known:
        yield 1.0
        return
    for low, high in pairwise([0.0, *known]):
        if (found := between(low, high)) is not None:
            yield found
    yield floor(known[-1]) + 1.0


def _ranks(lines: Iterable[tuple[int, float]]) -> dict[tuple[int, float], int]:
    return {line: rank for rank, line in enumerate(sorted(set(lines)))}
