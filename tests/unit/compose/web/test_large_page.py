"""A page of one actor with 200 steps, one of which has as long a title as there may be."""

from dataclasses import replace
from functools import cache

from pipeline.compose.flaws import flaws
from pipeline.compose.web import site
from pipeline.document import Site
from pipeline.geometry import Size
from pipeline.model import Arrow, Contact, End, Programme, Step, StepKind
from pipeline.release.build import brief_of
from pipeline.release.plan import planned
from pipeline.scene import Link, walk
from pipeline.values import LABEL_LIMIT
from tests.support.real import real_programme, real_project

STEPS, LONG = 200, 77
A0 = Size(841, 1189)  # one sheet, so that the engine has to try no other


def step(pattern: Step, number: int) -> Step:
    """One of a chain: it leads to the next, in the phases one after the other."""
    ends = {0: End.START, STEPS - 1: End.STOP}
    words = "ett ord av flera " * LABEL_LIMIT
    changed = {
        "name_id": f"xx-{number}",
        "title": words[: LABEL_LIMIT - 1] + "g" if number == LONG else f"Steg {number}",
        "phase": 1 + number * 6 // STEPS,
        "kind": StepKind.TERMINAL if number in ends else StepKind.FAN,
        "end": ends.get(number),
        "arrows": () if number == STEPS - 1 else (Arrow(target=f"xx-{number + 1}"),),
        "contacts": tuple[Contact, ...](),
        "link": None,
    }
    return pattern.model_copy(update=changed)


def programme() -> Programme:
    real = real_programme()
    pattern = next(one for _, one in real.steps() if one.kind is StepKind.FAN)
    steps = tuple(step(pattern, number) for number in range(STEPS))
    return replace(real, actors=(real.actors[0].model_copy(update={"steps": steps}),), cases=())


@cache
def page() -> Site:
    brief = brief_of(real_project(), next(one for one in planned(real_programme()) if one.format == "html"))
    return site(replace(brief, programme=programme(), locks={}, paper=A0))


def test_every_step_has_its_text_its_box_and_its_entry() -> None:
    expected = [f"xx-{number}" for number in range(STEPS)]
    (actor,) = page().actors
    assert [step.anchor for step in actor.steps] == expected
    links = [item.target for drawn in actor.maps for item in walk(drawn.figure.scene.items) if isinstance(item, Link)]
    assert sorted(link for link in links if "--" not in link) == sorted(f"#{anchor}" for anchor in expected)
    assert set(expected) <= {entry.anchor for entry in page().entries}
    assert flaws(page()) == ()


def test_one_can_walk_from_the_first_step_to_the_last_and_back() -> None:
    (actor,) = page().actors
    assert [step.on for step in actor.steps[:-1]] == [(step.anchor,) for step in actor.steps[1:]]
    assert [step.here for step in actor.steps[1:]] == [(step.anchor,) for step in actor.steps[:-1]]
    assert (actor.steps[0].here, actor.steps[-1].on) == ((), ())


def test_a_long_title_stays_whole() -> None:
    (actor,) = page().actors
    assert len(actor.steps[LONG].title) == LABEL_LIMIT
