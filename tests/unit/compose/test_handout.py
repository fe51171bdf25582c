"""The handout leads its reader on: contents to every part, the map to its text and back, marks to the sources."""

import pytest

from pipeline.compose.handout import handout
from pipeline.document import (
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
    running_text,
    walk,
)
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
