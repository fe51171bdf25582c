"""Every shape gives its content room, fills its rectangle, and lets arrows end on its outline."""

import itertools

import pytest

from pipeline.geometry import Curve, Point, Rect, Side, Size, bounds, points_of
from pipeline.shapes import SHAPES

EM = 4.0
CONTENTS = [Size(28, 7), Size(12, 9.5), Size(34, 19), Size(60, 14), Size(20, 30)]
EACH = [
    pytest.param(name, size, foot, id=f"{name}-{size.width}x{size.height}-{foot}")
    for name in SHAPES
    for size in CONTENTS
    for foot in (False, True)
]


def _polygon(path) -> list[Point]:
    """The outline as a fine polygon; curves in 24 steps by de Casteljau's rule, written out independently."""
    corners: list[Point] = []
    for piece in path:
        if isinstance(piece, Curve):
            a, b, c, d = corners[-1], piece.control1, piece.control2, piece.to
            for n in range(1, 25):
                t, u = n / 24, 1 - n / 24
                corners.append(
                    Point(
                        u**3 * a.x + 3 * u * u * t * b.x + 3 * u * t * t * c.x + t**3 * d.x,
                        u**3 * a.y + 3 * u * u * t * b.y + 3 * u * t * t * c.y + t**3 * d.y,
                    )
                )
        elif hasattr(piece, "to"):
            corners.append(piece.to)
    return corners


def _distance(corners: list[Point], point: Point) -> float:
    """From a point to the nearest piece of a closed outline."""
    best = 1e9
    for a, b in itertools.pairwise([*corners, corners[0]]):
        dx, dy = b.x - a.x, b.y - a.y
        along = (point.x - a.x) * dx + (point.y - a.y) * dy
        t = max(0, min(1, along / (dx * dx + dy * dy))) if dx or dy else 0
        best = min(best, point.distance(Point(a.x + t * dx, a.y + t * dy)))
    return best


def _inside(corners: list[Point], point: Point) -> bool:
    inside = False
    for a, b in itertools.pairwise([*corners, corners[0]]):
        if (a.y > point.y) != (b.y > point.y) and point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x:
            inside = not inside
    return inside


@pytest.mark.parametrize(("name", "content", "foot"), EACH)
def test_the_content_gets_its_room(name, content, foot):
    shape = SHAPES[name]
    size = shape.size(content, EM, foot)
    room = shape.content(Rect(5, 7, size.width, size.height), EM, foot)
    assert (room.width, room.height) == pytest.approx((content.width, content.height))


@pytest.mark.parametrize("height", [1, 2, 3.4, 5, 12, 30])
@pytest.mark.parametrize("name", SHAPES)
def test_text_stays_inside_the_outline_however_long_it_is(name, height):
    """The right end of the first line and of the last, but for less than a letter, which a signpost's slant may take.

    On the left stands the ring, in the middle of the height.
    """
    shape = SHAPES[name]
    size = shape.size(Size(28, height * EM), EM, False)
    rect = Rect(5, 7, size.width, size.height)
    room = shape.content(rect, EM, False)
    corners = _polygon(shape.outline(rect, EM))
    assert _inside(corners, Point(room.right - 0.4 * EM, room.y))
    assert _inside(corners, Point(room.right - 0.4 * EM, room.bottom))


@pytest.mark.parametrize(("name", "content", "foot"), EACH)
def test_the_outline_fills_its_rectangle(name, content, foot):
    size = SHAPES[name].size(content, EM, foot)
    box = bounds(points_of(SHAPES[name].outline(Rect(5, 7, size.width, size.height), EM)))
    assert (box.x, box.y, box.width, box.height) == pytest.approx((5, 7, size.width, size.height))


@pytest.mark.parametrize(("name", "content", "foot"), EACH)
def test_arrows_end_on_the_outline(name, content, foot):
    shape = SHAPES[name]
    size = shape.size(content, EM, foot)
    rect = Rect(5, 7, size.width, size.height)
    corners = _polygon(shape.outline(rect, EM))
    for side, (lo, hi) in shape.reaches(size, EM):
        for part in (lo, (lo + hi) / 2, hi):
            point = {
                Side.EAST: Point(rect.right, rect.y + part),
                Side.WEST: Point(rect.x, rect.y + part),
                Side.NORTH: Point(rect.x + part, rect.y),
                Side.SOUTH: Point(rect.x + part, rect.bottom),
            }[side]
            assert _distance(corners, point) < 0.02, (side, part)


@pytest.mark.parametrize(("name", "content", "foot"), EACH)
def test_a_second_contour_lies_inside_the_first(name, content, foot):
    size = SHAPES[name].size(content, EM, foot)
    rect = Rect(5, 7, size.width, size.height)
    corners = _polygon(SHAPES[name].outline(rect, EM))
    assert all(_inside(corners, point) for point in _polygon(SHAPES[name].inner(rect, EM)))


def test_a_decision_has_its_ports_at_the_corners_of_a_rhombus():
    reaches = dict(SHAPES["hexagon"].reaches(Size(48, 18), EM))
    assert reaches == {Side.EAST: (9, 9), Side.WEST: (9, 9), Side.NORTH: (24, 24), Side.SOUTH: (24, 24)}
