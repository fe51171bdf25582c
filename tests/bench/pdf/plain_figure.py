"""The bench's figure as a plain ReportLab flowable: the same outlines and lines of text, drawn without marks."""

from reportlab.lib.units import mm
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable

from pipeline.colour import Colour
from pipeline.geometry import Close, Curve, Line, Move, Path, Point
from pipeline.scene import Outline, Scene, TextLine, walk
from pipeline.typeface import Face
from tests.bench.pdf import plain_styles as styles

_FONTS = {face: name for name, face in styles.FACES.items()}


class PlainFigure(Flowable):
    """A scene at its own size."""

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self.scene = scene
        self.width, self.height = scene.size.width * mm, scene.size.height * mm
        self.spaceBefore = 4 * mm
        self.spaceAfter = 2 * mm
        self.keepWithNext = 1

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its own size."""
        return self.width, self.height

    def draw(self) -> None:
        """Every outline and line of text in the scene's order."""
        self.canv.saveState()
        self.canv.setLineJoin(1)
        for item in walk(self.scene.items):
            if isinstance(item, Outline):
                self._outline(item)
            elif isinstance(item, TextLine):
                self._text(item)
        self.canv.restoreState()

    def _outline(self, item: Outline) -> None:
        if item.fill:
            self.canv.setFillColorRGB(*_rgb(item.fill))
        if item.stroke:
            self.canv.setStrokeColorRGB(*_rgb(item.stroke.colour))
            self.canv.setLineWidth(item.stroke.width * mm)
        path = self.canv.beginPath()
        self._trace(path, item.path)
        self.canv.drawPath(path, int(bool(item.stroke)), int(bool(item.fill)))

    def _text(self, item: TextLine) -> None:
        self.canv.setFillColorRGB(*_rgb(item.colour))
        self.canv.setFont(_FONTS.get(item.face, _FONTS[Face.REGULAR]), item.size)
        self.canv.drawString(*self._at(item.at), item.text)

    def _trace(self, path: PDFPathObject, pieces: Path) -> None:
        for piece in pieces:
            match piece:
                case Move(to):
                    path.moveTo(*self._at(to))
                case Line(to):
                    path.lineTo(*self._at(to))
                case Curve(one, two, to):
                    path.curveTo(*self._at(one), *self._at(two), *self._at(to))
                case Close():
                    path.close()

    def _at(self, point: Point) -> tuple[float, float]:
        return point.x * mm, self.height - point.y * mm


def _rgb(colour: Colour) -> tuple[float, float, float]:
    return colour.red / 255, colour.green / 255, colour.blue / 255
