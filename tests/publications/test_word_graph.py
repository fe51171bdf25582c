"""The table "the map in text" of the finished Word files, read with lxml alone, gives the model's graph back."""

import re
from collections import Counter
from itertools import groupby

import pytest

from pipeline.model import Actor, Answer, Step, StepKind
from tests.support.readers import joined, plain
from tests.support.real import real_programme
from tests.unit.writers.docx.word_file import Element, W, WordFile, text_of

_ROW = "__i_text"
_WORDS = {Answer.YES.value: "ja", Answer.NO.value: "nej"}
ACTORS = real_programme().actors


@pytest.fixture(scope="module", params=ACTORS, ids=lambda actor: actor.name_id)
def actor(request) -> Actor:
    found: Actor = request.param
    return found


@pytest.fixture(scope="module")
def rows(made, actor) -> dict[str, list[Element]]:
    """The cells of each step's row, by the step's id, in the order of the table."""
    path = next(path for path in made if path.startswith(f"handout/handout-{actor.name_id}") and path.endswith(".docx"))
    ids = {step.name_id.replace("-", "_") + _ROW: step.name_id for step in actor.steps}
    found = {}
    for row in WordFile(made[path].data).body.iter(f"{W}tr"):
        names = [mark.get(f"{W}name", "") for mark in row.iter(f"{W}bookmarkStart")]
        for name in names:
            if name in ids:
                found[ids[name]] = row.findall(f"{W}tc")
    return found


def lines(cell: Element) -> list[list[Element]]:
    """The runs and links of each line of a cell; a line break parts them."""
    parts = [one for paragraph in cell.iter(f"{W}p") for one in paragraph if one.tag in {f"{W}r", f"{W}hyperlink"}]
    grouped = groupby(parts, lambda one: one.tag == f"{W}r" and one.find(f"{W}br") is not None)
    return [list(line) for is_break, line in grouped if not is_break]


def told(line: list[Element]) -> str:
    return plain("".join(map(text_of, line)))


def strong(line: list[Element]) -> str:
    """The bold words that a line begins with: an answer, a condition, an actor."""
    return "".join(text_of(one) for one in line if one.tag == f"{W}r" and one.find(f"{W}rPr/{W}b") is not None)


def label_of(step: Step, label: str | None) -> str:
    return _WORDS[label] if step.kind is StepKind.DECISION and label else label or ""


def test_every_step_has_its_row_in_order(actor, rows):
    assert list(rows) == [step.name_id for step in actor.steps]
    for number, (step, cells) in enumerate(zip(actor.steps, rows.values(), strict=True), 1):
        assert re.search(rf"\b{number}\b.*\b{len(actor.steps)}\b", told(lines(cells[0])[0]))
        assert step.title in text_of(cells[0])


def test_every_way_leads_where_the_model_says_under_its_answer_or_condition(actor, rows):
    wanted = Counter(
        (step.name_id, joined(label_of(step, arrow.label)), arrow.target)
        for step in actor.steps
        for arrow in step.arrows
    )
    names = {step.name_id.replace("-", "_") + _ROW: step.name_id for step in actor.steps}
    found = Counter(
        (step, joined(strong(line)), names[link.get(f"{W}anchor", "")])
        for step, cells in rows.items()
        for line in lines(cells[2])
        for link in line
        if link.tag == f"{W}hyperlink"
    )
    assert found == wanted


def test_every_way_is_told_at_its_end_too(actor, rows):
    wanted = Counter((step.name_id, arrow.target) for step in actor.steps for arrow in step.arrows)
    names = {step.name_id.replace("-", "_") + _ROW: step.name_id for step in actor.steps}
    found = Counter(
        (names[link.get(f"{W}anchor", "")], step)
        for step, cells in rows.items()
        for link in cells[1].iter(f"{W}hyperlink")
    )
    assert found == wanted


def couplings(actor: Actor, step: Step) -> Counter[tuple[str, str]]:
    """The steps of others that a step is coupled to: whom it may lead to, who comes, whom it meets, told by either."""
    programme = real_programme()
    own = {contact.step for contact in step.contacts}
    there = [*([step.link.step] if step.link else []), *(contact.step for contact in step.contacts)]
    coming = [*programme.links_to(step), *(one for one in programme.contacts_to(step) if one.step.name_id not in own)]
    led = [programme.found(step_id) for step_id in there]
    found = [*((other.name, one.title) for other, one in led), *((one.actor.name, one.step.title) for one in coming)]
    return Counter((joined(name), joined(title)) for name, title in found)


def test_every_coupling_names_its_actor_and_step(actor, rows):
    others = [other for other in ACTORS if other is not actor]
    for step in actor.steps:
        found = Counter(
            (joined(other.name), joined(one.title))
            for line in lines(rows[step.name_id][3])
            for other in others
            if joined(other.name) in joined(strong(line))
            for one in other.steps
            if re.search(rf"\bsteg {other.number(one)}, {re.escape(one.title)}", told(line))
        )
        assert found == couplings(actor, step), step.name_id
