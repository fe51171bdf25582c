"""Names of files: two that differ only in their case, and an optional file that is nearly named right."""

import pytest

from pipeline.reading import read_programme
from pipeline.reading.folder import Folder
from tests.diagnostics.project import covers, small_project


def told(*added: str, without: str = "") -> list[tuple[str, str, str]]:
    """Code, file and what should have been, with more files beside those of the project, or one less."""
    files = {**small_project(), **{f"sources/{name}": b"x: y\n" for name in added}}
    files.pop(f"sources/{without}", None)
    findings = read_programme(files, "sources", covers).report.findings
    details = [dict(finding.details) for finding in findings]
    return [
        (finding.code, finding.place.file.removeprefix("sources/"), detail.get("other", detail.get("expected", "")))
        for finding, detail in zip(findings, details, strict=True)
    ]


def test_names_that_differ_in_case_are_one_fault_and_only_one_is_read() -> None:
    assert told("Faser.yaml") == [("L035", "Faser.yaml", "faser.yaml")]
    assert told("aktorer/FK.yaml") == [("L035", "aktorer/FK.yaml", "aktorer/fk.yaml")]
    assert told("Aktorer/fk.yaml") == [("L035", "Aktorer/fk.yaml", "aktorer/fk.yaml")]
    assert told("faser.YAML") == [("L035", "faser.YAML", "faser.yaml")]
    # Neither of the two an actor that counts: the first does, and is misnamed besides.
    assert told("aktorer/Af.yaml", "aktorer/AF.yaml")[-1] == ("L035", "aktorer/Af.yaml", "aktorer/AF.yaml")


def test_three_names() -> None:
    assert told("Faser.yaml", "FASER.yaml") == [
        ("L035", "FASER.yaml", "faser.yaml"),
        ("L035", "Faser.yaml", "faser.yaml"),
    ]


def test_the_order_of_the_files_says_nothing() -> None:
    names = [f"s/{name}" for name in ("b.yaml", "B.yaml", "faser.yaml", "Faser.yaml")]
    for paths in (names, names[::-1]):
        assert Folder(paths, "s").names == ["b.yaml", "faser.yaml"]


@pytest.mark.parametrize("name", ["regel.yaml", "Regler.yaml", "regler.yml", "reglar.yaml"])
def test_an_optional_file_is_guessed(name: str) -> None:
    assert told(name) == [("L029", name, "regler.yaml")]


@pytest.mark.parametrize("name", ["regioner.yaml", "anteckningar.yaml"])
def test_other_files_are_not_taken_for_an_optional_one(name: str) -> None:
    assert told(name) == [("L028", name, "")]


def test_a_missing_optional_file_is_no_fault() -> None:
    assert told() == []
    assert told(without="faser.yaml") == [("L001", "faser.yaml", "")]
