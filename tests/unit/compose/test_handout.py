"""The handout leads its reader on: contents to every part, the map to its text and back, marks to the sources."""

from dataclasses import replace

import pytest

from pipeline.compose.handout import handout
from pipeline.compose.map_phrases import spelled
from pipeline.document import (
    Break,
    Contents,
    Figure,
    Heading,
    Jump,
    NoteMark,
    Notes,
    Paragraph,
    Table,
    Text,
    Web,
    WritingTable,
    running_text,
    walk,
)
from pipeline.model import StaffLink
from tests.support.real import brief_for, real_programme

ACTOR = "arbetsformedlingen"


@pytest.fixture(scope="module")
def blocks():
    return tuple(walk(handout(brief_for("handout", ACTOR)).blocks))


def _after(blocks, anchor):
    """The blocks from the heading with this anchor up to the next of level 2."""
    start = next(n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.anchor == anchor)
    rest = blocks[start + 1 :]
    end = next((n for n, block in enumerate(rest) if isinstance(block, Heading) and block.level == 2), len(rest))
    return rest[:end]


def test_the_contents_hold_every_part_after_them_once_and_the_steps_under_their_phases(blocks):
    (contents,) = (block for block in blocks if isinstance(block, Contents))
    rest = blocks[blocks.index(contents) :]
    parts = [block.anchor for block in rest if isinstance(block, Heading) and block.level == 2]
    programme = real_programme()
    steps = programme.actor(ACTOR).steps
    first = {phase.number: next(s.name_id for s in steps if s.phase == phase.number) for phase in programme.phases}
    phases = [entry for entry in contents.entries if entry.level == 1 and entry.anchor in first.values()]
    assert [(one.text, one.anchor) for one in phases] == [
        (f"Fas {phase.number}: {phase.name}", first[phase.number]) for phase in programme.phases
    ]
    assert [entry.anchor for entry in contents.entries if entry not in phases] == parts
    assert [entry.text for entry in contents.entries if entry.level == 2] == [
        f"{number} {step.title}" for number, step in enumerate(steps, 1)
    ]


def test_the_map_leads_to_its_text_and_the_text_back(blocks):
    (figure,) = (block for block in _after(blocks, "karta") if isinstance(block, Figure))
    assert [part.anchor for part in figure.caption if isinstance(part, Jump)] == ["kartan-i-text"]
    assert "Kartan i text" in figure.alternative
    (lead,) = (block for block in _after(blocks, "kartan-i-text") if isinstance(block, Paragraph))
    (table,) = (block for block in _after(blocks, "kartan-i-text") if isinstance(block, Table))
    assert [part.anchor for part in lead.parts if isinstance(part, Jump)] == ["karta"]
    titles = [part.anchor for row in table.rows for part in row[0] if isinstance(part, Jump)]
    assert titles == [step.name_id for step in real_programme().actor(ACTOR).steps]


def test_every_source_is_a_note_that_some_mark_leads_to_in_the_order_of_the_alphabet(blocks):
    (notes,) = (block for block in blocks if isinstance(block, Notes))
    parts = [part for block in blocks for found in running_text(block) for part in found]
    assert {part.number for part in parts if isinstance(part, NoteMark)} == set(range(1, len(notes.entries) + 1))
    titles = [part.text for (part,) in notes.entries if isinstance(part, Web)]
    assert titles == sorted(titles, key=str.casefold)


def test_the_english_disclaimer_is_marked_as_english(blocks):
    marked = [p for b in blocks for found in running_text(b) for p in found if isinstance(p, Text) and p.language]
    assert [(part.text, part.language) for part in marked] == [(real_programme().settings.disclaimer_en, "en")]


def _empty_headings(blocks):
    """Headings right before one of the same or a higher level, or before nothing."""
    shown = [block for block in blocks if not isinstance(block, Break)]
    pairs = zip(shown, (*shown[1:], None), strict=True)
    return [
        one.text
        for one, after in pairs
        if isinstance(one, Heading) and (after is None or (isinstance(after, Heading) and after.level <= one.level))
    ]


def _with_actor(**fields):
    """A brief of the real programme whose actor has these fields."""
    real = real_programme()
    actors = tuple(one.model_copy(update=fields) if one.name_id == ACTOR else one for one in real.actors)
    return brief_for("handout", ACTOR, replace(real, actors=actors))


EMPTY = {"aim": None, "contact": None, "responsibility": None, "units": None, "links": ()}
FILLED = {
    "aim": "Stöd i rätt tid.",
    "contact": "Växeln",
    "responsibility": "Efter en ansökan.",
    "units": (),
    "links": (StaffLink(text="Blanketter", url="https://example.org/"),),
}
OPTIONAL = {"Syfte", "Kontakt", "Så blir det aktörens ansvar", "För dig hos en annan aktör"}


@pytest.mark.parametrize(("fields", "headings"), [(EMPTY, set()), (FILLED, OPTIONAL)], ids=["empty", "filled"])
def test_a_heading_stands_where_something_is_known_and_nowhere_else(fields, headings):
    found = tuple(walk(handout(_with_actor(**fields)).blocks))
    assert _empty_headings(found) == []
    assert {block.text for block in found if isinstance(block, Heading)} & OPTIONAL == headings


def test_links_for_the_staff_of_others_lead_to_their_pages():
    found = walk(handout(_with_actor(**FILLED)).blocks)
    parts = [part for block in found for inlines in running_text(block) for part in inlines]
    assert Web("Blanketter", "https://example.org/") in parts


def test_the_arrow_tells_how_many_steps_each_phase_has(blocks):
    arrow = next(block for block in blocks if isinstance(block, Figure))
    programme = real_programme()
    steps = programme.actor(ACTOR).steps
    for phase in programme.phases:
        count = sum(step.phase == phase.number for step in steps)
        assert f"{phase.number} {phase.name} ({f'{count} steg' if count else 'inga steg'})" in arrow.alternative
        assert f"{count} steg" in [getattr(item, "text", "") for item in arrow.scene.items] or not count


def test_meetings_stand_in_both_directions(blocks):
    """Every coupling and contact point that the actor names, and every one that others name, by the other's step."""
    programme = real_programme()
    (table,) = (block for block in _after(blocks, "motespunkter") if isinstance(block, Table))
    said = " ".join(spelled(cell) for row in table.rows for cell in row).replace("\u00a0", " ")
    steps = programme.actor(ACTOR).steps
    named = [contact.step for step in steps for contact in step.contacts]
    named += [step.link.step for step in steps if step.link]
    arriving = [
        arrival.step.name_id for step in steps for arrival in (*programme.links_to(step), *programme.contacts_to(step))
    ]
    assert named
    assert arriving
    for step_id in (*named, *arriving):
        other, step = programme.found(step_id)
        assert f"steg {other.number(step)}, {step.title}" in said


def test_there_is_room_to_write_contacts_tasks_to_tick_and_notes(blocks):
    tables = [block for block in blocks if isinstance(block, WritingTable)]
    contacts, checklist = tables
    others = [actor.name for actor in real_programme().actors if actor.name_id != ACTOR]
    assert [spelled(row[0]) for row in contacts.rows][: len(others)] == others
    assert all(not cell for row in contacts.rows for cell in row[1:])
    assert checklist.ticked is not None
    assert checklist.header[checklist.ticked] == "Klart"
    assert all(not row[checklist.ticked] for row in checklist.rows)
