"""A start for the search that meets the wishes of boxes (`layout.hints`): boxes put elsewhere, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.layout.graph import Graph
from pipeline.layout.hints import Kind, Wishes, wishes_of

Spot = tuple[int, int]
_ROUNDS = 3  # for each wish; a box put right may put another wrong


def obeying(graph: Graph, grid: Spot, local: Sequence[Spot]) -> list[Spot]:
    """(sub-column, row) of each box in its band and lane: as given, but for what meets more wishes.

    `grid` has so many columns a band and rows a lane. Boxes move to a free cell or change cells with another, those
    that are to share a row also together; where that meets no more wishes and comes no nearer to them, the rest is
    left to the search.
    """
    wishes = wishes_of(graph)
    spots = [(box.band * grid[0] + c, box.lane * grid[1] + r) for box, (c, r) in zip(graph.boxes, local, strict=True)]
    for _ in range(_ROUNDS * len(wishes.all)):
        least = min(_changed(graph, grid, wishes, spots), default=None)
        if least is None or least[:2] >= _unmet(wishes, spots):
            break
        spots = least[-1]
    return [(c - box.band * grid[0], r - box.lane * grid[1]) for box, (c, r) in zip(graph.boxes, spots, strict=True)]


def _unmet(wishes: Wishes, spots: Sequence[Spot]) -> tuple[int, int]:
    """How many wishes are not met, and how far they are off in all."""
    distances = [distance for _, distance in wishes.unmet(spots)]
    return len(distances), sum(distances)


def _changed(
    graph: Graph, grid: Spot, wishes: Wishes, spots: Sequence[Spot]
) -> Iterator[tuple[int, int, int, list[Spot]]]:
    """Every placement in which boxes that have to do with an unmet wish stand elsewhere, with what is unmet then.

    The third number is how far boxes were moved.
    """
    concerned = _concerned(wishes, spots)
    groups = {tuple(sorted(group)) for group in _level_groups(wishes, len(spots)) if group & concerned}
    moves = [{box: spot} for box in sorted(concerned) for spot in _cells(graph, grid, box)]
    for group in sorted(groups):
        first = graph.boxes[group[0]].lane * grid[1]
        moves += [{box: (spots[box][0], row) for box in group} for row in range(first, first + grid[1])]
    for move in moves:
        found = _exchanged(spots, move)
        if found != spots and len(set(found)) == len(found):
            moved = sum(abs(a - c) + abs(b - d) for (a, b), (c, d) in zip(spots, found, strict=True))
            yield (*_unmet(wishes, found), moved, found)


def _concerned(wishes: Wishes, spots: Sequence[Spot]) -> set[int]:
    found: set[int] = set()
    for wish, _ in wishes.unmet(spots):
        found.add(wish.box)
        if wish.kind is not Kind.ROW:
            found.add(wish.mark)
    return found


def _level_groups(wishes: Wishes, boxes: int) -> list[set[int]]:
    """For each box those with which it is to share a row, itself included."""
    groups = [{number} for number in range(boxes)]
    for wish in wishes.all:
        if wish.kind is Kind.LEVEL:
            joined = groups[wish.box] | groups[wish.mark]
            for number in joined:
                groups[number] = joined
    return groups


def _cells(graph: Graph, grid: Spot, number: int) -> Iterator[Spot]:
    """The cells of the box's band and lane."""
    box, (columns, rows) = graph.boxes[number], grid
    for column in range(box.band * columns, (box.band + 1) * columns):
        for row in range(box.lane * rows, (box.lane + 1) * rows):
            yield column, row


def _exchanged(spots: Sequence[Spot], move: Mapping[int, Spot]) -> list[Spot]:
    """The placement with boxes in other cells; what stood in one, of the same band and lane, goes to the cell left."""
    left = {spot: spots[box] for box, spot in move.items()}
    return [move.get(box, left.get(here, here)) for box, here in enumerate(spots)]
