"""What text and areas on a page look like: the graphics state while content is read, and what comes out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf

from pipeline.colour import Colour
from pipeline.writers.pdf.gate.fonts import Font
from pipeline.writers.pdf.gate.plane import IDENTITY, Area, Matrix, Point

BLACK = Colour(0, 0, 0)

Operands = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """Text as it is shown: points within its letters, pt, its size in pt, and how many areas were painted before."""

    text: str
    points: tuple[Point, ...]
    size: float
    is_bold: bool
    colour: Colour | None
    above: int


@dataclass(frozen=True, slots=True)
class Painted:
    """An area that was filled; `colour` is None for a picture. It is seen within `clips` only."""

    area: Area
    colour: Colour | None
    clips: tuple[Area, ...]


@dataclass(slots=True)
class State:
    """The graphics state (ISO 32000-1, 8.4 and 9.3), as far as it matters here. A colour of None cannot be told."""

    matrix: Matrix = IDENTITY
    fill: Colour | None = BLACK
    clips: tuple[Area, ...] = ()
    font: Font | None = None
    size: float = 0.0
    char_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: float = 0.0


def matrix_of(operands: Operands) -> Matrix:
    """The matrix of six numbers."""
    a, b, c, d, e, f = map(float, operands)
    return (a, b, c, d, e, f)


def colour_of(operands: Operands) -> Colour | None:
    """The colour of one or three numbers; None for a pattern and for what only a profile can tell."""
    if len(operands) not in (1, 3) or any(isinstance(part, pikepdf.Object) for part in operands):
        return None
    channels = [round(255 * min(max(float(part), 0), 1)) for part in operands]
    return Colour(*(channels * 3)[:3])
