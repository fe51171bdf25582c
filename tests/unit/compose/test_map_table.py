"""The table "the map in text", read back from its words alone: it holds the step graph of the model."""

import re

import pytest

from pipeline.compose.map_in_words import row_anchor
from pipeline.compose.map_phrases import spelled
from pipeline.compose.map_table import led_parts, map_table
from pipeline.document import Jump, Landing, Text
from pipeline.model import StepKind
from tests.support.real import brief_for, real_programme

ACTORS = [actor.name_id for actor in real_programme().actors]
POSITION = re.compile(r"Steg (\d+) av (\d+)\n(.+)\nFas\s(\d): (.+)\. Form:\s(.+)\.")
WAY = re.compile(r"(?:(.+): )?[Ss]teg\s(\d+), (.+)")
AFTER = re.compile(r"(?: \((?:vid svaret )?(?P<label>.+)\))?\.?")


def _table(actor):
    programme = real_programme()
    return map_table(brief_for("handout", actor), programme.actor(actor), "Karta", lambda _: True)


def _lines(cell):
    return [line for line in spelled(cell).split("\n") if line]


def _ways(table, column):
    """Each way told in a column: number of its row, number of the other step, label before it or after it.

    A title that the table itself gives the other step is taken off first, since titles may end in brackets.
    """
    titles = [spelled(row[0]).split("\n")[1] for row in table.rows]
    found = []
    for row, cells in enumerate(table.rows, 1):
        for line in _lines(cells[column]):
            if not line.startswith("Processen "):
                before, number, rest = WAY.fullmatch(line).groups()
                title = titles[int(number) - 1]
                assert rest.startswith(title), line
                after = AFTER.fullmatch(rest.removeprefix(title))["label"]
                label = before or ("" if after == "tillbaka" else after) or ""
                found.append((row, int(number), label.lower()))
    return found


def _graph(actor):
    """The arrows of the model: number of the one step, number of the other, label."""
    model = real_programme().actor(actor)
    return sorted(
        (model.number(step), model.number(model.step(arrow.target)), (arrow.label or "").lower())
        for step in model.steps
        for arrow in step.arrows
    )


@pytest.mark.parametrize("actor", ACTORS)
def test_where_the_steps_lead_read_back_from_the_words_is_the_graph_of_the_model(actor):
    assert sorted(_ways(_table(actor), 2)) == _graph(actor)


@pytest.mark.parametrize("actor", ACTORS)
def test_where_one_comes_from_read_back_from_the_words_is_the_same_graph(actor):
    assert sorted((origin, row, label) for row, origin, label in _ways(_table(actor), 1)) == _graph(actor)


@pytest.mark.parametrize("actor", ACTORS)
def test_every_row_says_which_step_of_how_many_its_title_phase_and_kind(actor):
    programme = real_programme()
    steps = programme.actor(actor).steps
    found = [POSITION.fullmatch(spelled(cells[0])).groups() for cells in _table(actor).rows]
    assert found == [
        (
            str(number),
            str(len(steps)),
            step.title,
            str(step.phase),
            programme.phase(step.phase).name,
            programme.meaning(step.kind).name,
        )
        for number, step in enumerate(steps, 1)
    ]


@pytest.mark.parametrize("actor", ACTORS)
def test_every_coupling_of_the_model_stands_in_the_row_of_its_step(actor):
    programme = real_programme()
    for step, cells in zip(programme.actor(actor).steps, _table(actor).rows, strict=True):
        said = "\n".join(_lines(cells[3]))
        for contact in step.contacts:
            other, there = programme.found(contact.step)
            assert f"Möter {other.name}: {contact.why} (steg\u00a0{other.number(there)}, {there.title})" in said
        if step.kind is StepKind.LINK:
            other, there = programme.found(step.link.step)
            assert f"Kan leda till {other.name}: steg\u00a0{other.number(there)}, {there.title}" in said
        for coming in programme.links_to(step):
            number = coming.actor.number(coming.step)
            assert f"Från {coming.actor.name}: steg\u00a0{number}, {coming.step.title}" in said


def test_a_row_can_be_landed_on_and_its_title_leads_to_the_step():
    row = _table("arbetsformedlingen").rows[1]
    assert row[0][0] == Landing("Steg 2 av 18", row_anchor("af-samtal"))
    assert Jump("Gå igenom mål och stödbehov", "af-samtal", strong=True) in row[0]
    assert Jump("Steg\u00a01, Individen skriver in sig", row_anchor("af-inskrivning")) in row[1]


def test_what_has_no_row_is_led_to_by_nothing():
    programme = real_programme()
    own = programme.actor("arbetsformedlingen")
    table = map_table(brief_for("handout", own.name_id), own, "Karta", lambda step_id: own.step(step_id) is not None)
    rows = {part.anchor for row in table.rows for part in row[0] if isinstance(part, Landing)}
    jumps = {part.anchor for row in table.rows for cell in row[1:] for part in cell if isinstance(part, Jump)}
    assert jumps
    assert jumps <= rows


def test_the_title_names_the_row():
    table = _table("arbetsformedlingen")
    assert (table.named_by, table.header) == (0, ("Steg", "Kommer från", "Leder till", "Kopplingar"))


def test_a_text_with_a_gap_leads_from_its_words():
    assert led_parts("Se {map} nedan.", "map", "kartan", "k") == (Text("Se "), Jump("kartan", "k"), Text(" nedan."))
    assert led_parts("{map} säger allt", "map", "kartan", "k") == (Jump("Kartan", "k"), Text(" säger allt"))
