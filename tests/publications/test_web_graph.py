"""The steps and ways of the finished page, read back in four ways that know nothing of each other, are the model's.

From what the script walks by (the rows' attributes), from the rows' words and links, from the articles' lists of ways,
and from the boxes of the maps. Of the real project and of projects made by chance.
"""

from collections import Counter
from collections.abc import Iterator

import pytest

from pipeline.model import Actor, Programme, Step
from tests.support.generated import project_of
from tests.support.readers import joined
from tests.support.real import real_programme, real_project
from tests.support.web_reader import WebPage, first, has_class, page_of, said, targets, under_heads, web_page, with_web

REAL = "rehabiliteringsbanan"
SEEDS = (3, 7, 11, 16, 21)


@pytest.fixture(scope="module", params=(REAL, *SEEDS))
def read(request, tmp_path_factory) -> tuple[Programme, WebPage]:
    """A programme, and its page."""
    if request.param == REAL:
        return real_programme(), web_page(page_of(real_project())[1])
    folder = tmp_path_factory.mktemp("generated") / "project"
    project_of(request.param, folder)
    project = with_web(folder)
    return project.programme, web_page(page_of(project)[1])


def incoming(actor: Actor, step: Step) -> list[str]:
    return [one.name_id for one in actor.steps for arrow in one.arrows if arrow.target == step.name_id]


def linked_from(programme: Programme, step: Step) -> list[str]:
    """The steps of others that lead over to this one."""
    return [one.name_id for _, one in programme.steps() if one.link and one.link.step == step.name_id]


def partners(programme: Programme, step: Step) -> set[str]:
    """The steps of others with which the step has anything to do, told by either."""
    own = {contact.step for contact in step.contacts} | ({step.link.step} if step.link else set())
    there = {one.name_id for _, one in programme.steps() if step.name_id in {contact.step for contact in one.contacts}}
    return own | there | {*linked_from(programme, step)}


def test_the_rows_stand_in_the_order_of_the_steps_each_in_its_phase(read):
    programme, page = read
    for actor in programme.actors:
        view = page.ids[f"aktor--{actor.name_id}"]
        found = [
            (row.get("data-step"), int(section.get("data-phase", "")), int(row.get("data-phase", "")))
            for section in view.iter("section")
            if has_class(section, "phase")
            for row in section.iter("li")
            if has_class(row, "row")
        ]
        ordered = sorted(actor.steps, key=lambda step: step.phase)
        assert found == [(step.name_id, step.phase, step.phase) for step in ordered]


def test_what_the_script_walks_by_is_the_models_graph(read):
    programme, page = read
    owners = {step.name_id: actor.name_id for actor, step in programme.steps()}
    for actor, step in programme.steps():
        row = page.ids[f"rad--{step.name_id}"]
        held = {name: row.get(f"data-{name}", "").split() for name in ("on", "here", "over", "arrives", "meets")}
        assert Counter(held["on"]) == Counter(arrow.target for arrow in step.arrows), step.name_id
        assert Counter(held["here"]) == Counter(incoming(actor, step)), step.name_id
        assert held["over"] == ([step.link.step] if step.link else []), step.name_id
        assert Counter(held["arrives"]) == Counter(linked_from(programme, step)), step.name_id
        assert {*held["meets"]} == {owners[one] for one in partners(programme, step)}, step.name_id
        assert row.get("data-shape") == step.kind.value


def ways_on(step: Step) -> Iterator[tuple[str, str]]:
    for arrow in step.arrows:
        yield joined(arrow.label or ""), arrow.target


def test_the_rows_links_name_every_way_on_with_its_answer_or_condition(read):
    programme, page = read
    for actor, step in programme.steps():
        row = page.ids[f"rad--{step.name_id}"]
        lists = [one for one in row.iter("ul") if has_class(one, "ways")]
        entries = [entry for one in lists for entry in one.iter("li")]
        own = {one.name_id for one in actor.steps}
        (beyond, within) = ([one for one in entries if (targets(one)[0] in own) == side] for side in (False, True))
        found = Counter((joined(label_of(entry)), *targets(entry)) for entry in within)
        assert found == Counter(ways_on(step)), step.name_id
        assert [targets(one) for one in beyond] == ([[step.link.step]] if step.link else []), step.name_id
        assert targets(row)[0] == step.name_id


def label_of(entry) -> str:
    """The words that a way begins with, of a class of their own."""
    return "".join(said(one) for one in entry.iter("span") if has_class(one, "answer") or has_class(one, "when"))


def test_the_articles_tell_where_one_comes_from_and_where_one_may_go(read):
    programme, page = read
    for actor, step in programme.steps():
        here, on = under_heads(first(page.ids[step.name_id], "ways"), "h4")
        came = Counter(target for one in here for target in targets(one))
        goes = Counter(target for one in on for target in targets(one))
        assert came == Counter([*incoming(actor, step), *linked_from(programme, step)]), step.name_id
        led = [step.link.step] if step.link else []
        assert goes == Counter([*(arrow.target for arrow in step.arrows), *led]), step.name_id


def test_every_step_is_drawn_once_with_its_title_and_leads_to_its_article(read):
    programme, page = read
    for actor in programme.actors:
        view = page.ids[f"aktor--{actor.name_id}"]
        maps = [one for one in view.iter("div") if has_class(one, "map")]
        boxes = [link for one in maps for link in one.iter("a") if link.get("data-step")]
        assert Counter(targets_of(boxes)) == Counter(step.name_id for step in actor.steps)
        titles = {step.name_id: step.title for step in actor.steps}
        for box in boxes:
            (step_id,) = targets_of([box])
            assert box.get("data-step") == step_id
            # A coupling's box tells the other actor's name apart.
            title = joined(titles[step_id].partition(": ")[2] or titles[step_id])
            told = joined("".join(said(line) for line in box.iter("text")))
            assert title in told, step_id
            # What is drawn is what the link is called, so that who sees it can also say it.
            assert joined(box.get("aria-label", "")).startswith(told), step_id


def targets_of(links) -> list[str]:
    return [link.get("href", "")[1:] for link in links]
