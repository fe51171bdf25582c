"""Ways as level and upright pieces, and the pieces in gaps gathered into wires, whose places are to be found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.layout.field import Way, headings
from pipeline.layout.frame import Frame


@dataclass(frozen=True, slots=True)
class Piece:
    """A straight run: its heading, the line it lies on, and the first and last line it crosses (low to high)."""

    heading: int
    line: int
    low: int
    high: int

    @property
    def across(self) -> int:
        """The axis in which the piece has one fixed coordinate: 0 for upright, 1 for level ones."""
        return 1 - self.heading % 2


@dataclass(frozen=True, slots=True)
class Wire:
    """Pieces on one line of a gap that lie on each other, and from where to where they run (lines, places)."""

    line: int
    gap: int
    low: int
    high: int
    places: tuple[int, int]


def pieces_of(way: Way, frame: Frame) -> tuple[Piece, ...]:
    """The straight runs of a way, from its source to its target."""
    width = len(frame.axes[0].item) + 2
    runs = [way.leave[0], *headings(way.points, width), (way.enter[0] + 2) % 4]
    pieces: list[Piece] = []
    begin = 0
    for index, run in enumerate(runs):
        if index == len(runs) - 1 or runs[index + 1] != run:
            pieces.append(_piece(way.points[max(0, begin - 1) : index + 1], run, width))
            begin = index + 1
    return tuple(pieces)


def _piece(points: Sequence[int], heading: int, width: int) -> Piece:
    ends = [(point % width - 1, point // width - 1) for point in (points[0], points[-1])]
    along = sorted(end[heading % 2] for end in ends)
    return Piece(heading, ends[0][1 - heading % 2], along[0], along[1])


def wires_of(routes: Sequence[Sequence[Piece]], frame: Frame, a: int) -> tuple[Wire, ...]:
    """The wires whose place on axis `a` is free, in the order of their lines."""
    line, other = frame.axes[a], frame.axes[1 - a]
    spans = sorted(
        (piece.line, piece.low, piece.high)
        for pieces in routes
        for piece in pieces
        if piece.across == a and line.slot[piece.line] is None
    )
    merged: list[tuple[int, int, int]] = []
    for at, low, high in spans:
        if merged and merged[-1][0] == at and low <= merged[-1][2]:
            merged[-1] = (at, merged[-1][1], max(high, merged[-1][2]))
        else:
            merged.append((at, low, high))
    return tuple(Wire(at, line.item[at], lo, hi, (other.place[lo], other.place[hi])) for at, lo, hi in merged)
