"""Where paint falls on a page: matrices, and filled outlines that know whether a point lies inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
# Straight pieces for a curve: a circle of 100 pt is then off by less than 0.1 pt.
_PIECES = 12


def times(one: Matrix, two: Matrix) -> Matrix:
    """First `one`, then `two` (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = two
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def at(matrix: Matrix, x: float, y: float) -> Point:
    """The point where the matrix puts x, y."""
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def scale_of(matrix: Matrix) -> float:
    """How many times larger lengths become, for a matrix that keeps proportions."""
    a, b, c, d, _, _ = matrix
    return float(abs(a * d - b * c) ** 0.5)


def curve(start: Point, one: Point, two: Point, end: Point) -> Iterator[Point]:
    """Points along a cubic Bezier curve, its start left out."""
    for step in range(1, _PIECES + 1):
        t = step / _PIECES
        u = 1 - t
        yield (
            u**3 * start[0] + 3 * u * u * t * one[0] + 3 * u * t * t * two[0] + t**3 * end[0],
            u**3 * start[1] + 3 * u * u * t * one[1] + 3 * u * t * t * two[1] + t**3 * end[1],
        )


@dataclass(frozen=True, slots=True)
class Area:
    """The inside of an outline: closed rings of points, in page space."""

    rings: tuple[tuple[Point, ...], ...]
    box: Box
    even_odd: bool = False

    def holds(self, point: Point) -> bool:
        """True if the point lies inside (non-zero winding, or even-odd; ISO 32000-1, 8.5.3.3)."""
        x, y = point
        left, low, right, high = self.box
        if not (left <= x <= right and low <= y <= high):
            return False
        turns = sum(_turns(ring, x, y, self.even_odd) for ring in self.rings)
        return bool(turns % 2) if self.even_odd else turns != 0


def area(rings: Sequence[Sequence[Point]], even_odd: bool = False) -> Area | None:
    """The area of these rings; None where they hold no point at all."""
    full = tuple(tuple(ring) for ring in rings if len(ring) > 2)
    if not full:
        return None
    xs, ys = [x for ring in full for x, _ in ring], [y for ring in full for _, y in ring]
    return Area(full, (min(xs), min(ys), max(xs), max(ys)), even_odd)


def _turns(ring: tuple[Point, ...], x: float, y: float, even_odd: bool) -> int:
    """How often the ring goes round the point, or for even-odd how often it is crossed to the point's right."""
    found = 0
    for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])):
        if (y1 > y) == (y2 > y):
            continue
        if x1 + (y - y1) / (y2 - y1) * (x2 - x1) > x:
            found += 1 if even_odd or y2 > y1 else -1
    return found
