"""Local search for the boxes' cells: move a box or swap two while length, bends and crossings get fewer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.layout.graph import Graph
from pipeline.layout.reading import Arrow

Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Weights:
    """What the search avoids, in steps of one cell."""

    crossing: float = 3.0
    blocked: float = 3.2
    one_bend: float = 1.1
    two_bends: float = 2.4
    across: float = 1.3
    down: float = 1.0
    against: float = 2.8
    new_row: float = 1.5


_SWEEPS = 10
_REACH = 3  # rows up or down that a box may move at a time


class Search:
    """The state of the search: every box's spot, and the arrows that touch it."""

    def __init__(self, graph: Graph, arrows: Sequence[Arrow], columns: Sequence[int], weights: Weights) -> None:
        """Prepare the search over the given sub-columns for each band."""
        self.graph, self.columns, self.weights = graph, columns, weights
        self.arrows = [arrow for arrow in arrows if arrow.source != arrow.target]
        self.first_column = [sum(columns[:band]) for band in range(graph.bands)]
        self.touching: list[list[int]] = [[] for _ in graph.boxes]
        for number, arrow in enumerate(self.arrows):
            self.touching[arrow.source].append(number)
            self.touching[arrow.target].append(number)
        self.rivals = [self._rivals(arrow) for arrow in self.arrows]

    def _rivals(self, arrow: Arrow) -> list[int]:
        lanes = {self.graph.boxes[arrow.source].lane, self.graph.boxes[arrow.target].lane}
        low, high = min(lanes), max(lanes)
        boxes = self.graph.boxes
        found = []
        for number, other in enumerate(self.arrows):
            ends = (boxes[other.source].lane, boxes[other.target].lane)
            if min(ends) <= high and max(ends) >= low:
                found.append(number)
        return found

    def run(self, local: list[Spot], tallest: int) -> list[Spot]:
        """Better spots, starting from the given ones; no lane gets more than `tallest` rows by it."""
        self._enter(local, tallest)
        for _ in range(_SWEEPS):
            moves = [self._improve(number) for number in range(len(self.graph.boxes)) if self.touching[number]]
            if not any(moves):
                break
        return self._local()

    def neighbours(self, local: list[Spot], tallest: int, count: int) -> list[list[Spot]]:
        """The `count` most promising placements that differ from the given one by one move or swap."""
        self._enter(local, tallest)
        moves = [
            (-self._gain(number, spot), number, spot)
            for number in range(len(self.graph.boxes))
            for spot in self._spots_for(number)
            if self.owner.get(spot, number) >= number
        ]
        found = []
        for _, number, spot in sorted(moves)[:count]:
            here = self.spots[number]
            self._swap(number, spot)
            found.append(self._local())
            self._swap(number, here)
        return found

    def _local(self) -> list[Spot]:
        return [
            (x - self.first_column[box.band], y - self.top[box.lane])
            for box, (x, y) in zip(self.graph.boxes, self.spots, strict=True)
        ]

    def _enter(self, local: list[Spot], tallest: int) -> None:
        graph = self.graph
        deepest = max((row for _, row in local), default=0) + 1
        stride = max(tallest, deepest) + 1
        self.top = [lane * stride for lane in range(graph.lanes)]
        self.height = max(tallest, deepest)
        self.spots = [
            (self.first_column[box.band] + column, self.top[box.lane] + row)
            for box, (column, row) in zip(graph.boxes, local, strict=True)
        ]
        self.owner = {spot: number for number, spot in enumerate(self.spots)}

    def _spots_for(self, number: int) -> list[Spot]:
        box = self.graph.boxes[number]
        here = self.spots[number]
        low = max(self.top[box.lane], here[1] - _REACH)
        high = min(self.top[box.lane] + self.height - 1, here[1] + _REACH)
        first = self.first_column[box.band]
        columns = range(first, first + self.columns[box.band])
        return [(column, row) for column in columns for row in range(low, high + 1) if (column, row) != here]

    def _improve(self, number: int) -> bool:
        best: tuple[float, Spot] | None = None
        for spot in self._spots_for(number):
            gain = self._gain(number, spot)
            if gain > (best[0] if best else 1e-6):
                best = (gain, spot)
        if best is None:
            return False
        self._swap(number, best[1])
        return True

    def _gain(self, number: int, spot: Spot) -> float:
        other = self.owner.get(spot)
        here = self.spots[number]
        touched = self.touching[number] if other is None else sorted({*self.touching[number], *self.touching[other]})
        before = self._cost(touched)
        self._swap(number, spot)
        after = self._cost(touched)
        self._swap(number, here)
        lane = self.graph.boxes[number].lane
        taller = spot[1] > max(y for n, (_, y) in enumerate(self.spots) if self.graph.boxes[n].lane == lane)
        return before - after + (0.15 * (here[1] - spot[1]) if other is None else 0.0) - self.weights.new_row * taller

    def _swap(self, number: int, spot: Spot) -> None:
        here, other = self.spots[number], self.owner.get(spot)
        del self.owner[here]
        self.spots[number] = spot
        self.owner[spot] = number
        if other is not None:
            self.spots[other] = here
            self.owner[here] = other

    def _cost(self, touched: Sequence[int]) -> float:
        return sum(self._way(self.arrows[number]) + self.weights.crossing * self._crossed(number) for number in touched)

    def _way(self, arrow: Arrow) -> float:
        weights = self.weights
        (x, y), (u, v) = self.spots[arrow.source], self.spots[arrow.target]
        dx, dy = u - x, v - y
        cost = weights.across * abs(dx) + weights.down * abs(dy)
        if dx == 0 or dy == 0:
            cost += weights.blocked * (not self._free((x, y), (u, v)))
        else:
            corners = ((u, y), (x, v))
            bent = any(c not in self.owner and self._free((x, y), c) and self._free(c, (u, v)) for c in corners)
            cost += weights.one_bend if bent else weights.two_bends
        if not arrow.back and (dx < 0 or (dx == 0 and dy < 0)):
            cost += weights.against
        return cost

    def _free(self, start: Spot, end: Spot) -> bool:
        (x, y), (u, v) = start, end
        if y == v:
            return not any((q, y) in self.owner for q in range(min(x, u) + 1, max(x, u)))
        return not any((x, q) in self.owner for q in range(min(y, v) + 1, max(y, v)))

    def _crossed(self, number: int) -> int:
        spots, arrows = self.spots, self.arrows
        (px, py), (rx, ry) = spots[arrows[number].source], spots[arrows[number].target]
        vx, vy = rx - px, ry - py
        count = 0
        for rival in self.rivals[number]:
            other = arrows[rival]
            (ax, ay), (bx, by) = spots[other.source], spots[other.target]
            side = (vx * (ay - py) - vy * (ax - px)) * (vx * (by - py) - vy * (bx - px))
            if side < 0:
                wx, wy = bx - ax, by - ay
                count += (wx * (py - ay) - wy * (px - ax)) * (wx * (ry - ay) - wy * (rx - ax)) < 0
        return count
