"""Drawings that keep an earlier one: known boxes stay, new ones find seats, and what is taken back leaves no trace."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.geometry import Size
from pipeline.layout import Drawing, Edge, Effort, Graph, Hold, Seat, laid_out, with_pins
from pipeline.layout import choose as choosing
from pipeline.layout.hold import between
from pipeline.layout.seated import Seated
from tests.unit.layout.hard_cases import CASES, edge, graph, rectangle
from tests.unit.layout.random_graphs import random_graph
from tests.unit.layout.real_maps import NAMES, one_map
from tests.unit.layout.soundness import assert_sound

BEFORE, AFTER = 2, 3  # bands of the two steps between which one is put


def kept(graph: Graph) -> tuple[Drawing, Hold]:
    """A drawing by its own hold, and the hold."""
    hold = laid_out(graph, Effort.PASS).hold
    return laid_out(graph, Effort.PASS, hold), hold


def line_of_six() -> Graph:
    """Two steps in each of three bands, one after the other."""
    boxes = [rectangle(f"b{n}", n // 2) for n in range(6)]
    return graph(boxes, [edge(f"b{n}", f"b{n + 1}") for n in range(5)], 3)


def with_step(old: Graph, name: str, after: str, before: str) -> Graph:
    """The graph with a step put in the middle of an arrow."""
    at = next(n for n, box in enumerate(old.boxes) if box.name == after)
    boxes = (*old.boxes[: at + 1], replace(old.boxes[at], name=name), *old.boxes[at + 1 :])
    edges = tuple(one for one in old.edges if (one.source, one.target) != (after, before))
    return replace(old, boxes=boxes, edges=(*edges, edge(after, name), edge(name, before)))


def seats(drawing: Drawing) -> dict[str, Seat]:
    return dict(drawing.hold.seats)


@pytest.mark.parametrize("name", [*CASES])
def test_a_hold_given_back_changes_nothing(name: str) -> None:
    drawing, hold = kept(CASES[name])
    assert drawing.hold == hold
    assert laid_out(CASES[name], Effort.PASS, drawing.hold) == drawing
    assert_sound(CASES[name], drawing)


@pytest.mark.parametrize("name", [*CASES])
def test_a_drawing_by_its_own_hold_is_the_drawing(name: str) -> None:
    """But for the hundredths of a mm that places are kept with; where labels ask for more room, more may move."""
    fresh = laid_out(CASES[name], Effort.PASS)
    held = laid_out(CASES[name], Effort.PASS, fresh.hold)
    assert (held.size.width, held.size.height) == pytest.approx((fresh.size.width, fresh.size.height), abs=0.05)
    for box, rect in fresh.boxes.items():
        there = held.boxes[box]
        assert (there.x, there.y) == pytest.approx((rect.x, rect.y), abs=0.05)
    for lane, there_lane in zip(fresh.lanes, held.lanes, strict=True):
        assert (there_lane.lo, there_lane.hi) == pytest.approx((lane.lo, lane.hi), abs=0.05)


@pytest.mark.parametrize("portrait", [False, True])
def test_a_map_that_is_known_costs_one_drawing_and_no_search(monkeypatch: pytest.MonkeyPatch, portrait: bool) -> None:
    case = one_map(NAMES[0], portrait)
    _, hold = kept(case)
    drawn: list[Seated] = []
    draw = Seated.drawing

    def counted(self: Seated, *args: object, **named: object) -> object:
        drawn.append(self)
        return draw(self, *args, **named)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(Seated, "drawing", counted)
    monkeypatch.setattr(choosing, "Chooser", None)
    laid_out.__wrapped__(case, Effort.SEARCH, hold)
    assert len(drawn) == 1


def test_a_new_step_moves_no_other_to_another_seat_and_leaves_no_trace() -> None:
    old = line_of_six()
    drawing, hold = kept(old)
    longer = with_step(old, "new", "b2", "b3")
    after = laid_out(longer, Effort.PASS, hold)
    assert_sound(longer, after)
    assert {name: seat for name, seat in seats(after).items() if name != "new"} == seats(drawing)
    assert replace(laid_out(old, Effort.PASS, after.hold), hold=hold) == drawing


def test_a_step_that_comes_back_takes_its_place_again() -> None:
    old = line_of_six()
    drawing, hold = kept(old)
    fewer = replace(old, boxes=old.boxes[:-1], edges=old.edges[:-1])
    without = laid_out(fewer, Effort.PASS, hold)
    assert without.hold == hold
    assert {name: rect for name, rect in drawing.boxes.items() if name != "b5"} == without.boxes
    assert laid_out(old, Effort.PASS, without.hold) == drawing


def test_a_box_that_grows_changes_no_seat() -> None:
    old = line_of_six()
    _, hold = kept(old)
    wide = rectangle("b2", 1, width=60, height=30)
    grown = replace(old, boxes=(*old.boxes[:2], wide, *old.boxes[3:]))
    after = laid_out(grown, Effort.PASS, hold)
    assert after.hold == hold
    assert_sound(grown, after)


def test_a_box_that_shrinks_moves_nothing() -> None:
    old = line_of_six()
    drawing, hold = kept(old)
    small = replace(old, boxes=(*old.boxes[:2], rectangle("b2", 1, width=20, height=10), *old.boxes[3:]))
    after = laid_out(small, Effort.PASS, hold)
    assert {n: r.centre for n, r in after.boxes.items()} == pytest.approx(
        {n: r.centre for n, r in drawing.boxes.items()}
    )


def test_a_held_drawing_stays_on_its_sheet_when_steps_grow() -> None:
    """Columns give way, as far as they must, instead of running out of the room."""
    old = line_of_six()
    _, hold = kept(old)
    grown = replace(old, boxes=(*old.boxes[:-1], rectangle("b5", 2, width=120)))
    after = laid_out(grown, Effort.PASS, hold)
    assert after.size.width == pytest.approx(old.room.width, abs=0.05)
    before = laid_out(old, Effort.PASS, hold)
    assert after.boxes["b5"].centre.x < before.boxes["b5"].centre.x
    assert after.boxes["b0"] == before.boxes["b0"], "far from what grew nothing moves"
    assert_sound(grown, after)


def test_of_two_boxes_in_one_seat_the_first_keeps_it() -> None:
    old = line_of_six()
    _, hold = kept(old)
    spoiled = tuple((name, hold.by_name["b0"] if name == "b1" else seat) for name, seat in hold.seats)
    after = laid_out(old, Effort.PASS, replace(hold, seats=spoiled))
    assert seats(after)["b0"] == hold.by_name["b0"]
    assert seats(after)["b1"] != seats(after)["b0"]
    assert_sound(old, after)


def test_a_box_in_another_band_or_lane_is_seated_anew() -> None:
    old = line_of_six()
    _, hold = kept(old)
    moved = replace(old, boxes=(*old.boxes[:2], replace(old.boxes[2], band=0), *old.boxes[3:]))
    after = laid_out(moved, Effort.PASS, hold)
    assert seats(after)["b2"].band == 0
    assert_sound(moved, after)


def test_without_lines_only_the_order_is_kept() -> None:
    old = line_of_six()
    _, hold = kept(old)
    wide = replace(old, room=Size(600, 300))
    after = laid_out(wide, Effort.PASS, replace(hold, lines=None))
    assert [seat for _, seat in after.hold.seats] == [seat for _, seat in hold.seats]
    assert after.size.width > 500, "spread over the room"


def test_lines_that_are_found_anew_have_the_numbers_of_the_seats() -> None:
    """As when the text grows or the paper is another: a row between 1 and 2 stays 1.5."""
    old = line_of_six()
    _, hold = kept(old)
    apart = {name: replace(seat, row=1 + (seat.row - 1) / 2) for name, seat in hold.seats}
    after = laid_out(old, Effort.PASS, Hold(tuple(sorted(apart.items()))))
    assert after.hold.lines is not None
    assert {row for _, row, _ in after.hold.lines.rows} == {seat.row for seat in apart.values()}
    again = laid_out(old, Effort.PASS, after.hold)
    for name, rect in after.boxes.items():
        assert again.boxes[name].y == pytest.approx(rect.y, abs=0.05)


def test_nothing_held_seats_everything() -> None:
    for seed in range(6):
        case = random_graph(seed)
        after = laid_out(case, Effort.PASS, Hold())
        assert_sound(case, after)


def test_a_pin_takes_its_seat_and_who_stood_there_finds_another() -> None:
    old = line_of_six()
    _, hold = kept(old)
    place = hold.by_name["b0"]
    pinned = with_pins(hold, {"b1": place})
    after = laid_out(old, Effort.PASS, pinned)
    assert seats(after)["b1"] == place
    assert seats(after)["b0"] != place
    assert_sound(old, after)


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        (2, 3, 2.5),
        (0, 1, 0.5),
        (2.5, 3, 2.7),
        (2, 2.1, 2.05),
        (1, 4, 2.5),
        (2.9998, 2.9999, None),
        (0.0001, 0.0002, None),
    ],
)
def test_between_two_lines_comes_the_shortest_number(low: float, high: float, found: float | None) -> None:
    assert between(low, high) == found


def test_lines_put_between_stay_in_order() -> None:
    """Always on the same side, as when step after step is added at one place."""
    low, high, count = 2.0, 3.0, 0
    while (middle := between(low, high)) is not None:
        assert low < middle < high
        high, count = middle, count + 1
    assert count >= 12


def test_edges_of_the_hold_are_irrelevant_to_the_order() -> None:
    old = line_of_six()
    _, hold = kept(old)
    longer = with_step(old, "new", "b2", "b3")
    turned: tuple[Edge, ...] = longer.edges[::-1]
    assert laid_out(replace(longer, edges=turned), Effort.PASS, hold) == laid_out(longer, Effort.PASS, hold)


def test_a_known_box_moves_for_a_wish_and_no_other_does() -> None:
    old = line_of_six()
    _, hold = kept(old)
    wished = replace(old, boxes=(*old.boxes[:3], replace(old.boxes[3], row=3), *old.boxes[4:]))
    after = laid_out(wished, Effort.PASS, hold)
    rows = sorted({seat.row for _, seat in after.hold.seats})
    assert rows.index(seats(after)["b3"].row) == 2
    assert {name: seat for name, seat in seats(after).items() if name != "b3"} == {
        name: seat for name, seat in hold.seats if name != "b3"
    }


def test_a_wish_that_cannot_be_met_moves_nothing() -> None:
    old = line_of_six()
    drawing, hold = kept(old)
    wished = replace(old, boxes=(*old.boxes[:3], replace(old.boxes[3], row=9), *old.boxes[4:]))
    assert laid_out(wished, Effort.PASS, hold).boxes == drawing.boxes
