"""A rough drawing on the grid: where each arrow would run, and what a move of boxes would cost or save."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.layout.extents import Extents
from pipeline.layout.field import EAST, SOUTH
from pipeline.layout.gaps import Gaps
from pipeline.layout.graph import Graph
from pipeline.layout.patterns import PITCH, Pattern, Run, patterns
from pipeline.layout.reading import Arrow

BEND = 100  # all costs are whole hundredths of a bend
CROSSING = (500, 600)  # within one lane, and where there are several
_OVERLAP = 200  # lying upon another arrow: a track of its own can be had, but seldom for nothing
_TAKEN = 60  # a side that another arrow uses
_TAKEN_CORNER = 400  # a corner that another arrow uses: there is no second place on it
_LEFTWARDS, _UPWARDS = 300, 100  # an arrow onwards that leads to the left, or straight up
_LOW = 40  # for each row between the top of a lane and the box it begins with
_ACROSS, _DOWN = (25, 36), (12, 20)  # length, for each cell, likewise
_NEVER = 1 << 40

Spot = tuple[int, int]  # column and row of the grid, over all bands and lanes
Move = tuple[int, Spot]


@dataclass(frozen=True, slots=True)
class Laid:
    """A rough way: the pattern and the point it starts from, and its cost."""

    pattern: Pattern
    point: int
    cost: int


@dataclass(frozen=True, slots=True)
class Undo:
    """What a move changed: boxes with their old spots, arrows with their old ways, the old extent's cost."""

    boxes: tuple[Move, ...]
    ways: tuple[tuple[int, Laid], ...]
    extent: int


class Sketch:
    """Boxes on a grid of `columns` places a band and `rows` places a lane, with a rough way for every arrow."""

    def __init__(self, graph: Graph, arrows: Sequence[Arrow], columns: int, rows: int, gaps: Gaps) -> None:
        """An empty grid; `gaps` are those between columns and between rows."""
        self.graph, self.columns, self.rows = graph, columns, rows
        self.arrows = [arrow for arrow in arrows if arrow.source != arrow.target]
        self.width = PITCH * columns * graph.bands + 2
        self.height = PITCH * rows * graph.lanes + 2
        points = self.width * self.height
        self.solid = bytearray(points)  # 1 where a box stands
        self.owner: dict[Spot, int] = {}
        self.used = ([0] * points, [0] * points)  # arrows as bits, by level and by upright pieces
        self.leaving = [0] * (4 * len(graph.boxes))  # arrows as bits, by box and side
        self.entering = [0] * (4 * len(graph.boxes))
        self.others = self._strangers()
        self.sides = [self._sides_of(arrow) for arrow in self.arrows]
        self.touching = self._touching()
        self.limits = [self._lanes_of(arrow) for arrow in self.arrows]
        self.spots: list[Spot] = [(0, 0)] * len(graph.boxes)
        self.points = [0] * len(graph.boxes)
        self.ways: list[Laid | None] = [None] * len(self.arrows)
        self.extents = Extents(graph, columns, rows, gaps)
        several = graph.lanes > 1
        self.across, self.down, self.crossing = _ACROSS[several], _DOWN[several], CROSSING[several]
        self.extent = 0  # what they cost, and boxes that ought to stand higher
        self.firsts = {box.lane: number for number, box in reversed(list(enumerate(graph.boxes)))}
        self.tagged = {number for number, arrow in enumerate(self.arrows) if arrow.edge.label and arrow.edge.on_line}

    def _strangers(self) -> list[int]:
        """For each arrow those, as bits, with which it may not share a line: all but its kin into the same box."""
        kin: dict[tuple[int, bool, bool], int] = {}
        keys = [(arrow.target, arrow.edge.loop, arrow.edge.coupling) for arrow in self.arrows]
        for number, key in enumerate(keys):
            kin[key] = kin.get(key, 0) | 1 << number
        return [~kin[key] for key in keys]

    def _touching(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.graph.boxes]
        for number, arrow in enumerate(self.arrows):
            found[arrow.source].append(number)
            found[arrow.target].append(number)
        return found

    def _sides_of(self, arrow: Arrow) -> tuple[int, int, int, int]:
        """Where the sides of an arrow's two boxes are counted from, and what it costs to share one of them."""
        single = (self.graph.boxes[arrow.source].single, self.graph.boxes[arrow.target].single)
        at_source, at_target = (_TAKEN_CORNER if one else _TAKEN for one in single)
        return (4 * arrow.source, 4 * arrow.target, at_source, at_target)

    def _lanes_of(self, arrow: Arrow) -> tuple[int, int]:
        """First and last line of the grid on which an arrow may run: within the lanes of its ends."""
        lanes = (self.graph.boxes[arrow.source].lane, self.graph.boxes[arrow.target].lane)
        return (PITCH * self.rows * min(lanes), PITCH * self.rows * (max(lanes) + 1) + 1)

    def enter(self, local: Sequence[Spot]) -> int:
        """Place all boxes by (sub-column, row) within band and lane, lay all arrows; the cost of it all."""
        for number, (column, row) in enumerate(local):
            box = self.graph.boxes[number]
            self._put(number, (box.band * self.columns + column, box.lane * self.rows + row))
        return self.laid_anew()

    def laid_anew(self) -> int:
        """Lift all arrows and lay them in order; the cost of the whole drawing."""
        for number, way in enumerate(self.ways):
            if way is not None:
                self._lift(number, way)
        cost = self._lay_all(range(len(self.arrows)))
        self.extent = self.extents.cost() + self._low()
        return cost + self.extent

    def local(self) -> tuple[Spot, ...]:
        """Sub-column and row of every box within its band and lane."""
        return tuple(
            (column - box.band * self.columns, row - box.lane * self.rows)
            for box, (column, row) in zip(self.graph.boxes, self.spots, strict=True)
        )

    def box_at(self, spot: Spot) -> int | None:
        """The box on a cell."""
        return self.owner.get(spot)

    def moved(self, moves: Sequence[Move], allowed: int = _NEVER) -> tuple[int, Undo] | None:
        """Move boxes to spots that are free or freed by the same moves; the change of cost, and how to take it back.

        None, and nothing has changed, if it would cost more than is allowed.
        """
        affected = self._affected(moves)
        ways = tuple((number, way) for number in affected if (way := self.ways[number]) is not None)
        undo = Undo(tuple((box, self.spots[box]) for box, _ in moves), ways, self.extent)
        before = self.extent + sum(way.cost for _, way in ways)
        self._shift(moves)
        self.extent = self.extents.cost() + self._low()
        limit = before + allowed - self.extent
        if sum(self._least(number) for number in affected) > limit:
            self._shift(undo.boxes)
            self.extent = undo.extent
            return None
        for number, way in ways:
            self._lift(number, way)
        cost = self._lay_all(affected, limit)
        if self.tagged:
            self.extent = self.extents.cost() + self._low()
        if cost + self.extent > before + allowed:
            self.undone(undo)
            return None
        return cost + self.extent - before, undo

    def undone(self, undo: Undo) -> None:
        """Take a move back."""
        for number, _ in undo.ways:
            way = self.ways[number]
            if way is not None:
                self._lift(number, way)
        self._shift(undo.boxes)
        self.extent = undo.extent
        for number, way in undo.ways:
            self._draw(number, way)

    def _affected(self, moves: Sequence[Move]) -> list[int]:
        """Arrows at the boxes that move, and those that run where a box will stand."""
        found: set[int] = set()
        for box, spot in moves:
            found.update(self.touching[box])
            point = self._point(spot)
            bits = self.used[0][point] | self.used[1][point]
            while bits:
                lowest = bits & -bits
                found.add(lowest.bit_length() - 1)
                bits ^= lowest
        return sorted(found)

    def _shift(self, moves: Sequence[Move]) -> None:
        for box, _ in moves:
            spot = self.spots[box]
            self.solid[self.points[box]] = 0
            del self.owner[spot]
            self.extents.remove(box, spot)
        for box, spot in moves:
            self._put(box, spot)

    def _put(self, box: int, spot: Spot) -> None:
        self.spots[box] = spot
        self.points[box] = point = self._point(spot)
        self.solid[point], self.owner[spot] = 1, box
        self.extents.add(box, spot)

    def _point(self, spot: Spot) -> int:
        return (PITCH * spot[1] + 2) * self.width + PITCH * spot[0] + 2

    def _low(self) -> int:
        """What it costs that the first box of a lane does not stand at its top, where reading begins."""
        lines, rows = self.extents.longest[1], self.rows
        total = 0
        for lane, box in self.firsts.items():
            above = lines[lane * rows : self.spots[box][1]]
            total += sum(1 for length in above if length)
        return _LOW * total

    def _lay_all(self, numbers: Sequence[int], limit: int = _NEVER) -> int:
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

    def _least(self, number: int) -> int:
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
        point, least = self.points[arrow.source], self._least(number)
        best, chosen = _NEVER, None
        for group in patterns(u - x, v - y, self.width):
            for pattern in group:
                cost = self._worth(number, pattern, point, best)
                if cost < best:
                    best, chosen = cost, pattern
            if chosen is not None and best <= BEND * (chosen.bends + 1):
                break
        assert chosen is not None
        cost = least + best - (BEND if x != u and y != v else 0)
        self._draw(number, Laid(chosen, point, cost))
        return cost

    def _worth(self, number: int, pattern: Pattern, point: int, limit: int) -> int:
        """What a way would cost: bends, crossings, overlaps and sides in use; _NEVER if a box is in the way."""
        cost = BEND * pattern.bends
        line = point // self.width
        low, high = self.limits[number]
        if cost >= limit or line + pattern.top < low or line + pattern.foot > high:
            return _NEVER
        others = self.others[number]
        source, target, at_source, at_target = self.sides[number]
        leave, enter = source + pattern.leave, target + pattern.enter
        if self.leaving[leave] or self.entering[leave]:
            cost += at_source
        if self.leaving[enter] or self.entering[enter] & others:
            cost += at_target
        if cost >= limit:
            return _NEVER
        return self._along(pattern.runs, point, others, cost, limit)

    def _along(self, runs: Sequence[Run], point: int, others: int, cost: int, limit: int) -> int:
        solid, used = self.solid, self.used
        lain = False
        for run in runs:
            step, axis = run.step, run.axis
            if 1 in solid[point + run.first : point + run.last : step]:
                return _NEVER
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
                return _NEVER
        return cost

    def _draw(self, number: int, way: Laid) -> None:
        self._mark(number, way, 1)
        self.ways[number] = way

    def _lift(self, number: int, way: Laid) -> None:
        self._mark(number, way, -1)
        self.ways[number] = None

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
            self.extents.tags[axis][place // PITCH + (pattern.leave in (EAST, SOUTH))] += by
