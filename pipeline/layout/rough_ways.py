"""Rough ways of arrows on a grid: laid where they cost least among the boxes and arrows that are there, and lifted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.layout.field import EAST, SOUTH
from pipeline.layout.graph import Graph
from pipeline.layout.patterns import PITCH, Pattern, Run, patterns
from pipeline.layout.reading import Arrow

BEND = 100  # all costs are whole hundredths of a bend
CROSSING = (500, 600)  # within one lane, and where there are several
NEVER = 1 << 40
_OVERLAP = 200  # lying upon another arrow: a track of its own can be had, but seldom for nothing
_TAKEN = 60  # a side that another arrow uses
_TAKEN_CORNER = 400  # a corner that another arrow uses: there is no second place on it
_LEFTWARDS, _UPWARDS = 300, 100  # an arrow onwards that leads to the left, or straight up
_ACROSS, _DOWN = (25, 36), (12, 20)  # length, for each cell, likewise

Spot = tuple[int, int]  # column and row of the grid, over all bands and lanes


@dataclass(frozen=True, slots=True)
class Laid:
    """A rough way: the pattern and the point it starts from, and its cost."""

    pattern: Pattern
    point: int
    cost: int


class RoughWays:
    """The ways of all arrows among boxes on a grid of `columns` places a band and `rows` places a lane.

    `tags` counts, for each axis, the tags that stand in the gap before each line; it is kept up to date here.
    """

    def __init__(self, graph: Graph, arrows: Sequence[Arrow], grid: Spot, tags: Sequence[list[int]]) -> None:
        """No box stands anywhere, no arrow is laid; `grid` has so many columns a band and rows a lane."""
        columns, rows = grid
        self.arrows, self.tags = arrows, tags
        self.width = PITCH * columns * graph.bands + 2
        points = self.width * (PITCH * rows * graph.lanes + 2)
        self.solid = bytearray(points)  # 1 where a box stands
        self.spots: list[Spot] = [(0, 0)] * len(graph.boxes)
        self.points = [0] * len(graph.boxes)
        self.used = ([0] * points, [0] * points)  # arrows as bits, by level and by upright pieces
        self.leaving = [0] * (4 * len(graph.boxes))  # arrows as bits, by box and side
        self.entering = [0] * (4 * len(graph.boxes))
        self.others = _strangers(arrows)
        self.sides = [_sides(graph, arrow) for arrow in arrows]
        self.limits = [_limits(graph, arrow, rows) for arrow in arrows]
        self.laid: list[Laid | None] = [None] * len(arrows)
        self.tagged = {number for number, arrow in enumerate(arrows) if arrow.edge.label and arrow.edge.on_line}
        several = graph.lanes > 1
        self.across, self.down, self.crossing = _ACROSS[several], _DOWN[several], CROSSING[several]

    def put(self, box: int, spot: Spot) -> None:
        """A box stands on a spot."""
        self.spots[box] = spot
        self.points[box] = point = self._point(spot)
        self.solid[point] = 1

    def take(self, box: int) -> None:
        """It stands there no longer."""
        self.solid[self.points[box]] = 0

    def _point(self, spot: Spot) -> int:
        return (PITCH * spot[1] + 2) * self.width + PITCH * spot[0] + 2

    def crossing_spot(self, spot: Spot) -> list[int]:
        """The arrows that run over a spot."""
        found, point = [], self._point(spot)
        bits = self.used[0][point] | self.used[1][point]
        while bits:
            lowest = bits & -bits
            found.append(lowest.bit_length() - 1)
            bits ^= lowest
        return found

    def of(self, numbers: Iterable[int]) -> tuple[tuple[int, Laid], ...]:
        """The ways of those of these arrows that are laid."""
        return tuple((number, way) for number in numbers if (way := self.laid[number]) is not None)

    def lay_all(self, numbers: Sequence[int], limit: int = NEVER) -> int:
        """Lay arrows, short ones first and loops back last; the sum of their costs, but stop above a limit."""
        spots, arrows = self.spots, self.arrows

        def urgency(number: int) -> tuple[bool, int, int]:
            arrow = arrows[number]
            (x, y), (u, v) = spots[arrow.source], spots[arrow.target]
            return (arrow.back, abs(x - u) + abs(y - v), number)

        total = 0
        for number in sorted(numbers, key=urgency):
            total += self._lay(number)
            if total > limit:
                break
        return total

    def least(self, number: int) -> int:
        """What an arrow costs at least where its boxes stand: its length, a bend, a turn against the reading."""
        arrow = self.arrows[number]
        (x, y), (u, v) = self.spots[arrow.source], self.spots[arrow.target]
        cost = abs(u - x) * self.across + abs(v - y) * self.down
        if x != u and y != v:
            cost += BEND
        if not arrow.back and u < x:
            cost += _LEFTWARDS
        elif not arrow.back and u == x and v < y:
            cost += _UPWARDS
        return cost

    def _lay(self, number: int) -> int:
        arrow = self.arrows[number]
        (x, y), (u, v) = self.spots[arrow.source], self.spots[arrow.target]
        point, least = self.points[arrow.source], self.least(number)
        best, chosen = NEVER, None
        for group in patterns(u - x, v - y, self.width):
            for pattern in group:
                cost = self._worth(number, pattern, point, best)
                if cost < best:
                    best, chosen = cost, pattern
            if chosen is not None and best <= BEND * (chosen.bends + 1):
                break
        assert chosen is not None
        cost = least + best - (BEND if x != u and y != v else 0)
        self.draw(number, Laid(chosen, point, cost))
        return cost

    def _worth(self, number: int, pattern: Pattern, point: int, limit: int) -> int:
        """What a way would cost: bends, crossings, overlaps and sides in use; NEVER if a box is in the way."""
        cost = BEND * pattern.bends
        line = point // self.width
        low, high = self.limits[number]
        if cost >= limit or line + pattern.top < low or line + pattern.foot > high:
            return NEVER
        others = self.others[number]
        source, target, at_source, at_target = self.sides[number]
        leave, enter = source + pattern.leave, target + pattern.enter
        if self.leaving[leave] or self.entering[leave]:
            cost += at_source
        if self.leaving[enter] or self.entering[enter] & others:
            cost += at_target
        if cost >= limit:
            return NEVER
        return self._along(pattern.runs, point, others, cost, limit)

    def _along(self, runs: Sequence[Run], point: int, others: int, cost: int, limit: int) -> int:
        solid, used = self.solid, self.used
        lain = False
        for run in runs:
            step, axis = run.step, run.axis
            if 1 in solid[point + run.first : point + run.last : step]:
                return NEVER
            if not lain:
                along = used[axis][point + run.first : point + run.last : step]
                if any(along) and any(bits & others for bits in along):
                    lain, cost = True, cost + _OVERLAP
            across = used[1 - axis][point + run.inner_first : point + run.inner_last : step]
            if any(across):
                for bits in across:
                    if bits:
                        cost += self.crossing * (bits & others).bit_count()
            if cost >= limit:
                return NEVER
        return cost

    def draw(self, number: int, way: Laid) -> None:
        """Lay an arrow on a way."""
        self._mark(number, way, 1)
        self.laid[number] = way

    def lift(self, ways: Iterable[tuple[int, Laid]]) -> None:
        """Take arrows off the ways that they lie on."""
        for number, way in ways:
            self._mark(number, way, -1)
            self.laid[number] = None

    def _mark(self, number: int, way: Laid, by: int) -> None:
        """Set (1) or clear (-1) the arrow's bit wherever its way runs, and its tag."""
        bit, arrow, pattern = 1 << number, self.arrows[number], way.pattern
        for run in pattern.runs:
            used = self.used[run.axis]
            for point in range(way.point + run.first, way.point + run.last, run.step):
                used[point] ^= bit
        self.leaving[4 * arrow.source + pattern.leave] ^= bit
        self.entering[4 * arrow.target + pattern.enter] ^= bit
        if number in self.tagged:
            axis = pattern.leave % 2
            place = way.point // self.width if axis else way.point % self.width
            self.tags[axis][place // PITCH + (pattern.leave in (EAST, SOUTH))] += by


def _strangers(arrows: Sequence[Arrow]) -> list[int]:
    """For each arrow those, as bits, with which it may not share a line: all but its kin into the same box."""
    kin: dict[tuple[int, bool, bool], int] = {}
    keys = [(arrow.target, arrow.edge.loop, arrow.edge.coupling) for arrow in arrows]
    for number, key in enumerate(keys):
        kin[key] = kin.get(key, 0) | 1 << number
    return [~kin[key] for key in keys]


def _sides(graph: Graph, arrow: Arrow) -> tuple[int, int, int, int]:
    """Where the sides of an arrow's two boxes are counted from, and what it costs to share one of them."""
    single = (graph.boxes[arrow.source].single, graph.boxes[arrow.target].single)
    at_source, at_target = (_TAKEN_CORNER if one else _TAKEN for one in single)
    return (4 * arrow.source, 4 * arrow.target, at_source, at_target)


def _limits(graph: Graph, arrow: Arrow, rows: int) -> tuple[int, int]:
    """First and last line of the grid on which an arrow may run: within the lanes of its ends."""
    lanes = (graph.boxes[arrow.source].lane, graph.boxes[arrow.target].lane)
    return (PITCH * rows * min(lanes), PITCH * rows * (max(lanes) + 1) + 1)
