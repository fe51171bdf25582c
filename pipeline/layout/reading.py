"""The graph in the order it is read: edges sorted by the places of their ends, loops back found, depths of steps."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.layout.graph import Box, Edge, Graph

_NO_SIZE = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Arrow:
    """An edge whose ends are numbers of boxes. `back` is true where it leads against the order of reading."""

    edge: Edge
    source: int
    target: int
    back: bool


def arrows_of(graph: Graph) -> tuple[Arrow, ...]:
    """The edges in an order that does not depend on how they were listed."""
    place = {box.name: number for number, box in enumerate(graph.boxes)}
    arrows = [_arrow(graph.boxes, edge, place[edge.source], place[edge.target]) for edge in graph.edges]
    return tuple(sorted(arrows, key=_sort_key))


def _arrow(boxes: tuple[Box, ...], edge: Edge, source: int, target: int) -> Arrow:
    start, end = boxes[source], boxes[target]
    against = (start.band, source) >= (end.band, target) and (start.lane == end.lane or start.band > end.band)
    return Arrow(edge, source, target, edge.loop or against)


def _sort_key(arrow: Arrow) -> tuple[object, ...]:
    label = arrow.edge.label
    size = (label.width, label.height) if label else _NO_SIZE
    return (arrow.source, arrow.target, arrow.edge.loop, arrow.edge.on_line, size, arrow.edge.name)


def depths(graph: Graph, arrows: tuple[Arrow, ...]) -> tuple[int, ...]:
    """Longest path to each box inside its band and lane [Sugiyama et al. 1981], loops back left out."""
    depth = [0] * len(graph.boxes)
    for number, box in enumerate(graph.boxes):
        for arrow in arrows:
            after = graph.boxes[arrow.target]
            inside = (box.band, box.lane) == (after.band, after.lane)
            if arrow.source == number and inside and not arrow.back:
                depth[arrow.target] = max(depth[arrow.target], depth[number] + 1)
    return tuple(depth)
