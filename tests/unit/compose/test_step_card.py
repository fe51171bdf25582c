"""Boxes: what they show, and that their text stays inside their outline."""

import pytest

from pipeline.compose.step_card import Card, drawn_title, step_card
from pipeline.geometry import Point, Rect, points_of
from pipeline.lengths import Pt
from pipeline.model import StepKind
from pipeline.scene import Outline, TextLine, walk
from tests.support.real import brief_for, real_programme

EVERY_STEP = [(actor, step) for actor, step in real_programme().steps()]


def _card(actor, step, short=False) -> Card:
    return step_card(brief_for("karta", actor.name_id), actor, step, Pt(11.5), 7.6, short)


def _inside(corners: list[Point], point: Point) -> bool:
    """Even-odd rule: independent of how the shapes are built."""
    inside = False
    for a, b in zip(corners, corners[1:] + corners[:1], strict=True):
        if (a.y > point.y) != (b.y > point.y) and point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x:
            inside = not inside
    return inside


@pytest.mark.parametrize("short", [False, True])
@pytest.mark.parametrize(("actor", "step"), EVERY_STEP, ids=[step.name_id for _, step in EVERY_STEP])
def test_every_text_of_a_box_lies_inside_its_outline(actor, step, short):
    card = _card(actor, step, short=short)
    group = card.drawn(Rect(20, 20, card.size.width, card.size.height))
    items = list(walk((group,)))
    body = next(item for item in items if isinstance(item, Outline))
    corners = list(points_of(body.path))
    for text in (item for item in items if isinstance(item, TextLine)):
        top = text.at.y - 0.7 * text.size.mm
        for x in (text.at.x, text.at.x + text.width):
            for y in (top, text.at.y):
                assert _inside(corners, Point(x, y)), (text.text, step.name_id)


def test_a_coupling_drops_the_part_before_its_colon_and_keeps_it_in_what_is_said():
    actor, step = real_programme().found("af-gemensam")
    card = _card(actor, step)
    assert " ".join(card.lines) == "Gemensamt möte"
    assert card.foot == "FK"
    assert "Till FK: gemensamt möte" in card.label


def test_a_colon_in_another_kind_of_step_is_kept():
    _, step = real_programme().found("af-samtal")
    named = step.model_copy(update={"title": "Samtal: mål"})
    assert named.kind is StepKind.FAN
    assert drawn_title(named) == "Samtal: mål"


def test_a_box_shows_phase_number_in_its_ring_and_step_number_below():
    actor, step = real_programme().found("ss-sip")
    card = _card(actor, step)
    texts = [item for item in walk((card.drawn(Rect(0, 0, *_wh(card))),)) if isinstance(item, TextLine)]
    ring, number = texts[0], texts[1]
    assert (ring.text, number.text) == ("4", "9")
    assert number.at.y > ring.at.y


def _wh(card: Card) -> tuple[float, float]:
    return card.size.width, card.size.height


def test_a_box_grows_with_its_text_and_never_cuts_it():
    actor, step = real_programme().found("af-samtal")
    long = step.model_copy(update={"title": "Arbetsmarknadspolitiska rehabiliteringsinsatser " * 3})
    card = step_card(brief_for("karta", actor.name_id), actor, long, Pt(11.5), 7.6)
    assert "".join(card.lines).replace("-", "").replace(" ", "") == long.title.replace(" ", "")
    assert card.size.height > _card(actor, step).size.height
