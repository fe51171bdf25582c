"""The handout of a unit shows the whole map, and pages for the unit's own steps only."""

from dataclasses import replace
from itertools import pairwise

import pytest

from pipeline.compose.handout import handout
from pipeline.document import Band, Contents, Figure, Heading, Paragraph, Text, Tone, walk
from pipeline.model import Audience, Unit
from pipeline.scene import walk as walk_items
from tests.support.real import brief_for, real_programme

CITY = "stockholms-stad"
UNIT = Unit(name_id="jobbtorg", name="Jobbtorg", contact="Kontaktcentret")
OTHER = Unit(name_id="budget", name="Budgetrådgivningen")
ACTOR = real_programme().actor(CITY)
# The first step is Jobbtorg's alone, the last the other's alone; all between belong to both.
OWN = [step.title for step in ACTOR.steps[:-1]]


def _brief(unit=UNIT, audience=Audience.STAFF):
    first, *middle, last = ACTOR.steps
    steps = (
        first.model_copy(update={"units": ("jobbtorg",)}),
        *middle,
        last.model_copy(update={"units": ("budget",)}),
    )
    actor = ACTOR.model_copy(update={"units": (UNIT, OTHER), "steps": steps})
    real = real_programme()
    programme = replace(real, actors=tuple(actor if one.name_id == CITY else one for one in real.actors))
    brief = brief_for("handout", CITY, programme)
    return replace(brief, unit=unit, publication=brief.publication.model_copy(update={"audience": audience}))


@pytest.fixture(scope="module")
def document():
    return handout(_brief())


@pytest.fixture(scope="module")
def blocks(document):
    return tuple(walk(document.blocks))


def _step_titles(blocks):
    """The headings that come right after the bar of a step."""
    return [after.text for bar, after in pairwise(blocks) if isinstance(bar, Band)]


def test_only_the_units_steps_have_pages_with_their_numbers_among_all(blocks):
    assert _step_titles(blocks) == OWN
    details = [block.detail for block in blocks if isinstance(block, Band)]
    assert all(f"av {len(ACTOR.steps)}" in detail for detail in details)


def test_the_contents_name_the_units_steps_only(blocks):
    (contents,) = (block for block in blocks if isinstance(block, Contents))
    assert [entry.text.partition(" ")[2] for entry in contents.entries if entry.level == 2] == OWN


def test_the_map_is_whole(blocks):
    heading = next(block for block in blocks if isinstance(block, Heading) and block.anchor == "karta")
    figure = blocks[blocks.index(heading) + 1]
    assert isinstance(figure, Figure)
    names = {getattr(item, "name", "") for item in walk_items(figure.scene.items)}
    assert {step.name_id for step in ACTOR.steps} <= names


def test_without_a_unit_every_step_has_a_page():
    assert _step_titles(tuple(walk(handout(_brief(unit=None)).blocks))) == [step.title for step in ACTOR.steps]


def test_the_arrow_counts_the_units_steps(blocks):
    arrow = next(block for block in blocks if isinstance(block, Figure))
    own = [step for step in ACTOR.steps[:-1] if step.phase == ACTOR.steps[-1].phase]
    phase = real_programme().phase(ACTOR.steps[-1].phase)
    assert f"{phase.number} {phase.name} ({len(own)} steg)" in arrow.alternative


@pytest.mark.parametrize(
    ("unit", "audience", "said"),
    [
        (UNIT, Audience.STAFF, "För medarbetare på enheten Jobbtorg"),
        (UNIT, None, "För enheten Jobbtorg"),
        (None, Audience.MANAGERS, "För chefer"),
        (None, None, None),
    ],
)
def test_the_title_block_says_whom_it_is_for(unit, audience, said):
    document = handout(_brief(unit, audience))
    title, below, *_ = document.blocks
    assert title == Heading(1, "Handledning: Stockholms stad", "start")
    assert (below == Paragraph((Text(said or ""),), Tone.LEAD)) is (said is not None)
    assert document.running.quiet == " ".join(filter(None, ("Handledning", said and f"f{said[1:]}")))


def test_the_file_of_a_unit_has_a_title_of_its_own(document):
    assert document.metadata.title == "Handledning: Stockholms stad, Jobbtorg"


def test_the_units_own_contact_and_the_other_units_stand_in_the_introduction(blocks):
    parts = [part for block in blocks if isinstance(block, Paragraph) for part in block.parts]
    said = "".join(getattr(part, "text", "") for part in parts)
    assert "Jobbtorg: Kontaktcentret" in said
    texts = [text for block in blocks for text in _entries(block)]
    assert "Budgetrådgivningen" in texts
    assert not any(text.startswith("Jobbtorg") for text in texts)


def _entries(block):
    entries = getattr(block, "entries", ())
    return ["".join(getattr(part, "text", "") for part in entry) for entry in entries if isinstance(entry, tuple)]
