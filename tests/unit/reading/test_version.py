"""The format of the sources: a newer version stands alone, another name is one fault among the rest."""

import pytest

from pipeline.reading import FORMAT, Reading, read_programme
from tests.diagnostics.project import PROGRAM, covers, small_project
from tests.support.real import real_project


def read(program: str, **others: bytes) -> Reading:
    """The project with another program.yaml, and other files below sources/."""
    files = {**small_project(), "sources/program.yaml": program.encode()}
    files.update({f"sources/{name}.yaml": data for name, data in others.items()})
    return read_programme(files, "sources", covers)


def told(name: str) -> list[tuple[str, str]]:
    findings = read(PROGRAM.replace(FORMAT, name)).report.findings
    return [(finding.code, str(finding.place)) for finding in findings]


def test_the_known_version() -> None:
    assert told(FORMAT) == []
    settings = real_project().programme
    assert settings
    assert settings.settings.format == FORMAT


@pytest.mark.parametrize("version", ["2", "10", "999999"])
def test_a_newer_version(version: str) -> None:
    assert told(f"rehabkarta-fakta/{version}") == [("L036", "sources/program.yaml:1:9")]


@pytest.mark.parametrize(
    "name",
    [
        *("rehabkarta-fakta", "rehabkarta-fakta/", "rehabkarta-fakta/0", "rehabkarta-fakta/1.0", "rehabkarta-fakta/01"),
        *("rehabkarta-fakta/två", "rehabkarta-fakta/2-beta", "Rehabkarta-fakta/1", "fakta/2", "rehabkarta-fakta/²"),
        "rehabkarta-fakta/1234567",
    ],
)
def test_another_name(name: str) -> None:
    assert told(name) == [("L037", "sources/program.yaml:1:9")]


@pytest.mark.parametrize(
    ("value", "code"),
    [("[a]", "F205"), ("", "F203"), ("x " * 101, "F207"), ("9" * 5000, "F209"), ("|\n a\n b", "F206")],
)
def test_what_is_no_name_is_told_once(value: str, code: str) -> None:
    assert [found for found, _ in told(value)] == [code]


def test_nothing_else_of_a_newer_project_is_told() -> None:
    program = PROGRAM.replace(FORMAT, "rehabkarta-fakta/2") + "nytt: ja\n"
    reading = read(program, faser=b"", kallor=b"\xff", Faser=b"")
    assert [finding.code for finding in reading.report.findings] == ["L036"]
    assert reading.is_newer
    assert (reading.programme, reading.actors) == (None, ())


def test_another_name_is_told_beside_other_faults() -> None:
    reading = read(PROGRAM.replace(FORMAT, "annat") + "nytt: ja\n", faser=b"")
    assert sorted(finding.code for finding in reading.report.findings) == ["F202", "L004", "L037"]
    assert not reading.is_newer


def test_a_file_that_cannot_be_followed_has_a_version_all_the_same() -> None:
    broken = PROGRAM.replace(FORMAT, "rehabkarta-fakta/2") + "a: b: c\n"
    assert [finding.code for finding in read(broken).report.findings] == ["L036"]
