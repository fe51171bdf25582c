"""The lattice on which arrows are routed: which points are taken, and how far apart they lie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from pipeline.layout.frame import Frame, nominal

EAST, SOUTH, WEST, NORTH = range(4)
SOLID, USED, KEPT = 1, 2, 4  # why a point is shut: a box, another arrow, or the way to a port of another box
UNIT = 100  # costs are whole hundredths of a mm
Port = tuple[int, int]  # direction of a side, slot on it
Shut = tuple[bytearray, bytearray]
Counts = tuple[list[int], list[int]]
Reckoning = tuple[list[int], list[int], list[int], list[int]]  # distances by column and row, 3 x side and side


@dataclass(frozen=True, slots=True)
class Way:
    """A routed arrow: lattice points from the source's port to the target's, and the ports."""

    points: tuple[int, ...]
    leave: Port
    enter: Port


class Field:
    """Points of the lattice in rows with a border of solid points; what each is used for."""

    def __init__(self, frame: Frame) -> None:
        """An empty field over a frame."""
        self.frame = frame
        xs, ys = nominal(frame, 0), nominal(frame, 1)
        width, height = len(xs) + 2, len(ys) + 2
        count = width * height
        self.width, self.height = width, height
        self.xs = [xs[0], *xs, xs[-1]]
        self.ys = [ys[0], *ys, ys[-1]]
        self.steps = (1, width, -1, -width)
        self.column = list(range(width)) * height
        self.row = [y for y in range(height) for _ in range(width)]
        self.far = _distances(self.xs, self.ys)
        self.used: Counts = ([0] * count, [0] * count)  # by level, by upright pieces
        self.best, self.done = [10**12] * (4 * count), bytearray(4 * count)  # what a search scribbles on
        solid = self._boxes()
        self.shut: Shut = (solid, bytearray(solid))  # SOLID, USED and KEPT, for level and upright pieces
        self.doors = tuple(
            {port: self._outside(number, port) for port in shape.ports} for number, shape in enumerate(frame.shapes)
        )  # the first point outside each box, by port
        for port, point in chain.from_iterable(doors.items() for doors in self.doors):
            self.shut[port[0] % 2][point] |= KEPT
        self._reckoned: dict[int, Reckoning] = {}

    def point(self, x_line: int, y_line: int) -> int:
        """The point where two lines meet."""
        return (y_line + 1) * self.width + x_line + 1

    def lines(self, point: int) -> tuple[int, int]:
        """The x line and the y line of a point."""
        return (point % self.width - 1, point // self.width - 1)

    def _boxes(self) -> bytearray:
        width, height = self.width, self.height
        solid = bytearray(width * height)
        solid[:width] = solid[-width:] = b"\1" * width
        solid[::width] = solid[width - 1 :: width] = b"\1" * height
        columns, rows = self.frame.axes
        across = range(-columns.slots, columns.slots + 1)
        for item_x, item_y in self.frame.homes:
            for dy in across:
                start = self.point(columns.port_line(item_x, -columns.slots), rows.port_line(item_y, dy))
                solid[start : start + len(across)] = b"\1" * len(across)
        return solid

    def open_to(self, source: int, target: int) -> Shut:
        """What is shut to an arrow between two boxes: all lanes but theirs and those between, too."""
        lanes, rows = self.frame.lanes, self.frame.axes[1]
        walls, width = rows.walls, self.width
        one, other = sorted((lanes[source], lanes[target]))
        low = (rows.first[walls[one]] + 1) * width
        end = walls[other + 1]
        high = ((rows.first[end] if end < rows.items - 1 else len(rows.item)) + 1) * width
        found = (bytearray(self.shut[0]), bytearray(self.shut[1]))
        for mask in found:
            mask[:low] = b"\1" * low
            mask[high:] = b"\1" * (len(mask) - high)
        for box in {source, target}:
            for port, point in self.doors[box].items():
                found[port[0] % 2][point] &= ~KEPT
        return found

    def _outside(self, box: int, port: Port) -> int:
        (item_x, item_y), (columns, rows) = self.frame.homes[box], self.frame.axes
        direction, slot = port
        if direction in (EAST, WEST):
            return self.point(columns.outside(item_x, direction == EAST), rows.port_line(item_y, slot))
        return self.point(columns.port_line(item_x, slot), rows.outside(item_y, direction == SOUTH))

    def middle(self, box: int) -> tuple[float, float]:
        """Roughly where the middle of a box will be, mm."""
        (item_x, item_y), (columns, rows) = self.frame.homes[box], self.frame.axes
        return (self.xs[columns.port_line(item_x, 0) + 1], self.ys[rows.port_line(item_y, 0) + 1])

    def inwards(self, box: int, point: int) -> int:
        """The distance from a point to the middle of a box."""
        across, down, _, _ = self.reckoned(box)
        return across[self.column[point]] + down[self.row[point]]

    def reckoned(self, box: int) -> Reckoning:
        """How far each column and row lies from the middle of a box, and on which side (see Reckoning)."""
        if box not in self._reckoned:
            x, y = self.middle(box)
            slots, pitch = self.frame.axes[0].slots, self.frame.pitch
            sides = (_sides(self.xs, x, slots * pitch[0] + 0.01), _sides(self.ys, y, slots * pitch[1] + 0.01))
            self._reckoned[box] = (
                [round(abs(at - x) * UNIT) for at in self.xs],
                [round(abs(at - y) * UNIT) for at in self.ys],
                [3 * side for side in sides[0]],
                sides[1],
            )
        return self._reckoned[box]

    def mark(self, way: Way, by: int) -> None:
        """Take (1) or free (-1) the points of a way."""
        used, shut = self.used, self.shut
        for point, a in axes_used(way, self.width):
            used[a][point] += by
            if used[a][point]:
                shut[a][point] |= USED
            else:
                shut[a][point] &= ~USED

    def dear(self, price: int) -> list[list[int]]:
        """The cost of a step from each point, by heading, where it costs a price to run over other arrows."""
        found = []
        for turn, step in enumerate(self.steps):
            used = self.used[turn % 2]
            last = len(used) - 1
            far = self.far[turn]
            found.append([far[p] + price * (used[min(max(p + step, 0), last)] > 0) for p in range(len(used))])
        return found

    def hidden(self) -> tuple[Counts, Shut]:
        """Take all arrows away for a while; the answer brings them back by `show`."""
        kept = (self.used, self.shut)
        self.used = ([0] * len(self.used[0]), [0] * len(self.used[1]))
        self.shut = without_arrows(self.shut)
        return kept

    def show(self, kept: tuple[Counts, Shut]) -> None:
        """Bring back what was hidden."""
        self.used, self.shut = kept


def without_arrows(shut: Shut) -> Shut:
    """What would be shut if no arrow were there."""
    free = bytes(value & ~USED for value in range(256))
    return (shut[0].translate(free), shut[1].translate(free))


def _distances(xs: Sequence[float], ys: Sequence[float]) -> tuple[list[int], ...]:
    """The cost of a step from each point to the east, south, west and north."""
    across = [round((b - a) * UNIT) for a, b in pairwise(xs)]
    down = [round((b - a) * UNIT) for a, b in pairwise(ys)]
    width, height = len(xs), len(ys)
    return (
        [*across, 0] * height,
        [step for step in [*down, 0] for _ in range(width)],
        [0, *across] * height,
        [step for step in [0, *down] for _ in range(width)],
    )


def _sides(lines: Sequence[float], middle: float, near: float) -> list[int]:
    """For each line 0, 1 or 2: the middle lies before it, about there, or after it."""
    return [0 if at > middle + near else 2 if at < middle - near else 1 for at in lines]


def heading(step: int, width: int) -> int:
    """The direction of a step between neighbouring points."""
    if abs(step) == 1:
        return EAST if step > 0 else WEST
    return SOUTH if step == width else NORTH


def headings(points: Sequence[int], width: int) -> list[int]:
    """The directions between the points of a way."""
    return [heading(b - a, width) for a, b in pairwise(points)]


def axes_used(way: Way, width: int) -> Iterable[tuple[int, int]]:
    """(point, axis) for all that a way runs over: axis 0 level, 1 upright; each once."""
    runs = [way.leave[0], *headings(way.points, width), way.enter[0]]
    for number, point in enumerate(way.points):
        into, out = runs[number] % 2, runs[number + 1] % 2
        yield (point, into)
        if into != out:
            yield (point, out)


def turns(way: Way, width: int) -> list[int]:
    """The points at which a way bends."""
    runs = [way.leave[0], *headings(way.points, width), (way.enter[0] + 2) % 4]
    return [point for point, into, out in zip(way.points, runs, runs[1:], strict=False) if into != out]


def crossings_of(ways: Iterable[Way], width: int) -> int:
    """How often ways cross, counted in pairs: where one runs straight on level and another straight on upright."""
    straight: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for way in ways:
        before = way.leave[0]
        last = len(way.points) - 1
        for index, point in enumerate(way.points):
            after = heading(way.points[index + 1] - point, width) if index < last else (way.enter[0] + 2) % 4
            if before == after:
                counts = straight[before % 2]
                counts[point] = counts.get(point, 0) + 1
            before = after
    return sum(count * straight[1].get(point, 0) for point, count in straight[0].items())
