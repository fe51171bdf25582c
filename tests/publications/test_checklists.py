"""A step's checklist stands in every document that shows the step, and the files pass their gates with it."""

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from pipeline.release.build import Made, build
from pipeline.release.plan import planned
from tests.support.pdf_readers import poppler_text
from tests.support.real import real_programme, real_project

ACTOR, STEP = "arbetsformedlingen", "af-samtal"
LINES = ("Tolken är beställd", "Samtycket är skrivet och lagt i akten")


@pytest.fixture(scope="module")
def made() -> list[Made]:
    """The handout and the annex of an actor, one of whose steps has a checklist."""
    programme = real_programme()
    actor, step = programme.found(STEP)
    steps = tuple(one.model_copy(update={"checklist": LINES}) if one is step else one for one in actor.steps)
    actors = tuple(one.model_copy(update={"steps": steps}) if one is actor else one for one in programme.actors)
    changed = replace(programme, actors=actors)
    its = [one for one in planned(changed) if one.actor_id == ACTOR]
    wanted = [one for one in its if one.publication.kind in {"handout", "bilaga"}]
    return list(build(replace(real_project(), programme=changed), wanted, lambda *_: None, verify=True))


def test_the_files_pass_their_gates(made: list[Made]) -> None:
    assert {one.artefact.path: one.findings for one in made if one.findings} == {}
    assert {one.artefact.format for one in made} == {"pdf", "docx"}


def test_each_file_has_the_checklist(made: list[Made]) -> None:
    for one in made:
        told = " ".join(_text(one).split())
        assert all(line in told for line in ("Checklista", *LINES)), one.artefact.path


def _text(one: Made) -> str:
    if one.artefact.format == "pdf":
        return poppler_text(one.data)
    with zipfile.ZipFile(BytesIO(one.data)) as package:
        return package.read("word/document.xml").decode()
