"""`processpil check`: its options, what they change, and how it ends."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli.settings import exit_of
from pipeline.diagnostics import Report, diagnose
from pipeline.spans import Place
from tests.support.real import ROOT

ACTOR = "sources/aktorer/arbetsformedlingen.yaml"
OTHER = "sources/aktorer/region-stockholm.yaml"


def changed(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def broken(project: Path) -> Path:
    """The project with a pointless arrow at one actor, and a phase out of order (a warning) at another."""
    changed(project / ACTOR, "till: af-samtal", "till: af-samtl")
    changed(project / OTHER, "fas: 6", "fas: 1")
    return project


def test_the_full_format_frames_the_value_and_says_where_to_read_more(run, project):
    code, out, err = run("-C", broken(project), "check")
    assert (code, out) == (1, "")
    assert "|   - till: af-samtl\n     |           ^^^^^^^^\n" in err
    assert "läs mer: processpil explain P114" in err
    assert err.splitlines()[-1].startswith("1 fel, ")


def test_the_short_format_is_one_line_a_finding_and_the_sum(run, project):
    code, out, err = run("-C", broken(project), "check", "--output-format", "short")
    *lines, last = err.splitlines()
    assert (code, out) == (1, "")
    assert all(line.startswith(("sources/", "styles/")) for line in lines)
    assert last.startswith("1 fel, ")


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_data_goes_to_stdout_and_nothing_else_is_said(run, project, form):
    code, out, err = run("-C", broken(project), "--color", "always", "check", "--output-format", form)
    assert (code, err) == (1, "")
    assert "P114" in out
    assert "\x1b" not in out


def test_quiet_data_holds_the_faults_only(run, project):
    out = run("-q", "-C", broken(project), "check", "--output-format", "json")[1]
    assert [entry["rule"] for entry in json.loads(out)] == ["P114"]
    code, out, err = run("-q", "-C", ROOT, "check", "--output-format", "json")
    assert (code, out, err) == (0, "[]\n", "")


def test_strict_makes_warnings_faults_and_leaves_notes(run, project):
    changed(project / OTHER, "fas: 6", "fas: 1")
    file = project / OTHER
    assert run("-C", project, "check", file)[0] == 0
    code, out, _ = run("-C", project, "check", "--strict", "--output-format", "json", file)
    severities = {entry["rule"]: entry["severity"] for entry in json.loads(out)}
    assert code == 1
    assert severities["P120"] == "error"
    assert severities["N501"] == "note"


def test_paths_choose_what_is_told_and_counted(run, project):
    broken(project)
    assert "1 fel" in run("-C", project, "check", project / ACTOR)[2]
    code, _, err = run("-C", project, "check", OTHER, "sources/begrepp.yaml")
    assert code == 0
    assert ACTOR not in err
    assert err.splitlines()[-1].endswith("av 2 filer")
    assert run("-C", project, "check", "sources")[0] == run("-C", project, "check", project)[0] == 1
    assert run("-C", project, "check", "styles")[2] == "Inga fel i 2 filer\n"


def test_paths_are_found_from_a_folder_within_the_project(run, project, monkeypatch):
    monkeypatch.chdir(broken(project) / "sources")
    assert "1 fel" in run("-C", "..", "check", "aktorer")[2]
    assert "1 fel" not in run("-C", "..", "check", "begrepp.yaml")[2]


def test_a_link_among_the_sources_is_a_path_too(run, project):
    elsewhere = project.parent / f"{project.name}-elsewhere"
    shutil.move(project / "sources" / "aktorer", elsewhere)
    (project / "sources" / "aktorer").symlink_to(elsewhere)
    assert "1 fel" in run("-C", broken(project), "check", "sources/aktorer")[2]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["/"], "utanför projektets mapp"),
        ([".."], "utanför projektets mapp"),
        (["sources/polisen.yaml"], "ingen fil eller mapp som heter sources/polisen.yaml"),
        (["--rules", "inga.yaml"], "Filen inga.yaml finns inte"),
        (["--rules", "sources"], "Filen sources finns inte"),
        (["--output-format", "xml"], "Välj mellan: full, short, json, github, sarif"),
    ],
)
def test_a_wrong_call_is_told_in_swedish_and_ends_with_2(run, project, arguments, words):
    code, out, err = run("-C", project, "check", *arguments)
    assert (code, out) == (2, "")
    assert words in err


def test_other_rules_are_used_as_if_they_stood_in_their_place(run, project):
    """An avoided key in the file shows that it was read; the project's own rules are then not."""
    (project / "sources" / "regler.yaml").write_text("undvikk: []\n", encoding="utf-8")
    rules = project / "andra.yaml"
    rules.write_text("undantagg: []\n", encoding="utf-8")
    code, out, _ = run("-C", project, "check", "--rules", rules, "--output-format", "json")
    (finding,) = [entry for entry in json.loads(out) if entry["severity"] == "error"]
    assert (code, finding["rule"], finding["file"]) == (1, "F202", str(rules))
    assert finding["fix"]["text"] == "undantag"
    # Asked about another file, a rules file that cannot be used is still told.
    assert run("-C", project, "check", "--rules", rules, ACTOR)[0] == 1


def test_sources_for_a_newer_program_end_with_2():
    newer = diagnose("L036", Place("sources/program.yaml", 1, 9))
    fault = diagnose("P103", Place(ACTOR, 1, 1))
    note = diagnose("N501", Place(ACTOR, 1, 1))
    assert [exit_of(Report.of(found)) for found in ([newer, fault], [fault, note], [note], [])] == [2, 1, 0, 0]


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_newer_format_is_told_and_ends_with_2(run, project, command):
    changed(project / "sources/program.yaml", "rehabkarta-fakta/1", "rehabkarta-fakta/9")
    code, out, err = run("-C", project, command)
    assert (code, out) == (2, "")
    assert "L036" in err


def test_findings_are_told_in_english_too(run, project):
    code, _, err = run("--lang", "en", "-C", broken(project), "check")
    assert code == 1
    assert "error P114: " in err
    assert "read more: processpil explain P114" in err
    assert err.splitlines()[-1].startswith("1 error, ")


def test_the_full_format_loads_no_explanations_and_no_other_format():
    code = (
        "import json, sys\n"
        "from pipeline.cli import main\n"
        "sys.argv = ['processpil', 'check']\n"
        "try:\n    main()\n"
        "except SystemExit:\n    print(json.dumps(sorted(sys.modules)))\n"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(json.loads(run.stdout))
    assert "pipeline.cli.reports.full" in loaded
    assert not loaded & {"pipeline.wording.explanations", "pipeline.cli.explained", "pipeline.cli.reports.located"}
