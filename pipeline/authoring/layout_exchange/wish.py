"""What is asked of the engine: on which paper a map shall be read, and at which size of text."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.authoring.layout_exchange.map_graph import MapEdge, MapGraph, MapNode
from pipeline.geometry import Side, Size
from pipeline.layout import Box, Edge, Graph, Reach, Spacing
from pipeline.lengths import Pt
from pipeline.shapes.base import Reaches, middle, stretch

PAPERS = {
    "A4": Size(210, 297),
    "A3": Size(297, 420),
    "A2": Size(420, 594),
    "A1": Size(594, 841),
    "A0": Size(841, 1189),
}
"""Upright sheets (ISO 216), mm."""

_MARGIN = 10.0  # mm on every side
_BANNER = Pt(90)  # kept for title, process arrow and legend
_CORNER = Pt(4)  # arrows keep this far from a box's corner
_SPACING = Spacing(track=Pt(8).mm, box=Pt(9).mm, head=Pt(9).mm, edge=Pt(4).mm)


@dataclass(frozen=True, slots=True)
class Wish:
    """A paper by its name, upright or not, and the wanted size of the steps' text on it, pt."""

    paper: str
    is_portrait: bool
    text: Pt


def default_wish(graph: MapGraph) -> Wish:
    """A map is read in the hand on A3, several lanes on a wall on A1."""
    return Wish("A1", False, Pt(9.2)) if len(graph.lanes) > 1 else Wish("A3", False, Pt(8))


def graph_of(graph: MapGraph, wish: Wish) -> Graph:
    """What the engine is given, mm: sizes as they are, and the room that the wished text leaves them on the paper."""
    return Graph(
        boxes=tuple(_box(node) for node in graph.nodes),
        edges=tuple(_edge(edge) for edge in graph.edges),
        bands=len(graph.phases),
        lanes=len(graph.lanes),
        spacing=_SPACING,
        room=_room(graph, wish),
        portrait=wish.is_portrait,
        fill=False,
    )


def _room(graph: MapGraph, wish: Wish) -> Size:
    paper = PAPERS[wish.paper] if wish.is_portrait else PAPERS[wish.paper].turned
    scale = wish.text / graph.font_size
    return Size((paper.width - 2 * _MARGIN) / scale, (paper.height - 2 * _MARGIN - _BANNER.mm) / scale)


def _box(node: MapNode) -> Box:
    size = Size(node.width.mm, node.height.mm)
    reach = tuple((side, Reach(lo, hi)) for side, (lo, hi) in _reaches(node.shape, size))
    return Box(node.name, node.phase, node.lane, size, reach, single=node.shape == "yes_no")


def _edge(edge: MapEdge) -> Edge:
    label = Size(edge.label_width.mm, edge.label_height.mm) if edge.label else None
    return Edge(edge.name, edge.source, edge.target, label, coupling=edge.is_coupling)


def _reaches(shape: str, size: Size) -> Reaches:
    """Where the outline lies on the box: a rhombus's corners, a pill's tips and flat parts, a rectangle's sides."""
    if shape == "yes_no":
        across, along = middle(size.height), middle(size.width)
    elif shape == "start_stop":
        across, along = middle(size.height), stretch(size.width, size.height / 2, size.height / 2)
    else:
        across, along = (stretch(length, _CORNER.mm, _CORNER.mm) for length in (size.height, size.width))
    return ((Side.EAST, across), (Side.SOUTH, along), (Side.WEST, across), (Side.NORTH, along))
