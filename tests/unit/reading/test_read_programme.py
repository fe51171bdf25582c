"""All files of a project in one run: what is there, what is missing, and what is read all the same."""

import pytest

from pipeline.checks import run
from pipeline.reading import Reading, read_programme
from tests.diagnostics.project import KNOWN, covers, small_project


def read(**changes: bytes | None) -> Reading:
    """The project with some files changed, or (None) without them; names are below sources/."""
    files: dict[str, bytes | None] = {**small_project()}
    files.update({f"sources/{name}": data for name, data in changes.items()})
    return read_programme({path: data for path, data in files.items() if data is not None}, "sources", covers)


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.place)) for finding in reading.report.findings]


def test_everything_is_bound_together() -> None:
    reading = read()
    assert told(reading) == []
    assert reading.programme
    assert [actor.name_id for actor in reading.programme.actors] == ["fk", "ss"]
    assert reading.programme.actors == reading.actors
    step = reading.actors[1].steps[1]
    assert str(step.place("title")) == "sources/aktorer/ss.yaml:25:10"
    assert [arrival.step.name_id for arrival in reading.programme.links_to(step)] == ["fk-mote"]


def test_faults_of_all_files_in_one_run_and_sound_actors_all_the_same() -> None:
    reading = read(**{"program.yaml": b"a: b: c\n", "aktorer/ss.yaml": b"\xff", "kallor.yaml": None})
    assert told(reading) == [
        ("L003", "sources/aktorer/ss.yaml:1:1"),
        ("L001", "sources/kallor.yaml"),
        ("L009", "sources/program.yaml:1:5"),
    ]
    assert reading.programme is None
    assert [actor.name_id for actor in reading.actors] == ["fk"]


def test_maps_that_were_read_are_checked_even_when_another_file_is_faulty() -> None:
    faulty = small_project()["sources/aktorer/fk.yaml"].replace(b"{till: fk-slut}", b"{till: fk-slot}")
    reading = read(**{"program.yaml": b"", "aktorer/fk.yaml": faulty})
    found = run(reading.programme, reading.actors, KNOWN)
    assert [finding.code for finding in found.findings] == ["P114"]


@pytest.mark.parametrize(
    ("name", "right"),
    [("Faser.yaml", "faser.yaml"), ("faser.yml", "faser.yaml"), ("fasar.yaml", "faser.yaml")],
)
def test_a_name_that_is_nearly_right_is_one_fault(name: str, right: str) -> None:
    reading = read(**{"faser.yaml": None, name: b"x"})
    assert told(reading) == [("L029", f"sources/{name}")]
    assert ("expected", right) in reading.report.findings[0].details


def test_actors_in_the_wrong_folder_or_with_the_wrong_ending() -> None:
    data = small_project()["sources/aktorer/ss.yaml"]
    assert told(read(**{"aktorer/ss.yaml": None, "Aktorer/ss.yaml": data})) == [("L029", "sources/Aktorer/ss.yaml")]
    assert told(read(**{"aktorer/ss.yaml": None, "aktorer/ss.yml": data})) == [("L029", "sources/aktorer/ss.yml")]


def test_files_that_are_not_used() -> None:
    reading = read(**{"mallar.yaml": b"", "aktorer/gamla/ss.yaml": b"", "README.md": b"", ".faser.yaml": b""})
    assert told(reading) == [("L028", "sources/aktorer/gamla/ss.yaml"), ("L028", "sources/mallar.yaml")]
    assert reading.programme, "a warning stops nothing"


def test_an_actor_under_another_name() -> None:
    data = small_project()["sources/aktorer/ss.yaml"]
    reading = read(**{"aktorer/ss.yaml": None, "aktorer/staden.yaml": data})
    assert told(reading) == [("L027", "sources/aktorer/staden.yaml:1:5")]
    assert [actor.name_id for actor in reading.actors] == ["fk"]
