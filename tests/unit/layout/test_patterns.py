"""Ways between two cells: connected, without diagonal pieces, and those with fewest bends first."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from pipeline.layout.field import EAST, NORTH, SOUTH, WEST
from pipeline.layout.patterns import PITCH, Pattern, patterns

WIDTH = 1000  # so wide that no way reaches the rim
SHIFT = {EAST: 1, WEST: -1, SOUTH: WIDTH, NORTH: -WIDTH}
PLACES = [place for place in product((-2, -1, 0, 1, 3), repeat=2) if place != (0, 0)]


def _points(pattern: Pattern) -> set[int]:
    return {point for run in pattern.runs for point in range(run.first, run.last, run.step)}


@pytest.mark.parametrize(("across", "down"), PLACES)
def test_every_way_leads_from_box_to_box(across: int, down: int) -> None:
    target = PITCH * (across + down * WIDTH)
    for pattern in (pattern for group in patterns(across, down, WIDTH) for pattern in group):
        points = _points(pattern)
        assert not points & {0, target}
        reached, frontier = set(), [SHIFT[pattern.leave]]
        while frontier:
            point = frontier.pop()
            if point in points and point not in reached:
                reached.add(point)
                frontier += [point + step for step in SHIFT.values()]
        assert reached == points
        assert target + SHIFT[pattern.enter] in points


@pytest.mark.parametrize(("across", "down"), PLACES)
def test_a_run_for_each_piece_in_turns(across: int, down: int) -> None:
    for pattern in (pattern for group in patterns(across, down, WIDTH) for pattern in group):
        axes = [run.axis for run in pattern.runs]
        assert len(axes) == pattern.bends + 1
        assert all(one != two for one, two in pairwise(axes))


@pytest.mark.parametrize(("across", "down"), PLACES)
def test_the_span_of_rows_is_that_of_the_points(across: int, down: int) -> None:
    for pattern in (pattern for group in patterns(across, down, WIDTH) for pattern in group):
        rows = [round(point / WIDTH) for point in _points(pattern)]
        assert pattern.top <= min(rows)
        assert pattern.foot >= max(rows)


def test_fewest_bends_come_first() -> None:
    assert [pattern.bends for pattern in patterns(2, 0, WIDTH)[0]] == [0]
    assert {pattern.bends for pattern in patterns(2, 1, WIDTH)[0]} == {1}
    assert [min(pattern.bends for pattern in group) for group in patterns(2, 1, WIDTH)] == [1, 2, 3, 4]


def test_a_straight_way_covers_what_lies_between_and_no_box() -> None:
    (straight,) = patterns(2, 0, WIDTH)[0]
    assert (straight.leave, straight.enter) == (EAST, WEST)
    assert _points(straight) == {1, 2, 3, 4, 5}
