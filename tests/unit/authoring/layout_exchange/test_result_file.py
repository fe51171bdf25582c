"""Files of drawings: what a drawing says comes out in points, and nothing else does."""

import json

from pipeline import __version__
from pipeline.authoring.layout_exchange import default_wish, graph_of, read_graph, result_bytes
from pipeline.geometry import Point, Rect, Size
from pipeline.layout import Drawing, Effort, Extent, Hold, Route, Seat, laid_out
from tests.unit.authoring.layout_exchange.graphs import SOUND, written

GRAPH, _ = read_graph("g.json", written(SOUND))
INCH = 25.4  # mm, and 72 pt

DRAWING = Drawing(
    size=Size(100, 50),
    boxes={"a": Rect(INCH, 0, INCH / 2, INCH / 3)},
    routes={
        "ab": Route((Point(0, 0), Point(INCH / 72000 / 3, 0), Point(0, -1e-9)), Rect(0, INCH, INCH, INCH)),
        "bc": Route((Point(0, 0), Point(INCH, 0))),
    },
    bands=(Extent(0, 100),),
    lanes=(Extent(0, 50),),
    hold=Hold((("a", Seat(0, 0, 1.0, 2.5)), ("gone", Seat(0, 0, 1.0, 3.0)))),
)


def test_lengths_are_points_with_three_decimals() -> None:
    result = json.loads(result_bytes(GRAPH, DRAWING, False))
    assert result["nodes"] == [{"id": "a", "x": 72, "y": 0, "width": 36, "height": 24}]
    assert result["edges"] == [
        {"id": "ab", "points": [[0, 0], [0, 0], [0, 0]], "label": {"x": 0, "y": 72, "width": 72, "height": 72}},
        {"id": "bc", "points": [[0, 0], [72, 0]], "label": None},
    ]


def test_no_zero_is_negative() -> None:
    assert b"-0" not in result_bytes(GRAPH, DRAWING, False)


def test_it_says_where_it_comes_from_and_tells_no_time() -> None:
    result = json.loads(result_bytes(GRAPH, DRAWING, True))
    assert {key: result[key] for key in result if key not in {"nodes", "edges"}} == {
        "format": "process-map-result/1",
        "graph": "liten",
        "engine": "processpil",
        "engine_version": __version__,
        "orientation": "portrait",
        "cells": {"a": [1, 2.5]},
    }


def test_the_order_of_arrows_in_the_file_does_not_matter() -> None:
    found = []
    for edges in (SOUND["edges"], SOUND["edges"][::-1]):
        graph, _ = read_graph("g.json", written({**SOUND, "edges": edges}))
        drawing = laid_out(graph_of(graph, default_wish(graph)), Effort.PASS)
        found.append(result_bytes(graph, drawing, False))
    assert found[0] == found[1]


def test_half_a_character_in_an_id_is_written_as_it_was_read() -> None:
    data = written(SOUND).replace(b'"liten"', b'"\\ud83d"')
    graph, _ = read_graph("g.json", data)
    assert json.loads(result_bytes(graph, DRAWING, False))["graph"] == "\ud83d"
