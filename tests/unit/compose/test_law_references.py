"""The table of legal references: each once, by law and chapter, with its steps and the least sure of their states."""

from dataclasses import replace

import pytest

from pipeline.compose.law_references import law_table
from pipeline.compose.map_phrases import spelled, words_only
from pipeline.model import LegalReference, Verification
from tests.support.real import brief_for, real_programme

BRIEF = brief_for("handout", "stockholms-stad")


def _table(*given: tuple[str, str], actors: int = 1):
    """The table of references (each with its state) of the steps of as many actors as are asked for, in order."""
    references = iter(given)
    made = []
    for actor in real_programme().actors[:actors]:
        steps = []
        for step in actor.steps[: len(given) // actors]:
            reference, state = next(references)
            one = LegalReference(reference=reference, state=Verification(state))
            steps.append(step.model_copy(update={"legal": (one,)}))
        made.append(actor.model_copy(update={"steps": tuple(steps)}))
    programme = replace(real_programme(), actors=tuple(made))
    return law_table(replace(BRIEF, programme=programme), programme.actors, words_only)


def _column(table, number: int) -> list[str]:
    return [spelled(row[number]).replace("\u00a0", " ") for row in table.rows]


def test_laws_by_name_then_chapter_and_paragraph_by_number():
    table = _table(
        ("30 kap. 10 § socialförsäkringsbalken (2010:110)", "belagd"),
        ("9 § förordningen (2000:628)", "belagd"),
        ("30 kap. 9 § socialförsäkringsbalken (2010:110)", "belagd"),
        ("110 kap. 14 § socialförsäkringsbalken (2010:110)", "belagd"),
        ("Stadens riktlinjer för ekonomiskt bistånd", "belagd"),
        ("5 a och 6 §§ förordningen (2000:628)", "belagd"),
        ("27 kap. socialförsäkringsbalken", "belagd"),
    )
    assert _column(table, 0) == [
        "5 a och 6 §§ förordningen (2000:628)",
        "9 § förordningen (2000:628)",
        "27 kap. socialförsäkringsbalken",
        "30 kap. 9 § socialförsäkringsbalken (2010:110)",
        "30 kap. 10 § socialförsäkringsbalken (2010:110)",
        "110 kap. 14 § socialförsäkringsbalken (2010:110)",
        "Stadens riktlinjer för ekonomiskt bistånd",
    ]


def test_a_reference_of_two_steps_is_one_row_with_both():
    table = _table(("1 § lagen", "belagd"), ("1 § lagen", "belagd"))
    assert _column(table, 0) == ["1 § lagen"]
    assert _column(table, 1) == ["steg 1\nsteg 2"]


def test_several_actors_are_told_apart():
    table = _table(("1 § lagen", "belagd"), ("1 § lagen", "belagd"), actors=2)
    first, second = real_programme().actors[:2]
    assert _column(table, 1) == [f"{first.short} 1\n{second.short} 1"]


@pytest.mark.parametrize("order", [("belagd", "kontrollera"), ("kontrollera", "belagd")])
def test_one_step_that_asks_for_a_check_is_enough(order):
    table = _table(*(("1 § lagen", state) for state in order))
    assert _column(table, 2) == ["Behöver kontrolleras"]


def test_no_references_no_rows():
    assert _table().rows == ()
