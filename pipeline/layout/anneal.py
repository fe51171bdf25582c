"""A search for good cells by threshold accepting: random moves of a rough drawing, worse ones ever less often.

Dueck and Scheuer (1990), Threshold accepting, Journal of Computational Physics 90. Costs are whole numbers and the
moves come from a fixed series, so the search takes the same turns on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.layout.cells import blocks_of
from pipeline.layout.sketch import Move, Sketch, Spot

_WARM, _COLD = 300, 10  # how much worse a move may be in the beginning and in the end, hundredths of a bend
_NEAR = 100  # placements so close to the best one are kept
_REACH = 3  # rows up or down that a box jumps at most
_ANEW = 500  # moves after which all arrows are laid anew


class Series:
    """A fixed series of numbers that look random [xorshift32: Marsaglia 2003, Journal of Statistical Software 8]."""

    def __init__(self, seed: int) -> None:
        """The series of a seed, from 1."""
        self.state = seed * 2654435761 % (1 << 32)

    def below(self, limit: int) -> int:
        """The next number, from 0 to limit - 1."""
        state = self.state
        state ^= state << 13 & 0xFFFFFFFF
        state ^= state >> 17
        state ^= state << 5 & 0xFFFFFFFF
        self.state = state
        return state % limit


class Annealing:
    """One search from one start."""

    def __init__(self, sketch: Sketch, start: Sequence[Spot], seed: int) -> None:
        """Begin at a start; `seed` chooses the series of moves."""
        self.sketch, self.series = sketch, Series(seed)
        self.boxes = sketch.graph.boxes
        self.blocks = [members for _, members in sorted(blocks_of(sketch.graph).items())]
        self.cost = sketch.enter(start)
        self.best = self.cost
        self.found: dict[tuple[Spot, ...], int] = {sketch.local(): self.cost}

    def run(self, trials: int) -> list[tuple[int, tuple[Spot, ...]]]:
        """Costs and placements, the best first, after so many trials."""
        for trial in range(1, trials + 1):
            moves = self._proposed()
            if moves:
                limit = _WARM + (_COLD - _WARM) * trial // trials
                self._tried(moves, self.series.below(limit + 1))
            if trial % _ANEW == 0:
                self.cost = self.sketch.laid_anew()
        near = [(cost, local) for local, cost in self.found.items() if cost <= self.best + _NEAR]
        return sorted(near)

    def neighbours(self, count: int) -> list[tuple[Spot, ...]]:
        """The `count` most promising placements that differ from the present one by one move or swap."""
        sketch, judged = self.sketch, []
        for box in range(len(self.boxes)):
            for spot in self._around(box):
                moves = self._to(box, spot)
                if moves and moves[-1][0] >= box:
                    change, undo = sketch.moved(moves) or (0, None)
                    assert undo is not None  # nothing is forbidden
                    judged.append((change, sketch.local()))
                    sketch.undone(undo)
        return [local for _, local in sorted(judged)[:count]]

    def _around(self, box: int) -> list[Spot]:
        first, row = self.boxes[box].band * self.sketch.columns, self.sketch.spots[box][1]
        columns = range(first, first + self.sketch.columns)
        return [(column, near) for near in range(max(0, row - _REACH), row + _REACH + 1) for column in columns]

    def _tried(self, moves: Sequence[Move], allowed: int) -> None:
        done = self.sketch.moved(moves, allowed)
        if done is None:
            return
        self.cost += done[0]
        self.best = min(self.best, self.cost)
        if self.cost <= self.best + _NEAR:
            self.found.setdefault(self.sketch.local(), self.cost)

    def _proposed(self) -> list[Move]:
        kind = self.series.below(10)
        if kind == 0:
            return self._slide()
        if kind < 5 and self.sketch.arrows:
            return self._align()
        return self._jump()

    def _jump(self) -> list[Move]:
        """A box to any column of its band, some rows up or down."""
        box = self.series.below(len(self.boxes))
        row = self.sketch.spots[box][1] + self.series.below(2 * _REACH + 1) - _REACH
        return self._to(box, (self._column(box), row))

    def _align(self) -> list[Move]:
        """One end of an arrow to the row of the other, or next to it in its column."""
        below = self.series.below
        arrow = self.sketch.arrows[below(len(self.sketch.arrows))]
        box, other = (arrow.source, arrow.target) if below(2) else (arrow.target, arrow.source)
        column, row = self.sketch.spots[other]
        if self.boxes[box].band == self.boxes[other].band and below(2):
            return self._to(box, (column, row + (1 if below(2) else -1)))
        return self._to(box, (self.sketch.spots[box][0] if below(2) else self._column(box), row))

    def _slide(self) -> list[Move]:
        """All boxes of a band and lane one row up or down."""
        members = self.blocks[self.series.below(len(self.blocks))]
        by = 1 if self.series.below(2) else -1
        moves = [(box, (self.sketch.spots[box][0], self.sketch.spots[box][1] + by)) for box in members]
        return moves if all(self._in_lane(box, spot[1]) for box, spot in moves) else []

    def _to(self, box: int, spot: Spot) -> list[Move]:
        """A box to a spot, and what stands there to the box's own."""
        here = self.sketch.spots[box]
        if spot == here or not self._in_lane(box, spot[1]):
            return []
        other = self.sketch.box_at(spot)
        return [(box, spot)] if other is None else [(box, spot), (other, here)]

    def _column(self, box: int) -> int:
        return self.boxes[box].band * self.sketch.columns + self.series.below(self.sketch.columns)

    def _in_lane(self, box: int, row: int) -> bool:
        return row // self.sketch.rows == self.boxes[box].lane
