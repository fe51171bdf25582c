"""A scene as an SVG that needs nothing: text as outlines, paint as attributes, for programs that read little of SVG.

Office ignores fonts inside a file and reads CSS, clip paths and markers badly (word.md, section 6): here are paths.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import assert_never

from pipeline.geometry import Close, Curve, Line, Move, Path, Point
from pipeline.scene import Group, Image, Link, Outline, Scene, Stroke, TextLine, walk
from pipeline.typeface import Face
from pipeline.typesetting import Family

# One unit is a hundredth of a millimetre: finer than any printer, and whole numbers make half as long a file.
_PER_MM = 100
# Control points of one quadratic curve, worked out from its two ends, agree to this (in em of a glyph, or mm).
_SAME = 1e-6


def can_outline(scene: Scene) -> bool:
    """Whether all of the scene is lines and text; a photograph is no drawing, and stays a picture of pixels."""
    return not any(isinstance(item, Image) for item in walk(scene.items))


@dataclass
class VectorPainter:
    """Paints scenes in one family. A character's path is written once for each size: figures share most of them."""

    family: Family
    _letters: dict[tuple[Face, float, str], str] = field(default_factory=dict)

    def svg(self, scene: Scene) -> bytes:
        """The scene as it stands, in painting order; the same bytes for the same scene.

        Raises ValueError for a scene with photographs, and KeyError for a character that the family lacks.
        """
        width, height = _whole(scene.size.width), _whole(scene.size.height)
        paths = "".join(self._paths(scene))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width / _PER_MM:g}mm" height="{height / _PER_MM:g}mm" '
            f'viewBox="0 0 {width} {height}">{paths}</svg>'
        ).encode()

    def _paths(self, scene: Scene) -> Iterator[str]:
        for item in walk(scene.items):
            match item:
                case Outline():
                    yield _outline(item)
                case TextLine():
                    yield f'<path fill="{item.colour.hex}" d="{self._line(item)}"/>'
                case Image():
                    raise ValueError(item.description)
                case Group() | Link():
                    pass
                case _:
                    assert_never(item)

    def _line(self, line: TextLine) -> str:
        """The characters of a line, side by side with the widths that it was measured with."""
        font, em, x, found = self.family.fonts[line.face], line.size.mm, line.at.x, []
        for char in line.text:
            if letter := self._letter(line, char):
                found.append(f"M{_whole(x)} {_whole(line.at.y)}{letter}")
            x += font.advances[ord(char)] * em
        return "".join(found)

    def _letter(self, line: TextLine, char: str) -> str:
        key = (line.face, line.size, char)
        if key not in self._letters:
            self._letters[key] = _commands(self.family.fonts[line.face].outline(char), line.size.mm)
        return self._letters[key]


def _outline(outline: Outline) -> str:
    fill = outline.fill.hex if outline.fill else "none"
    stroke = _stroke(outline.stroke) if outline.stroke else ""
    return f'<path fill="{fill}"{stroke} d="M0 0{_commands(outline.path)}"/>'


def _stroke(stroke: Stroke) -> str:
    dash = " ".join(str(_whole(length)) for length in stroke.dash)
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    width = _whole(stroke.width)
    return f' stroke="{stroke.colour.hex}" stroke-width="{width}" stroke-linejoin="round"{dashes}'


def _commands(path: Path, scale: float = 1.0) -> str:
    """A path in relative commands from where the pen stands, all of whole numbers; rounding never adds up."""
    here = start = (0, 0)
    at = begun = Point(0, 0)
    found: list[str] = []
    for piece in path:
        if isinstance(piece, Close):
            found.append("z")
            here, at = start, begun
            continue
        letter, points = _drawn(piece, at)
        at = piece.to
        numbers, here = _seen_from(here, points, scale)
        found.append(letter + numbers)
        if isinstance(piece, Move):
            start, begun = here, at
    return "".join(found)


def _drawn(piece: Move | Line | Curve, start: Point) -> tuple[str, tuple[Point, ...]]:
    """A piece as SVG's command and its points; TrueType's curves as the quadratic ones that they were."""
    match piece:
        case Move(to):
            return "m", (to,)
        case Line(to):
            return "l", (to,)
        case Curve(one, two, to):
            middle = Point((3 * one.x - start.x) / 2, (3 * one.y - start.y) / 2)
            other = Point((3 * two.x - to.x) / 2, (3 * two.y - to.y) / 2)
            return ("q", (middle, to)) if middle.distance(other) < _SAME else ("c", (one, two, to))
    assert_never(piece)


def _seen_from(here: tuple[int, int], points: tuple[Point, ...], scale: float) -> tuple[str, tuple[int, int]]:
    """The points as numbers relative to the pen, and where it stands then."""
    places = [(_whole(point.x * scale), _whole(point.y * scale)) for point in points]
    numbers = [number for x, y in places for number in (x - here[0], y - here[1])]
    written = "".join(f" {number}" if at and number >= 0 else str(number) for at, number in enumerate(numbers))
    return written, places[-1]


def _whole(length: float) -> int:
    return round(length * _PER_MM)
