"""The layout engine: boxes in bands and lanes, joined by arrows, placed and routed on a grid. Knows geometry only."""

from __future__ import annotations

from functools import lru_cache

from pipeline.layout.choose import best_drawing
from pipeline.layout.drawing import Drawing, Extent, Route
from pipeline.layout.graph import Box, Edge, Effort, Graph, Reach, Spacing
from pipeline.layout.hold import ENGINE_VERSION, Hold, Lines, Seat, with_pins
from pipeline.layout.portrait import turned_drawing, turned_graph
from pipeline.layout.seating import held_drawing

__all__ = [
    "ENGINE_VERSION",
    "Box",
    "Drawing",
    "Edge",
    "Effort",
    "Extent",
    "Graph",
    "Hold",
    "Lines",
    "Reach",
    "Route",
    "Seat",
    "Spacing",
    "laid_out",
    "with_pins",
]


@lru_cache(maxsize=64)
def laid_out(graph: Graph, effort: Effort = Effort.SEARCH, hold: Hold | None = None) -> Drawing:
    """Places for all boxes, routes for all edges, in mm; the same for equal graphs in whatever order edges come.

    With a `hold` boxes that have a seat keep it, others are seated near their neighbours, and no effort is made.
    """
    if not graph.boxes:
        return _empty(graph)
    if graph.portrait:
        return turned_drawing(_landscape(turned_graph(graph), effort, hold))
    return _landscape(graph, effort, hold)


def _landscape(graph: Graph, effort: Effort, hold: Hold | None) -> Drawing:
    return best_drawing(graph, effort) if hold is None else held_drawing(graph, hold)


def _empty(graph: Graph) -> Drawing:
    room = graph.room.turned if graph.portrait else graph.room
    bands = tuple(_part(room.width, graph.bands, number) for number in range(graph.bands))
    lanes = tuple(_part(room.height, graph.lanes, number) for number in range(graph.lanes))
    return Drawing(graph.room, {}, {}, bands, lanes)


def _part(length: float, count: int, number: int) -> Extent:
    return Extent(length * number / count, length * (number + 1) / count)
