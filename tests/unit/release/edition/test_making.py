"""Carrying over where actors decide: a record that says the same as before changes nothing, any other does."""

from dataclasses import replace

import pytest

from pipeline.model import content_digest
from pipeline.release.edition.making import Previous
from pipeline.release.project import Project
from tests.support.decided import decision
from tests.support.editions import FIRST, SECOND, made, put, sound
from tests.support.small import write_small_project

FK, SS = "karta-fk-A3-pdf", "karta-ss-A3-pdf"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("small")
    write_small_project(root)
    found = sound(root)
    programme = found.programme
    only = tuple(replace_formats(one) for one in programme.publications)
    return replace(found, programme=replace(programme, publications=only))


def replace_formats(publication):
    return publication.model_copy(update={"formats": ("pdf",)})


def decided(project: Project, *releases: str, **fields: object) -> Project:
    """The project with full records of one actor for these releases."""
    records = tuple(decision(project.programme, "fk", release=release, **fields) for release in releases)
    return replace(project, programme=replace(project.programme, decisions=records))


@pytest.fixture(scope="module")
def first(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Previous:
    """A release that one of two actors has decided on."""
    found = made(decided(project, FIRST.name), FIRST)
    assert {name: piece.entry.status for name, piece in found.items()} == {
        FK: "fastst\u00e4lld",
        SS: "ej fastst\u00e4lld",
    }
    return put(tmp_path_factory.mktemp("first"), found.values())


def anew(project: Project, first: Previous) -> set[str]:
    return {name for name, piece in made(project, SECOND, first).items() if piece.entry.made_in == SECOND.name}


def test_what_was_decided_stays_decided_while_nothing_new_is(project, first):
    found = made(decided(project, FIRST.name), SECOND, first)
    assert [(piece.entry.made_in, piece.entry.status) for piece in found.values()] == [
        (FIRST.name, "fastst\u00e4lld"),
        (FIRST.name, "ej fastst\u00e4lld"),
    ]


def test_the_same_decision_for_the_new_release_changes_nothing(project, first):
    assert anew(decided(project, FIRST.name, SECOND.name), first) == set()


def test_a_new_decision_is_printed(project, first):
    records = (
        *decided(project, FIRST.name).programme.decisions,
        decision(project.programme, "fk", release=SECOND.name, version="2.0"),
    )
    later = replace(project, programme=replace(project.programme, decisions=records))
    assert anew(later, first) == {FK}


def test_the_first_decision_of_an_actor_is_printed(project, first):
    records = (
        *decided(project, FIRST.name).programme.decisions,
        decision(project.programme, "ss", release=SECOND.name),
    )
    later = replace(project, programme=replace(project.programme, decisions=records))
    assert made(later, SECOND, first)[SS].entry.status == "fastst\u00e4lld"
    assert anew(later, first) == {SS}


def test_a_decision_that_was_taken_away_is_no_longer_printed(project, first):
    assert made(project, SECOND, first)[FK].entry.status == "ej fastst\u00e4lld"


def test_a_decision_about_other_content_leaves_it_undecided(project):
    other = content_digest(project.programme, project.programme.actor("ss"))
    found = made(decided(project, FIRST.name, digest=other), FIRST)
    assert found[FK].entry.status == "ej fastst\u00e4lld"
