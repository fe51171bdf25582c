"""The bench's figure, a flow of three steps, and the same figure as SVG for the writers that take no scene."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from pipeline.colour import Colour
from pipeline.geometry import Close, Curve, Line, Move, Path, Point, Rect, Size, circle, line, polygon, rounded_rect
from pipeline.lengths import Pt
from pipeline.scene import Group, Item, Outline, Role, Scene, Stroke, TextLine, walk
from pipeline.typeface import Face
from tests.bench.pdf.swedish import Voice

INK = Colour(0x1A, 0x1A, 0x1A)
_FILL, _WHITE = Colour(0xFD, 0xCA, 0x77), Colour(0xFF, 0xFF, 0xFF)
_SIZE = Size(168.0, 24.0)
_BOX = Size(44.0, 20.0)
_PITCH = 62.0
_TYPE = Pt(9)


def flow(voice: Voice) -> Scene:
    """Three numbered boxes with two lines of text each, and arrows between them."""
    boxes = tuple(_box(number, voice) for number in range(3))
    arrows = tuple(arrow for number in range(2) for arrow in _arrow(number))
    items = (Group(Role.EDGES, arrows), Group(Role.MAP, boxes))
    return Scene(_SIZE, items, voice.words(2, 4), voice.words(5, 9))


def _box(number: int, voice: Voice) -> Group:
    left = number * _PITCH
    label = voice.words(2, 2)
    first, _, second = label.partition(" ")
    items: tuple[Item, ...] = (
        Outline(rounded_rect(Rect(left, 2, *_wide()), 1.4), _FILL, Stroke(INK, 0.35)),
        Outline(circle(Point(left + 6, 12), 3), _WHITE, Stroke(INK, 0.4)),
        TextLine(str(number + 1), Point(left + 5.1, 13.1), _TYPE, INK, Face.BOLD),
        TextLine(first[:16], Point(left + 11, 11), _TYPE, INK),
        TextLine(second[:16], Point(left + 11, 15.5), _TYPE, INK),
    )
    return Group(Role.STEP, items, f"Steg {number + 1}: {label}")


def _wide() -> tuple[float, float]:
    return _BOX.width, _BOX.height


def _arrow(number: int) -> Iterator[Item]:
    start, end = number * _PITCH + _BOX.width, (number + 1) * _PITCH
    yield Outline(line(Point(start, 12), Point(end - 3, 12)), None, Stroke(INK, 0.5))
    yield Outline(polygon((Point(end, 12), Point(end - 3, 10.5), Point(end - 3, 13.5))), INK)
    yield TextLine("ja", Point(start + 5, 10.8), _TYPE, INK, Face.ITALIC)


def svg(scene: Scene, family: str) -> str:
    """The scene as SVG with text in a family that the reader has."""
    size = scene.size
    parts = "".join(_element(item, family) for item in walk(scene.items))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size.width}mm" height="{size.height}mm" '
        f'viewBox="0 0 {size.width} {size.height}">{parts}</svg>'
    )


def _element(item: Item, family: str) -> str:
    match item:
        case Outline(path, fill, stroke):
            pen = f' stroke="{stroke.colour.hex}" stroke-width="{stroke.width}"' if stroke else ""
            return f'<path d="{_traced(path)}" fill="{fill.hex if fill else "none"}"{pen}/>'
        case TextLine(text, at, size, colour, face):
            weight = ' font-weight="bold"' if face is Face.BOLD else ""
            style = ' font-style="italic"' if face is Face.ITALIC else ""
            place = f'x="{at.x:.2f}" y="{at.y:.2f}" font-size="{size.mm:.3f}"'
            return f'<text {place} font-family="{family}" fill="{colour.hex}"{weight}{style}>{escape(text)}</text>'
        case _:
            return ""


def _traced(path: Path) -> str:
    return " ".join(_piece(piece) for piece in path)


def _piece(piece: Move | Line | Curve | Close) -> str:
    match piece:
        case Move(to):
            return f"M{_xy(to)}"
        case Line(to):
            return f"L{_xy(to)}"
        case Curve(one, two, to):
            return f"C{_xy(one)} {_xy(two)} {_xy(to)}"
        case Close():
            return "Z"


def _xy(point: Point) -> str:
    return f"{point.x:.3f} {point.y:.3f}"
