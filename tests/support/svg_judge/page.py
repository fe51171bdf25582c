"""A finished SVG as what it paints, in the order of painting: shapes and lines of text, in millimetres on the sheet."""

import base64
import io
import math
import re
from dataclasses import dataclass, field, replace
from functools import cache
from xml.etree import ElementTree as ET

from fontTools.ttLib import TTFont

from tests.support.svg_judge.path_data import tracks
from tests.support.svg_judge.plane import Box, Line, Point, box_of

_SVG = "{http://www.w3.org/2000/svg}"
_PASSED_DOWN = (
    *("fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight", "font-style"),
    "text-anchor",
)
_SILENT = {"title", "desc", "metadata", "style", "defs"}
_LIGHT, _DARK = 0.98, 0.15  # relative luminance: paper is lighter, ink is darker
_FACE = re.compile(r"font-weight:(\d+);font-style:(\w+);src:url\(data:font/woff2;base64,([^)]+)\)")

Matrix = tuple[float, float, float, float, float, float]
_PLAIN: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Shape:
    """One painted path. Colours as luminance from 0 to 1, None where nothing is painted; `order` counts paint."""

    points: Line
    is_closed: bool
    bends: int
    fill: float | None
    stroke: float | None
    width: float
    dashed: bool
    order: int
    box: Box

    @property
    def in_ink(self) -> bool:
        return self.stroke is not None and self.stroke < _DARK

    @property
    def in_grey(self) -> bool:
        return self.stroke is not None and _DARK <= self.stroke < _LIGHT

    @property
    def in_paper(self) -> bool:
        return self.stroke is not None and self.stroke > _LIGHT

    @property
    def on_paper(self) -> bool:
        return self.fill is not None and self.fill > _LIGHT

    @property
    def is_black(self) -> bool:
        return self.fill is not None and self.fill < _DARK


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text: where its baseline begins, and the box of its ink."""

    text: str
    at: Point
    size: float
    bold: bool
    italic: bool
    box: Box
    order: int


@dataclass(frozen=True, slots=True)
class Page:
    """What a sheet shows, mm from its top left corner."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    words: tuple[Words, ...]


def read_page(svg: str) -> Page:
    """The page of an SVG; raises ValueError for anything painted that it cannot follow."""
    root = ET.fromstring(svg)
    width, height = (float(root.get(name, "").removesuffix("mm")) for name in ("width", "height"))
    view = [float(part) for part in root.get("viewBox", "").split()]
    reader = _Reader(_fonts("".join(root.find(f"{_SVG}style").itertext())))
    across, along = width / view[2], height / view[3]
    scale: Matrix = (across, 0, 0, along, -view[0] * across, -view[1] * along)
    reader.element(root, scale, {})
    return Page(width, height, tuple(reader.shapes), tuple(reader.words))


def sheets_of(page: Page) -> tuple[Page, ...]:
    """The sheets that a page shows below each other, each from its own top left corner: every ground is a sheet."""
    grounds = [s.box for s in page.shapes if s.is_closed and s.on_paper and s.stroke is None and s.box.left == 0]
    wide = [box for box in grounds if abs(box.right - page.width) < 0.02]
    return tuple(_sheet(page, box) for box in wide)


def _sheet(page: Page, ground: Box) -> Page:
    def held(box: Box) -> bool:
        return ground.top <= box.middle[1] <= ground.bottom

    def up(point: Point) -> Point:
        return (point[0], point[1] - ground.top)

    shapes = tuple(
        replace(s, points=tuple(map(up, s.points)), box=box_of(tuple(map(up, s.box.corners))))
        for s in page.shapes
        if held(s.box)
    )
    words = tuple(replace(w, at=up(w.at), box=box_of(tuple(map(up, w.box.corners)))) for w in page.words if held(w.box))
    return Page(page.width, ground.bottom - ground.top, shapes, words)


def _fonts(css: str) -> dict[tuple[bool, bool], "_Font"]:
    """The faces that the file itself carries, by bold and italic: what a browser will paint with."""
    found = _FACE.findall(css)
    return {(weight == "700", style == "italic"): _font(data) for weight, style, data in found}


@cache
def _font(data: str) -> "_Font":
    return _Font(base64.b64decode(data))


class _Font:
    """Advances and ink of a face, in parts of an em."""

    def __init__(self, data: bytes) -> None:
        self._font = TTFont(io.BytesIO(data))
        self._unit = self._font["head"].unitsPerEm
        self._names = self._font.getBestCmap()

    def ink(self, text: str) -> tuple[float, float, float, float]:
        """Left, lowest, right and highest of a line that begins at 0 on its baseline (y up)."""
        glyphs, advances = self._font["glyf"], self._font["hmtx"]
        gone, boxes = 0, []
        for name in (self._names[ord(char)] for char in text):
            glyph = glyphs[name]
            if glyph.numberOfContours:
                boxes.append((gone + glyph.xMin, glyph.yMin, gone + glyph.xMax, glyph.yMax))
            gone += advances[name][0]
        left, low, right, high = zip(*boxes, strict=True) if boxes else ((0,), (0,), (gone,), (0,))
        return min(left) / self._unit, min(low) / self._unit, max(right) / self._unit, max(high) / self._unit


@dataclass
class _Reader:
    fonts: dict[tuple[bool, bool], _Font]
    shapes: list[Shape] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    count: int = 0

    def element(self, element: ET.Element, matrix: Matrix, looks: dict[str, str]) -> None:
        tag = element.tag.removeprefix(_SVG)
        if tag in _SILENT:
            return
        matrix = _times(matrix, _matrix(element.get("transform", "")))
        looks = {**looks, **{name: element.get(name, "") for name in _PASSED_DOWN if element.get(name)}}
        if tag in {"svg", "g", "a"}:
            for child in element:
                self.element(child, matrix, looks)
        elif tag == "path":
            self._path(element, matrix, looks)
        elif tag == "text" and not len(element):
            self._text(element, matrix, looks)
        elif tag != "image":
            raise ValueError(f"<{tag}> is painted, but the judge cannot follow it")

    def _path(self, element: ET.Element, matrix: Matrix, looks: dict[str, str]) -> None:
        self.count += 1
        scale = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
        for track in tracks(element.get("d", "")):
            points = tuple(_moved(matrix, point) for point in track.points)
            self.shapes.append(
                Shape(
                    points=points,
                    is_closed=track.is_closed,
                    bends=track.bends,
                    fill=_luminance(looks.get("fill", "#000000")),
                    stroke=_luminance(looks.get("stroke", "none")),
                    width=float(looks.get("stroke-width", "1")) * scale,
                    dashed=looks.get("stroke-dasharray", "none") != "none",
                    order=self.count,
                    box=box_of(points),
                )
            )

    def _text(self, element: ET.Element, matrix: Matrix, looks: dict[str, str]) -> None:
        self.count += 1
        if looks.get("text-anchor", "start") != "start" or matrix[1] or matrix[2]:
            raise ValueError(f"text that is turned or anchored elsewhere: {element.text}")
        face = (looks.get("font-weight") in {"700", "bold"}, looks.get("font-style") == "italic")
        text, size = element.text or "", float(looks["font-size"]) * matrix[0]
        x, y = _moved(matrix, (float(element.get("x", "0")), float(element.get("y", "0"))))
        left, low, right, high = (part * size for part in self.fonts[face].ink(text))
        box = Box(x + left, y - high, x + right, y - low)
        self.words.append(Words(text, (x, y), size, *face, box, self.count))


def _moved(matrix: Matrix, point: Point) -> Point:
    a, b, c, d, e, f = matrix
    return (a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f)


def _times(one: Matrix, other: Matrix) -> Matrix:
    """First `other`, then `one`."""
    a, b, c, d, _, _ = one
    p, q, r, s, t, u = other
    return (a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, *_moved(one, (t, u)))


def _matrix(text: str) -> Matrix:
    found = _PLAIN
    for name, numbers in re.findall(r"(\w+)\s*\(([^)]*)\)", text):
        n = [float(part) for part in re.split(r"[\s,]+", numbers.strip())]
        if name == "translate":
            found = _times(found, (1, 0, 0, 1, n[0], n[1] if len(n) > 1 else 0))
        elif name == "scale":
            found = _times(found, (n[0], 0, 0, n[-1], 0, 0))
        elif name == "matrix":
            found = _times(found, (n[0], n[1], n[2], n[3], n[4], n[5]))
        elif name == "rotate":
            found = _times(found, _rotation(n))
        else:
            raise ValueError(f"transform: {name}")
    return found


def _rotation(numbers: list[float]) -> Matrix:
    """A turn in degrees, about the origin or a point."""
    angle = math.radians(numbers[0])
    x, y = numbers[1:] or (0.0, 0.0)
    turn: Matrix = (math.cos(angle), math.sin(angle), -math.sin(angle), math.cos(angle), 0, 0)
    return _times(_times((1, 0, 0, 1, x, y), turn), (1, 0, 0, 1, -x, -y))


def _luminance(colour: str) -> float | None:
    """How light a colour is (WCAG 2, relative luminance)."""
    if colour == "none":
        return None
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
