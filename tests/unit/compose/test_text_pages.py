"""The pages behind drawings: linked from every step of the drawing and back to it, on paper to be read in the hand."""

from dataclasses import replace
from functools import cache

import pytest

from pipeline.compose.flaws import flaws
from pipeline.compose.map_in_words import row_anchor
from pipeline.document import Definitions, Heading, Jump, Landing, Table, Text, running_text
from pipeline.geometry import Size
from pipeline.lengths import Pt
from pipeline.scene import Group, Link, Role, walk
from tests.support.real import brief_for, condensed_brief, real_programme, sheets_for


@cache
def _made(target, actor=""):
    return sheets_for(target, actor)


@pytest.fixture(scope="module", params=[("karta", "forsakringskassan"), ("affisch", "")], ids=lambda one: one[0])
def sheets(request):
    return _made(*request.param)


def _parts(sheets, kind):
    texts = (parts for block in sheets.text.blocks for parts in running_text(block))
    return [part for parts in texts for part in parts if isinstance(part, kind)]


def _steps(sheets):
    return [item for page in sheets.pages for item in walk(page.items) if getattr(item, "role", None) is Role.STEP]


def test_every_step_of_the_drawing_leads_to_its_row(sheets):
    landings = {part.anchor for part in _parts(sheets, Landing)}
    named = [step for step in _steps(sheets) if step.name]
    assert {row_anchor(step.name) for step in named} == landings
    for step in named:
        (link,) = step.items
        assert isinstance(link, Link)
        assert link.target == f"#{row_anchor(step.name)}"


def test_samples_of_the_legend_lead_nowhere(sheets):
    samples = [step for step in _steps(sheets) if not step.name]
    assert not [item for step in samples for item in walk(step.items) if isinstance(item, Link)]


def test_every_way_back_leads_to_a_group_of_the_drawing_or_to_a_row(sheets):
    groups = {item.name for page in sheets.pages for item in walk(page.items) if isinstance(item, Group)}
    known = groups | {part.anchor for part in _parts(sheets, Landing)}
    jumps = {part.anchor for part in _parts(sheets, Jump)}
    assert jumps <= known
    steps = {step.name for step in _steps(sheets) if step.name}
    assert steps < jumps


def test_the_structure_is_sound_and_begins_at_level_2(sheets):
    assert flaws(sheets) == ()
    headings = [block for block in sheets.text.blocks if isinstance(block, Heading)]
    assert headings[0].level == 2


def test_a_poster_has_a_table_for_each_actor_under_its_name_and_a_word_on_each_phase():
    blocks = _made("affisch").text.blocks
    programme = real_programme()
    names = [actor.name for actor in programme.actors]
    assert [block.text for block in blocks if isinstance(block, Heading)][-len(names) :] == names
    assert [len(block.rows) for block in blocks if isinstance(block, Table)] == [
        len(actor.steps) for actor in programme.actors
    ]
    phases, kinds = (block for block in blocks if isinstance(block, Definitions))
    assert [name for name, _ in phases.entries] == [f"{phase.number} {phase.name}" for phase in programme.phases]
    assert {name for name, _ in kinds.entries} == {meaning.name for meaning in programme.kinds}


def test_a_map_in_text_says_what_its_shapes_mean():
    (kinds,) = (block for block in _made("karta", "forsakringskassan").text.blocks if isinstance(block, Definitions))
    meanings = {meaning.name: meaning.meaning for meaning in real_programme().kinds}
    assert dict(kinds.entries) == {name: (Text(meaning),) for name, meaning in meanings.items()}


def test_the_pages_have_a_label_of_their_own():
    assert _made("karta", "forsakringskassan").text.running.page_label == ("Kartan i text, sida {page} av {pages}")
    assert "Affischen" in _made("affisch").text.running.page_label


def test_up_to_a3_the_paper_is_the_drawings_own_else_a4_upright():
    small, large = brief_for("karta", "forsakringskassan"), brief_for("affisch")
    assert (small.text_paper, small.text_sheet) == (Size(420, 297), small.sheet)
    assert large.text_paper == Size(210, 297)
    assert large.text_sheet == large.theme.sheet("affisch", "A4")
    assert large.text_sheet.body == Pt(11)
    wide = replace(small, paper=Size(298, 420))
    assert wide.text_paper == Size(210, 297)
    condensed = condensed_brief()
    assert (condensed.text_paper, condensed.text_sheet) == (Size(420, 297), condensed.sheet)
