"""A search for good cells by threshold accepting: random moves of a rough drawing, worse ones ever less often.

Dueck and Scheuer (1990), Threshold accepting, Journal of Computational Physics 90. Costs are whole numbers and the
moves come from a fixed series, so the search takes the same turns on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.layout.cells import blocks_of
from pipeline.layout.obedient_start import obeying
from pipeline.layout.sketch import Move, Sketch, Spot

_COLD = 10  # how much worse a move may be in the end, hundredths of a bend
_WORTH_A_LOOK = 200  # how much worse a neighbour may look that is drawn in earnest
_NEAR = 100  # placements so close to the best one are kept
_REACH = 3  # rows up or down that a box jumps at most
_ANEW = 500  # moves after which all arrows are laid anew


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long a search is and how much worse a move may be: `warm` hundredths of a bend in the beginning.

    The limit falls evenly, or with `bow` 2 quickly at first: good for graphs of many lanes, where much is far from
    settled in the middle of a search.
    """

    trials: int
    warm: int
    bow: int

    def limit(self, trial: int) -> int:
        """How much worse the move of a trial may be at most."""
        excess = self.warm - _COLD
        for _ in range(self.bow):
            excess = excess * (self.trials - trial) // self.trials
        return _COLD + excess


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
        """Begin at a start, or near it where boxes have wishes; `seed` chooses the series of moves."""
        self.sketch, self.series = sketch, Series(seed)
        self.boxes = sketch.graph.boxes
        blocks = sorted(blocks_of(sketch.graph).items())
        self.blocks = [members for _, members in blocks]
        self.onwards = {
            (lane, band): [box for (later, of), members in blocks if of == lane and later >= band for box in members]
            for (band, lane), _ in blocks
        }
        self.cost = sketch.enter(obeying(sketch.graph, (sketch.columns, sketch.rows), start))
        self.best = self.cost
        self.found: dict[tuple[Spot, ...], int] = {sketch.local(): self.cost}

    def run(self, schedule: Schedule) -> list[tuple[int, tuple[Spot, ...]]]:
        """Costs and placements, the best first, at the end of a schedule."""
        for trial in range(1, schedule.trials + 1):
            moves = self._proposed()
            if moves:
                self._tried(moves, self.series.below(schedule.limit(trial) + 1))
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
                    done = sketch.moved(moves, _WORTH_A_LOOK)
                    if done is not None:
                        judged.append((done[0], sketch.local()))
                        sketch.undone(done[1])
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
            local = self.sketch.local()
            self.found[local] = min(self.cost, self.found.get(local, self.cost))

    def _proposed(self) -> list[Move]:
        kind = self.series.below(10)
        if kind == 0:
            return self._slide()
        if kind == 1 and self.sketch.arrows:
            return self._carry()
        if kind < 6 and self.sketch.arrows:
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
        """All boxes of a band and lane one row up or down, or those of all later bands, too."""
        members = self.blocks[self.series.below(len(self.blocks))]
        first = self.boxes[members[0]]
        if self.series.below(2):
            members = self.onwards[first.lane, first.band]
        return self._by(members, 0, 1 if self.series.below(2) else -1)

    def _carry(self) -> list[Move]:
        """Both ends of an arrow within a band and lane together, by a column or a row or two."""
        below = self.series.below
        arrow = self.sketch.arrows[below(len(self.sketch.arrows))]
        one, other = self.boxes[arrow.source], self.boxes[arrow.target]
        if (one.band, one.lane) != (other.band, other.lane):
            return []
        return self._by((arrow.source, arrow.target), below(3) - 1, below(5) - 2)

    def _by(self, members: Sequence[int], across: int, down: int) -> list[Move]:
        """Boxes by so many columns and rows, if that is allowed and nothing stands there."""
        spots = self.sketch.spots
        moves = [(box, (spots[box][0] + across, spots[box][1] + down)) for box in members]
        moving = set(members)
        for box, spot in moves:
            other = self.sketch.box_at(spot)
            inside = spot[0] // self.sketch.columns == self.boxes[box].band and self._in_lane(box, spot[1])
            if not inside or (other is not None and other not in moving):
                return []
        return moves if across or down else []

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
