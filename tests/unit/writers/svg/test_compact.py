"""Compact path data draws what the absolute data draws: read back with a reader of path data of its own."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.geometry import Close, Curve, Line, Move, Path, Point
from pipeline.writers.svg.compact import compact

numbers = st.floats(-500, 500, allow_nan=False)
places = st.builds(Point, numbers, numbers)
pieces = st.one_of(st.builds(Line, places), st.builds(Curve, places, places, places))
COUNT = {"M": 2, "l": 2, "h": 1, "v": 1, "c": 6, "z": 0}


def read(data: str) -> list[tuple[float, float]]:
    """The ends of all pieces, absolute (SVG 1.1, 8.3.2 to 8.3.6)."""
    at = start = (0.0, 0.0)
    found = []
    for command, rest in re.findall(r"([Mlhvcz])([^Mlhvcz]*)", data):
        values = [float(text) for text in re.findall(r"-?(?:\d+\.\d+|\.\d+|\d+)", rest)]
        assert len(values) == COUNT[command]
        if command == "M":
            at = start = (values[0], values[1])
        elif command == "z":
            at = start
        else:
            across = 0.0 if command == "v" else values[-2] if command in "lc" else values[0]
            down = 0.0 if command == "h" else values[-1]
            at = (at[0] + across, at[1] + down)
        found.append(at)
    return found


@given(places, st.lists(pieces, max_size=60))
def test_ends_stay_within_the_grid_however_long_the_path(first: Point, rest: list[Line | Curve]) -> None:
    ends = read(compact((Move(first), *rest, Close())))
    assert ends[-1] == pytest.approx((first.x, first.y), abs=0.006)
    last = next((piece.to for piece in reversed(rest)), first)
    if len(ends) > 1:
        assert ends[-2] == pytest.approx((last.x, last.y), abs=0.006)


def test_a_square_takes_few_characters() -> None:
    corners = (Point(1, 1), Point(2.5, 1), Point(2.5, 1.25), Point(1, 1.25))
    path: Path = (Move(corners[0]), *(Line(corner) for corner in corners[1:]), Close())
    assert compact(path) == "M1 1h1.5v.25h-1.5z"
