"""A step's page in words: ways in and out, law and its state, contacts, question."""

from pipeline.compose.map_in_words import Named
from pipeline.compose.map_phrases import spelled
from pipeline.compose.numbered_sources import NumberedSources
from pipeline.compose.step_page import step_page
from pipeline.compose.step_text import StepText
from pipeline.document import Block, Definitions, Heading, Inline, ItemList, NoteMark, Paragraph, Text, walk
from tests.support.real import brief_for, real_programme


def _named(_: Named, said: str) -> Inline:
    return Text(said)


def _blocks(step_id: str) -> tuple[Block, ...]:
    programme = real_programme()
    actor, step = programme.found(step_id)
    return tuple(
        walk(
            step_page(brief_for("handout", actor.name_id), actor, step, NumberedSources(programme.sources, "{number}"))
        )
    )


def _lines(step_id: str) -> list[str]:
    """Every line of text of the step's page, list entries and paragraphs, as a reader meets them."""
    found = []
    for block in _blocks(step_id):
        match block:
            case ItemList(entries, _):
                found += [spelled(entry) for entry in entries]
            case Paragraph(parts, _):
                found.append(spelled(parts))
            case Definitions(entries):
                found += [f"{name}: {spelled(parts)}" for name, parts in entries]
            case _:
                pass
    return found


def test_a_way_into_another_process_is_a_possibility_and_names_the_actor():
    assert "Kan leda till Försäkringskassan: steg\u00a012, Planera och samordna insatserna" in _lines("af-gemensam")


def test_the_arrival_of_another_actor_is_named_too():
    assert "Arbetsförmedlingen: steg\u00a08, Till FK: gemensamt möte" in _lines("fk-plan")


def test_ways_out_of_a_decision_begin_with_the_answer():
    assert "Ja: steg\u00a013, Pröva arbetsträning eller praktik" in _lines("af-redo")
    assert "Nej: steg\u00a012, Börja med en förberedande insats" in _lines("af-redo")


def test_a_way_in_says_after_the_step_which_answer_led_here():
    assert "Steg\u00a011, Passar en arbetsplats just nu? (vid svaret nej)" in _lines("af-forberedande")


def test_a_reference_that_is_not_confirmed_says_so():
    assert "Behöver kontrolleras" in _lines("af-underlag")
    assert "Behöver kontrolleras" not in _lines("af-samtal")


def test_what_needs_review_is_marked():
    assert any(line.startswith("Att granska: Aktivitetskrav") for line in _lines("ss-redo"))


def test_a_checklist_stands_last_beside_what_happens():
    programme = real_programme()
    actor, step = programme.found("af-samtal")
    ticked = step.model_copy(update={"checklist": ("Tolk är beställd", "Samtycket är skrivet")})
    sources = NumberedSources(programme.sources, "{number}")
    said = StepText(brief_for("handout", actor.name_id), actor, ticked, sources, _named)
    *_, heading, listed = said.side()
    assert heading == Heading(3, "Checklista")
    assert isinstance(listed, ItemList)
    assert [spelled(entry) for entry in listed.entries] == ["Tolk är beställd", "Samtycket är skrivet"]


def test_a_step_without_a_checklist_has_no_such_heading():
    assert "Checklista" not in {block.text for block in _blocks("af-samtal") if isinstance(block, Heading)}


def test_a_missing_reference_is_said_in_words():
    assert "Ingen hänvisning är angiven." in _lines("af-mal")


def test_the_last_fact_carries_the_marks_of_the_sources():
    programme = real_programme()
    _, step = programme.found("af-samtal")
    last = next(
        block
        for block in _blocks("af-samtal")
        if isinstance(block, Paragraph) and spelled(block.parts) == step.facts[-1]
    )
    marks = {part.number for part in last.parts if isinstance(part, NoteMark)}
    assert {programme.sources[number - 1].name_id for number in marks} == set(step.sources)
