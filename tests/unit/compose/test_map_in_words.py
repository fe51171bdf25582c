"""The map in words holds what the model holds: steps, arrows from both their ends, couplings and who names them."""

from dataclasses import replace

import pytest

from pipeline.compose.map_in_words import Direction, Told, map_in_words, step_in_words
from pipeline.model import Contact, End, Programme
from tests.support.real import brief_for, real_programme

ACTORS = [actor.name_id for actor in real_programme().actors]


def _in_words(step_id, programme=None):
    programme = programme or real_programme()
    actor, step = programme.found(step_id)
    return step_in_words(brief_for("handout", actor.name_id, programme), actor, step)


def _without_contacts(programme: Programme) -> Programme:
    """The programme as if no step had a contact point."""
    actors = tuple(
        actor.model_copy(update={"steps": tuple(step.model_copy(update={"contacts": ()}) for step in actor.steps)})
        for actor in programme.actors
    )
    return replace(programme, actors=actors)


@pytest.mark.parametrize("actor", ACTORS)
def test_every_step_stands_once_in_reading_order_with_its_place_phase_and_kind(actor):
    programme = real_programme()
    steps = programme.actor(actor).steps
    found = map_in_words(brief_for("handout", actor), programme.actor(actor))
    assert [(one.name.step_id, one.name.title) for one in found] == [(step.name_id, step.title) for step in steps]
    assert [one.name.number for one in found] == list(range(1, len(steps) + 1))
    assert {one.total for one in found} == {len(steps)}
    assert [one.phase for one in found] == [step.phase for step in steps]
    assert [one.phase_name for one in found] == [programme.phase(step.phase).name for step in steps]
    assert [one.kind for one in found] == [programme.meaning(step.kind).name for step in steps]
    assert [one.starts for one in found] == [step.end is End.START for step in steps]
    assert [one.stops for one in found] == [step.end is End.STOP for step in steps]


@pytest.mark.parametrize("actor", ACTORS)
def test_every_arrow_is_told_at_its_beginning_and_at_its_end(actor):
    steps = real_programme().actor(actor).steps
    wanted = sorted((step.name_id, arrow.target, arrow.loop) for step in steps for arrow in step.arrows)
    found = map_in_words(brief_for("handout", actor), real_programme().actor(actor))
    assert sorted((one.name.step_id, way.step.step_id, way.back) for one in found for way in one.on) == wanted
    assert sorted((way.step.step_id, one.name.step_id, way.back) for one in found for way in one.here) == wanted


def test_both_ends_of_an_arrow_tell_what_must_hold():
    yes, no = _in_words("af-redo").on
    assert [(way.label, way.decides) for way in (yes, no)] == [("Ja", True), ("Nej", True)]
    (here,) = _in_words(no.step.step_id).here
    assert (here.step.step_id, here.label, here.decides) == ("af-redo", "Nej", True)


def test_a_condition_is_no_answer():
    way = next(way for way in _in_words("af-underlag").on if way.label)
    assert (way.label, way.decides) == ("om mer behöver utredas", False)


def test_a_coupling_is_told_on_both_sides_and_who_names_it():
    """af-gemensam leads to fk-plan, which has neither a coupling nor a contact point that leads back."""
    programme = _without_contacts(real_programme())
    (over,) = [one for one in _in_words("af-gemensam", programme).couplings if one.direction is Direction.OVER]
    assert (over.actor, over.step.step_id, over.told) == ("Försäkringskassan", "fk-plan", Told.OWN)
    here = [one for one in _in_words("fk-plan", programme).couplings if one.direction is Direction.HERE]
    assert ("Arbetsförmedlingen", "af-gemensam", Told.OTHER) in [(c.actor, c.step.step_id, c.told) for c in here]


def test_a_coupling_that_the_other_names_too_is_answered():
    programme = _without_contacts(real_programme())
    actor, _ = programme.found("fk-plan")
    answer = Contact(actor="arbetsformedlingen", step="af-gemensam", why="Planera ihop")
    steps = tuple(
        one.model_copy(update={"contacts": (answer,)}) if one.name_id == "fk-plan" else one for one in actor.steps
    )
    actors = tuple(
        one.model_copy(update={"steps": steps}) if one.name_id == actor.name_id else one for one in programme.actors
    )
    programme = replace(programme, actors=actors)
    over, meets = _in_words("af-gemensam", programme).couplings[-2:]
    assert (over.direction, over.told) == (Direction.OVER, Told.BOTH)
    assert (meets.direction, meets.told, meets.why, meets.theirs) == (
        Direction.MEETS,
        Told.BOTH,
        "Planera ihop",
        True,
    )


def test_a_contact_point_is_told_on_both_sides():
    own = [one for one in _in_words("af-samverkan").couplings if one.direction is Direction.MEETS]
    assert ("Försäkringskassan", "fk-ansokan", False) in [(one.actor, one.step.step_id, one.theirs) for one in own]
    other = [one for one in _in_words("fk-ansokan").couplings if one.step.step_id == "af-samverkan"]
    assert [one.actor for one in other] == ["Arbetsförmedlingen"]
