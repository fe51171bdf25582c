"""Places of boxes on the grid of columns (bands x sub-columns) and rows (lanes x rows), and where the search starts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.layout.graph import Graph


@dataclass(frozen=True, slots=True)
class Cells:
    """How many columns each band and rows each lane has, and the (column, row) of every box, counted over all."""

    columns: tuple[int, ...]
    rows: tuple[int, ...]
    places: tuple[tuple[int, int], ...]


def blocks_of(graph: Graph) -> dict[tuple[int, int], list[int]]:
    """The boxes of each (band, lane), in reading order."""
    blocks: dict[tuple[int, int], list[int]] = {}
    for number, box in enumerate(graph.boxes):
        blocks.setdefault((box.band, box.lane), []).append(number)
    return blocks


def columns_for(graph: Graph, deepest: int, widest: int) -> tuple[int, ...]:
    """Sub-columns of each band so that no lane needs more than `deepest` rows, at most `widest` of them."""
    columns = [1] * graph.bands
    for (band, _), members in blocks_of(graph).items():
        wanted = -(-len(members) // deepest)
        columns[band] = max(columns[band], min(wanted, widest))
    return tuple(columns)


def start(graph: Graph, depth: Sequence[int], columns: Sequence[int], deepest: int) -> list[tuple[int, int]]:
    """(sub-column, row) inside its block for each box: a row for each depth, wrapped to the band's columns.

    Where that takes more than `deepest` rows the boxes run down one sub-column after another instead.
    """
    local = [(0, 0)] * len(graph.boxes)
    for (band, _), members in sorted(blocks_of(graph).items()):
        order = sorted(members, key=lambda n: (depth[n], n))
        spots = _by_depth(order, depth, columns[band])
        if spots[-1][1] >= deepest:
            high = max(deepest, -(-len(order) // columns[band]))
            spots = [divmod(index, high) for index in range(len(order))]
        for number, spot in zip(order, spots, strict=True):
            local[number] = spot
    return local


def _by_depth(order: Sequence[int], depth: Sequence[int], columns: int) -> list[tuple[int, int]]:
    spots: list[tuple[int, int]] = []
    row, column, last = -1, 0, -1
    for number in order:
        if depth[number] != last or column >= columns:
            row, column, last = row + 1, 0, depth[number]
        spots.append((column, row))
        column += 1
    return spots


def gathered(graph: Graph, local: Sequence[tuple[float, float]]) -> Cells:
    """Cells over the whole drawing, without rows and columns that no box of the lane or band uses.

    `local` are columns in the band and rows in the lane; only their order counts.
    """
    column_of = _closed_up([(box.band, place[0]) for box, place in zip(graph.boxes, local, strict=True)])
    row_of = _closed_up([(box.lane, place[1]) for box, place in zip(graph.boxes, local, strict=True)])
    used_columns = tuple(max(1, sum(band == b for band, _ in column_of)) for b in range(graph.bands))
    used_rows = tuple(max(1, sum(lane == b for lane, _ in row_of)) for b in range(graph.lanes))
    places = tuple(
        (
            sum(used_columns[: box.band]) + column_of[box.band, place[0]],
            sum(used_rows[: box.lane]) + row_of[box.lane, place[1]],
        )
        for box, place in zip(graph.boxes, local, strict=True)
    )
    return Cells(used_columns, used_rows, places)


def _closed_up(used: list[tuple[int, float]]) -> dict[tuple[int, float], int]:
    found: dict[tuple[int, float], int] = {}
    counts: dict[int, int] = {}
    for group, index in sorted(set(used)):
        found[group, index] = counts.get(group, 0)
        counts[group] = found[group, index] + 1
    return found
