"""What the web page is made of: every step once, the ways of the model, and nothing where nothing is known."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from pipeline.compose import COMPOSERS
from pipeline.compose.brief import Brief
from pipeline.compose.flaws import flaws
from pipeline.compose.stamp import Stamp, content_code, stamped
from pipeline.compose.step_card import drawn_title
from pipeline.document import Figure, Heading, Jump, Landing, Site, SiteStep, addresses_of, running_text, walk
from pipeline.model import Actor, Step, StepKind
from pipeline.release.build import brief_of
from pipeline.release.plan import planned
from pipeline.scene import Group, Link, Role, TextLine
from pipeline.scene import walk as walk_items
from tests.support.generated import project_of
from tests.support.real import brief_for, real_programme


@cache
def site() -> Site:
    return composed(brief_for("webb"))


def composed(brief: Brief) -> Site:
    content = COMPOSERS["webb"].compose(brief)
    assert isinstance(content, Site)
    return content


def headings(page: Site) -> list[str]:
    """The headings of its start."""
    return [block.text for block in walk(page.start) if isinstance(block, Heading)]


def both() -> list[tuple[Actor, Step, SiteStep]]:
    """Each step as the model has it and as the page has it."""
    shown = {step.anchor: step for actor in site().actors for step in actor.steps}
    return [(actor, step, shown[step.name_id]) for actor, step in real_programme().steps()]


def test_every_step_stands_on_the_page_once_in_order() -> None:
    shown = [step.anchor for actor in site().actors for step in actor.steps]
    assert shown == [step.name_id for _, step in real_programme().steps()]


def test_the_ways_are_the_arrows_of_the_model() -> None:
    for actor, step, shown in both():
        assert shown.on == tuple(arrow.target for arrow in step.arrows)
        arriving = [other.name_id for other in actor.steps for arrow in other.arrows if arrow.target == step.name_id]
        assert sorted(shown.here) == sorted(arriving)


def test_couplings_lead_over_and_come_back() -> None:
    for _, step, shown in both():
        assert shown.over == ((step.link.step,) if step.link else ())
    arriving = {(origin, shown.anchor) for _, _, shown in both() for origin in shown.arrives}
    assert arriving == {(step.name_id, step.link.step) for _, step in real_programme().steps() if step.link}


def test_a_decision_is_answered_by_yes_and_no() -> None:
    for _, step, shown in both():
        answers = {way.answer for way in shown.onward if way.answer}
        assert answers == ({"yes", "no"} if step.kind is StepKind.DECISION else set())
        labels = {arrow.target: arrow.label for arrow in step.arrows}
        for way in shown.onward:
            (jump,) = (part for part in way.words if isinstance(part, Jump))
            expected = {"ja": "yes", "nej": "no"}.get(labels.get(jump.anchor) or "", "")
            assert way.answer == (expected if step.kind is StepKind.DECISION else "")


def test_every_other_actor_that_a_step_names_or_that_names_it_is_met() -> None:
    homes = {step.name_id: actor.name_id for actor, step in real_programme().steps()}
    for _, step, shown in both():
        named = {contact.step for contact in step.contacts} | ({step.link.step} if step.link else set())
        for _, other in real_programme().steps():
            ends = {contact.step for contact in other.contacts} | ({other.link.step} if other.link else set())
            named |= {other.name_id} if step.name_id in ends else set()
        assert set(shown.meets) == {homes[other] for other in named}


def test_every_box_of_the_maps_leads_to_its_step_and_every_piece_to_its_phase() -> None:
    for actor in site().actors:
        items = [item for sheet in actor.maps for item in walk_items(sheet.figure.scene.items)]
        boxes = [item for item in items if isinstance(item, Group) and item.role is Role.STEP]
        targets = [link.target for box in boxes for link in box.items if isinstance(link, Link)]
        assert targets == [f"#{box.name}" for box in boxes]
        assert sorted(targets) == sorted(f"#{step.anchor}" for step in actor.steps)
        pieces = [item for item in items if isinstance(item, Group) and item.role is Role.PHASE]
        links = [link.target for piece in pieces for link in piece.items if isinstance(link, Link)]
        assert links == [f"#aktor--{actor.name_id}--fas-{phase.number}" for phase in site().phases]


def test_a_box_is_heard_by_its_title_first_and_then_by_number_kind_and_phase() -> None:
    for actor, step in real_programme().steps():
        (sheet,) = next(one for one in site().actors if one.name_id == actor.name_id).maps
        items = [item for item in walk_items(sheet.figure.scene.items) if isinstance(item, Group)]
        box = next(item for item in items if item.name == step.name_id)
        lines = [item.text for item in walk_items(box.items) if isinstance(item, TextLine)]
        title = drawn_title(step).replace("\u00ad", "").replace(" ", "").replace("-", "")
        assert "".join(lines).replace(" ", "").replace("-", "").startswith(title)
        assert box.label.startswith(f"Steg {actor.number(step)} av {len(actor.steps)}. ")
        assert box.label.endswith(f". Fas {step.phase} {real_programme().phase(step.phase).name}.")


def test_every_jump_lands() -> None:
    texts = [parts for block in site().blocks() for parts in running_text(block)]
    texts += [way.words for actor in site().actors for step in actor.steps for way in step.onward]
    texts += [words for case in site().cases for _, words in case.stops]
    jumps = {part.anchor for parts in texts for part in parts if isinstance(part, Jump)}
    landings = {part.anchor for parts in texts for part in parts if isinstance(part, Landing)}
    headings = {block.anchor for block in site().blocks() if isinstance(block, Heading)}
    steps = {step.anchor for actor in site().actors for step in actor.steps}
    assert jumps <= landings | headings | steps
    assert {entry.anchor for entry in site().entries} <= landings | steps


def test_addresses_of_lists_and_sources_are_known() -> None:
    sources = {source.address for source in real_programme().sources}
    assert sources
    assert addresses_of(site()) >= sources


def test_the_structure_has_no_flaws_and_two_steps_with_one_address_are_one() -> None:
    assert flaws(site()) == ()
    first, second, *rest = site().actors[0].steps
    doubled = replace(site().actors[0], steps=(first, replace(second, former=(first.anchor,)), *rest))
    assert flaws(replace(site(), actors=(doubled, *site().actors[1:]))) == (f"anchor 2 times: {first.anchor}",)


def test_files_beside_are_no_part_of_the_content_code() -> None:
    assert content_code(replace(site(), files=())) == content_code(site())
    assert content_code(replace(site(), name="Annat")) != content_code(site())


def test_the_stamp_says_date_and_code() -> None:
    done = stamped(brief_for("webb"), site(), Stamp("2026-11-21", "abcd1234"))
    assert isinstance(done, Site)
    assert "2026-11-21" in done.stamp
    assert "abcd1234" in done.stamp


def test_an_aim_that_is_not_known_has_no_heading() -> None:
    programme = real_programme()
    titles = [block.text for block in walk(site().start) if isinstance(block, Heading)]
    known = replace(programme, settings=programme.settings.model_copy(update={"aim": "Personen arbetar."}))
    shown = [
        block.text for block in walk(composed(brief_for("webb", programme=known)).start) if isinstance(block, Heading)
    ]
    assert len(shown) == len(titles) + 1


@pytest.mark.parametrize("seed", [3, 11, 29])
def test_generated_projects(seed: int, tmp_path: Path) -> None:
    """Projects without a publication of maps show them with the page's own measures."""
    project = project_of(seed, tmp_path)
    assert project.programme is not None
    publication = brief_for("webb").publication
    programme = replace(project.programme, publications=(*project.programme.publications, publication))
    project = replace(project, programme=programme)
    artefact = next(one for one in planned(programme) if one.format == "html")
    made = composed(brief_of(project, artefact))
    assert flaws(made) == ()
    assert [step.anchor for actor in made.actors for step in actor.steps] == [s.name_id for _, s in programme.steps()]
    assert all(isinstance(sheet.figure, Figure) for actor in made.actors for sheet in actor.maps)
