"""Arrows that are cut between sheets: pairs of signs with the same number, at the cut, in reading order."""

import pytest

from pipeline.compose.connectors import Connector
from pipeline.compose.off_page import cut_at_signs, sheets_of, sign_drawn, sign_reach, sign_size, sign_words
from pipeline.geometry import Rect, Side, bounds, points_of
from pipeline.lengths import Pt
from pipeline.scene import Outline, TextLine
from tests.support.real import brief_for, real_programme

BRIEF = brief_for("karta", "stockholms-stad")
ACTORS = real_programme().actors
SPLIT = ((1, 2), (3, 4), (5, 6))
SHEETS = sheets_of(ACTORS, SPLIT)


def _home(phase):
    return next(number for number, phases in enumerate(SPLIT, 1) if phase in phases)


def _cut():
    """Every arrow between two sheets, straight from the model: its ends' sheets and its steps."""
    for actor in ACTORS:
        for step in actor.steps:
            for arrow in step.arrows:
                here, there = _home(step.phase), _home(actor.step(arrow.target).phase)
                if here != there:
                    yield here, there, f"{step.name_id}--{arrow.target}"


def test_every_arrow_between_two_sheets_has_two_signs_with_its_number_and_no_other_arrow_has_any():
    found: dict[str, list[tuple[int, int, bool, int]]] = {}
    for sheet in SHEETS:
        for sign in sheet.signs:
            found.setdefault(sign.name, []).append((sheet.number, sign.other, sign.leaves, sign.number))
    assert set(found) == {name for _, _, name in _cut()}
    for here, there, name in _cut():
        (_, _, _, number), _ = found[name]
        assert sorted(found[name]) == sorted([(here, there, True, number), (there, here, False, number)])


def test_numbers_are_unique_without_gaps_and_follow_the_sheets_that_arrows_leave():
    leaving = [sign.number for sheet in SHEETS for sign in sheet.signs if sign.leaves]
    assert leaving == list(range(1, len(list(_cut())) + 1))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: f"sheet {sheet.number}")
def test_signs_stand_at_the_cut_last_where_the_flow_goes_on_and_first_where_it_comes_from(sheet):
    assert sheet.signs
    for sign in sheet.signs:
        later = sign.other > sheet.number
        assert sign.phase == sheet.phases[-1 if later else 0]
        assert sign.is_first != later


def test_a_cut_arrow_keeps_its_answer_where_it_leaves_and_begins_bare_where_it_arrives():
    sign = next(sign for sign in SHEETS[0].signs if sign.leaves)
    other = next(one for sheet in SHEETS[1:] for one in sheet.signs if one.name == sign.name)
    arrow = Connector(sign.name, "a", "b", answer="Ja", affirms=True, condition=("om",))
    whole = Connector("x--y", "x", "y")
    assert cut_at_signs((arrow, whole), (sign,)) == (Connector(sign.name, "a", sign.name, "Ja", True, ("om",)), whole)
    assert cut_at_signs((arrow,), (other,)) == (Connector(sign.name, sign.name, "b"),)


def test_both_signs_of_a_pair_are_told_where_the_other_is():
    pair = [(sheet, sign) for sheet in SHEETS for sign in sheet.signs if sign.number == 1]
    (here, leaves), (there, arrives) = pair
    assert sign_words(BRIEF, leaves) == f"fortsätter vid 1 på blad {there.number}"
    assert sign_words(BRIEF, arrives) == f"fortsätter från 1 på blad {here.number}"
    assert sign_drawn(BRIEF, leaves, Rect(0, 0, 8, 6), Pt(10)).label == sign_words(BRIEF, leaves)


@pytest.mark.parametrize("onward", [True, False])
def test_arrows_end_on_the_outline_of_a_sign_which_points_where_the_flow_goes(onward):
    sign = next(sign for sheet in SHEETS for sign in sheet.signs if sign.onward is onward)
    size, room = Pt(10), sign_size(Pt(10))
    outline, number = sign_drawn(BRIEF, sign, Rect(0, 0, room.width, room.height), size).items
    assert isinstance(outline, Outline)
    assert isinstance(number, TextLine)
    corners = points_of(outline.path)
    tip = next(p for p in corners if p.y == pytest.approx(room.height / 2))
    assert tip.x == pytest.approx(room.width if onward else 0)
    reach = dict(sign_reach(sign, size))
    assert reach[Side.EAST if onward else Side.WEST].lo == pytest.approx(tip.y)
    flat = [p.x for p in corners if p.y == pytest.approx(0)]
    for side in (Side.NORTH, Side.SOUTH):
        assert min(flat) < reach[side].lo <= reach[side].hi < max(flat)
    assert bounds(corners).width == pytest.approx(2.2 * size.mm)
    assert min(flat) < number.at.x < number.at.x + number.width < max(flat)
