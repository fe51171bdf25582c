"""A process map as a graph of boxes and arrows whose sizes are known; lengths in pt, as in its file."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.lengths import Pt

SHAPES = ("start_stop", "one_many", "yes_no", "link")
KINDS = ("flow", "coupling")


@dataclass(frozen=True, slots=True)
class MapNode:
    """A step: its phase and lane by their places in the lists of the graph, counted from 0, and its box's size, pt."""

    name: str
    phase: int
    lane: int
    shape: str
    label: str
    width: Pt
    height: Pt


@dataclass(frozen=True, slots=True)
class MapEdge:
    """An arrow. An empty label has no size; a coupling leads over to another lane's process."""

    name: str
    source: str
    target: str
    label: str
    label_width: Pt
    label_height: Pt
    is_coupling: bool


@dataclass(frozen=True, slots=True)
class MapGraph:
    """A map: phases along the flow, lanes across it, steps in reading order, and the size of the steps' text, pt."""

    name: str
    font_size: Pt
    phases: tuple[str, ...]
    lanes: tuple[str, ...]
    nodes: tuple[MapNode, ...]
    edges: tuple[MapEdge, ...]
