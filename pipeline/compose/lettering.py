"""Setting lines of text on a drawing: measured, broken and placed by their baselines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.colour import Colour
from pipeline.geometry import Point
from pipeline.lengths import Pt
from pipeline.scene import TextLine
from pipeline.typeface import Face
from pipeline.typesetting import Typesetter

_SMALLEST = 8.0  # pt (visual direction, section 2)


def part_of(size: Pt, part: float) -> Pt:
    """The size of what is smaller than the step text on a map, but never too small to read in the hand."""
    return Pt(max(size * part, _SMALLEST))


@dataclass(frozen=True)
class Lettering:
    """One style of text: size (pt), colour, face and leading (a factor of the size)."""

    typesetter: Typesetter
    size: Pt
    colour: Colour
    face: Face = Face.REGULAR
    leading: float = 1.2

    @property
    def pitch(self) -> float:
        """Distance between baselines, mm."""
        return self.size.mm * self.leading

    @property
    def cap(self) -> float:
        """Height of capitals, mm."""
        return self.typesetter.family.cap_height(self.size, self.face)

    def width(self, text: str) -> float:
        """Width of a line, mm."""
        return self.typesetter.width(text, self.size, self.face)

    def line(self, text: str, x: float, baseline: float) -> TextLine:
        """One line that begins at x."""
        return TextLine(text, Point(x, baseline), self.size, self.colour, self.face, self.width(text))

    def ending(self, text: str, right: float, baseline: float) -> TextLine:
        """One line that ends at `right`."""
        return self.line(text, right - self.width(text), baseline)

    def centred(self, text: str, middle: Point) -> TextLine:
        """One line with the middle of its capitals at a point: only for numbers and marks in rings and tags."""
        return self.line(text, middle.x - self.width(text) / 2, middle.y + self.cap / 2)

    def lines(self, lines: Sequence[str], x: float, first_baseline: float) -> tuple[TextLine, ...]:
        """Lines one below the other, flush left."""
        return tuple(self.line(text, x, first_baseline + n * self.pitch) for n, text in enumerate(lines))

    def balanced(self, text: str, room: float) -> tuple[str, ...]:
        """The text broken into few lines of like length."""
        return self.typesetter.balanced(text, room, self.size, self.face).lines

    def broken(self, text: str, room: float) -> tuple[str, ...]:
        """The text broken into lines filled from the start."""
        return self.typesetter.broken(text, room, self.size, self.face).lines

    def height(self, count: int) -> float:
        """From the top of the capitals of the first of so many lines to the baseline of the last, mm."""
        return (count - 1) * self.pitch + self.cap
