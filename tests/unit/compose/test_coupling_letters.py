"""Couplings: a line for each that was drawn, a pair of letters for each that was left out."""

from dataclasses import replace

import pytest

from pipeline.compose.coupling_letters import lettered, letters_of
from pipeline.compose.legend import uses_of
from pipeline.compose.off_page import MapSheet
from pipeline.geometry import Point
from tests.support.real import real_programme
from tests.unit.compose.lanes import coupling_names, placed

WAY = (Point(0, 0), Point(10, 0))
LINKS = [step for _, step in real_programme().steps() if step.link]


def _cards(drawn):
    return {card.name: card for lane in drawn.lanes for card in lane.cards}


def test_every_link_to_another_lane_is_a_connector_in_reading_order():
    assert [name.split("==>") for name in coupling_names()] == [[step.name_id, step.link.step] for step in LINKS]


def test_without_lines_letters_follow_the_reading_order():
    letters = letters_of([placed({})])
    assert list(letters) == [step.name_id for step in LINKS]
    assert list(letters.values()) == list("ABCDEFGHIJKL")


def test_drawn_couplings_have_no_letters_and_leave_no_gap_among_the_others():
    names = coupling_names()
    (drawn,) = lettered([placed({names[0]: WAY, names[4]: WAY})])
    cards = _cards(drawn)
    assert cards[LINKS[0].name_id].leaves == cards[LINKS[4].name_id].leaves == ""
    others = [step for n, step in enumerate(LINKS) if n not in (0, 4)]
    assert [cards[step.name_id].leaves for step in others] == list("ABCDEFGHIJ")


def test_each_letter_arrives_at_the_step_that_its_coupling_leads_to():
    cards = _cards(*lettered([placed({})]))
    for step in LINKS:
        assert cards[step.name_id].leaves in cards[step.link.step].arrives


@pytest.mark.parametrize("some", [0, 5, 12])
def test_letters_never_change_the_size_of_a_box(some):
    before = placed(dict.fromkeys(coupling_names()[:some], WAY))
    (after,) = lettered([before])
    assert {name: card.size for name, card in _cards(before).items()} == {
        name: card.size for name, card in _cards(after).items()
    }


def test_the_legend_shows_lines_and_letters_only_where_they_are_used():
    names = coupling_names()
    uses = {some: uses_of(*lettered([placed(dict.fromkeys(names[:some], WAY))])) for some in (0, 3, len(names))}
    assert [(uses[some].couplings, uses[some].letters) for some in uses] == [(False, True), (True, True), (True, False)]


def test_on_several_sheets_every_letter_is_used_once_and_its_pair_may_stand_on_different_sheets():
    whole = placed({})
    sheets = lettered([_part(whole, (1, 2, 3)), _part(whole, (4, 5, 6))])
    cards = {name: card for sheet in sheets for name, card in _cards(sheet).items()}
    leaving = [cards[step.name_id].leaves for step in sorted(LINKS, key=lambda step: step.phase > 3)]
    assert leaving == list("ABCDEFGHIJKL")
    for step in LINKS:
        assert cards[step.name_id].leaves in cards[step.link.step].arrives


def _part(whole, phases):
    """The sheet of a map that shows these phases."""
    lanes = tuple(
        replace(lane, cards=tuple(card for card in lane.cards if card.phase in phases)) for lane in whole.lanes
    )
    steps = {card.name for lane in lanes for card in lane.cards}
    connectors = tuple(connector for connector in whole.connectors if connector.source in steps)
    return replace(whole, lanes=lanes, connectors=connectors, sheet=MapSheet(phases, 1, 2))
