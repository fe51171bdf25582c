"""The same content has the same content code under any release, date and address; other content has another."""

from dataclasses import replace

import pytest

from pipeline.release.build import composed
from pipeline.release.plan import planned
from pipeline.release.project import Project
from tests.support.released import project_of_every_kind, released

KINDS = {"affisch", "karta", "handout", "handout-kort", "bilaga", "handbok", "begrepp", "webb", "att-gora"}


def _codes(project: Project) -> dict[str, str]:
    return {one.anchor: composed(project, one).code for one in planned(project.programme) if not one.variant}


def _retitled(project: Project) -> Project:
    """The project with one more word in the title of a step of each actor."""

    def changed(actor):
        first, *rest = actor.steps
        other = first.model_copy(update={"title": f"{first.title} nu", "short_title": "Nu"})
        return actor.model_copy(update={"steps": (other, *rest)})

    programme = project.programme
    return replace(project, programme=replace(programme, actors=tuple(map(changed, programme.actors))))


@pytest.fixture(scope="module")
def codes() -> dict[str, str]:
    return _codes(released())


def test_every_kind_of_publication_is_tried():
    assert {one.publication.kind for one in planned(project_of_every_kind().programme)} == KINDS


def test_another_release_with_another_date_changes_no_code(codes):
    assert _codes(released(release="2026.10", date="2027-01-15")) == codes


def test_an_address_changes_no_code(codes):
    assert _codes(released(None)) == codes
    assert _codes(released("https://exempel.org/en/helt/annan/plats/gallande.html")) == codes


def test_a_changed_title_changes_every_code_that_shows_steps(codes):
    same = {name for name, code in _codes(_retitled(released())).items() if codes[name] == code}
    assert {name.partition("-")[0] for name in same} <= {"begrepp", "att"}


def test_a_draft_is_other_content_than_a_release(codes):
    drafts = _codes(project_of_every_kind())
    assert [name for name in codes if drafts[name] == codes[name]] == []
