"""Findings for other programs: JSON, GitHub's workflow commands and SARIF."""

import json
import re
from typing import Any
from urllib.parse import unquote

import pytest

from pipeline import __version__
from pipeline.diagnostics import Diagnostic, Severity, diagnose
from pipeline.spans import Place
from tests.unit.cli.reports.findings import of, shown

FILE = "sources/aktorer/fk å.yaml"
TEXT = """\
id: fk
steg:
- id: fk-start
  pilar:
  - till: fk-slutt
    etikett: ja
"""
FILES = {FILE: TEXT.encode()}
GUESSED = diagnose("A101", Place(FILE, 5, 11), step="x", guess="fk-slut")
ON_A_MAPPING = diagnose("A102", Place(FILE, 5, 5))
ON_THE_FILE = diagnose("A102", Place("sources/faser.yaml", 0, 0))
EVERY = (ON_THE_FILE, GUESSED, ON_A_MAPPING, of(Severity.WARNING, "A102", Place(FILE, 1, 5)))


def as_json(*found: Diagnostic) -> Any:
    return json.loads(shown("json", *found, files=FILES))


def test_json_of_nothing_is_an_empty_array() -> None:
    assert as_json() == []


def test_json_has_every_field() -> None:
    region = {"line": 5, "column": 11, "end_line": 5, "end_column": 19}
    assert as_json(GUESSED) == [
        {
            "rule": "A101",
            "severity": "error",
            "message": "Steget ”x” saknas.",
            "hint": "Menade du ”fk-slut”? Skriv det.",
            "file": FILE,
            **region,
            "path": "aktorer/fk å/steg/0/pilar/0/till",
            "fix": {**region, "text": "fk-slut"},
        }
    ]


def test_json_is_sorted_by_place_and_says_severities_in_english() -> None:
    found = as_json(*EVERY, of(Severity.NOTE, "A102", Place(FILE, 6, 14)))
    assert [(entry["line"], entry["column"], entry["severity"]) for entry in found] == [
        (1, 5, "warning"),
        (5, 5, "error"),
        (5, 11, "error"),
        (6, 14, "note"),
        (0, 0, "error"),
    ]
    assert [entry["path"] for entry in found][-1] == "faser"


@pytest.mark.parametrize(
    ("guess", "written"), [("fk-slut", "fk-slut"), ("Första kontakt", "Första kontakt"), ("a, b's", "'a, b''s'")]
)
def test_a_fix_is_written_as_it_stands_in_a_file(guess: str, written: str) -> None:
    (entry,) = as_json(diagnose("A101", Place(FILE, 5, 11), step="x", guess=guess))
    assert entry["fix"]["text"] == written


def test_there_is_no_fix_for_more_than_a_word() -> None:
    """The first word of a text was guessed about, and the rest must stay."""
    text = {FILE: b"titel: Klientel i behov\n"}
    (entry,) = json.loads(shown("json", diagnose("A101", Place(FILE, 1, 8), step="x", guess="person"), files=text))
    assert "fix" not in entry


def test_github_shows_a_command_a_line() -> None:
    lines = shown("github", *EVERY, of(Severity.NOTE, "A102", Place(FILE, 6, 14)), files=FILES).splitlines()
    file = "sources/aktorer/fk å.yaml"
    assert lines == [
        f"::warning file={file},line=1,col=5,endColumn=7,title=A102::Något.%0AGör något.",
        f"::error file={file},line=5,col=5,title=A102::Något.%0AGör något.",
        f"::error file={file},line=5,col=11,endColumn=19,title=A101::Steget ”x” saknas.%0A"
        "Menade du ”fk-slut”? Skriv det.",
        f"::notice file={file},line=6,col=14,endColumn=16,title=A102::Något.%0AGör något.",
        "::error file=sources/faser.yaml,title=A102::Något.%0AGör något.",
    ]
    assert shown("github") == ""


def test_github_escapes_what_would_end_a_command_or_a_property() -> None:
    """As toolkit's escapeData and escapeProperty: the percent sign first."""
    finding = diagnose("A101", Place("a,b:c%.yaml", 0, 0), step="50 %: a, b::c")
    line = shown("github", finding, files={"x": b""})
    assert line == "::error file=a%2Cb%3Ac%25.yaml,title=A101::Steget ”50 %25: a, b::c” saknas.%0ASkriv det.\n"


def sarif(*found: Diagnostic) -> Any:
    return json.loads(shown("sarif", *found, files=FILES))


def test_sarif_holds_what_the_standard_asks_for() -> None:
    log = sarif(*EVERY)
    assert log["version"] == "2.1.0"  # 3.13.2
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("processpil", __version__)
    assert run["columnKind"] == "unicodeCodePoints"  # 3.14.27
    rules = driver["rules"]
    assert [rule["id"] for rule in rules] == ["A101", "A102"]
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"].endswith(f"processpil explain {rule['id']}")
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]  # 3.27.6
        assert result["level"] in {"error", "warning", "note"}  # 3.27.10
        assert result["message"]["text"]
        for location in result["locations"]:
            _is_sound(location["physicalLocation"])
        for fix in result.get("fixes", []):
            for change in fix["artifactChanges"]:
                assert change["replacements"]  # 3.56.3: at least one
                _is_sound({"artifactLocation": change["artifactLocation"]})


def _is_sound(physical: dict[str, Any]) -> None:
    uri = physical["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9/._~%-]+", uri)  # RFC 3986: only what may stand in a path
    assert not uri.startswith("/")
    if region := physical.get("region"):
        assert region["startLine"] >= 1
        assert region["startColumn"] >= 1
        assert (region["endLine"], region["endColumn"]) >= (region["startLine"], region["startColumn"])


def test_sarif_places_and_mends_a_finding() -> None:
    (result,) = sarif(GUESSED)["runs"][0]["results"]
    (location,) = result["locations"]
    assert unquote(location["physicalLocation"]["artifactLocation"]["uri"]) == FILE
    # 3.30.7: the end column is the one after the last character.
    region = {"startLine": 5, "startColumn": 11, "endLine": 5, "endColumn": 19}
    assert location["physicalLocation"]["region"] == region
    assert location["logicalLocations"] == [{"fullyQualifiedName": "aktorer/fk å/steg/0/pilar/0/till"}]
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement == {"deletedRegion": region, "insertedContent": {"text": "fk-slut"}}


def test_sarif_of_nothing_is_a_run_without_results() -> None:
    (run,) = sarif()["runs"]
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_a_finding_about_a_file_has_no_region() -> None:
    (result,) = sarif(ON_THE_FILE)["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": "sources/faser.yaml"}}


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_nothing_that_a_terminal_would_obey_is_written_raw(form: str) -> None:
    """The name of a file may hold anything; the one from the JSON is still the name on disk."""
    name = "sources/a\x1b[31m\x9b31m\u202e.yaml"
    text = shown(form, diagnose("A102", Place(name, 1, 1)), files={name: b"a: 1\n"})
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text) is None
    if form == "json":
        assert json.loads(text)[0]["file"] == name
