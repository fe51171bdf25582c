"""What holds for any drawing: see soundness.py for the rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.layout import Drawing, Graph, laid_out
from pipeline.layout.cells import columns_for, gathered, start
from pipeline.layout.finish import drawn, routed
from pipeline.layout.portrait import turned_drawing, turned_graph
from pipeline.layout.reading import arrows_of, depths
from tests.unit.layout.hard_cases import CASES
from tests.unit.layout.random_graphs import random_graph
from tests.unit.layout.real_maps import NAMES, one_map, poster
from tests.unit.layout.soundness import assert_sound


@pytest.mark.parametrize("name", sorted(CASES))
def test_hard_cases(name: str) -> None:
    assert_sound(CASES[name], laid_out(CASES[name]))


@pytest.mark.parametrize("name", sorted(CASES))
def test_hard_cases_in_portrait_without_search(name: str) -> None:
    graph = replace(CASES[name], portrait=True, room=CASES[name].room.turned)
    assert_sound(graph, _unsearched(graph, 4))


@pytest.mark.parametrize("decade", range(4))
def test_random_graphs_from_any_start(decade: int) -> None:
    """Soundness does not rest on a good placement, so that one without search will do: it is the harder test."""
    for seed in range(decade * 10, decade * 10 + 10):
        graph = random_graph(seed)
        assert_sound(graph, _unsearched(graph, seed % 4 + 1))


def _unsearched(graph: Graph, deepest: int) -> Drawing:
    if graph.portrait:
        return turned_drawing(_unsearched(turned_graph(graph), deepest))
    arrows = arrows_of(graph)
    columns = columns_for(graph, deepest, 3)
    local = start(graph, depths(graph, arrows), columns, deepest)
    return drawn(graph, arrows, routed(graph, arrows, gathered(graph, local)))[0]


@pytest.mark.parametrize("seed", [0, 3, 7, 11])
def test_random_graphs(seed: int) -> None:
    graph = random_graph(seed)
    assert_sound(graph, laid_out(graph))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("portrait", [False, True])
def test_real_maps(name: str, portrait: bool) -> None:
    graph = one_map(name, portrait)
    assert_sound(graph, laid_out(graph))


def test_poster() -> None:
    graph = poster()
    assert_sound(graph, laid_out(graph))


def test_no_boxes() -> None:
    graph = Graph((), (), 2, 1, CASES["one"].spacing, CASES["one"].room)
    assert_sound(graph, laid_out(graph))
