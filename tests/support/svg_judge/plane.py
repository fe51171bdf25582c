"""Points, lines and areas in millimetres, y pointing down: what the judge of drawings measures with."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
Line = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> Point:
        return ((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    @property
    def corners(self) -> Line:
        return (
            (self.left, self.top),
            (self.right, self.top),
            (self.right, self.bottom),
            (self.left, self.bottom),
        )

    def grown(self, by: float) -> "Box":
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def overlaps(self, other: "Box", by: float = 0.0) -> bool:
        """True if the two share more than `by` mm in both directions."""
        across = min(self.right, other.right) - max(self.left, other.left)
        along = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > by and along > by

    def holds(self, other: "Box") -> bool:
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


def box_of(points: Sequence[Point]) -> Box:
    across, along = [x for x, _ in points], [y for _, y in points]
    return Box(min(across), min(along), max(across), max(along))


def to_piece(point: Point, start: Point, end: Point) -> float:
    """Distance from a point to a straight piece."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    if not square:
        return math.dist(point, start)
    part = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / square
    part = min(1.0, max(0.0, part))
    return math.dist(point, (start[0] + part * dx, start[1] + part * dy))


def to_line(point: Point, line: Sequence[Point]) -> float:
    """Distance from a point to the nearest piece of a line."""
    return min(to_piece(point, start, end) for start, end in pairwise(line))


def closed(area: Line) -> Line:
    """The border of an area as a line that comes back to where it began."""
    return area if area[0] == area[-1] else (*area, area[0])


def to_border(point: Point, area: Line) -> float:
    """Distance from a point to the border of an area, from within or without."""
    return to_line(point, closed(area))


def inside(point: Point, area: Line) -> bool:
    """True if the point lies in the area: a ray to the right leaves it an odd number of times."""
    x, y = point
    found = False
    for (x1, y1), (x2, y2) in pairwise(closed(area)):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            found = not found
    return found


def cuts(line: Line, area: Line) -> bool:
    """True if any of the line lies in the area; to touch its border is not enough."""
    if not box_of(line).grown(0.01).overlaps(box_of(area)):
        return False
    border = closed(area)
    return any(_piece_cuts(start, end, border) for start, end in pairwise(line))


def _piece_cuts(start: Point, end: Point, border: Line) -> bool:
    """The border divides the piece: one part of it lies inside if its middle does."""
    if not box_of((start, end)).grown(0.01).overlaps(box_of(border)):
        return False
    parts = sorted({0.0, 1.0, *(part for a, b in pairwise(border) for part in _meets(start, end, a, b))})
    middles = (_part_of(start, end, (one + other) / 2) for one, other in pairwise(parts) if other - one > 1e-9)
    return any(inside(middle, border) and to_line(middle, border) > 1e-6 for middle in middles)


def _part_of(start: Point, end: Point, part: float) -> Point:
    return (start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1]))


def _meets(start: Point, end: Point, a: Point, b: Point) -> tuple[float, ...]:
    """Where the piece meets the piece a-b, as a part of its own length."""
    dx, dy, ex, ey = end[0] - start[0], end[1] - start[1], b[0] - a[0], b[1] - a[1]
    below = dx * ey - dy * ex
    if abs(below) < 1e-12:
        return ()
    part = ((a[0] - start[0]) * ey - (a[1] - start[1]) * ex) / below
    other = ((a[0] - start[0]) * dy - (a[1] - start[1]) * dx) / below
    return (part,) if 0 < part < 1 and -1e-9 <= other <= 1 + 1e-9 else ()


def areas_overlap(one: Line, other: Line) -> bool:
    """True if the areas share more than a border."""
    if not box_of(one).overlaps(box_of(other)):
        return False
    return (
        cuts(closed(one), other)
        or cuts(closed(other), one)
        or (inside(box_of(one).middle, other) and inside(box_of(other).middle, one))
    )


def apart(line: Line, area: Line) -> float:
    """Distance between a line and an area; 0 where they meet."""
    if cuts(line, area):
        return 0.0
    border = closed(area)
    return min(*(to_line(p, border) for p in line), *(to_line(p, line) for p in area))


def samples(line: Line, step: float) -> Iterator[tuple[float, Point]]:
    """Points of a line about every `step` mm, each with its distance from the line's start."""
    gone = 0.0
    for start, end in pairwise(line):
        length = math.dist(start, end)
        count = max(1, math.ceil(length / step))
        for n in range(count):
            part = n / count
            yield gone + part * length, (start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1]))
        gone += length
    yield gone, line[-1]


def simple(line: Sequence[Point]) -> Line:
    """The line without points that repeat the one before."""
    found = [line[0]]
    found += [point for before, point in pairwise(line) if math.dist(before, point) > 1e-6]
    return tuple(found)
