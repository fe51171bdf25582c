"""Plane geometry in millimetres, y pointing down: points, rectangles and paths of four commands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum


class Side(Enum):
    """A side of a rectangle, with its outward direction."""

    EAST = (1, 0)
    SOUTH = (0, 1)
    WEST = (-1, 0)
    NORTH = (0, -1)


@dataclass(frozen=True, slots=True)
class Point:
    """A place, mm from the top left corner."""

    x: float
    y: float

    def moved(self, dx: float, dy: float) -> Point:
        """The point dx to the right and dy down."""
        return Point(self.x + dx, self.y + dy)

    def towards(self, other: Point, distance: float) -> Point:
        """The point `distance` mm from here in the direction of another; here itself if both are one."""
        length = self.distance(other)
        part = distance / length if length else 0.0
        return Point(self.x + (other.x - self.x) * part, self.y + (other.y - self.y) * part)

    def distance(self, other: Point) -> float:
        """Straight distance, mm."""
        return float(((other.x - self.x) ** 2 + (other.y - self.y) ** 2) ** 0.5)


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height, mm."""

    width: float
    height: float

    @property
    def turned(self) -> Size:
        """Width and height exchanged."""
        return Size(self.height, self.width)


@dataclass(frozen=True, slots=True)
class Insets:
    """Distances from the four edges, mm."""

    top: float
    right: float
    bottom: float
    left: float


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle: top left corner, width and height, mm."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    @property
    def size(self) -> Size:
        """Width and height."""
        return Size(self.width, self.height)

    def moved(self, dx: float, dy: float) -> Rect:
        """The rectangle dx to the right and dy down."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def inset(self, insets: Insets) -> Rect:
        """What is left inside the insets."""
        return Rect(
            self.x + insets.left,
            self.y + insets.top,
            self.width - insets.left - insets.right,
            self.height - insets.top - insets.bottom,
        )

    def grown(self, by: float) -> Rect:
        """The rectangle with every side moved outwards."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def overlaps(self, other: Rect, tolerance: float = 0.0) -> bool:
        """True if the two share more than `tolerance` mm in both directions."""
        wide = min(self.right, other.right) - max(self.x, other.x)
        high = min(self.bottom, other.bottom) - max(self.y, other.y)
        return wide > tolerance and high > tolerance


@dataclass(frozen=True, slots=True)
class Move:
    """Start a new contour."""

    to: Point


@dataclass(frozen=True, slots=True)
class Line:
    """A straight piece."""

    to: Point


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic Bézier piece."""

    control1: Point
    control2: Point
    to: Point


@dataclass(frozen=True, slots=True)
class Close:
    """Back to the start of the contour."""


Piece = Move | Line | Curve | Close
Path = tuple[Piece, ...]

# A quarter circle as one cubic Bézier; the largest radial error is 0.027 %.
_QUARTER = 0.5522847498


def polygon(corners: Sequence[Point]) -> Path:
    """A closed path through the corners."""
    return (Move(corners[0]), *(Line(corner) for corner in corners[1:]), Close())


def line(start: Point, end: Point) -> Path:
    """One straight, open piece."""
    return (Move(start), Line(end))


def circle(centre: Point, radius: float) -> Path:
    """A circle of four cubic pieces."""
    return rounded_rect(Rect(centre.x - radius, centre.y - radius, 2 * radius, 2 * radius), radius)


def rounded_rect(rect: Rect, radius: float) -> Path:
    """A rectangle whose corners are quarter circles; a radius of half the height gives a pill."""
    r = min(radius, rect.width / 2, rect.height / 2)
    if r <= 0:
        corners = (
            Point(rect.x, rect.y),
            Point(rect.right, rect.y),
            Point(rect.right, rect.bottom),
            Point(rect.x, rect.bottom),
        )
        return polygon(corners)
    k = r * (1 - _QUARTER)
    left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    return (
        Move(Point(left + r, top)),
        Line(Point(right - r, top)),
        Curve(Point(right - k, top), Point(right, top + k), Point(right, top + r)),
        Line(Point(right, bottom - r)),
        Curve(Point(right, bottom - k), Point(right - k, bottom), Point(right - r, bottom)),
        Line(Point(left + r, bottom)),
        Curve(Point(left + k, bottom), Point(left, bottom - k), Point(left, bottom - r)),
        Line(Point(left, top + r)),
        Curve(Point(left, top + k), Point(left + k, top), Point(left + r, top)),
        Close(),
    )


def rounded_line(points: Sequence[Point], radius: float) -> Path:
    """An open path through the points whose bends are rounded; pieces too short get a smaller radius.

    A piece between two bends is shared between them, the first and the last piece belong to one bend alone.
    """
    path: list[Piece] = [Move(points[0])]
    last = len(points) - 2
    for n, (before, corner, after) in enumerate(zip(points, points[1:], points[2:], strict=False), 1):
        lead = before.distance(corner) / (1 if n == 1 else 2)
        r = min(radius, lead, corner.distance(after) / (1 if n == last else 2))
        start, end = corner.towards(before, r), corner.towards(after, r)
        path.append(Line(start))
        path.append(Curve(start.towards(corner, r * _QUARTER), end.towards(corner, r * _QUARTER), end))
    path.append(Line(points[-1]))
    return tuple(path)


def moved(path: Path, dx: float, dy: float) -> Path:
    """The path dx to the right and dy down."""
    return tuple(_moved_piece(piece, dx, dy) for piece in path)


def _moved_piece(piece: Piece, dx: float, dy: float) -> Piece:
    match piece:
        case Move(to):
            return Move(to.moved(dx, dy))
        case Line(to):
            return Line(to.moved(dx, dy))
        case Curve(one, two, to):
            return Curve(one.moved(dx, dy), two.moved(dx, dy), to.moved(dx, dy))
        case Close():
            return piece


def bounds(points: Iterable[Point]) -> Rect:
    """The smallest rectangle round the points; raises ValueError if there are none."""
    found = tuple(points)
    left, top = min(p.x for p in found), min(p.y for p in found)
    return Rect(left, top, max(p.x for p in found) - left, max(p.y for p in found) - top)


def points_of(path: Path) -> tuple[Point, ...]:
    """All points of a path, control points included."""
    found: list[Point] = []
    for piece in path:
        match piece:
            case Move(to) | Line(to):
                found.append(to)
            case Curve(one, two, to):
                found += (one, two, to)
            case Close():
                pass
    return tuple(found)
