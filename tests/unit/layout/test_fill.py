"""A drawing that is smaller than its room is spread to fill it; one that is larger keeps its natural size."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.geometry import Size
from pipeline.layout import laid_out
from pipeline.layout.score import crossings
from pipeline.layout.sizes import _levelled
from tests.unit.layout.hard_cases import CASES
from tests.unit.layout.real_maps import NAMES, one_map


@pytest.mark.parametrize("name", ["one", "round", "parts", "lanes"])
def test_small_drawings_fill_the_room(name: str) -> None:
    graph = CASES[name]
    size = laid_out(graph).size
    assert size.width == pytest.approx(graph.room.width)
    assert size.height == pytest.approx(graph.room.height)


def test_portrait_fills_the_room_too() -> None:
    graph = replace(CASES["round"], portrait=True, room=Size(200, 420))
    size = laid_out(graph).size
    assert size.width == pytest.approx(200)
    assert size.height == pytest.approx(420)


def test_large_drawings_keep_their_size() -> None:
    small = replace(CASES["round"], room=Size(50, 20))
    smaller = replace(CASES["round"], room=Size(40, 10))
    assert laid_out(small).size == laid_out(smaller).size
    assert laid_out(small).size.width > 50


@pytest.mark.parametrize("name", NAMES)
def test_real_maps_fit_on_a3_and_cross_little(name: str) -> None:
    graph = one_map(name)
    drawing = laid_out(graph)
    assert drawing.size.width <= graph.room.width + 1e-6
    assert drawing.size.height <= graph.room.height + 1e-6
    assert crossings([route.points for route in drawing.routes.values()]) <= 2


def test_the_smallest_gaps_grow_first() -> None:
    assert _levelled([5.0, 10.0, 20.0], [1.0, 1.0, 1.0], 9.0) == [12.0, 12.0, 20.0]
    assert _levelled([5.0, 10.0], [0.5, 1.0], 15.0) == [10.0, 20.0]


def test_rows_are_straight() -> None:
    drawing = laid_out(CASES["round"])
    assert len({round(box.centre.y, 6) for box in drawing.boxes.values()}) == 1
    straight = [route for name, route in drawing.routes.items() if len(route.points) == 2]
    assert len(straight) == 5
