"""The rough drawing: costs that mean something, moves that can be taken back, limits that hold."""

from __future__ import annotations

import copy

import pytest

from pipeline.layout.gaps import Gaps
from pipeline.layout.graph import Graph
from pipeline.layout.reading import arrows_of
from pipeline.layout.rough_ways import BEND, CROSSING
from pipeline.layout.sketch import Sketch
from tests.unit.layout.hard_cases import CASES, edge, graph, rectangle
from tests.unit.layout.random_graphs import random_graph


def _sketch(of: Graph) -> Sketch:
    return Sketch(of, arrows_of(of), 3, 8, Gaps(13.0, 13.0))


def _state(sketch: Sketch) -> object:
    ways = [(way.pattern, way.point, way.cost) if way else None for way in sketch.ways.laid]
    solid, extent = bytes(sketch.ways.solid), sketch.extent
    lists = (
        sketch.ways.used,
        sketch.ways.leaving,
        sketch.ways.entering,
        sketch.spots,
        sketch.extents.boxes,
        sketch.extents.longest,
        sketch.extents.tags,
    )
    return copy.deepcopy((lists, sketch.owner, ways, solid, extent))


def _square() -> Graph:
    """Four boxes in two bands, an arrow along each diagonal."""
    boxes = [rectangle("b00", 0), rectangle("b01", 0), rectangle("b02", 1), rectangle("b03", 1)]
    return graph(boxes, [edge("b00", "b03"), edge("b01", "b02")], 2)


def test_a_straight_arrow_costs_less_than_one_with_a_bend() -> None:
    pair = graph([rectangle("b00", 0), rectangle("b01", 1)], [edge("b00", "b01")], 2)
    straight, bent = _sketch(pair).enter([(0, 0), (0, 0)]), _sketch(pair).enter([(0, 0), (0, 1)])
    assert bent - straight >= BEND


def test_arrows_that_have_to_cross_cost_more_than_those_that_need_not() -> None:
    crossed = _sketch(_square()).enter([(0, 0), (0, 1), (0, 0), (0, 1)])
    free = _sketch(_square()).enter([(0, 1), (0, 0), (0, 0), (0, 1)])
    assert crossed > free
    assert crossed - free < CROSSING[0] + 4 * BEND


@pytest.mark.parametrize("seed", range(4))
def test_a_move_taken_back_leaves_no_trace(seed: int) -> None:
    sketch = _sketch(random_graph(seed))
    sketch.enter([(n % 3, n % 8) for n in _places(sketch)])
    before = _state(sketch)
    for number in range(len(sketch.spots)):
        column, row = sketch.spots[number]
        free = next(
            (column, other) for other in range(row - row % 8, row - row % 8 + 8) if _free(sketch, column, other)
        )
        done = sketch.moved([(number, free)])
        assert done is not None
        assert _state(sketch) != before
        sketch.undone(done[1])
        assert _state(sketch) == before


def _places(sketch: Sketch) -> list[int]:
    """A running number for each box within its band and lane."""
    seen: dict[tuple[int, int], int] = {}
    found = []
    for one in sketch.graph.boxes:
        found.append(seen.get((one.band, one.lane), 0))
        seen[one.band, one.lane] = found[-1] + 1
    return found


def _free(sketch: Sketch, column: int, row: int) -> bool:
    return sketch.box_at((column, row)) is None


def test_a_move_that_costs_too_much_is_not_made() -> None:
    sketch = _sketch(_square())
    sketch.enter([(0, 1), (0, 0), (0, 0), (0, 1)])
    before = _state(sketch)
    assert sketch.moved([(0, (0, 0)), (1, (0, 1))], 0) is None
    assert _state(sketch) == before


def test_the_change_of_cost_is_the_difference() -> None:
    sketch = _sketch(_square())
    free = sketch.enter([(0, 1), (0, 0), (0, 0), (0, 1)])
    done = sketch.moved([(0, (0, 0)), (1, (0, 1))])
    assert done is not None
    assert free + done[0] == sketch.laid_anew()


def test_arrows_stay_in_their_lanes() -> None:
    lanes = CASES["lanes"]
    sketch = _sketch(lanes)
    sketch.enter([(place % 3, place // 3) for place in _places(sketch)])
    for arrow, way in zip(sketch.arrows, sketch.ways.laid, strict=True):
        assert way is not None
        rows = {
            point // sketch.ways.width
            for run in way.pattern.runs
            for point in range(way.point + run.first, way.point + run.last, run.step)
        }
        allowed = sorted({lanes.boxes[end].lane for end in (arrow.source, arrow.target)})
        assert min(rows) >= 3 * sketch.rows * allowed[0]
        assert max(rows) <= 3 * sketch.rows * (allowed[-1] + 1) + 1
