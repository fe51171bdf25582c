"""The condensed view: small boxes with number and short title, told apart by shape, and a coupling says where to."""

from dataclasses import replace

import pytest

from pipeline.compose.condensed import condensed_cards, condensed_title
from pipeline.compose.poster import poster_cards
from pipeline.geometry import Point, Rect, points_of
from pipeline.lengths import Pt
from pipeline.scene import Outline, TextLine, walk
from pipeline.shapes import SHAPES
from pipeline.values import View
from tests.support.real import brief_for, condensed_brief, real_programme

BRIEF = condensed_brief()
CARDS = [card for actor in real_programme().actors for card in condensed_cards(BRIEF, actor, Pt(8))]


def _drawn(card):
    return list(walk((card.drawn(Rect(20, 20, card.size.width, card.size.height)),)))


def _texts(card):
    return [item.text for item in _drawn(card) if isinstance(item, TextLine)]


def _card(name):
    return next(card for card in CARDS if card.name == name)


def _inside(corners, point):
    """Even-odd rule: independent of how the shapes are built."""
    inside = False
    for a, b in zip(corners, corners[1:] + corners[:1], strict=True):
        if (a.y > point.y) != (b.y > point.y) and point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x:
            inside = not inside
    return inside


@pytest.mark.parametrize("card", CARDS, ids=[card.name for card in CARDS])
def test_every_text_lies_inside_every_line_of_its_box(card):
    items = _drawn(card)
    lines = [list(points_of(item.path)) for item in items if isinstance(item, Outline)]
    for text in (item for item in items if isinstance(item, TextLine)):
        for x in (text.at.x, text.at.x + text.width):
            for y in (text.at.y - 0.67 * text.size.mm, text.at.y):
                assert all(_inside(corners, Point(x, y)) for corners in lines), (text.text, card.name)


def test_a_box_shows_the_number_and_the_short_title_and_nothing_else():
    assert _texts(_card("fk-villkor")) == ["3", "Villkor", "uppfyllda?"]


def test_the_same_is_said_of_a_step_as_on_the_full_map():
    said = "Till FK: gemensamt möte"
    assert said in _card("af-gemensam").label


def test_a_coupling_begins_with_the_actor_that_it_leads_to():
    _, step = real_programme().found("af-till-stad")
    assert condensed_title(BRIEF, step) == "Staden: Plan"


def test_only_a_stop_has_a_second_line():
    count = {card.name: sum(isinstance(item, Outline) for item in _drawn(card)) for card in CARDS}
    assert {name for name, lines in count.items() if lines == 2} == {"af-avslut", "fk-avslut", "rs-avslut", "ss-avslut"}


@pytest.mark.parametrize("name", ["af-inskrivning", "af-samtal", "af-ohalsa", "af-gemensam"])
def test_the_four_silhouettes_are_those_of_the_theme(name):
    card = _card(name)
    rect = Rect(20, 20, card.size.width, card.size.height)
    body = next(item for item in _drawn(card) if isinstance(item, Outline))
    assert body.path == SHAPES[BRIEF.theme.shape(card.kind.value)].outline(rect, card.shape_em)


def test_a_box_is_much_smaller_than_on_the_full_map():
    """A ring and insets less; without that a condensed map would need as much paper."""
    full = brief_for("affisch")
    for actor in real_programme().actors:
        for card, large in zip(condensed_cards(BRIEF, actor, Pt(8)), poster_cards(full)(actor, Pt(8)), strict=True):
            assert card.size.width * card.size.height < 0.75 * large.size.width * large.size.height


def test_an_actors_map_can_be_condensed_too():
    full = brief_for("karta", "stockholms-stad")
    short = replace(full, publication=full.publication.model_copy(update={"view": View.SHORT}))
    assert short.is_condensed
    assert not full.is_condensed
