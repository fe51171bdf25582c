"""A QR code as a drawing: its dark modules as one outline, with the quiet zone that readers need round it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import segno

from pipeline.colour import Colour
from pipeline.geometry import Close, Line, Move, Point, Rect, rounded_rect
from pipeline.scene import Outline

QUIET_ZONE = 4
"""The width of the empty margin, in modules (ISO/IEC 18004:2015, 6.3.8)."""

_LEAST_MODULE = 0.4  # mm; smaller ones are lost to phones held at arm's length and to worn copiers
_STEP = 0.01  # mm; to what a module is rounded down, so that all are equal in formats that round places

_Corner = tuple[int, int]


@dataclass(frozen=True, slots=True)
class QrCode:
    """A symbol: its rows of modules, True where dark, and the width of a module, mm."""

    rows: tuple[tuple[bool, ...], ...]
    module: float

    @property
    def dark(self) -> float:
        """Width and height of the symbol without its quiet zone, mm."""
        return len(self.rows) * self.module

    @property
    def quiet(self) -> float:
        """Width of the quiet zone, mm."""
        return QUIET_ZONE * self.module

    @property
    def side(self) -> float:
        """Width and height with the quiet zone, mm."""
        return self.dark + 2 * self.quiet

    def drawn(self, left: float, top: float, ink: Colour, paper: Colour) -> tuple[Outline, Outline]:
        """The symbol on its ground; the top left corner of the quiet zone at a point, mm."""
        ground = Outline(rounded_rect(Rect(left, top, self.side, self.side), 0), paper)
        x, y = left + self.quiet, top + self.quiet
        return (ground, Outline(tuple(self._path(x, y)), ink))

    def _path(self, left: float, top: float) -> Iterator[Move | Line | Close]:
        """The edges of the dark areas: no seams between modules, where a viewer would show hairlines."""
        for loop in _loops(self.rows):
            points = [Point(left + x * self.module, top + y * self.module) for x, y in loop]
            yield Move(points[0])
            yield from (Line(point) for point in points[1:])
            yield Close()


def qr_code(content: str, wanted: float) -> QrCode:
    """The symbol of a text, with its quiet zone `wanted` mm wide: less by rounding, more where modules need it.

    Of the four levels of error correction M (15 %), or a higher one that takes no more modules (ISO/IEC 18004:2015,
    7.5.1). The same text gives the same symbol. Raises ValueError for a text that no symbol holds.
    """
    symbol = segno.make_qr(content, error="m")
    rows = tuple(tuple(bool(module) for module in row) for row in symbol.matrix)
    module = int(wanted / (len(rows) + 2 * QUIET_ZONE) / _STEP) * _STEP
    return QrCode(rows, round(max(module, _LEAST_MODULE), 2))


def _loops(rows: tuple[tuple[bool, ...], ...]) -> Iterator[list[_Corner]]:
    """The corners of every edge of the dark areas, clockwise, of holes the other way: right for the non-zero rule.

    Where two areas touch at a corner, it does not matter on which of the two ways a loop goes on.
    """
    ways = _edges(rows)
    while ways:
        start = min(ways, key=lambda corner: (corner[1], corner[0]))
        corners, at, before = [], start, (0, 0)
        while True:
            step = ways[at].pop()
            if not ways[at]:
                del ways[at]
            if step != before:
                corners.append(at)
            at, before = (at[0] + step[0], at[1] + step[1]), step
            if at == start:
                break
        yield corners


def _edges(rows: tuple[tuple[bool, ...], ...]) -> dict[_Corner, list[_Corner]]:
    """From each corner the steps along an edge between dark and light, with dark to the right."""

    def is_dark(x: int, y: int) -> bool:
        return 0 <= y < len(rows) and 0 <= x < len(rows) and rows[y][x]

    ways: dict[_Corner, list[_Corner]] = {}
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if not dark:
                continue
            for beside, start, step in (
                ((x, y - 1), (x, y), (1, 0)),
                ((x + 1, y), (x + 1, y), (0, 1)),
                ((x, y + 1), (x + 1, y + 1), (-1, 0)),
                ((x - 1, y), (x, y + 1), (0, -1)),
            ):
                if not is_dark(*beside):
                    ways.setdefault(start, []).append(step)
    return ways
