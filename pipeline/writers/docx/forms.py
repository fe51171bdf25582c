"""Outlines as Word knows them: its own shapes where they are exactly the same, else a path of their own.

Word's shapes with their adjust values are those of ISO/IEC 29500-1, presetShapeDefinitions.xml.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.geometry import Close, Curve, Line, Move, Path, Point, Rect, bounds, points_of, polygon, rounded_rect
from pipeline.writers.docx.ooxml import Element, node

# Points this near are one, mm.
_NEAR = 0.01
_WHOLE = 100_000
# How much of a radius lies outside the square in a circle, per side: 1 - cos 45 degrees.
_CORNER = 0.29289


@dataclass(frozen=True, slots=True)
class Form:
    """A shape of Word's by its name, its adjust values, and the rectangle that its text is set in.

    A path of its own has no name, and its text the whole rectangle.
    """

    name: str
    text: Rect
    adjusted: tuple[tuple[str, int], ...] = ()


def own_form(path: Path) -> Form:
    """The path as no shape of Word's."""
    return Form("", bounds(points_of(path)))


def form_of(path: Path) -> Form:
    """The shape of Word's that a path is exactly, or the path itself."""
    rect = bounds(points_of(path))
    if min(rect.width, rect.height) < _NEAR:
        return Form("line" if _is_straight(path) else "", rect)
    return next((found for known in _KNOWN if (found := known(path, rect))), Form("", rect))


def geometry(form: Form, path: Path, emu: Callable[[float], int]) -> Element:
    """The form's element; `emu` tells how many EMU a length on the drawing (mm) is."""
    if form.name:
        values = (node("a:gd", {"name": name, "fmla": f"val {value}"}) for name, value in form.adjusted)
        return node("a:prstGeom", {"prst": form.name}, node("a:avLst", None, *values))
    rect = bounds(points_of(path))
    room = {"w": emu(rect.width), "h": emu(rect.height)}
    drawn = node("a:path", room, *_pieces(path, rect, emu))
    return node(
        "a:custGeom",
        None,
        node("a:avLst"),
        node("a:gdLst"),
        node("a:ahLst"),
        node("a:cxnLst"),
        node("a:rect", {"l": "l", "t": "t", "r": "r", "b": "b"}),
        node("a:pathLst", None, drawn),
    )


def _pieces(path: Path, rect: Rect, emu: Callable[[float], int]) -> Iterator[Element]:
    def at(point: Point) -> Element:
        return node("a:pt", {"x": emu(point.x - rect.x), "y": emu(point.y - rect.y)})

    for piece in path:
        match piece:
            case Move(to):
                yield node("a:moveTo", None, at(to))
            case Line(to):
                yield node("a:lnTo", None, at(to))
            case Curve(one, two, to):
                yield node("a:cubicBezTo", None, at(one), at(two), at(to))
            case Close():
                yield node("a:close")


def _is_straight(path: Path) -> bool:
    """Whether an open path runs one way only; then Word's line from left to right, or top to bottom, is the same."""
    if any(isinstance(piece, Close) for piece in path):
        return False
    points = points_of(path)
    steps = [(end.x - start.x) + (end.y - start.y) for start, end in pairwise(points)]
    return all(step >= -_NEAR for step in steps)


def _rounded(path: Path, rect: Rect) -> Form | None:
    """Rectangles with or without round corners, pills and circles."""
    start = points_of(path)[0]
    radius = start.x - rect.x
    if not _same(path, rounded_rect(rect, radius)):
        return None
    if radius < _NEAR:
        return Form("rect", rect)
    inset = rect.grown(-_CORNER * radius)
    if abs(2 * radius - rect.width) < _NEAR and abs(2 * radius - rect.height) < _NEAR:
        return Form("ellipse", inset)
    return Form("roundRect", inset, (("adj", _share(radius, rect)),))


def _signpost(path: Path, rect: Rect) -> Form | None:
    """A rectangle with a point on the right."""
    depth = rect.right - points_of(path)[1].x
    middle, neck = rect.centre.y, rect.right - depth
    corners = (
        Point(rect.x, rect.y),
        Point(neck, rect.y),
        Point(rect.right, middle),
        Point(neck, rect.bottom),
        Point(rect.x, rect.bottom),
    )
    if not _same(path, polygon(corners)):
        return None
    text = Rect(rect.x, rect.y, rect.width - depth / 2, rect.height)
    return Form("homePlate", text, (("adj", _share(depth, rect)),))


def _hexagon(path: Path, rect: Rect) -> Form | None:
    """Two points, to the left and to the right."""
    depth = points_of(path)[1].x - rect.x
    left, right, middle = rect.x + depth, rect.right - depth, rect.centre.y
    corners = (
        Point(rect.x, middle),
        Point(left, rect.y),
        Point(right, rect.y),
        Point(rect.right, middle),
        Point(right, rect.bottom),
        Point(left, rect.bottom),
    )
    if not _same(path, polygon(corners)):
        return None
    adjust = _share(depth, rect)
    return Form("hexagon", _hexagon_text(rect, adjust), (("adj", adjust), ("vf", 115_470)))


def _hexagon_text(rect: Rect, adjust: int) -> Rect:
    """The text's rectangle by the formulas q1 to q8 of Word's hexagon; it narrows with the depth of the points."""
    limit = _WHOLE / 2 * rect.width / min(rect.width, rect.height)
    half = -limit / 2
    is_deep = adjust + half > 0
    base, factor, more = (4, 3, half) if is_deep else (2, 2, 0.0)
    part = (base - (adjust + more) / half * factor) / 24
    wide, high = rect.width * part, rect.height * part
    return Rect(rect.x + wide, rect.y + high, rect.width - 2 * wide, rect.height - 2 * high)


def _share(length: float, rect: Rect) -> int:
    """A length as Word's adjust values count: of the shorter side."""
    return round(length / min(rect.width, rect.height) * _WHOLE)


def _same(path: Path, other: Path) -> bool:
    if [type(piece) for piece in path] != [type(piece) for piece in other]:
        return False
    pairs = zip(points_of(path), points_of(other), strict=True)
    return all(one.distance(two) < _NEAR for one, two in pairs)


_KNOWN = (_rounded, _signpost, _hexagon)
