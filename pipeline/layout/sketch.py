"""A rough drawing on the grid: where each arrow would run, and what a move of boxes would cost or save."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.layout.extents import Extents
from pipeline.layout.gaps import Gaps
from pipeline.layout.graph import Graph
from pipeline.layout.hints import wishes_of
from pipeline.layout.reading import Arrow
from pipeline.layout.rough_ways import NEVER, Laid, RoughWays, Spot

__all__ = ["Move", "Sketch", "Spot", "Undo"]

_LOW = 40  # for each row between the top of a lane and the box it begins with, hundredths of a bend
_UNMET, _FURTHER = 12_000, 300  # a wish that is not met, and for each row or column that it is off

Move = tuple[int, Spot]


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
        self.owner: dict[Spot, int] = {}
        self.extents = Extents(graph, columns, rows, gaps)
        self.ways = RoughWays(graph, self.arrows, (columns, rows), self.extents.tags)
        self.spots = self.ways.spots
        self.touching = self._touching()
        self.extent = 0  # what they cost, boxes that ought to stand higher, and wishes that are not met
        self.firsts = {box.lane: number for number, box in reversed(list(enumerate(graph.boxes)))}
        self.wishes = wishes_of(graph)

    def _touching(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.graph.boxes]
        for number, arrow in enumerate(self.arrows):
            found[arrow.source].append(number)
            found[arrow.target].append(number)
        return found

    def enter(self, local: Sequence[Spot]) -> int:
        """Place all boxes by (sub-column, row) within band and lane, lay all arrows; the cost of it all."""
        for number, (column, row) in enumerate(local):
            box = self.graph.boxes[number]
            self._put(number, (box.band * self.columns + column, box.lane * self.rows + row))
        return self.laid_anew()

    def laid_anew(self) -> int:
        """Lift all arrows and lay them in order; the cost of the whole drawing."""
        everything = range(len(self.arrows))
        self.ways.lift(self.ways.of(everything))
        cost = self.ways.lay_all(everything)
        self.extent = self._standing()
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

    def moved(self, moves: Sequence[Move], allowed: int = NEVER) -> tuple[int, Undo] | None:
        """Move boxes to spots that are free or freed by the same moves; the change of cost, and how to take it back.

        None, and nothing has changed, if it would cost more than is allowed.
        """
        affected = self._affected(moves)
        ways = self.ways.of(affected)
        undo = Undo(tuple((box, self.spots[box]) for box, _ in moves), ways, self.extent)
        before = self.extent + sum(way.cost for _, way in ways)
        self._shift(moves)
        self.extent = self._standing()
        limit = before + allowed - self.extent
        if sum(self.ways.least(number) for number in affected) > limit:
            self._shift(undo.boxes)
            self.extent = undo.extent
            return None
        self.ways.lift(ways)
        cost = self.ways.lay_all(affected, limit)
        if self.ways.tagged:
            self.extent = self._standing()
        if cost + self.extent > before + allowed:
            self.undone(undo)
            return None
        return cost + self.extent - before, undo

    def undone(self, undo: Undo) -> None:
        """Take a move back."""
        self.ways.lift(self.ways.of(number for number, _ in undo.ways))
        self._shift(undo.boxes)
        self.extent = undo.extent
        for number, way in undo.ways:
            self.ways.draw(number, way)

    def _affected(self, moves: Sequence[Move]) -> list[int]:
        """Arrows at the boxes that move, and those that run where a box will stand."""
        found: set[int] = set()
        for box, spot in moves:
            found.update(self.touching[box])
            found.update(self.ways.crossing_spot(spot))
        return sorted(found)

    def _shift(self, moves: Sequence[Move]) -> None:
        for box, _ in moves:
            spot = self.spots[box]
            self.ways.take(box)
            del self.owner[spot]
            self.extents.remove(box, spot)
        for box, spot in moves:
            self._put(box, spot)

    def _put(self, box: int, spot: Spot) -> None:
        self.ways.put(box, spot)
        self.owner[spot] = box
        self.extents.add(box, spot)

    def _standing(self) -> int:
        """What the boxes cost where they stand, whatever their arrows do."""
        cost = self.extents.cost() + self._low()
        if self.wishes.all:
            cost += sum(_UNMET + _FURTHER * distance for _, distance in self.wishes.unmet(self.spots))
        return cost

    def _low(self) -> int:
        """What it costs that the first box of a lane does not stand at its top, where reading begins."""
        lines, rows = self.extents.longest[1], self.rows
        total = 0
        for lane, box in self.firsts.items():
            above = lines[lane * rows : self.spots[box][1]]
            total += sum(1 for length in above if length)
        return _LOW * total
