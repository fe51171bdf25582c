"""A map takes the largest type that fits its room, and its phases are the bands that the arrow's pieces stand by."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from pipeline.compose.actor_map import cards_of
from pipeline.compose.brief import CannotCompose
from pipeline.compose.down_arrow import band_minimum, down_arrow
from pipeline.compose.map_sheets import Ground, placed_sheets
from pipeline.compose.process_arrow import ProcessArrow
from pipeline.compose.process_map import hairlines
from pipeline.geometry import Size, bounds, points_of
from pipeline.layout import Effort
from pipeline.scene import Outline
from tests.support.real import brief_for

BRIEF = replace(brief_for("karta", "forsakringskassan"), effort=Effort.SEARCH)


def _placed(width: float, height: float):
    (placed,) = placed_sheets(BRIEF, cards_of(BRIEF), lambda _: Ground(Size(width, height)))
    return placed


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


def _ends(item, portrait):
    """From where to where an outline reaches along the flow."""
    box = bounds(points_of(item.path))
    return (box.y, box.bottom) if portrait else (box.x, box.right)


def _arrow(brief, placed, portrait):
    if portrait:
        return down_arrow(brief, placed.drawing.bands, 27)
    return ProcessArrow(brief, brief.sheet.arrow).drawn(placed.drawing.bands, 0)


@cache
def _sheet(portrait):
    brief = brief_for("handout" if portrait else "karta", "arbetsformedlingen")
    room = Size(139, 235) if portrait else Size(396, 175)
    least = band_minimum(brief, 27) if portrait else ProcessArrow(brief, brief.sheet.arrow).band_minimum()
    (placed,) = placed_sheets(brief, cards_of(brief), lambda _: Ground(room, least, portrait))
    return brief, placed


@pytest.mark.parametrize("portrait", [False, True], ids=["landscape", "portrait"])
def test_bands_are_adjacent_and_each_piece_of_the_arrow_stands_by_its_own(portrait):
    """A piece begins at its band, less the gap between pieces, and its body ends where the next band begins."""
    brief, placed = _sheet(portrait)
    bands = placed.drawing.bands
    extent = placed.drawing.size.height if portrait else placed.drawing.size.width
    assert (bands[0].lo, bands[-1].hi) == (0, pytest.approx(extent))
    assert all(one.hi == two.lo for one, two in pairwise(bands))
    arrow = _arrow(brief, placed, portrait)
    pieces = [next(item for item in group.items if isinstance(item, Outline)) for group in arrow.items]
    gap = 0.6 if portrait else 0.04 * brief.sheet.arrow
    for number, (piece, band) in enumerate(zip(pieces, bands, strict=True)):
        start, end = _ends(piece, portrait)
        assert start == pytest.approx(band.lo + (gap if number else 0))
        body = [y if portrait else x for x, y in _corners(piece) if band.lo <= (y if portrait else x) <= band.hi + 0.01]
        assert max(body) == pytest.approx(band.hi, abs=3.01 if portrait else 0.01)
        assert end >= band.hi - 0.01


def _corners(item):
    return [(point.x, point.y) for point in points_of(item.path)]


@pytest.mark.parametrize("portrait", [False, True], ids=["landscape", "portrait"])
def test_hairlines_stand_where_one_band_ends_and_the_next_begins(portrait):
    brief, placed = _sheet(portrait)
    lines = hairlines(brief, placed.drawing, portrait).items
    assert [_ends(line, portrait)[0] for line in lines] == [band.lo for band in placed.drawing.bands[1:]]


@pytest.mark.parametrize("portrait", [False, True], ids=["landscape", "portrait"])
def test_steps_stand_inside_their_bands(portrait):
    brief, placed = _sheet(portrait)
    order = [phase.number for phase in brief.phases()]
    for card in placed.lanes[0].cards:
        band, box = placed.drawing.bands[order.index(card.phase)], placed.drawing.boxes[card.name]
        low, high = (box.y, box.bottom) if portrait else (box.x, box.right)
        assert band.lo <= low
        assert high <= band.hi
