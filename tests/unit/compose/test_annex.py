"""The annex holds all that a guideline's annex must; it is decided only by a full record of this very content."""

import datetime
from dataclasses import replace
from itertools import pairwise

import pytest

from pipeline.compose.annex import annex
from pipeline.compose.flaws import flaws
from pipeline.compose.map_in_words import row_anchor
from pipeline.compose.map_phrases import spelled
from pipeline.document import (
    Block,
    Columns,
    Contents,
    Definitions,
    Document,
    Figure,
    Heading,
    Inlines,
    Jump,
    Landing,
    Notes,
    Panel,
    Paragraph,
    Table,
    running_text,
    walk,
)
from pipeline.model import Programme
from pipeline.scene import Link
from pipeline.scene import walk as walk_items
from tests.support.decided import RELEASE, decided_programme, with_release
from tests.support.real import brief_for, real_programme

ACTOR = "forsakringskassan"
OTHERS = ("arbetsformedlingen", "region-stockholm", "stockholms-stad")

# As registrars write them (users.md, 4.3), with the values of tests/support/decided.py.
FIELDS = (
    ("Ansvarig förvaltning", "Kontoret"),
    ("Diarienummer", "KS 2026/17 <a&b>"),
    ("Version", "1.0"),
    ("Beslutad av", "Nämnden"),
    ("Beslutsdatum", "2026-11-20"),
    ("Giltig från", "2026-12-01"),
    ("Giltig till", "tills vidare"),
    ("Ersätter", "ingen"),
    ("Kontakt", "Registrator"),
    ("Lagrum granskade", "2026-10-02"),
)


def made(programme: Programme, *, others: bool = False, released: bool = True) -> Document:
    brief = brief_for("bilaga", ACTOR, programme)
    publication = brief.publication.model_copy(update={"other_maps": others})
    return annex(replace(brief, publication=publication, released=released))


def blocks_of(document: Document) -> tuple[Block, ...]:
    return tuple(walk(document.blocks))


def headings(document: Document, level: int = 2) -> list[str]:
    return [block.text for block in blocks_of(document) if isinstance(block, Heading) and block.level == level]


def under(document: Document, title: str) -> tuple[Block, ...]:
    """What stands from the heading of level 2 with this text to the next of that level."""
    blocks = blocks_of(document)
    heads = ((n, one) for n, one in enumerate(blocks) if isinstance(one, Heading) and one.level == 2)
    start = next(n for n, one in heads if one.text == title) + 1
    rest = blocks[start:]
    end = next((n for n, one in enumerate(rest) if isinstance(one, Heading) and one.level == 2), len(rest))
    return rest[:end]


def said(blocks: tuple[Block, ...]) -> list[str]:
    """Every running text of the blocks."""
    return [spelled(parts) for block in blocks for parts in running_text(block)]


def cover(document: Document) -> tuple[Block, ...]:
    blocks = blocks_of(document)
    return blocks[: next(n for n, one in enumerate(blocks) if isinstance(one, Heading) and one.text == "Om bilagan")]


def record(document: Document) -> tuple[tuple[str, str], ...]:
    """The fields of the decision on the cover."""
    lists = [block for block in cover(document) if isinstance(block, Definitions)]
    return tuple((name, spelled(value)) for block in lists for name, value in block.entries)


@pytest.fixture(scope="module")
def full() -> Document:
    return made(decided_programme(ACTOR))


@pytest.fixture(scope="module")
def without_record() -> Document:
    return made(real_programme(), released=False)


# ---------------------------------------------------------------- how it stands


def test_a_full_record_of_this_content_makes_it_decided(full: Document) -> None:
    settings = real_programme().settings
    assert full.running.status == ""
    assert "Fastställd" in said(cover(full))
    assert not {settings.disclaimer, settings.disclaimer_en} & set(said(blocks_of(full)))
    assert "EJ FASTSTÄLLD" not in said(blocks_of(full))


def test_the_cover_names_type_title_actor_and_release_in_this_order(full: Document) -> None:
    first, title, whose = cover(full)[:3]
    assert isinstance(first, Paragraph)
    assert isinstance(whose, Paragraph)
    assert isinstance(title, Heading)
    assert spelled(first.parts) == "Bilaga till riktlinje"
    assert (title.level, title.text) == (1, "Process för samordning")
    assert spelled(whose.parts).split("\n") == ["Försäkringskassan", f"Utgåva {RELEASE}"]


def test_every_filled_field_stands_on_the_cover_in_order(full: Document) -> None:
    *fields, (name, code) = record(full)
    assert tuple(fields) == FIELDS
    assert (name, len(code)) == ("Beslutskod", 16)


@pytest.mark.parametrize("hole", ["diary_number", "valid_to", "title", "history"])
def test_one_hole_leaves_the_field_out_and_is_not_decided(hole: str) -> None:
    empty: object = () if hole == "history" else None
    document = made(decided_programme(ACTOR, **{hole: empty}))
    _is_undecided(document)
    assert ("Revisionshistorik" in headings(document)) == (hole != "history")
    labels = {"diary_number": "Diarienummer", "valid_to": "Giltig till"}
    shown = [name for name, _ in record(document)]
    assert shown == [name for name in (*dict(FIELDS), "Beslutskod") if name != labels.get(hole)]


def test_another_content_than_the_decided_is_not_decided_and_says_why() -> None:
    document = made(decided_programme(ACTOR, digest="0123456789abcdef"))
    _is_undecided(document)
    assert "Innehållet har ändrats efter beslutet." in said(cover(document))


def test_a_changed_step_undoes_the_decision() -> None:
    programme = decided_programme(ACTOR)
    actors = tuple(
        actor.model_copy(update={"mission": "Något annat."}) if actor.name_id == ACTOR else actor
        for actor in programme.actors
    )
    _is_undecided(made(replace(programme, actors=actors)))


def test_without_a_record_one_sentence_says_so(without_record: Document) -> None:
    _is_undecided(without_record, "UTKAST")
    assert record(without_record) == ()
    assert said(under(without_record, "Beslut")) == ["Inget beslut är registrerat."]
    assert without_record.metadata.title == "Rehabiliteringsbanan hos Försäkringskassan"


def test_a_record_of_another_release_is_none() -> None:
    programme = decided_programme(ACTOR)
    settings = programme.settings.model_copy(update={"release": "2027.1"})
    document = made(replace(programme, settings=settings))
    _is_undecided(document)
    assert record(document) == ()


def test_with_the_maps_of_others_their_decisions_count_too() -> None:
    alone = made(decided_programme(ACTOR), others=True)
    _is_undecided(alone)
    (why,) = [text for text in said(cover(alone)) if text.startswith("Bilagan visar också kartor")]
    assert why.endswith("Arbetsförmedlingen, Region Stockholm, Stockholms stad.")
    assert made(decided_programme(ACTOR, *OTHERS), others=True).running.status == ""


def _is_undecided(document: Document, mark: str = "EJ FASTSTÄLLD") -> None:
    settings = real_programme().settings
    assert document.running.status == mark
    (frame,) = [block for block in cover(document) if isinstance(block, Panel)]
    assert said(frame.blocks)[0] == "EJ FASTSTÄLLD"
    assert said(frame.blocks)[-2:] == [settings.disclaimer, settings.disclaimer_en]
    assert "Fastställd" not in said(cover(document))


# ---------------------------------------------------------------- what it holds


def test_every_part_stands_in_order(full: Document) -> None:
    steps = [step.title for step in real_programme().found("fk-plan")[0].steps]
    assert headings(full) == [
        *("Beslut", "Om bilagan", "Aktörerna", "Innehåll", "Processpilen och faserna", "Teckenförklaring"),
        *("Kartan", "Kartan i text", *steps, "Mötespunkter", "Lagstöd", "Begrepp"),
        *("Revisionshistorik", "Källor", "Om materialet"),
    ]
    assert flaws(full) == ()


def test_no_part_is_empty(full: Document, without_record: Document) -> None:
    for document in (full, without_record):
        assert [title for title in headings(document) if not under(document, title)] == []
        blocks = blocks_of(document)
        run_ins = [(a, b) for a, b in pairwise(blocks) if isinstance(a, Heading) and a.level == 3]
        assert [a.text for a, b in run_ins if isinstance(b, Heading)] == []


def test_without_a_record_there_is_no_history(full: Document, without_record: Document) -> None:
    assert "Revisionshistorik" not in headings(without_record)
    (table,) = [block for block in under(full, "Revisionshistorik") if isinstance(block, Table)]
    assert [[spelled(cell) for cell in row] for row in table.rows] == [["1.0", "2026-11-20", "Första utgåvan."]]
    assert table.header == ("Version", "Datum", "Ändring")


def test_aim_and_target_group_only_as_far_as_they_are_known() -> None:
    programme = real_programme()
    heads = [block.text for block in under(made(programme), "Om bilagan") if isinstance(block, Heading)]
    assert heads == ["Processens målgrupp"]
    aimed = tuple(actor.model_copy(update={"aim": "Att nå arbete."}) for actor in programme.actors)
    about = under(made(replace(programme, actors=aimed)), "Om bilagan")
    assert [block.text for block in about if isinstance(block, Heading)] == ["Syfte", "Processens målgrupp"]
    assert "Att nå arbete." in said(about)


def test_every_actor_with_its_mission_the_owner_first(full: Document) -> None:
    (listed,) = [block for block in under(full, "Aktörerna") if isinstance(block, Definitions)]
    missions = {actor.name: actor.mission for actor in real_programme().actors}
    assert listed.entries[0][0] == "Försäkringskassan"
    assert {name: spelled(mission) for name, mission in listed.entries} == missions


def test_the_contents_lead_to_every_part_and_every_step(full: Document) -> None:
    (contents,) = [block for block in blocks_of(full) if isinstance(block, Contents)]
    anchors = [block.anchor for block in blocks_of(full) if isinstance(block, Heading) and block.level == 2]
    wanted = anchors[anchors.index("innehall") + 1 :]
    assert set(wanted) == {entry.anchor for entry in contents.entries}
    assert all(wanted)


def test_the_arrow_is_followed_by_what_happens_in_each_phase(full: Document) -> None:
    figure, phases = under(full, "Processpilen och faserna")[-2:]
    assert isinstance(figure, Figure)
    assert isinstance(phases, Definitions)
    assert [spelled(text) for _, text in phases.entries] == [phase.text for phase in real_programme().phases]


def test_law_is_told_with_its_steps_its_state_and_the_day_of_the_decision(full: Document) -> None:
    actor = real_programme().found("fk-plan")[0]
    (table,) = [block for block in under(full, "Lagstöd") if isinstance(block, Table)]
    wanted = {reference.reference for step in actor.steps for reference in step.legal}
    assert {spelled(row[0]) for row in table.rows} == wanted
    assert {spelled(row[2]) for row in table.rows} == {"Kontrollerad mot lagtexten", "Behöver kontrolleras"}
    assert "Lagrum granskade per 2026-10-02." in said(under(full, "Lagstöd"))


def test_without_a_day_of_its_own_the_programmes_holds(without_record: Document) -> None:
    day = real_programme().settings.law_date
    assert day == datetime.date(2025, 9, 1)
    assert "Lagrum granskade per 2025-09-01." in said(under(without_record, "Lagstöd"))


def test_nothing_is_left_to_fill_in_and_no_question_is_asked(full: Document) -> None:
    questions = {step.question for step in real_programme().found("fk-plan")[0].steps}
    assert not questions & set(said(blocks_of(full)))
    assert [block for block in blocks_of(full) if isinstance(block, Panel) and block.lines] == []


def test_remarks_and_other_formats_stand_at_the_end_only_if_they_are_known(full: Document) -> None:
    assert len(said(under(full, "Om materialet"))) == 3
    programme = decided_programme(ACTOR)
    settings = programme.settings.model_copy(update={"feedback": None, "alternative_format": None})
    assert len(said(under(made(replace(programme, settings=settings)), "Om materialet"))) == 1


def test_an_actor_without_law_meetings_and_terms_has_no_such_parts() -> None:
    programme = with_release()
    alone = next(actor for actor in programme.actors if actor.name_id == ACTOR)
    bare = {"legal": (), "link": None, "contacts": (), "sources": ()}
    steps = tuple(step.model_copy(update=bare) for step in alone.steps)
    bared = replace(programme, actors=(alone.model_copy(update={"steps": steps}),), terms=())
    titles = headings(made(bared))
    assert not {"Mötespunkter", "Lagstöd", "Begrepp", "Källor", "Revisionshistorik"} & set(titles)
    assert titles[-1] == "Om materialet"


# ---------------------------------------------------------------- map and steps, and the maps of others


def _leads(blocks: tuple[Block, ...]) -> set[str]:
    return {
        part.anchor for block in blocks for parts in running_text(block) for part in parts if isinstance(part, Jump)
    }


def _texts(document: Document) -> list[Inlines]:
    return [parts for block in blocks_of(document) for parts in running_text(block)]


def _boxes(blocks: tuple[Block, ...]) -> list[str]:
    scenes = [block.scene for block in blocks if isinstance(block, Figure)]
    return [item.target for scene in scenes for item in walk_items(scene.items) if isinstance(item, Link)]


def test_each_box_of_the_map_leads_to_its_step_and_each_step_back(full: Document) -> None:
    steps = real_programme().found("fk-plan")[0].steps
    assert sorted(_boxes(under(full, "Kartan"))) == sorted(f"#{step.name_id}" for step in steps)
    for step in steps:
        assert "karta" in _leads(under(full, step.title)), step.title


def test_right_after_each_map_comes_its_text(full: Document) -> None:
    (table,) = [block for block in under(full, "Kartan i text") if isinstance(block, Table)]
    assert len(table.rows) == len(real_programme().found("fk-plan")[0].steps)
    titles = headings(made(decided_programme(ACTOR), others=True))
    names = ["Arbetsförmedlingen", "Region Stockholm", "Stockholms stad"]
    maps = [title for title in titles if title.startswith("Kartan")]
    told = [title for name in names for title in (f"Kartan: {name}", f"Kartan i text: {name}")]
    assert maps == ["Kartan", "Kartan i text", *told]


def test_the_maps_of_others_are_shown_only_if_wanted_and_lead_to_their_rows(full: Document) -> None:
    assert "Kartan: Region Stockholm" not in headings(full)
    document = made(decided_programme(ACTOR), others=True)
    region = real_programme().actor("region-stockholm")
    assert region is not None
    boxes = _boxes(under(document, "Kartan: Region Stockholm"))
    assert sorted(boxes) == sorted(f"#{row_anchor(step.name_id)}" for step in region.steps)
    drawing = next(
        one for one in blocks_of(document) if isinstance(one, Heading) and one.text.endswith("Region Stockholm")
    )
    assert drawing.anchor in _leads(under(document, "Kartan i text: Region Stockholm"))
    known = {block.anchor for block in blocks_of(document) if isinstance(block, Heading)}
    known |= {part.anchor for parts in _texts(document) for part in parts if isinstance(part, Landing)}
    assert _leads(blocks_of(document)) <= known
    assert flaws(document) == ()


def test_a_row_of_another_actor_can_be_reached_from_the_meetings(full: Document) -> None:
    def foreign(document: Document) -> set[str]:
        return {one for one in _leads(under(document, "Mötespunkter")) if not one.startswith("fk-")}

    assert foreign(full) == set()
    document = made(decided_programme(ACTOR), others=True)
    assert foreign(document)
    assert all(one.endswith("--i-text") for one in foreign(document))


def test_the_steps_are_set_as_in_the_handout(full: Document) -> None:
    steps = real_programme().found("fk-plan")[0].steps
    assert len([block for block in blocks_of(full) if isinstance(block, Columns)]) == len(steps)
    assert [block for block in blocks_of(full) if isinstance(block, Notes)]
