"""The grid a candidate drawing stands on: shapes in cells, both axes, and how far each item reaches from its middle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from pipeline.layout.axis import Axis, axis
from pipeline.layout.cells import Cells
from pipeline.layout.graph import Graph, Spacing
from pipeline.layout.ports import Shape, pitches, shape_of
from pipeline.layout.reading import Arrow

Tracks = tuple[Mapping[int, int], Mapping[int, int]]
_EMPTY = 2.0  # least half extent of a cell line nobody stands on, mm


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything that is fixed before arrows are routed. Pairs are (x, y); `homes` are items of each box's cell."""

    spacing: Spacing
    shapes: tuple[Shape, ...]
    homes: tuple[tuple[int, int], ...]
    lanes: tuple[int, ...]
    axes: tuple[Axis, Axis]
    pitch: tuple[float, float]
    extents: tuple[tuple[tuple[float, float], ...], tuple[tuple[float, float], ...]]
    band_minimum: tuple[float, ...]


def frame(
    graph: Graph, arrows: Sequence[Arrow], cells: Cells, tracks: int, wide: float = 0.0, more: Tracks = ({}, {})
) -> Frame:
    """The frame for boxes in cells; `tracks` lines in each gap, `wide` > 0 sets ports further apart for labels.

    `more` adds lines, for each axis, to the gaps after some items.
    """
    slots = _slots(graph, arrows)
    pitch = pitches(arrows, graph.spacing.track, wide)
    shapes = tuple(shape_of(box, pitch, slots) for box in graph.boxes)
    axes = (axis(cells.columns, False, slots, tracks, more[0]), axis(cells.rows, True, slots, tracks, more[1]))
    homes = tuple((axes[0].cell_item[column], axes[1].cell_item[row]) for column, row in cells.places)
    lanes = tuple(box.lane for box in graph.boxes)
    heads = (0.0, graph.lane_head)
    extents = tuple(_extents(axes[a], a, shapes, homes, ports=slots * pitch[a], head=heads[a]) for a in (0, 1))
    minimum = graph.band_minimum or (0.0,) * graph.bands
    columns = _widened(axes[0], extents[0], minimum)
    return Frame(graph.spacing, shapes, homes, lanes, axes, pitch, (columns, extents[1]), minimum)


def _widened(
    columns: Axis, extents: Sequence[tuple[float, float]], minimum: Sequence[float]
) -> tuple[tuple[float, float], ...]:
    """Extents where a band of one column is as wide as it has to be at least."""
    reach = list(extents)
    for least, (first, last) in zip(minimum, columns.group_items, strict=True):
        if first == last:
            missing = max(0.0, least - fsum(reach[first])) / 2
            reach[first] = (reach[first][0] + missing, reach[first][1] + missing)
    return tuple(reach)


def _slots(graph: Graph, arrows: Sequence[Arrow]) -> int:
    """Ports each side of a side's middle: one, unless a box has very many arrows."""
    ends = [arrow.source for arrow in arrows] + [arrow.target for arrow in arrows]
    busiest = max((ends.count(number) for number in range(len(graph.boxes))), default=0)
    return 1 if busiest <= 9 else 2


def _extents(
    line: Axis, a: int, shapes: Sequence[Shape], homes: Sequence[tuple[int, int]], *, ports: float, head: float
) -> tuple[tuple[float, float], ...]:
    least = max(ports, _EMPTY)
    reach = [(0.0, head) if item in line.walls else (least, least) for item in range(line.items)]
    reach[-1] = (0.0, 0.0)
    for shape, home in zip(shapes, homes, strict=True):
        before, after = reach[home[a]]
        reach[home[a]] = (max(before, shape.before[a]), max(after, shape.after[a]))
    return tuple(reach)


def nominal(frame_: Frame, a: int) -> list[float]:
    """Roughly where the lines of an axis will lie, mm, with every track in use."""
    line, spacing = frame_.axes[a], frame_.spacing
    found: list[float] = []
    at = 0.0
    for item in range(line.items):
        before, after = frame_.extents[a][item]
        end = line.first[item + 1] if item + 1 < line.items else len(line.item)
        middle = at + before
        at = middle + after + spacing.box - spacing.track
        for number in range(line.first[item], end):
            slot = line.slot[number]
            if slot is None:
                at += spacing.track
            found.append(at if slot is None else middle + slot * frame_.pitch[a])
        at += spacing.box
    return found
