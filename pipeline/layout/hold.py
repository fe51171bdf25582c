"""What a drawing keeps of an earlier one: the seat of each box, and where columns and rows lay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, floor

from pipeline.geometry import Size

ENGINE_VERSION = 1
"""Grows when the same hold would give another drawing; holds of another version keep their seats only."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a box stands: band and lane counted from 0, sub-column of the band and row of the lane from 1.

    What is put between columns (rows) 2 and 3 gets a number between, 2.5, so that nothing known is renumbered.
    """

    band: int
    lane: int
    column: float
    row: float


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the columns and rows of a drawing lay, mm; on upright paper, too, columns follow each other in the flow.

    `columns` are (band, column, place), `rows` (lane, row, place), in order; `rims` the borders of lanes, first and
    last included; `size` the drawing's extent along the flow and across it.
    """

    size: Size
    columns: tuple[tuple[int, float, float], ...]
    rows: tuple[tuple[int, float, float], ...]
    rims: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Hold:
    """What is kept. `seats` are sorted by the box's name and may name boxes that are gone, for when they come back.

    `thorough`: routed with room to spare, as the drawing was. Without `lines` only the order is kept, no place.
    """

    seats: tuple[tuple[str, Seat], ...] = ()
    lines: Lines | None = None
    thorough: bool = False

    @property
    def by_name(self) -> dict[str, Seat]:
        """The seats by the names of their boxes."""
        return dict(self.seats)


def between(low: float, high: float) -> float | None:
    """The shortest decimal strictly between two numbers, near their middle; None where four decimals do not do."""
    for decimals in range(1, 5):
        step = float(10**decimals)
        first, last = floor(low * step + 1e-6) + 1, ceil(high * step - 1e-6) - 1
        if first <= last:
            return round(first + (last - first) // 2) / step
    return None


def with_pins(hold: Hold, pins: Mapping[str, Seat]) -> Hold:
    """The hold with some boxes in seats of one's own choice; what stood there has to find another seat."""
    taken = set(pins.values())
    rest = {name: seat for name, seat in hold.seats if seat not in taken}
    return Hold(tuple(sorted({**rest, **pins}.items())), None if pins else hold.lines, hold.thorough)
