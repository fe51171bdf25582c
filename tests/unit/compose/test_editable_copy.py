"""A file that can be edited says of which edition it is a copy; no content code learns of it."""

import dataclasses
import itertools

import pytest

from pipeline.compose import COMPOSERS
from pipeline.compose.stamp import Stamp, content_code, stamped
from pipeline.compose.standing import editable_line
from pipeline.document import Break, Document, Figure, Heading
from tests.support.decided import decided_programme, with_release
from tests.support.real import brief_for

OF_ALL = ("handbok", "begrepp")


def _brief(kind, **values):
    brief = brief_for(kind, None if kind in OF_ALL else "forsakringskassan")
    return dataclasses.replace(brief, **values)


def test_a_draft_says_so_and_that_the_pdf_is_fixed():
    line = editable_line(_brief("handout"))
    assert line.startswith("Redigerbar kopia av ett utkast.")
    assert "PDF" in line


def test_a_release_is_named():
    programme = with_release(decided_programme("forsakringskassan"))
    brief = dataclasses.replace(brief_for("handout", "forsakringskassan", programme), released=True)
    assert f"utgåva {programme.settings.release}." in editable_line(brief)


def test_no_pdf_is_named_where_none_is_made():
    brief = _brief("handout")
    publication = brief.publication.model_copy(update={"formats": ("docx",)})
    assert "PDF" not in editable_line(dataclasses.replace(brief, publication=publication))


@pytest.mark.parametrize("kind", ["handout-kort", "begrepp", "att-gora"])
def test_every_document_says_it_and_keeps_its_code(kind):
    brief = _brief(kind)
    composed = COMPOSERS[brief.publication.kind].compose(brief)
    code = content_code(composed)
    found = stamped(brief, composed, Stamp("2026-11-22", code))
    assert isinstance(found, Document)
    assert found.running.editable == editable_line(brief)
    unsaid = dataclasses.replace(found, running=dataclasses.replace(found.running, editable=""))
    assert content_code(found) == content_code(unsaid)


@pytest.mark.parametrize("kind", ["handout", "handout-kort", "bilaga"])
def test_a_map_is_a_section_of_its_own_and_its_code_the_same_without(kind):
    brief = _brief(kind)
    composed = COMPOSERS[brief.publication.kind].compose(brief)
    assert isinstance(composed, Document)
    owned = [at for at, block in enumerate(composed.blocks) if isinstance(block, Break) and block.own]
    assert owned
    for at in owned:
        inside = list(itertools.takewhile(lambda block: not isinstance(block, Break), composed.blocks[at + 1 :]))
        assert [type(block) for block in inside] == [Heading, Figure]
    plain = (dataclasses.replace(block, own=False) if isinstance(block, Break) else block for block in composed.blocks)
    assert content_code(composed) == content_code(dataclasses.replace(composed, blocks=tuple(plain)))
