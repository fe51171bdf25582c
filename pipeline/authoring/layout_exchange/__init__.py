"""Process maps as files that other programs read and write: graphs to be laid out, and finished drawings."""

from __future__ import annotations

from pipeline.authoring.layout_exchange.graph_file import graph_bytes, read_graph
from pipeline.authoring.layout_exchange.hold_file import hold_bytes, read_hold
from pipeline.authoring.layout_exchange.map_graph import MapEdge, MapGraph, MapNode
from pipeline.authoring.layout_exchange.result_file import result_bytes
from pipeline.authoring.layout_exchange.wish import PAPERS, Wish, default_wish, graph_of

__all__ = [
    "PAPERS",
    "MapEdge",
    "MapGraph",
    "MapNode",
    "Wish",
    "default_wish",
    "graph_bytes",
    "graph_of",
    "hold_bytes",
    "read_graph",
    "read_hold",
    "result_bytes",
]
