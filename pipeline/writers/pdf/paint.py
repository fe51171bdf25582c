"""Paints a scene on a ReportLab canvas: every item as it stands, millimetres down turned into points up."""

from __future__ import annotations

import io
from collections.abc import Set
from dataclasses import dataclass
from typing import assert_never

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.pathobject import PDFPathObject

from pipeline.colour import Colour
from pipeline.geometry import Close, Curve, Line, Move, Path, Point, Rect
from pipeline.lengths import Mm
from pipeline.scene import Group, Image, Item, Link, Outline, Scene, Stroke, TextLine
from pipeline.writers.pdf.addresses import is_web, uri
from pipeline.writers.pdf.engine import Canvas, FontNames

_ROUND_JOIN = 1
_NON_ZERO = 1
NOWHERE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Placing:
    """Where a scene stands: its top left corner on the canvas, pt from the lower left, and its scale."""

    left: float
    top: float
    scale: float = 1.0

    def length(self, mm: float) -> float:
        """A length in pt; a thousandth of a point is finer than any printer."""
        return round(Mm(mm * self.scale).pt, 3)

    def at(self, point: Point) -> tuple[float, float]:
        """A point of the scene on the canvas, pt."""
        x, y = Mm(point.x * self.scale).pt, Mm(point.y * self.scale).pt
        return round(self.left + x, 3), round(self.top - y, 3)

    def box(self, rect: Rect) -> tuple[float, float, float, float]:
        """A rectangle as left, lower, right, upper, pt."""
        left, upper = self.at(Point(rect.x, rect.y))
        right, lower = self.at(Point(rect.right, rect.bottom))
        return left, lower, right, upper


def paint(canvas: Canvas, scene: Scene, fonts: FontNames, placing: Placing, anchors: Set[str] = NOWHERE) -> None:
    """Draws the scene. `anchors` are the places in the file that an internal link may lead to; others are left out."""
    canvas.saveState()
    canvas.setLineJoin(_ROUND_JOIN)
    _Painter(canvas, fonts, placing, anchors).all(scene.items)
    canvas.restoreState()


@dataclass(frozen=True)
class _Painter:
    canvas: Canvas
    fonts: FontNames
    placing: Placing
    anchors: Set[str]

    def all(self, items: tuple[Item, ...]) -> None:
        for item in items:
            self._item(item)

    def _item(self, item: Item) -> None:
        match item:
            case Outline():
                self._outline(item)
            case TextLine():
                self._text(item)
            case Image():
                self._image(item)
            case Link():
                self.all(item.items)
                self._link(item)
            case Group():
                self.all(item.items)
            case _:
                assert_never(item)

    def _outline(self, outline: Outline) -> None:
        if outline.fill:
            fill_colour(self.canvas, outline.fill)
        if outline.stroke:
            self._pen(outline.stroke)
        path = self.canvas.beginPath()
        self._trace(path, outline.path)
        self.canvas.drawPath(path, int(bool(outline.stroke)), int(bool(outline.fill)), _NON_ZERO)

    def _pen(self, stroke: Stroke) -> None:
        stroke_colour(self.canvas, stroke.colour)
        self.canvas.setLineWidth(self.placing.length(stroke.width))
        self.canvas.setDash([self.placing.length(length) for length in stroke.dash])

    def _trace(self, path: PDFPathObject, pieces: Path) -> None:
        at = self.placing.at
        for piece in pieces:
            match piece:
                case Move(to):
                    path.moveTo(*at(to))
                case Line(to):
                    path.lineTo(*at(to))
                case Curve(one, two, to):
                    path.curveTo(*at(one), *at(two), *at(to))
                case Close():
                    path.close()
                case _:
                    assert_never(piece)

    def _text(self, line: TextLine) -> None:
        fill_colour(self.canvas, line.colour)
        self.canvas.setFont(self.fonts[line.face], round(line.size * self.placing.scale, 3))
        self.canvas.drawString(*self.placing.at(line.at), line.text)

    def _image(self, image: Image) -> None:
        left, lower, right, upper = self.placing.box(image.rect)
        picture = ImageReader(io.BytesIO(image.data))
        self.canvas.drawImage(picture, left, lower, right - left, upper - lower, mask="auto")

    def _link(self, link: Link) -> None:
        box = self.placing.box(link.rect)
        if is_web(link.target):
            self.canvas.linkURL(uri(link.target), box, relative=1)
        elif link.target.removeprefix("#") in self.anchors:
            self.canvas.linkRect("", link.target.removeprefix("#"), box, relative=1)


def fill_colour(canvas: Canvas, colour: Colour) -> None:
    """Sets the colour of surfaces and text."""
    canvas.setFillColorRGB(colour.red / 255, colour.green / 255, colour.blue / 255)


def stroke_colour(canvas: Canvas, colour: Colour) -> None:
    """Sets the colour of lines."""
    canvas.setStrokeColorRGB(colour.red / 255, colour.green / 255, colour.blue / 255)
