"""Portrait sheets: the landscape engine with x and y exchanged on the way in and on the way out."""

from __future__ import annotations

from dataclasses import replace

from pipeline.geometry import Point, Rect, Side
from pipeline.layout.drawing import Drawing, Route
from pipeline.layout.graph import Box, Edge, Graph

_TURNED = {Side.EAST: Side.SOUTH, Side.SOUTH: Side.EAST, Side.WEST: Side.NORTH, Side.NORTH: Side.WEST}


def turned_graph(graph: Graph) -> Graph:
    """The landscape graph whose drawing, turned, is that of a portrait graph."""
    boxes = tuple(_turned_box(box) for box in graph.boxes)
    edges = tuple(_turned_edge(edge) for edge in graph.edges)
    return replace(graph, boxes=boxes, edges=edges, room=graph.room.turned, portrait=False)


def turned_drawing(drawing: Drawing) -> Drawing:
    """A drawing with x and y exchanged."""
    return Drawing(
        drawing.size.turned,
        {name: _turned_rect(rect) for name, rect in drawing.boxes.items()},
        {name: _turned_route(route) for name, route in drawing.routes.items()},
        drawing.bands,
        drawing.lanes,
        drawing.hold,
    )


def _turned_box(box: Box) -> Box:
    return replace(box, size=box.size.turned, reach=tuple((_TURNED[side], reach) for side, reach in box.reach))


def _turned_edge(edge: Edge) -> Edge:
    return replace(edge, label=edge.label.turned if edge.label else None)


def _turned_rect(rect: Rect) -> Rect:
    return Rect(rect.y, rect.x, rect.height, rect.width)


def _turned_route(route: Route) -> Route:
    points = tuple(Point(point.y, point.x) for point in route.points)
    return Route(points, _turned_rect(route.label) if route.label else None)
