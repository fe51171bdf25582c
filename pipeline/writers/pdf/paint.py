"""Paints a scene on a ReportLab canvas: every item as it stands, millimetres down turned into points up."""

from __future__ import annotations

import io
from collections.abc import Mapping, Set
from dataclasses import dataclass
from types import MappingProxyType
from typing import assert_never

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.pathobject import PDFPathObject

from pipeline.colour import Colour
from pipeline.document import is_web
from pipeline.geometry import Close, Curve, Line, Move, Path, Point, Rect
from pipeline.lengths import Mm
from pipeline.scene import Group, Image, Item, Link, Outline, Role, Scene, Stroke, TextLine, walk
from pipeline.writers.pdf.canvas import TaggedCanvas
from pipeline.writers.pdf.engine import Canvas, FontNames
from pipeline.writers.pdf.structure import Artifact, Node

_ROUND_JOIN = 1
_NON_ZERO = 1
NOWHERE: frozenset[str] = frozenset()
NOTHING_APART: Mapping[Role, Node | Artifact] = MappingProxyType({})


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


def paint(
    canvas: TaggedCanvas,
    scene: Scene,
    fonts: FontNames,
    placing: Placing,
    node: Node | Artifact,
    anchors: Set[str] = NOWHERE,
    apart: Mapping[Role, Node | Artifact] = NOTHING_APART,
) -> None:
    """Draws the scene as content of a node; groups of the roles in `apart` belong to elements of their own.

    `anchors` are the places in the file that an internal link may lead to; others are left out.
    """
    canvas.saveState()
    canvas.setLineJoin(_ROUND_JOIN)
    with canvas.inside(node):
        _Painter(canvas, fonts, placing, anchors, apart).all(scene.items, node)
    canvas.restoreState()


@dataclass(frozen=True)
class _Painter:
    canvas: TaggedCanvas
    fonts: FontNames
    placing: Placing
    anchors: Set[str]
    apart: Mapping[Role, Node | Artifact]

    def all(self, items: tuple[Item, ...], node: Node | Artifact, label: str = "") -> None:
        """The items as content of a node; `label` is what the group that holds them is called."""
        for item in items:
            self._item(item, node, label)

    def _item(self, item: Item, node: Node | Artifact, label: str) -> None:
        match item:
            case Outline():
                self._outline(item)
            case TextLine():
                self._text(item)
            case Image():
                self._image(item)
            case Link():
                self._link(item, node, label)
            case Group():
                belongs = self.apart.get(item.role, node)
                with self.canvas.inside(belongs):
                    self.all(item.items, belongs, item.label or label)
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
        """The line, and a space that keeps its last word apart from the next line's first."""
        fill_colour(self.canvas, line.colour)
        self.canvas.setFont(self.fonts[line.face], round(line.size * self.placing.scale, 3))
        self.canvas.drawString(*self.placing.at(line.at), f"{line.text} ")

    def _image(self, image: Image) -> None:
        left, lower, right, upper = self.placing.box(image.rect)
        picture = ImageReader(io.BytesIO(image.data))
        self.canvas.drawImage(picture, left, lower, right - left, upper - lower, mask="auto")

    def _link(self, link: Link, node: Node | Artifact, label: str) -> None:
        """Its items; as an element of its own that can be pressed, called by its group, if it leads somewhere."""
        leads = is_web(link.target) or link.target.removeprefix("#") in self.anchors
        if not leads or isinstance(node, Artifact):
            self.all(link.items, node)
            return
        pressed = node.loose("Link")
        with self.canvas.inside(pressed):
            self.all(link.items, pressed)
        words = " ".join(item.text for item in walk(link.items) if isinstance(item, TextLine))
        self.canvas.link(pressed, self.placing.box(link.rect), link.target, label or words or link.target)


def fill_colour(canvas: Canvas, colour: Colour) -> None:
    """Sets the colour of surfaces and text."""
    canvas.setFillColorRGB(colour.red / 255, colour.green / 255, colour.blue / 255)


def stroke_colour(canvas: Canvas, colour: Colour) -> None:
    """Sets the colour of lines."""
    canvas.setStrokeColorRGB(colour.red / 255, colour.green / 255, colour.blue / 255)
