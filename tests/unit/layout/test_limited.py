"""Arrows with a limit of crossings: drawn within it or left out, and never at the others' cost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.layout import Drawing, Effort, Graph, laid_out
from pipeline.layout.score import crossings_by_line
from tests.unit.layout.hard_cases import CASES
from tests.unit.layout.random_graphs import random_graph
from tests.unit.layout.soundness import assert_sound


def _limited(graph: Graph, every: int, limit: int) -> Graph:
    """Every so manieth arrow may cross so many others at most."""
    edges = (replace(edge, crossing_limit=None if number % every else limit) for number, edge in enumerate(graph.edges))
    return replace(graph, edges=tuple(edges))


def _crossed(drawing: Drawing) -> dict[str, int]:
    found = crossings_by_line([route.points for route in drawing.routes.values()])
    return dict(zip(drawing.routes, found, strict=True))


@pytest.mark.parametrize("limit", [0, 1])
@pytest.mark.parametrize("seed", [3, 5, 11])
def test_what_is_drawn_keeps_its_limit(seed: int, limit: int) -> None:
    graph = _limited(random_graph(seed), 3, limit)
    drawing = laid_out(graph, Effort.PASS)
    crossed = _crossed(drawing)
    for edge in graph.edges:
        if edge.crossing_limit is None:
            assert edge.name in drawing.routes
        else:
            assert crossed.get(edge.name, 0) <= limit
    drawn = tuple(edge for edge in graph.edges if edge.name in drawing.routes)
    assert_sound(replace(graph, edges=drawn), drawing)


def test_all_are_drawn_where_nothing_is_crossed() -> None:
    graph = _limited(CASES["round"], 1, 0)
    assert set(laid_out(graph, Effort.PASS).routes) == {edge.name for edge in graph.edges}


def test_some_are_left_out_where_all_meet_all() -> None:
    graph = _limited(CASES["bipartite"], 1, 0)
    drawing = laid_out(graph, Effort.PASS)
    assert 0 < len(drawing.routes) < len(graph.edges)
    assert set(_crossed(drawing).values()) == {0}
