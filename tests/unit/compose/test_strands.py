"""Arrows that join are one line with one head, and dashes leave no gap in bends."""

from itertools import pairwise

import pytest

from pipeline.compose.strands import bundles, dashed, strands
from pipeline.geometry import Curve, Line, Point, rounded_line

TRUNK = (Point(0, 0), Point(40, 0))
FROM_BELOW = (Point(10, 30), Point(20, 30), Point(20, 0), Point(40, 0))
FROM_ABOVE = (Point(0, -30), Point(30, -30), Point(30, 0), Point(40, 0))
ELSEWHERE = (Point(0, 50), Point(40, 50))
WAYS = {"trunk": TRUNK, "below": FROM_BELOW, "above": FROM_ABOVE, "elsewhere": ELSEWHERE}


def test_arrows_with_a_common_tip_or_start_are_drawn_together():
    leaving = {**WAYS, "leaving": (Point(0, 0), Point(0, 90))}
    found = bundles(list(leaving), leaving)
    assert sorted(sorted(group) for group in found) == [["above", "below", "leaving", "trunk"], ["elsewhere"]]


def test_crossing_arrows_are_not_drawn_together():
    across = {"level": TRUNK, "upright": (Point(20, -20), Point(20, 20))}
    assert len(bundles(list(across), across)) == 2


def test_the_first_arrow_has_the_head_and_the_next_ends_a_bend_beyond_the_joint():
    first, second, third = strands(["trunk", "below", "above"], WAYS, bend=2.0, head=3.0)
    assert (first.points, first.has_head) == (TRUNK, True)
    assert (second.points, second.has_head) == ((Point(10, 30), Point(20, 30), Point(20, 0), Point(22, 0)), False)
    assert third.points[-2:] == (Point(30, 0), Point(32, 0))


def test_an_arrow_that_runs_straight_through_a_joint_ends_there_too():
    """Where the bent one was drawn first, the straight one closes the line under its bend and no more."""
    _, second = strands(["below", "trunk"], WAYS, bend=2.0, head=3.0)
    assert second.points == (Point(0, 0), Point(22, 0))


def test_a_joint_close_to_the_tip_ends_under_the_head():
    near = {"trunk": TRUNK, "late": (Point(38, 30), Point(38, 0), Point(40, 0))}
    _, late = strands(["trunk", "late"], near, bend=2.0, head=1.5)
    assert late.points[-1] == Point(38.5, 0)


def test_arrows_into_different_sides_have_a_head_each():
    ways = {"one": TRUNK, "two": (Point(60, 0), Point(60, 20), Point(50, 20), Point(50, 0), Point(45, 0))}
    assert all(strand.has_head for strand in strands(["one", "two"], ways, 2.0, 3.0))


def _stretches(path):
    """Bends as stretches of a line, mm, measured in small steps along the curves."""
    along, at, found = 0.0, path[0].to, []
    for piece in path[1:]:
        if isinstance(piece, Line):
            along += at.distance(piece.to)
        elif isinstance(piece, Curve):
            points = [_on(at, piece, n / 200) for n in range(201)]
            turned = sum(a.distance(b) for a, b in pairwise(points))
            found.append((along, along + turned))
            along += turned
        at = piece.to
    return along, found


def _on(start, curve, t):
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    points = (start, curve.control1, curve.control2, curve.to)
    return Point(
        sum(w * p.x for w, p in zip(weights, points, strict=True)),
        sum(w * p.y for w, p in zip(weights, points, strict=True)),
    )


@pytest.mark.parametrize("width", [60.0, 97.3, 211.1])
@pytest.mark.parametrize("drop", [21.0, 33.7])
def test_a_dashed_line_ends_with_a_dash_and_its_bends_are_ink(width, drop):
    corners = (Point(0, 0), Point(0, drop), Point(-width, drop), Point(-width, 0))
    path = rounded_line(corners, 2.2)
    dash, gap = dashed(path, 2.5, 1.4)
    length, bends = _stretches(path)
    assert dash / gap == pytest.approx(2.5 / 1.4)
    assert 0.85 < dash / 2.5 < 1.18
    assert (length - dash) / (dash + gap) == pytest.approx(round((length - dash) / (dash + gap)), abs=0.02)
    for low, high in bends:
        middle = (low + high) / 2
        assert middle % (dash + gap) <= dash


def test_a_line_shorter_than_a_dash_is_drawn_whole():
    dash, _ = dashed(rounded_line((Point(0, 0), Point(1.5, 0)), 2.2), 2.5, 1.4)
    assert dash > 0
