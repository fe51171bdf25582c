"""A table drawn on a proof's sheet: columns as wide as their words ask for, a hairline between rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum

from pipeline.compose.lettering import Lettering
from pipeline.compose.proof.numbers import Numbers
from pipeline.compose.proof.page import Part, ProofPage
from pipeline.geometry import Point, line
from pipeline.lengths import Pt
from pipeline.scene import Group, Item, Outline, Role, Stroke
from pipeline.typeface import Face

_SIZE = Pt(8)
_GUTTER = 4.0  # between columns, mm
_PAD = 1.5  # above and below the words of a row, mm
_HEAD_ROOM = 18.0  # widest head of a column before it is broken, mm
_CELL_ROOM = 34.0  # widest cell before it is broken, mm


@dataclass(frozen=True)
class DrawnTable:
    """The table's rows as parts of a page, its header first; each begins `indent` mm in, where a sample may stand."""

    page: ProofPage
    numbers: Numbers
    indent: float = 0.0
    least_row: float = 0.0

    def parts(self) -> Iterator[Part]:
        """Header and rows."""
        yield self._row(self.numbers.header, self._style(Face.BOLD), _HEAD_ROOM)
        for cells in self.numbers.rows:
            yield self._row(cells, self._style(Face.REGULAR), _CELL_ROOM)

    def _style(self, face: Face) -> Lettering:
        return self.page.letters(_SIZE, face, 1.2)

    def _widths(self) -> list[float]:
        bold, plain = self._style(Face.BOLD), self._style(Face.REGULAR)
        widths = [max(map(bold.width, bold.broken(head, _HEAD_ROOM))) for head in self.numbers.header]
        for cells in self.numbers.rows:
            found = (max(map(plain.width, _lines(plain, cell, _CELL_ROOM)), default=0.0) for cell in cells)
            widths = [max(pair) for pair in zip(widths, found, strict=True)]
        return widths

    def _lefts(self) -> list[float]:
        """Where each column begins; columns share what is left of the width up to a distance that reads as a row."""
        widths = self._widths()
        spare = self.page.frame.width - self.indent - fsum(widths)
        gap = min(spare / max(len(widths) - 1, 1), 2.5 * _GUTTER)
        return [self.indent + fsum(widths[:at]) + at * gap for at in range(len(widths))]

    def _row(self, cells: Sequence[str], style: Lettering, room: float) -> Part:
        broken = [_lines(style, cell, room) for cell in cells]
        high = max(style.height(len(lines)) for lines in broken) + 2 * _PAD
        height = max(high, self.least_row if style.face is Face.REGULAR else 0.0)
        first = (height - high) / 2 + _PAD + style.cap
        items: list[Item] = []
        for left, lines in zip(self._lefts(), broken, strict=True):
            items += style.lines(lines, left, first)
        rule = line(Point(0, height), Point(self.page.frame.width, height))
        inks, strokes = self.page.brief.theme.inks, self.page.brief.theme.strokes
        items.append(Outline(rule, None, Stroke(inks.rule, strokes.thinnest)))
        return Part((Group(Role.TEXT, tuple(items)),), height)


def _lines(style: Lettering, text: str, room: float) -> tuple[str, ...]:
    return style.broken(text, room) if text else ()
