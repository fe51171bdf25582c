"""Wishes about where boxes stand: which of them a placement breaks, and by how much.

A placement is the (column, row) of every box, counted over all bands and lanes; how they are numbered does not
matter, only their order. Wishes that no placement can fulfil, such as a row shared by boxes of two lanes, and wishes
about boxes that are not in the graph, since it shows a part of a map, are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from pipeline.layout.graph import Box, Graph
from pipeline.layout.hold import Seat

_FAR = 10_000  # more columns than a band has, and rows than a lane

Spots = Sequence[tuple[float, float]]


class Kind(Enum):
    """What is wished for."""

    LEVEL = "in the same row as another box"
    AFTER = "in a later column than another box, or below it in the same"
    ROW = "in a certain row from the top among those in use in the lane"


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish about a box. `mark` is what it is measured by: the other box's number, or the row counted from 1."""

    kind: Kind
    box: int
    mark: int


@dataclass(frozen=True, slots=True)
class Wishes:
    """All wishes of a graph, and the boxes of each lane in which rows are counted."""

    all: tuple[Wish, ...]
    lanes: Mapping[int, tuple[int, ...]]  # by the number of a box with a row

    def unmet(self, spots: Spots) -> list[tuple[Wish, int]]:
        """The wishes that a placement breaks, with how far it is from each: rows, or columns and one, at least 1."""
        found = ((wish, self._distance(wish, spots)) for wish in self.all)
        return [(wish, distance) for wish, distance in found if distance]

    def _distance(self, wish: Wish, spots: Spots) -> int:
        column, row = spots[wish.box]
        if wish.kind is Kind.ROW:
            above = {spots[other][1] for other in self.lanes[wish.box] if spots[other][1] < row}
            return abs(len(above) + 1 - wish.mark)
        other_column, other_row = spots[wish.mark]
        if wish.kind is Kind.LEVEL:
            return 0 if row == other_row else max(1, int(abs(row - other_row)))
        return 0 if (column, row) > (other_column, other_row) else 1 + int(other_column - column)


def wishes_of(graph: Graph) -> Wishes:
    """The wishes of a graph's boxes, in the order of reading."""
    found = tuple(wish for number in range(len(graph.boxes)) for wish in _of_box(graph.boxes, number))
    lanes = {wish.box: _lane(graph, graph.boxes[wish.box].lane) for wish in found if wish.kind is Kind.ROW}
    return Wishes(found, lanes)


def broken(graph: Graph, spots: Spots) -> tuple[Wish, ...]:
    """The wishes that a placement breaks, in the order of reading."""
    return tuple(wish for wish, _ in wishes_of(graph).unmet(spots))


def offenders(graph: Graph, spots: Spots) -> frozenset[int]:
    """The numbers of the boxes that carry a wish which the placement breaks."""
    return frozenset(wish.box for wish in broken(graph, spots))


def without_wishes(graph: Graph) -> Graph:
    """The graph as it is if no box wishes for anything."""
    return replace(graph, boxes=tuple(replace(box, row=None, level_with="", after="") for box in graph.boxes))


def spots_of(graph: Graph, seats: Mapping[str, Seat]) -> list[tuple[float, float]]:
    """The placement that seats make, by the names of boxes; there is one for every box."""
    found = [seats[box.name] for box in graph.boxes]
    return [(_FAR * seat.band + seat.column, _FAR * seat.lane + seat.row) for seat in found]


def _lane(graph: Graph, lane: int) -> tuple[int, ...]:
    return tuple(number for number, box in enumerate(graph.boxes) if box.lane == lane)


def _of_box(boxes: Sequence[Box], number: int) -> Iterator[Wish]:
    box = boxes[number]
    level, before = _named(boxes, box.level_with), _named(boxes, box.after)
    if level is not None and level != number and boxes[level].lane == box.lane:
        yield Wish(Kind.LEVEL, number, level)
    if before is not None and before != number and boxes[before].band <= box.band:
        yield Wish(Kind.AFTER, number, before)
    if box.row is not None:
        yield Wish(Kind.ROW, number, box.row)


def _named(boxes: Sequence[Box], name: str) -> int | None:
    return next((number for number, box in enumerate(boxes) if name and box.name == name), None)
