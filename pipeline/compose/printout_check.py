"""What tells if a printout is current: a QR code with a sentence, on a sheet's foot and below a document's title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import fsum

from pipeline.compose.brief import Brief
from pipeline.compose.current_words import page_shown, spoken
from pipeline.compose.figure import figure_scene
from pipeline.compose.lettering import Lettering
from pipeline.compose.qr import QrCode, qr_code
from pipeline.document import Block, Columns, Figure
from pipeline.geometry import Rect, Size
from pipeline.lengths import Pt
from pipeline.scene import Group, Item, Link, Role, TextLine
from pipeline.typeface import Face

_LEAST = 24.0  # mm; the code's width with its quiet zone on paper that is held in the hand
_UNITS = 6  # the same on larger sheets, in the sheet's unit
_BETWEEN = 0.35  # between question, sentence and address on one line, em
_SMALLER, _SMALLEST = 0.95, 0.75  # from one trial of type size to the next; the last as a part of the first
_TO_CODE = 0.6  # from the words to the quiet zone, em
_TO_LEGEND = 1.2  # from words above a legend to the legend, em
_SLASHED = re.compile(r"[^/]*/|[^/]+")  # the parts of an address, each with the slash after it
_LEAST_ROOM, _MOST_ROOM = 9.0, 16.0  # of the words beside a document's code, em


def code_of(brief: Brief) -> QrCode:
    """The code of the address at which this very publication is found."""
    return qr_code(brief.current, max(_LEAST, _UNITS * brief.sheet.unit))


@dataclass(frozen=True)
class SheetCheck:
    """On the foot of a sheet, `width` mm wide: the code at its right end, the words on the line of the legend's title.

    `title` is how much of that line the legend's title takes, mm; 0 for a legend without one, which stands below the
    words then.
    """

    brief: Brief
    width: float
    title: float

    @cached_property
    def code(self) -> QrCode:
        """The code."""
        return code_of(self.brief)

    @property
    def left_width(self) -> float:
        """What is left of the foot's width for the legend, mm."""
        return self.width - self.code.dark - 2 * self.brief.sheet.unit

    @property
    def height_above(self) -> float:
        """How far the words push the legend down, mm: not at all where they have room beside its title."""
        if self.title and self._fitting:
            return 0.0
        count = 1 if self._fitting else len(self._said) + len(self._address)
        return self._style(self._size).height(count) + _TO_LEGEND * self._size.mm

    def drawn(self, left: float, top: float) -> Group:
        """Words and code from a corner of the foot: both begin at its top, the code's modules end at its right end."""
        inks, code = self.brief.theme.inks, self.code
        words = self._on_one_line(left, top) if self._fitting else self._on_lines(left, top)
        x, y = left + self.width - code.dark - code.quiet, top - code.quiet
        symbol = Group(Role.DECORATION, code.drawn(x, y, inks.ink, inks.paper))
        return Group(Role.CURRENT, (*words, symbol), spoken(self.brief))

    def _on_one_line(self, left: float, top: float) -> Iterator[Item]:
        """Question, sentence and address, up to the code."""
        size = self._fitting or self._size
        x, baseline = left + self._right - self._wide(size), top + self._style(self._size).cap
        for text, face in self._words:
            line = self._style(size, face).line(text, x, baseline)
            yield self._linked((line,)) if text == page_shown(self.brief) else line
            x += line.width + _BETWEEN * size.mm

    def _on_lines(self, left: float, top: float) -> Iterator[Item]:
        """The words where they are too many for one line, above the legend."""
        style = self._style(self._size)
        lines = style.lines((*self._said, *self._address), left, top + style.cap)
        yield from lines[: len(self._said)]
        yield self._linked(lines[len(self._said) :])

    def _linked(self, lines: tuple[TextLine, ...]) -> Link:
        return Link(self.brief.current, _around(lines), lines)

    @property
    def _words(self) -> tuple[tuple[str, Face], ...]:
        words = self.brief.wording.current
        return (
            (words.question, Face.BOLD),
            (words.sentence, Face.REGULAR),
            (page_shown(self.brief), Face.REGULAR),
        )

    @property
    def _said(self) -> tuple[str, ...]:
        """Question and sentence in lines."""
        words = self.brief.wording.current
        return self._style(self._size).broken(f"{words.question} {words.sentence}", self._right)

    @cached_property
    def _address(self) -> tuple[str, ...]:
        """The short address in lines: broken after a slash where that will do, else anywhere, and never hyphenated."""
        style, lines = self._style(self._size), [""]
        for part in _SLASHED.findall(page_shown(self.brief)):
            for piece in (part,) if style.width(part) <= self._right else part:
                if lines[-1] and style.width(lines[-1] + piece) > self._right:
                    lines.append("")
                lines[-1] += piece
        return tuple(lines)

    @cached_property
    def _fitting(self) -> Pt | None:
        """The size at which all stands on one line, beside the legend's title; None if it cannot."""
        room = self._right - (self.title + 2 * self.brief.sheet.unit if self.title else 0.0)
        size = self._size
        while self._wide(size) > room:
            size = Pt(size * _SMALLER)
            if size < self._size * _SMALLEST:
                return None
        return size

    def _wide(self, size: Pt) -> float:
        widths = [self._style(size, face).width(text) for text, face in self._words]
        return fsum(widths) + (len(widths) - 1) * _BETWEEN * size.mm

    @property
    def _right(self) -> float:
        """Where words end, mm from the foot's left end."""
        return self.width - self.code.dark - self.code.quiet - _TO_CODE * self._size.mm

    @property
    def _size(self) -> Pt:
        return self.brief.sheet.legend

    def _style(self, size: Pt, face: Face = Face.REGULAR) -> Lettering:
        return Lettering(self.brief.typesetter, size, self.brief.theme.inks.ink, face)


def _around(lines: tuple[TextLine, ...]) -> Rect:
    """What can be pressed to follow a link: its lines, from over their letters to under them."""
    first, last = lines[0], lines[-1]
    top, height = first.at.y - first.size.mm, last.at.y - first.at.y + 1.3 * first.size.mm
    return Rect(first.at.x, top, max(line.width for line in lines), height)


def beside_check(brief: Brief, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with code and sentence in the column beside them: the same place below the title of every document.

    Where that column is too narrow they stand below. Without an address the blocks are as they were.
    """
    if not brief.current:
        return blocks
    grid = brief.theme.typography.grid
    side = (brief.frame(brief.paper).width - grid.gutter) * grid.side / (grid.main + grid.side)
    size = brief.theme.typography.scale.quiet.size(brief.sheet)
    code = code_of(brief)
    room = side - code.side - _TO_CODE * size.mm
    if room >= _LEAST_ROOM * size.mm:
        return (Columns(blocks, (_figure(brief, code, size, room),)),)
    below = brief.frame(brief.paper).width - code.side - 3 * _TO_CODE * size.mm
    return (*blocks, _figure(brief, code, size, min(_MOST_ROOM * size.mm, below)))


def _figure(brief: Brief, code: QrCode, size: Pt, room: float) -> Figure:
    """Question and sentence in a room, mm, and the code beside them; all of it is said in the alternative."""
    words, inks = brief.wording.current, brief.theme.inks
    plain = Lettering(brief.typesetter, size, inks.ink)
    bold = Lettering(brief.typesetter, size, inks.ink, Face.BOLD)
    sentence = plain.balanced(words.page_sentence, room)
    first = code.quiet + plain.cap
    drawn: tuple[Item, ...] = (
        bold.line(words.question, 0, first),
        *plain.lines(sentence, 0, first + plain.pitch),
        *code.drawn(room + _TO_CODE * size.mm, 0, inks.ink, inks.paper),
    )
    said = f"{words.question} {spoken(brief)}"
    height = max(code.side, code.quiet + plain.height(1 + len(sentence)) + 0.3 * size.mm)
    whole = Size(room + _TO_CODE * size.mm + code.side, height)
    group = Group(Role.CURRENT, drawn, spoken(brief))
    return Figure(figure_scene(brief, whole, (group,), words.question, said), said)
