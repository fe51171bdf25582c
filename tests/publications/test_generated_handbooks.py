"""Handbooks of projects made by chance: sound, set as a typographer would, and with every thing of the model once."""

from collections import Counter
from dataclasses import dataclass, replace

import pytest

from pipeline.compose.flaws import flaws
from pipeline.compose.handbook import handbook
from pipeline.compose.stamp import Stamp, content_code, stamped
from pipeline.document import Contents, Document, Heading, Index, Jump, Landing, running_text, walk
from pipeline.model import Programme
from pipeline.release.build import brief_of, look_of
from pipeline.release.plan import planned
from pipeline.theme import Sheet
from pipeline.writers import WRITERS
from tests.support.generated_trial import project_without_faults
from tests.support.pdf_typography import typographic_faults

# One, two, three and four actors; without terms, without references, and with texts higher than a page.
SEEDS = (1, 2, 3, 7, 9, 10, 26)


@dataclass(frozen=True)
class Book:
    """A handbook, what it was made from, and its file."""

    programme: Programme
    document: Document
    sheet: Sheet
    data: bytes


@pytest.fixture(scope="module", params=SEEDS)
def book(request, tmp_path_factory) -> Book:
    project = project_without_faults(request.param, tmp_path_factory.mktemp("project") / "project")
    changes = {"target": "handbok", "kind": "handbok", "papers": ("A4",), "formats": ("pdf",), "audience": None}
    publication = project.programme.publications[0].model_copy(update=changes)
    programme = replace(project.programme, publications=(publication,))
    (artefact,) = planned(programme)
    brief = brief_of(replace(project, programme=programme), artefact)
    bare = handbook(brief)
    content = stamped(brief, bare, Stamp(bare.metadata.date, content_code(bare)))
    assert isinstance(content, Document)
    return Book(programme, content, brief.text_sheet, WRITERS["pdf"].write(content, look_of(brief)).data)


def test_the_structure_is_sound_and_our_gate_finds_nothing(book):
    assert flaws(book.document) == ()
    assert [str(one) for one in WRITERS["pdf"].check(book.data, book.document)] == []


def test_a_typographer_finds_nothing(book):
    assert typographic_faults(book.data, book.sheet) == []


def _anchors(document: Document) -> Counter[str]:
    blocks = tuple(walk(document.blocks))
    found = Counter(block.anchor for block in blocks if isinstance(block, Heading) and block.anchor)
    parts = (part for block in blocks for text in running_text(block) for part in text)
    found.update(part.anchor for part in parts if isinstance(part, Landing))
    return found


def test_each_step_is_one_entry_and_everything_that_leads_lands(book):
    blocks, anchors = tuple(walk(book.document.blocks)), _anchors(book.document)
    steps = [step.name_id for _, step in book.programme.steps()]
    assert {name: anchors[name] for name in steps} == dict.fromkeys(steps, 1)
    led = {part.anchor for block in blocks for text in running_text(block) for part in text if isinstance(part, Jump)}
    led |= {entry.anchor for block in blocks if isinstance(block, Contents) for entry in block.entries}
    index = next(block for block in blocks if isinstance(block, Index))
    led |= {anchor for group in index.groups for entry in group.entries for anchor in entry.anchors}
    assert led <= set(anchors)
    assert set(steps) <= led


def test_no_heading_is_empty(book):
    """After each heading stands what it is the heading of, or a deeper one."""
    blocks = [block for block in walk(book.document.blocks) if type(block).__name__ != "Break"]
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        if isinstance(block, Heading):
            assert after is not None, block.text
            assert not isinstance(after, Heading) or after.level > block.level, block.text


def test_the_projects_have_what_they_promise(tmp_path):
    programmes = [project_without_faults(seed, tmp_path / str(seed)).programme for seed in SEEDS]
    assert {len(programme.actors) for programme in programmes} == {1, 2, 3, 4}
    assert any(not programme.terms for programme in programmes)
    assert any(step.legal == () for programme in programmes for _, step in programme.steps())
    assert max(len(text) for programme in programmes for _, step in programme.steps() for text in step.texts) > 2_000
