"""The short handout: a page about the actor and a page with its map, as the full handout draws it."""

import io
from dataclasses import replace

import pikepdf
import pytest

from pipeline.compose.handout import handout
from pipeline.compose.map_phrases import spelled
from pipeline.compose.short_handout import short_handout
from pipeline.document import Break, Figure, Heading, Table, Web, running_text, walk
from pipeline.release.build import brief_of
from pipeline.release.plan import planned
from pipeline.writers import WRITERS
from tests.support.real import brief_for, look_of, real_programme, real_project

ACTORS = [actor.name_id for actor in real_programme().actors]


def _built(target, actor):
    """The brief that a build has, with the locks of the project."""
    plan = planned(real_programme())
    return brief_of(
        real_project(), next(one for one in plan if (one.publication.target, one.actor_id) == (target, actor))
    )


def _with_settings(**fields):
    programme = replace(real_programme(), settings=real_programme().settings.model_copy(update=fields))
    return short_handout(brief_for("handout-kort", ACTORS[0], programme)).blocks


@pytest.mark.parametrize("actor", ACTORS)
def test_it_has_two_pages_in_the_real_project(actor):
    brief = _built("handout-kort", actor)
    written = WRITERS["pdf"].write(short_handout(brief), look_of(brief))
    assert len(pikepdf.open(io.BytesIO(written.data)).pages) == 2


def test_its_map_is_the_one_of_the_full_handout():
    short, full = short_handout(_built("handout-kort", ACTORS[0])), handout(_built("handout", ACTORS[0]))
    assert _map(short).scene == _map(full).scene


def _map(document):
    blocks = document.blocks
    return blocks[next(n for n, one in enumerate(blocks) if isinstance(one, Heading) and one.anchor == "karta") + 1]


def test_the_alternative_of_the_map_tells_every_step_and_where_it_leads():
    actor = real_programme().actor(ACTORS[0])
    said = _map(short_handout(brief_for("handout-kort", ACTORS[0]))).alternative.replace("\u00a0", " ")
    at = 0
    for number, step in enumerate(actor.steps, 1):
        end = "" if step.title.endswith("?") else "."
        lead = "Leder till:" if step.arrows else "Processen slutar här."
        at = said.index(f"Steg {number}, {step.title}{end} {lead}", at) + 1
    for step in actor.steps:
        for arrow in step.arrows:
            target = actor.step(arrow.target)
            assert f"teg {actor.number(target)}, {target.title}" in said


def test_three_meetings_stand_before_the_map_each_with_another_actor():
    blocks = short_handout(brief_for("handout-kort", ACTORS[0])).blocks
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert blocks.index(table) < next(n for n, block in enumerate(blocks) if isinstance(block, Break))
    others = [actor.name for actor in real_programme().actors if actor.name_id != ACTORS[0]]
    said = [spelled(row[1]) for row in table.rows]
    assert sorted(sum(name in text.partition(":")[0] for text in said) for name in others) == [1, 1, 1]


def test_it_leads_to_the_full_handout_and_to_the_address_where_there_is_one():
    text = "".join(part.text for part in _words(_with_settings(web=None)) if hasattr(part, "text"))
    assert f"Handledning: {real_programme().actor(ACTORS[0]).name}" in text
    assert Web("example.org/a", "https://example.org/a") in _words(_with_settings(web="https://example.org/a"))


def test_without_a_full_handout_and_an_address_there_is_no_heading_for_them():
    alone = tuple(one for one in real_programme().publications if one.kind == "handout-kort")
    programme = replace(
        real_programme(),
        publications=alone,
        settings=real_programme().settings.model_copy(update={"web": None}),
    )
    blocks = short_handout(brief_for("handout-kort", ACTORS[0], programme)).blocks
    assert "las-mer" not in [block.anchor for block in blocks if isinstance(block, Heading)]


def test_no_heading_is_empty():
    shown = [block for block in _with_settings(web=None) if not isinstance(block, Break)]
    for one, after in zip(shown, (*shown[1:], None), strict=True):
        if isinstance(one, Heading):
            assert after is not None
            assert not isinstance(after, Heading) or after.level > one.level


def _words(blocks):
    return [part for block in walk(blocks) for parts in running_text(block) for part in parts]


def test_the_first_figure_is_the_arrow_with_the_numbers_of_steps():
    blocks = short_handout(brief_for("handout-kort", ACTORS[0])).blocks
    arrow = next(block for block in blocks if isinstance(block, Figure))
    first = real_programme().phases[0]
    count = sum(step.phase == first.number for step in real_programme().actor(ACTORS[0]).steps)
    assert f"{first.number} {first.name} ({count} steg)" in arrow.alternative
