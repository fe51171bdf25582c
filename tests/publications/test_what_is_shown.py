"""An actor's SVG, PDF, Word file and part of the web page show the same: every step, phase and arrow label.

Never is a phase told by colour alone.
"""

import string

import pytest

from pipeline.compose.map_in_words import label_of
from pipeline.model import StepKind
from tests.support.readers import docx_text, joined, pdf_text, svg_drawn, svg_text
from tests.support.real import brief_for, real_programme
from tests.support.web_reader import web_page

ACTORS = [actor.name_id for actor in real_programme().actors]


def _texts(made, actor):
    """The text of each of the actor's files by a name for the fault."""
    return {
        "map svg": svg_text(made[f"karta/karta-{actor}-A3-utkast.svg"].data),
        "map pdf": pdf_text(made[f"karta/karta-{actor}-A3-utkast.pdf"].data),
        "handout pdf": pdf_text(made[f"handout/handout-{actor}-A4-utkast.pdf"].data),
        "handout docx": docx_text(made[f"handout/handout-{actor}-A4-utkast.docx"].data),
        "page": web_page(made["webb/webb-alla-utkast.html"].data).text(f"aktor--{actor}"),
    }


def _missing(wanted, text):
    found = joined(text)
    return {name for name in wanted if joined(name) not in found}


def _missing_somewhere(made, actor, wanted):
    """What is missing in which of the actor's files."""
    return {name: lost for name, text in _texts(made, actor).items() if (lost := _missing(wanted, text))}


@pytest.mark.parametrize("actor", ACTORS)
def test_every_step_title_is_in_every_format(made, actor):
    wanted = {step.title for step in real_programme().actor(actor).steps}
    assert len(wanted) >= 17
    assert _missing_somewhere(made, actor, wanted) == {}


@pytest.mark.parametrize("actor", ACTORS)
def test_every_phase_number_and_name_is_in_every_format(made, actor):
    wanted = {f"{phase.number} {phase.name}" for phase in real_programme().phases}
    assert _missing_somewhere(made, actor, wanted) == {}


@pytest.mark.parametrize("actor", ACTORS)
def test_every_arrow_label_is_in_every_format(made, actor):
    steps = real_programme().actor(actor).steps
    brief = brief_for("handout", actor)
    wanted = {label_of(brief, step, arrow) for step in steps for arrow in step.arrows if arrow.label}
    assert _missing_somewhere(made, actor, wanted) == {}


@pytest.mark.parametrize("actor", ACTORS)
def test_conditions_and_answers_are_drawn_as_often_as_there_are_arrows(made, actor):
    """Counted in the drawing itself: one Ja and one Nej a decision, and one of each in the legend."""
    drawn = svg_drawn(made[f"karta/karta-{actor}-A3-utkast.svg"].data)
    decisions = sum(step.kind is StepKind.DECISION for step in real_programme().actor(actor).steps)
    assert drawn.count("Ja") == decisions + 1
    assert drawn.count("Nej") == decisions + 1


@pytest.mark.parametrize("actor", ACTORS)
def test_phase_is_told_by_a_number_in_every_step_of_the_map(made, actor):
    """One numeral a step in its ring, one in the arrow, one in the legend's samples and signs."""
    steps = real_programme().actor(actor).steps
    drawn = svg_drawn(made[f"karta/karta-{actor}-A3-utkast.svg"].data)
    for phase in real_programme().phases:
        rings = sum(step.phase == phase.number for step in steps)
        step_number = 1  # the step whose own number is the phase's
        assert drawn.count(str(phase.number)) >= rings + step_number + 1


def test_the_poster_shows_every_short_title_and_pairs_every_letter(made):
    """Every coupling is a cased line or has a letter, which stands twice: where it leaves and where it arrives.

    A stands in the legend too, as both discs.
    """
    drawn = svg_drawn(made["affisch/affisch-alla-A1-utkast.svg"].data)
    text = joined(" ".join(drawn))
    programme = real_programme()
    for _, step in programme.steps():
        title = step.short.partition(": ")[2] if step.kind is StepKind.LINK else step.short
        assert joined(title) in text, step.name_id
    lines = made["affisch/affisch-alla-A1-utkast.svg"].data.decode().count('aria-label="Koppling från ')
    letters = [chr(ord("A") + n) for n in range(sum(step.link is not None for _, step in programme.steps()) - lines)]
    expected = {letter: 4 if letter == "A" else 2 for letter in letters}
    assert {letter: drawn.count(letter) for letter in string.ascii_uppercase if letter in drawn} == expected


def test_every_page_says_draft_date_code_and_that_it_is_illustrative(made):
    for path, one in made.items():
        if path.endswith(".pdf"):
            pages = pdf_text(one.data).split("\f")[:-1]
            assert len(pages) == one.pages
            drawings = sum("Blad " in page for page in pages)
            for number, page in enumerate(pages, 1):
                label = _page_label(path, number, drawings, one.pages)
                for part in ("UTKAST", "2026-11-21", one.code, "illustrativt", label):
                    assert part in page, (path, number, part)


def _page_label(path, number, drawings, pages):
    """Drawings are counted among themselves, and so are the text pages behind them."""
    if number <= drawings:
        return f"Blad {number} av {drawings}"
    what = {"karta": "Kartan", "affisch": "Affischen"}.get(path.partition("/")[0])
    return f"{what} i text, sida {number - drawings} av {pages - drawings}" if what else f"Sida {number} ({pages})"


def test_empty_fields_leave_no_heading(made):
    """Aim, contact and units are not known: they are left out, not invented."""
    for path, one in made.items():
        if path.startswith("handout/") and path.endswith(".docx"):
            lines = docx_text(one.data)
            assert "Syfte" not in lines
            assert "Enheter" not in lines


def test_formats_of_a_publication_carry_the_same_code(made):
    codes: dict[tuple[str, str], set[str]] = {}
    for one in made.values():
        codes.setdefault((one.artefact.publication.target, one.artefact.actor_id), set()).add(one.code)
    assert all(len(found) == 1 for found in codes.values())
    assert len({code for found in codes.values() for code in found}) == len(codes)
