"""A map takes the largest type that fits its room, and is refused where even the smallest does not."""

import pytest

from pipeline.compose.actor_map import cards
from pipeline.compose.brief import CannotCompose
from pipeline.compose.process_map import placed_map
from pipeline.geometry import Size
from tests.support.real import brief_for

BRIEF = brief_for("karta", "forsakringskassan")


def _placed(width: float, height: float):
    return placed_map(BRIEF, lambda actor, size: cards(BRIEF, actor, size), Size(width, height))


def test_with_room_enough_the_wanted_size_is_used_and_the_room_is_filled():
    placed = _placed(396, 175)
    assert placed.size_pt == BRIEF.sheet.step
    assert (placed.drawing.size.width, placed.drawing.size.height) == pytest.approx((396, 175))


def test_in_less_room_the_type_is_smaller_but_never_under_the_least():
    placed = _placed(300, 150)
    assert BRIEF.sheet.step_least <= placed.size_pt < BRIEF.sheet.step
    assert placed.drawing.size.width <= 300.01
    assert placed.drawing.size.height <= 150.01


def test_a_room_too_small_for_the_smallest_type_is_refused():
    with pytest.raises(CannotCompose) as fault:
        _placed(100, 60)
    assert fault.value.code == "U690"


def test_a_map_stands_in_its_phases_bands():
    placed = _placed(396, 175)
    order = [phase.number for phase in BRIEF.phases()]
    for card in placed.lanes[0].cards:
        band, box = placed.drawing.bands[order.index(card.phase)], placed.drawing.boxes[card.name]
        assert band.lo <= box.x
        assert box.right <= band.hi
