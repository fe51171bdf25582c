"""The drawn forms of characters, read from a TrueType file: for pictures where no font can be counted on."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from pipeline.geometry import Close, Curve, Line, Move, Path, Piece, Point


@dataclass
class Outlines:
    """The outlines of one font's characters, each read once: em units, from the baseline's start, y down."""

    data: bytes
    _known: dict[str, Path] = field(default_factory=dict)
    _read: tuple[Any, Any, float] | None = None

    def path(self, char: str) -> Path:
        """The outline of a character, empty for a space; raises KeyError for one that the font lacks."""
        if char not in self._known:
            glyphs, names, em = self._file()
            pen = _PathPen(glyphs, em)
            glyphs[names[ord(char)]].draw(pen)
            self._known[char] = tuple(pen.pieces)
        return self._known[char]

    def _file(self) -> tuple[Any, Any, float]:
        if self._read is None:
            font: Any = TTFont(io.BytesIO(self.data), lazy=True)
            self._read = font.getGlyphSet(), font.getBestCmap(), font["head"].unitsPerEm
        return self._read


class _PathPen(BasePen):
    """Takes down what a glyph draws; BasePen makes cubic pieces of TrueType's quadratic ones, and draws the parts."""

    def __init__(self, glyphs: Any, em: float) -> None:
        super().__init__(glyphs)  # type: ignore[no-untyped-call]  # fontTools types only some of its functions
        self.pieces: list[Piece] = []
        self._em = em

    def _at(self, place: tuple[float, float]) -> Point:
        return Point(place[0] / self._em, -place[1] / self._em)

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802  # the names are BasePen's
        self.pieces.append(Move(self._at(pt)))

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self.pieces.append(Line(self._at(pt)))

    def _curveToOne(  # noqa: N802
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        self.pieces.append(Curve(self._at(pt1), self._at(pt2), self._at(pt3)))

    def _closePath(self) -> None:  # noqa: N802
        self.pieces.append(Close())
