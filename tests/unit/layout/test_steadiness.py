"""The same input gives the same drawing, in whatever order its edges come and whatever its boxes are called."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from pipeline.layout import Graph, laid_out
from pipeline.layout.choose import best_drawing
from tests.unit.layout.hard_cases import CASES
from tests.unit.layout.real_maps import NAMES, one_map


def _shuffled(graph: Graph, seed: int) -> Graph:
    edges = list(graph.edges)
    random.Random(seed).shuffle(edges)
    return replace(graph, edges=tuple(edges))


@pytest.mark.parametrize("name", NAMES[:1])
def test_order_of_edges_is_irrelevant(name: str) -> None:
    graph = one_map(name)
    assert laid_out(_shuffled(graph, 3)) == laid_out(graph)


@pytest.mark.parametrize("name", ["labels", "lanes", "double"])
def test_order_of_edges_in_hard_cases(name: str) -> None:
    assert laid_out(_shuffled(CASES[name], 5)) == laid_out(CASES[name])


def test_laying_out_twice_gives_the_same() -> None:
    graph = CASES["labels"]
    assert best_drawing(graph) == best_drawing(graph)


def test_a_drawing_is_kept() -> None:
    assert laid_out(CASES["star"]) is laid_out(replace(CASES["star"]))


def test_names_do_not_matter() -> None:
    graph = CASES["round"]
    new = {box.name: f"z{9 - number}" for number, box in enumerate(graph.boxes)}
    boxes = tuple(replace(box, name=new[box.name]) for box in graph.boxes)
    edges = tuple(replace(edge, source=new[edge.source], target=new[edge.target]) for edge in graph.edges)
    before, after = laid_out(graph), laid_out(replace(graph, boxes=boxes, edges=edges))
    assert list(after.boxes.values()) == list(before.boxes.values())
