"""Wishes of boxes: what breaks them, the engine meets them, and a graph without any is drawn as ever."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from pipeline.geometry import Rect
from pipeline.layout import Drawing, Effort, Graph, Seat, laid_out
from pipeline.layout.anneal import Annealing
from pipeline.layout.gaps import Gaps
from pipeline.layout.hints import Kind, Wish, broken, offenders, spots_of, without_wishes
from pipeline.layout.obedient_start import obeying
from pipeline.layout.reading import arrows_of
from pipeline.layout.score import scored
from pipeline.layout.sketch import Sketch
from tests.unit.layout.hard_cases import CASES, edge, graph, rectangle
from tests.unit.layout.random_graphs import random_graph
from tests.unit.layout.real_maps import one_map

# a and b in the first band, c, d and e in the second.
BANDS = {"a": 0, "b": 0, "c": 1, "d": 1, "e": 1}


def wishing(**wishes: Mapping[str, Any]) -> Graph:
    """Five boxes with arrows in a row, and wishes."""
    boxes = [replace(rectangle(name, band), **wishes.get(name, {})) for name, band in BANDS.items()]
    return graph(boxes, [edge(one, other) for one, other in ("ab", "bc", "cd", "de")], 2)


def unmet(of: Graph, spots: list[tuple[int, int]]) -> list[tuple[str, Kind]]:
    return [(of.boxes[wish.box].name, wish.kind) for wish in broken(of, spots)]


@pytest.mark.parametrize(
    ("wishes", "spots", "found"),
    [
        ({"c": {"level_with": "a"}}, [(0, 1), (0, 2), (3, 1), (3, 2), (3, 3)], []),
        ({"c": {"level_with": "a"}}, [(0, 1), (0, 2), (3, 2), (3, 1), (3, 3)], [("c", Kind.LEVEL)]),
        ({"e": {"after": "d"}}, [(0, 1), (0, 2), (3, 1), (3, 2), (3, 3)], []),
        ({"e": {"after": "d"}}, [(0, 1), (0, 2), (3, 1), (3, 2), (4, 1)], []),
        ({"e": {"after": "d"}}, [(0, 1), (0, 2), (3, 1), (3, 3), (3, 2)], [("e", Kind.AFTER)]),
        ({"e": {"after": "d"}}, [(0, 1), (0, 2), (3, 1), (4, 2), (3, 3)], [("e", Kind.AFTER)]),
        # Rows that nothing stands in do not count, whatever they are called.
        ({"c": {"row": 2}}, [(0, 1), (0, 1), (3, 5), (3, 7), (3, 9)], []),
        ({"c": {"row": 5}}, [(0, 1), (0, 1), (3, 5), (3, 7), (3, 9)], [("c", Kind.ROW)]),
        # What cannot be, or is not there, is no wish: a later band, itself, a box on another sheet.
        (
            {"a": {"after": "c"}, "b": {"after": "b", "level_with": "gone"}},
            [(0, 1), (0, 2), (3, 1), (3, 2), (3, 3)],
            [],
        ),
    ],
)
def test_what_a_placement_breaks(wishes, spots, found):
    assert unmet(wishing(**wishes), spots) == found


def test_rows_are_counted_in_the_lane_of_the_box():
    boxes = [rectangle("a", 0, 0), rectangle("b", 1, 0), replace(rectangle("c", 0, 1), row=1, level_with="a")]
    assert broken(graph(boxes, [], 2, 2), [(0, 0), (3, 1), (0, 8)]) == ()


def test_offenders_carry_the_wish():
    of = wishing(c={"level_with": "a", "row": 1}, d={"row": 1})
    assert offenders(of, [(0, 1), (0, 2), (3, 2), (3, 1), (3, 3)]) == {2}
    assert broken(of, [(0, 1), (0, 2), (3, 2), (3, 1), (3, 3)]) == (Wish(Kind.LEVEL, 2, 0), Wish(Kind.ROW, 2, 1))


def test_seats_between_two_others_count_as_they_lie():
    of = wishing(d={"row": 2}, e={"level_with": "d"})
    rows = {"a": 1.0, "b": 2.0, "c": 1.0, "d": 1.5, "e": 1.5}
    seats = {name: Seat(band, 0, 1.0 + (name == "e"), rows[name]) for name, band in BANDS.items()}
    assert broken(of, spots_of(of, seats)) == ()
    assert offenders(of, spots_of(of, {**seats, "e": Seat(1, 0, 2.0, 2.0)})) == {4}


def _level(one: Rect, other: Rect) -> bool:
    return abs(one.centre.y - other.centre.y) < 1e-6


def _rank(drawing: Drawing, name: str) -> int:
    """Boxes of a row have one height here, so their middles are rows."""
    heights = sorted({round(rect.centre.y, 6) for rect in drawing.boxes.values()})
    return heights.index(round(drawing.boxes[name].centre.y, 6)) + 1


def _is_after(one: Rect, other: Rect) -> bool:
    return one.x >= other.right or (abs(one.centre.x - other.centre.x) < 1e-6 and one.y >= other.bottom)


# Each of them is broken by the drawing without wishes, where the five lie in the order of their arrows.
EACH: Mapping[str, tuple[Mapping[str, Mapping[str, Any]], Callable[[Drawing], bool]]] = {
    "level": ({"e": {"level_with": "b"}, "c": {"level_with": "b"}}, lambda d: _level(d.boxes["e"], d.boxes["b"])),
    "after": ({"c": {"after": "e"}}, lambda d: _is_after(d.boxes["c"], d.boxes["e"])),
    "row": ({"a": {"row": 2}}, lambda d: _rank(d, "a") == 2),
    "all": (
        {"a": {"row": 3}, "d": {"after": "e", "level_with": "a"}},
        lambda d: _rank(d, "a") == 3 and _is_after(d.boxes["d"], d.boxes["e"]) and _level(d.boxes["a"], d.boxes["d"]),
    ),
}


@pytest.mark.parametrize("effort", Effort)
@pytest.mark.parametrize("name", EACH)
def test_the_engine_meets_wishes(name, effort):
    """Seen in the drawing itself: where the boxes lie in mm."""
    wishes, is_met = EACH[name]
    of = wishing(**wishes)
    assert is_met(laid_out(of, effort))
    assert not is_met(laid_out(without_wishes(of), effort)), "the test would see nothing"


def test_on_upright_paper_rows_are_columns():
    of = replace(wishing(a={"row": 2}, e={"level_with": "a"}), portrait=True, room=CASES["one"].room.turned)
    boxes = laid_out(of, Effort.PASS).boxes
    assert abs(boxes["a"].centre.x - boxes["e"].centre.x) < 1e-6
    assert len({round(box.centre.x) for box in boxes.values() if box.centre.x < boxes["a"].centre.x - 1}) == 1


def test_a_wish_gives_way_to_the_paper():
    """Five rows do not fit: better five boxes on the sheet."""
    of = wishing(a={"row": 5})
    of = replace(of, room=replace(of.room, height=45.0))
    drawing = laid_out(of, Effort.PASS)
    assert drawing.size.height <= 45.0
    assert offenders(of, spots_of(of, drawing.hold.by_name)) == {0}


def test_a_start_meets_what_it_can():
    of = wishing(c={"level_with": "a"}, e={"after": "d"}, d={"row": 3})
    spots = obeying(of, (3, 6), [(0, 0), (0, 1), (0, 1), (1, 1), (0, 0)])
    assert len(set(zip(BANDS.values(), spots, strict=True))) == len(spots)
    columns = [column + 3 * band for (column, _), band in zip(spots, BANDS.values(), strict=True)]
    assert broken(of, list(zip(columns, (row for _, row in spots), strict=True))) == ()


def test_the_search_begins_where_wishes_are_met():
    of = wishing(c={"level_with": "a"}, e={"after": "d"})
    sketch = Sketch(of, arrows_of(of), 3, 6, Gaps(13.0, 13.0))
    Annealing(sketch, [(0, 0), (0, 1), (0, 1), (1, 1), (0, 0)], 1)
    assert broken(of, sketch.spots) == ()


def test_a_drawing_that_meets_wishes_is_better_unless_it_is_far_too_large():
    of = wishing()
    drawing, arrows = laid_out(of, Effort.PASS), arrows_of(of)
    first = replace(of.boxes[0], row=4)
    plain = scored(of, arrows, drawing, 0)
    unmet = scored(replace(of, boxes=(first, *of.boxes[1:])), arrows, drawing, 0)
    assert (plain.unmet, unmet.unmet) == (0, 1)
    assert plain.key < replace(plain, too_large=0.1).key < unmet.key < replace(plain, too_large=0.3).key


def test_a_start_without_wishes_is_left_alone():
    of, start = wishing(), [(0, 0), (2, 1), (0, 1), (1, 1), (0, 0)]
    assert obeying(of, (3, 6), start) == start


@pytest.mark.parametrize("name", ["map", "random", "lanes"])
def test_without_wishes_nothing_changes(name):
    """Wishes about boxes of other sheets are none, and leave no trace in the search or in what is chosen."""
    of = {"map": one_map("arbetsformedlingen"), "random": random_graph(3), "lanes": CASES["lanes"]}[name]
    wishing_in_vain = [replace(box, level_with="gone", after=box.name) for box in of.boxes]
    assert laid_out(replace(of, boxes=tuple(wishing_in_vain)), Effort.PASS) == laid_out(of, Effort.PASS)
