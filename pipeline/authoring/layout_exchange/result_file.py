"""Files of the format process-map-result/1: a drawing of the engine, in pt; equal drawings give equal bytes."""

from __future__ import annotations

from pipeline import __version__
from pipeline.authoring.layout_exchange.map_graph import MapGraph
from pipeline.authoring.layout_exchange.written_json import json_lines
from pipeline.geometry import Rect
from pipeline.layout import Drawing, Route
from pipeline.lengths import Mm

FORMAT = "process-map-result/1"
ENGINE = "processpil"


def result_bytes(graph: MapGraph, drawing: Drawing, is_portrait: bool) -> bytes:
    """The file of a drawing. It tells no time: how long the engine took differs from run to run."""
    head = {
        "format": FORMAT,
        "graph": graph.name,
        "engine": ENGINE,
        "engine_version": __version__,
        "orientation": "portrait" if is_portrait else "landscape",
        "cells": {name: [seat.column, seat.row] for name, seat in drawing.hold.seats if name in drawing.boxes},
    }
    nodes = [{"id": name} | _rect(rect) for name, rect in drawing.boxes.items()]
    edges = [_edge(name, route) for name, route in drawing.routes.items()]
    return json_lines(head, {"nodes": nodes, "edges": edges})


def _edge(name: str, route: Route) -> dict[str, object]:
    points = [[_pt(point.x), _pt(point.y)] for point in route.points]
    return {"id": name, "points": points, "label": None if route.label is None else _rect(route.label)}


def _rect(rect: Rect) -> dict[str, object]:
    return {"x": _pt(rect.x), "y": _pt(rect.y), "width": _pt(rect.width), "height": _pt(rect.height)}


def _pt(length: float) -> float:
    """In pt with three decimals, without a negative zero."""
    return round(Mm(length).pt, 3) + 0.0
