"""The lattice on which arrows are routed: which points are taken, and how far apart they lie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.layout.frame import Frame, nominal

EAST, SOUTH, WEST, NORTH = range(4)
Port = tuple[int, int]  # direction of a side, slot on it


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
        self.width, self.height = len(xs) + 2, len(ys) + 2
        self.xs = [xs[0], *xs, xs[-1]]
        self.ys = [ys[0], *ys, ys[-1]]
        self.steps = (1, self.width, -1, -self.width)
        count = self.width * self.height
        self.used = ([0] * count, [0] * count)  # by level, by upright pieces
        east = [
            self.xs[p % self.width + 1] - self.xs[p % self.width] if (p + 1) % self.width else 0.0 for p in range(count)
        ]
        south = [self.ys[p // self.width + 1] - self.ys[p // self.width] for p in range(count - self.width)]
        south += [0.0] * self.width
        self.far = (east, south, [0.0, *east[:-1]], [0.0] * self.width + south[: -self.width])
        self._solid = self._boxes()
        self.kept = ([0] * count, [0] * count)  # number + 1 of the box whose port lies before a point, by axis
        for number, shape in enumerate(frame.shapes):
            for port in shape.ports:
                self.kept[port[0] % 2][self.outer(number, port)] = number + 1
        self._masks: dict[tuple[int, int], bytearray] = {}

    def point(self, x_line: int, y_line: int) -> int:
        """The point where two lines meet."""
        return (y_line + 1) * self.width + x_line + 1

    def lines(self, point: int) -> tuple[int, int]:
        """The x line and the y line of a point."""
        return (point % self.width - 1, point // self.width - 1)

    def _boxes(self) -> bytearray:
        solid = bytearray(self.width * self.height)
        for x in range(self.width):
            solid[x] = solid[(self.height - 1) * self.width + x] = 1
        for y in range(self.height):
            solid[y * self.width] = solid[(y + 1) * self.width - 1] = 1
        columns, rows = self.frame.axes
        across = range(-columns.slots, columns.slots + 1)
        for item_x, item_y in self.frame.homes:
            for dx in across:
                for dy in across:
                    solid[self.point(columns.port_line(item_x, dx), rows.port_line(item_y, dy))] = 1
        return solid

    def solid(self, one: int, other: int) -> bytearray:
        """Points closed to an arrow between two lanes: boxes, the border and all other lanes."""
        key = (min(one, other), max(one, other))
        if key not in self._masks:
            rows = self.frame.axes[1]
            walls = rows.walls
            low = rows.first[walls[key[0]]]
            high = rows.first[walls[key[1] + 1]] if walls[key[1] + 1] < rows.items - 1 else len(rows.item)
            mask = bytearray(self._solid)
            mask[: (low + 1) * self.width] = b"\1" * ((low + 1) * self.width)
            mask[(high + 1) * self.width :] = b"\1" * (len(mask) - (high + 1) * self.width)
            self._masks[key] = mask
        return self._masks[key]

    def outer(self, box: int, port: Port) -> int:
        """The first point outside a box at a port."""
        (item_x, item_y), (columns, rows) = self.frame.homes[box], self.frame.axes
        direction, slot = port
        if direction in (EAST, WEST):
            return self.point(columns.outside(item_x, direction == EAST), rows.port_line(item_y, slot))
        return self.point(columns.port_line(item_x, slot), rows.outside(item_y, direction == SOUTH))

    def middle(self, box: int) -> tuple[float, float]:
        """Roughly where the middle of a box will be, mm."""
        (item_x, item_y), (columns, rows) = self.frame.homes[box], self.frame.axes
        return (self.xs[columns.port_line(item_x, 0) + 1], self.ys[rows.port_line(item_y, 0) + 1])

    def closed(self, a: int, point: int, ends: tuple[int, int, int]) -> bool:
        """True if a piece along an axis may not touch a point: in use, or before a port of a box not its own."""
        return bool(self.used[a][point]) or self.kept[a][point] not in ends

    def mark(self, way: Way, by: int) -> None:
        """Take (1) or free (-1) the points of a way."""
        for point, a in axes_used(way, self.width):
            self.used[a][point] += by


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
