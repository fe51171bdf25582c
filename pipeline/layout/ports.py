"""Boxes as the router sees them: how far they reach from their cell's middle, and where arrows may end on each side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.geometry import Side
from pipeline.layout.graph import Box, Reach
from pipeline.layout.reading import Arrow

SIDES = (Side.EAST, Side.SOUTH, Side.WEST, Side.NORTH)  # a direction is an index into this
_LABEL_AIR = 0.9
_SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class Shape:
    """Lengths before and after the cell's middle lines (x, y), mm, and the ports: (direction of the side, slot)."""

    before: tuple[float, float]
    after: tuple[float, float]
    ports: tuple[tuple[int, int], ...]
    single: bool

    @property
    def capacity(self) -> int:
        """How many arrows can end here without sharing a port."""
        return len({side for side, _ in self.ports}) if self.single else len(self.ports)


def pitches(arrows: Sequence[Arrow], track: float, extra: float) -> tuple[float, float]:
    """Distance between neighbouring ports along x and y, mm: a tag on one line must not touch the next line."""
    wide, high = track, track
    for arrow in arrows:
        label = arrow.edge.label
        if label and arrow.edge.on_line:
            wide, high = max(wide, label.width / 2 + _LABEL_AIR), max(high, label.height / 2 + _LABEL_AIR)
        elif label:
            high = max(high, extra * (label.height + 2 * _LABEL_AIR))
    return (wide, high)


def shape_of(box: Box, pitch: tuple[float, float], slots: int) -> Shape:
    """The shape of a box whose ports lie `pitch` apart, at most `slots` on each side of the middle."""
    reach = dict(box.reach)
    middle = (
        _middle(box.size.width, reach.get(Side.SOUTH), reach.get(Side.NORTH)),
        _middle(box.size.height, reach.get(Side.EAST), reach.get(Side.WEST)),
    )
    ports = tuple(
        (direction, slot)
        for direction, side in enumerate(SIDES)
        for slot in range(-slots, slots + 1)
        if side in reach and _holds(reach[side], middle[1 - direction % 2] + slot * pitch[1 - direction % 2])
    )
    return Shape(middle, (box.size.width - middle[0], box.size.height - middle[1]), ports, box.single)


def _holds(reach: Reach, at: float) -> bool:
    return reach.lo - _SLACK <= at <= reach.hi + _SLACK


def _middle(length: float, first: Reach | None, second: Reach | None) -> float:
    """Where the cell's middle line runs through a box: a place both sides can reach, as near its middle as can be."""
    if first and second and max(first.lo, second.lo) <= min(first.hi, second.hi) + _SLACK:
        low, high = max(first.lo, second.lo), min(first.hi, second.hi)
    elif first or second:
        chosen = first or second
        assert chosen is not None
        low, high = chosen.lo, chosen.hi
    else:
        return length / 2
    return min(max(length / 2, low), high)
