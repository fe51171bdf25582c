"""What is planned, and how files are named."""

from dataclasses import replace

import pytest

from pipeline.model import Audience, Unit
from pipeline.release.plan import Selection, planned, same_files
from tests.support.real import real_programme

UNIT = Unit(name_id="jobbtorg", name="Jobbtorg")
CITY = "stockholms-stad"


def _programme(*publications):
    """The real programme with a unit of the city, and copies of its handout with these fields."""
    real = real_programme()
    actors = tuple(
        actor.model_copy(update={"units": (UNIT,)}) if actor.name_id == CITY else actor for actor in real.actors
    )
    model = next(one for one in real.publications if one.target == "handout")
    made = tuple(model.model_copy(update={"formats": ("pdf",), **fields}) for fields in publications)
    return replace(real, actors=actors, publications=made)


def _paths(**fields):
    return [artefact.path for artefact in planned(_programme(fields))]


ACTORS = [actor.name_id for actor in real_programme().actors]


def test_without_actors_and_units_there_is_a_file_for_every_actor():
    assert _paths() == [f"handout/handout-{actor}-A4-utkast.pdf" for actor in ACTORS]


def test_actors_limit_a_publication_to_themselves():
    assert _paths(actors=(CITY,)) == ["handout/handout-stockholms-stad-A4-utkast.pdf"]


def test_units_alone_are_the_only_readers():
    assert _paths(units=("jobbtorg",)) == ["handout/handout-stockholms-stad-jobbtorg-A4-utkast.pdf"]


def test_units_come_beside_the_actors_that_are_named():
    assert _paths(actors=("forsakringskassan",), units=("jobbtorg",)) == [
        "handout/handout-forsakringskassan-A4-utkast.pdf",
        "handout/handout-stockholms-stad-jobbtorg-A4-utkast.pdf",
    ]


def test_several_papers_give_a_file_each_on_one_paper():
    plan = planned(_programme({"papers": ("A4", "A3"), "actors": (CITY,)}))
    assert [artefact.path.rpartition("-")[0] for artefact in plan] == [
        "handout/handout-stockholms-stad-A4",
        "handout/handout-stockholms-stad-A3",
    ]
    assert [artefact.publication.papers for artefact in plan] == [("A4",), ("A3",)]


def test_a_variant_is_one_more_file_in_the_formats_that_it_fits():
    plan = planned(_programme({"formats": ("pdf", "docx"), "variants": ("redigerbar",), "actors": (CITY,)}))
    assert [artefact.path for artefact in plan] == [
        "handout/handout-stockholms-stad-A4-utkast.pdf",
        "handout/handout-stockholms-stad-A4-utkast.docx",
        "handout/handout-stockholms-stad-A4-redigerbar-utkast.docx",
    ]
    assert [artefact.native_maps for artefact in plan] == [False, False, True]
    # Composed once: what they say is the same.
    assert len({artefact.content for artefact in plan}) == 1


def test_a_variant_is_made_on_every_paper():
    fields = {"formats": ("docx",), "variants": ("redigerbar",), "actors": (CITY,), "papers": ("A4", "A3")}
    assert [artefact.path.split("-")[3:] for artefact in planned(_programme(fields))] == [
        ["A4", "utkast.docx"],
        ["A4", "redigerbar", "utkast.docx"],
        ["A3", "utkast.docx"],
        ["A3", "redigerbar", "utkast.docx"],
    ]


def test_a_joint_publication_has_the_word_for_all_in_its_name():
    paths = [artefact.path for artefact in planned(real_programme()) if artefact.publication.target == "affisch"]
    assert paths == ["affisch/affisch-alla-A1-utkast.svg", "affisch/affisch-alla-A1-utkast.pdf"]


def test_no_two_files_of_the_real_project_have_one_name():
    paths = [artefact.path for artefact in planned(real_programme())]
    assert len(set(paths)) == len(paths)
    assert list(same_files(real_programme())) == []


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({}, 9),
        ({"targets": frozenset({"kort"})}, 4),
        ({"formats": frozenset({"docx"})}, 0),
        ({"actor": CITY}, 4),  # both publications for the actor, and both for its unit
        ({"actor": "jobbtorg"}, 2),
        ({"actor": "alla"}, 0),
    ],
)
def test_a_selection_narrows_by_target_format_and_actor_or_unit(wanted, count):
    every = tuple(actor.name_id for actor in real_programme().actors)
    first = {"actors": every, "units": ("jobbtorg",), "audience": Audience.STAFF}
    second = {"target": "kort", "actors": (*every[:2], CITY), "units": ("jobbtorg",)}
    plan = planned(_programme(first, second))
    assert len(every) == 4
    assert CITY not in every[:2]
    taken = [artefact for artefact in plan if Selection(**wanted).takes(artefact)]
    # 4 actors and a unit; 3 actors and a unit.
    assert len(taken) == count


def test_names_that_differ_only_in_capitals_are_one_file():
    (fault,) = same_files(_programme({"papers": ("A4", "a4"), "actors": (CITY,)}))
    assert fault.code == "R344"
    assert dict(fault.details)["first"] == "Stockholms stad, A4"
    assert dict(fault.details)["second"] == "Stockholms stad, a4"
