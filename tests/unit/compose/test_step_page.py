"""A step's page in words: ways in and out, law and its state, contacts, question."""

from pipeline.compose.step_page import step_page
from pipeline.document import Definitions, ItemList, Paragraph, walk
from tests.support.real import brief_for, real_programme


def _lines(step_id: str) -> list[str]:
    """Every line of text of the step's page, list entries and paragraphs, as a reader meets them."""
    actor, step = real_programme().found(step_id)
    found = []
    for block in walk(step_page(brief_for("handout", actor.name_id), actor, step)):
        match block:
            case ItemList(entries, _):
                found += ["".join(part.text for part in entry) for entry in entries]
            case Paragraph(parts, _):
                found.append("".join(part.text for part in parts))
            case Definitions(entries):
                found += [f"{name}: {''.join(part.text for part in parts)}" for name, parts in entries]
            case _:
                pass
    return found


def test_a_way_into_another_process_is_a_possibility_and_names_the_actor():
    assert "Kan leda till Försäkringskassan: steg 12, Planera och samordna insatserna" in _lines("af-gemensam")


def test_the_arrival_of_another_actor_is_named_too():
    assert "Arbetsförmedlingen: steg 8, Till FK: gemensamt möte" in _lines("fk-plan")


def test_ways_out_of_a_decision_begin_with_the_answer():
    assert "Ja: steg 13, Pröva arbetsträning eller praktik" in _lines("af-redo")
    assert "Nej: steg 12, Börja med en förberedande insats" in _lines("af-redo")


def test_a_way_in_says_after_the_step_which_answer_led_here():
    assert "Steg 11, Passar en arbetsplats just nu? (vid svaret nej)" in _lines("af-forberedande")


def test_a_reference_that_is_not_confirmed_says_so():
    assert "Behöver kontrolleras" in _lines("af-underlag")
    assert "Behöver kontrolleras" not in _lines("af-samtal")


def test_what_needs_review_is_marked():
    assert any(line.startswith("Att granska: Aktivitetskrav") for line in _lines("ss-redo"))


def test_a_missing_reference_is_said_in_words():
    assert "Ingen hänvisning är angiven." in _lines("af-mal")
