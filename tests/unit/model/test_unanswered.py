"""Meetings that only one side names: a link or a contact point answers the other, whichever of the two it is."""

from dataclasses import replace

import pytest

from pipeline.model import Contact, Link, Programme, Step
from pipeline.reading import read_programme
from tests.diagnostics.project import covers, small_project

PROGRAMME = read_programme(
    {path: data for path, data in small_project().items() if path.startswith("sources/")}, "sources", covers
).programme
assert PROGRAMME is not None


def programme_with(**changes: dict[str, object]) -> Programme:
    """The small programme with every coupling taken away, and others given: fk_brev={"link": ...}."""
    assert PROGRAMME is not None
    actors = tuple(
        actor.model_copy(update={"steps": tuple(changed(step, changes) for step in actor.steps)})
        for actor in PROGRAMME.actors
    )
    return replace(PROGRAMME, actors=actors)


def changed(step: Step, changes: dict[str, dict[str, object]]) -> Step:
    update = {"link": None, "contacts": (), **changes.get(step.name_id.replace("-", "_"), {})}
    return step.model_copy(update=update)


def link(step: str) -> Link:
    return Link.model_construct(actor=step[:2], step=step)


def contact(step: str, why: str = "De ses") -> Contact:
    return Contact.model_construct(actor=step[:2], step=step, why=why)


def unanswered(programme: Programme) -> tuple[set[tuple[str, str, str]], set[tuple[str, str, str]]]:
    """(step, other, why) of what arrives at fk and of what leaves it."""
    steps = [step for actor, step in programme.steps() if actor.name_id == "fk"]
    to = {(step.name_id, one.step.name_id, one.why) for step in steps for one in programme.unanswered_to(step)}
    away = {(step.name_id, one.step.name_id, one.why) for step in steps for one in programme.unanswered_from(step)}
    return to, away


def test_without_couplings_nothing_is_unanswered() -> None:
    assert unanswered(programme_with()) == (set(), set())


@pytest.mark.parametrize(
    ("coupling", "why"),
    [({"link": link("ss-mote")}, ""), ({"contacts": (contact("ss-mote", "Planen"),)}, "Planen")],
)
def test_what_one_side_names_is_unanswered(coupling: dict[str, object], why: str) -> None:
    programme = programme_with(fk_brev=coupling)
    assert unanswered(programme) == (set(), {("fk-brev", "ss-mote", why)})
    (_, other) = programme.found("ss-mote")
    assert [(one.actor.name_id, one.step.name_id, one.why) for one in programme.unanswered_to(other)] == [
        ("fk", "fk-brev", why)
    ]


@pytest.mark.parametrize("answer", [{"link": link("fk-brev")}, {"contacts": (contact("fk-brev"),)}])
@pytest.mark.parametrize("coupling", [{"link": link("ss-mote")}, {"contacts": (contact("ss-mote"),)}])
def test_a_link_or_a_contact_point_answers_either(coupling: dict[str, object], answer: dict[str, object]) -> None:
    assert unanswered(programme_with(fk_brev=coupling, ss_mote=answer)) == (set(), set())


def test_another_step_of_the_other_actor_is_no_answer() -> None:
    programme = programme_with(fk_brev={"link": link("ss-mote")}, ss_slut={"contacts": (contact("fk-brev", "Slut"),)})
    assert unanswered(programme) == ({("fk-brev", "ss-slut", "Slut")}, {("fk-brev", "ss-mote", "")})


def test_a_link_and_a_contact_point_with_one_step_are_one_question() -> None:
    both = {"link": link("ss-mote"), "contacts": (contact("ss-mote", "Planen"),)}
    assert unanswered(programme_with(fk_brev=both)) == (set(), {("fk-brev", "ss-mote", "Planen")})
