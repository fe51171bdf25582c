"""What holds for any drawing: see soundness.py for the rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.layout import Graph, laid_out
from tests.unit.layout.hard_cases import CASES
from tests.unit.layout.random_graphs import random_graph
from tests.unit.layout.real_maps import NAMES, one_map, poster
from tests.unit.layout.soundness import assert_sound


@pytest.mark.parametrize("name", sorted(CASES))
@pytest.mark.parametrize("portrait", [False, True])
def test_hard_cases(name: str, portrait: bool) -> None:
    graph = CASES[name]
    if portrait:
        graph = replace(graph, portrait=True, room=graph.room.turned)
    assert_sound(graph, laid_out(graph))


@pytest.mark.parametrize("decade", range(5))
def test_random_graphs(decade: int) -> None:
    for seed in range(decade * 10, decade * 10 + 10):
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
