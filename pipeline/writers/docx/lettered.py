"""Which words of a drawing stand in which of its shapes: what is one thing to a user becomes one shape to write in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.geometry import Rect, bounds, points_of
from pipeline.scene import Outline, TextLine
from pipeline.typesetting import Family

# Lines this near each other's left end are flush left, mm.
_FLUSH = 0.05
# Words may reach so far beyond the rectangle of their shape: a line's height has air above and below, mm.
_OVER = 0.05


@dataclass(frozen=True)
class TextBlock:
    """Lines of one look, flush left below each other: a paragraph."""

    family: Family
    lines: tuple[TextLine, ...]

    @property
    def first(self) -> TextLine:
        """The first line, which has the look of all."""
        return self.lines[0]

    @property
    def natural(self) -> float:
        """The height of a line as the font wants it, mm."""
        font = self.family.fonts[self.first.face]
        return (font.ascent + font.descent) * self.first.size.mm

    @property
    def pitch(self) -> float:
        """From line to line, mm; of a single line its natural height."""
        return self.lines[1].at.y - self.first.at.y if len(self.lines) > 1 else self.natural

    @property
    def rect(self) -> Rect:
        """The room of the lines as a word processor sets them: what a line has more than its font stands above it."""
        below = self.family.fonts[self.first.face].descent * self.first.size.mm
        top = self.first.at.y + below - self.pitch
        return Rect(self.first.at.x, top, max(line.width for line in self.lines), self.pitch * len(self.lines))

    @property
    def words(self) -> str:
        """The text in one line."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True)
class Lettered:
    """An outline with the words in it, or words alone."""

    outline: Outline | None
    block: TextBlock | None = None


def lettered(items: Sequence[Outline | TextLine], family: Family) -> tuple[Lettered, ...]:
    """The items in painting order, words in the last filled outline before them that holds them.

    Of several blocks in one outline the last is its text (a step's title); the others stay alone (its number).
    """
    parts = _parts(items, family)
    homes: dict[int, int] = {}
    for number, part in enumerate(parts):
        if isinstance(part, TextBlock):
            home = _home(parts[:number], part)
            if home is not None:
                homes[home] = number
    taken = set(homes.values())
    found: list[Lettered] = []
    for number, part in enumerate(parts):
        if isinstance(part, Outline):
            inside = parts[homes[number]] if number in homes else None
            found.append(Lettered(part, inside if isinstance(inside, TextBlock) else None))
        elif number not in taken:
            found.append(Lettered(None, part))
    return tuple(found)


def _parts(items: Sequence[Outline | TextLine], family: Family) -> list[Outline | TextBlock]:
    parts: list[Outline | TextBlock] = []
    for item in items:
        before = parts[-1] if parts else None
        if isinstance(item, Outline):
            parts.append(item)
        elif isinstance(before, TextBlock) and _goes_on(before, item):
            parts[-1] = TextBlock(family, (*before.lines, item))
        else:
            parts.append(TextBlock(family, (item,)))
    return parts


def _goes_on(block: TextBlock, line: TextLine) -> bool:
    """Whether a line is the next of a block: the same look, flush left, and as far down as the lines before."""
    first, last = block.first, block.lines[-1]
    if (first.size, first.face, first.colour) != (line.size, line.face, line.colour):
        return False
    step = line.at.y - last.at.y
    even = len(block.lines) == 1 or abs(step - block.pitch) < _FLUSH
    return abs(line.at.x - first.at.x) < _FLUSH and 0 < step < 2 * line.size.mm and even


def _home(parts: Sequence[Outline | TextBlock], block: TextBlock) -> int | None:
    """The number of the last filled outline that holds the words."""
    rect = block.rect
    for number in range(len(parts) - 1, -1, -1):
        part = parts[number]
        if isinstance(part, Outline) and part.fill and _holds(bounds(points_of(part.path)), rect):
            return number
    return None


def _holds(outer: Rect, words: Rect) -> bool:
    return (
        outer.x <= words.x + _OVER
        and words.right <= outer.right + _OVER
        and outer.y <= words.centre.y <= outer.bottom
        and words.height <= outer.height + _OVER
    )
