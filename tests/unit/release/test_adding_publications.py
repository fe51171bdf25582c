"""Adding a publication is an entry in `publikationer.yaml` and nothing else."""

import json
import shutil

import pytest

from pipeline.release.build import build
from pipeline.release.manifest import entry, manifest
from pipeline.release.plan import planned
from pipeline.release.project import read_project
from tests.support.real import ROOT

UNITS = """enheter:
- {id: jobbtorg, namn: Jobbtorg, kontakt: Växeln}
- {id: budget, namn: Budgetrådgivningen}
"""
ENTRY = """
- id: nytt
  sort: {kind}
  namn: Nytt
  {more}
  papper: {papers}
  format: [{format}]
  beskrivning: Det här är nytt.
"""


@pytest.fixture
def folder(tmp_path):
    """A copy of the real project whose city has two units, one of which does a step alone."""
    for name in ("sources", "styles"):
        shutil.copytree(ROOT / name, tmp_path / name)
    city = tmp_path / "sources/aktorer/stockholms-stad.yaml"
    text = city.read_text(encoding="utf-8").replace("enheter: null\n", UNITS, 1)
    text = text.replace("  form: en-flera\n", "  form: en-flera\n  enheter: [jobbtorg]\n", 1)
    assert UNITS in text
    city.write_text(text, encoding="utf-8")
    return tmp_path


def _read(folder, kind="handout", more="malgrupp: chefer", papers="A4", form="pdf"):
    """The project with one more publication."""
    file = folder / "sources/publikationer.yaml"
    added = ENTRY.format(kind=kind, more=more, papers=papers, format=form)
    file.write_text(file.read_text(encoding="utf-8").rstrip("\n") + added, encoding="utf-8")
    return read_project(folder)


def _new(project):
    return [artefact for artefact in planned(project.programme) if artefact.publication.target == "nytt"]


def _faults(project):
    lines = project.files["sources/publikationer.yaml"].decode().splitlines()
    return {(one.code, lines[one.place.line - 1].strip()) for one in project.report.findings if one.code[0] == "R"}


def test_an_entry_for_units_gives_their_files(folder):
    project = _read(folder, more="enheter: [jobbtorg, budget]")
    assert _faults(project) == set()
    assert [artefact.path for artefact in _new(project)] == [
        "nytt/nytt-stockholms-stad-jobbtorg-A4-utkast.pdf",
        "nytt/nytt-stockholms-stad-budget-A4-utkast.pdf",
    ]


def test_an_entry_with_several_papers_gives_a_map_on_each(folder):
    project = _read(folder, kind="karta", more="aktorer: [forsakringskassan]", papers="[A3, A2]", form="svg")
    assert _faults(project) == set()
    assert [artefact.path for artefact in _new(project)] == [
        "nytt/nytt-forsakringskassan-A3-utkast.svg",
        "nytt/nytt-forsakringskassan-A2-utkast.svg",
    ]


def test_what_an_entry_asks_for_and_is_not_there_is_told_at_its_line_all_at_once(folder):
    more = "\n  ".join(
        (
            "aktorer: [polisen]",
            "enheter: [jobtorg]",
            "malgrupp: chefer",
            "sprak: fi",
            "profil: tryck",
            "varianter: [utskrift, redigerbar]",
        )
    )
    assert _faults(_read(folder, kind="karta", more=more, papers="[A3, A9]", form="svg")) == {
        ("R313", "aktorer: [polisen]"),
        ("R340", "enheter: [jobtorg]"),
        ("R342", "enheter: [jobtorg]"),
        ("R342", "malgrupp: chefer"),
        ("R320", "sprak: fi"),
        ("R343", "profil: tryck"),
        ("R345", "varianter: [utskrift, redigerbar]"),
        ("R346", "varianter: [utskrift, redigerbar]"),
        ("R317", "papper: [A3, A9]"),
    }


def test_a_thing_that_an_entry_says_twice_is_told(folder):
    more = "aktorer: [forsakringskassan, forsakringskassan]\n  enheter: [budget, budget]"
    assert _faults(_read(folder, more=more, papers="[A4, A4]")) == {
        ("R330", "aktorer: [forsakringskassan, forsakringskassan]"),
        ("R330", "enheter: [budget, budget]"),
        ("R330", "papper: [A4, A4]"),
    }


@pytest.mark.parametrize("taken", ["jobbtorg", "forsakringskassan"])
def test_the_id_of_a_unit_is_no_other_units_and_no_actors(folder, taken):
    file = folder / "sources/aktorer/stockholms-stad.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("id: budget,", f"id: {taken},"), encoding="utf-8")
    found = [one for one in read_project(folder).report.findings if one.code == "R301"]
    assert [(one.place.file, dict(one.details)["name"]) for one in found] == [
        ("sources/aktorer/stockholms-stad.yaml", taken)
    ]


def test_a_steps_unit_is_its_actors(folder):
    file = folder / "sources/aktorer/stockholms-stad.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("[jobbtorg]", "[jobbtorg, annan]"), encoding="utf-8")
    (found,) = [one for one in read_project(folder).report.findings if one.code == "R341"]
    assert dict(found.details)["id"] == "annan"


def test_the_manifest_tells_for_whom_a_file_is(folder):
    project = _read(folder, kind="handout-kort", more="malgrupp: chefer\n  enheter: [jobbtorg]\n  sprak: sv-FI")
    made = build(project, _new(project), lambda *_: None, verify=True)
    assert [one.findings for one in made] == [()]
    (found,) = json.loads(manifest([entry(made[0], "sv-SE")], "2026-01-01"))["artefacts"]
    named = {key: found[key] for key in ("actor", "unit", "audience", "language", "profile", "paper", "title")}
    assert named == {
        "actor": "stockholms-stad",
        "unit": "jobbtorg",
        "audience": "chefer",
        "language": "sv-FI",
        "profile": "skarm",
        "paper": "A4",
        "title": "Nytt: Stockholms stad, Jobbtorg",
    }
