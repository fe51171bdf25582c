"""`processpil template check`: what a template has and lacks, told for people and for programs, and the exit codes."""

import errno
import json

import pytest

from tests.support import word_templates
from tests.support.sound_template import part, sound_template, style

THEME = "styles/teman/standard.yaml"


@pytest.fixture
def check(project, run):
    """Runs `processpil template check` in the project; its exit code, stdout and stderr."""
    return lambda *arguments: run("-C", project, "template", "check", *arguments)


def file(project, data, name="stad.dotx"):
    folder = project / "styles/mallar"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    return folder / name


def rows(out):
    """The lines of the tables, by their last word: the key in the theme."""
    return {line.split()[-1]: line for line in out.splitlines() if line.strip()}


def test_a_sound_template(check, project):
    code, out, err = check(file(project, sound_template()))
    assert code == 0
    assert "Sidor: 210 gånger 297 mm, textens bredd 160 mm. Måtten behålls." in out
    assert "Sidhuvuden och sidfötter: 1. De behålls." in out
    assert rows(out)["rubrik1"].split() == ["Rubrik", "1", "Rubrik", "1", "behålls", "rubrik1"]
    assert "skapas ur temat" not in out
    assert err == "Inga fel i 1 fil\n"


def test_what_is_missing_is_told_and_is_a_fault_only_when_strict(check, project):
    path = file(project, word_templates.labelled())
    code, out, err = check(path)
    assert code == 0
    assert rows(out)["innehall2"].split() == ["Innehåll", "2", "skapas", "ur", "temat", "innehall2"]
    assert "Arial     måste finnas på läsarens dator" in out
    assert "varning U645: Mallen stad.dotx saknar formatmallar för: lista, innehall2. De skapas ur temat." in err
    assert check(path, "--strict")[0] == 1


def test_a_template_with_faults_has_no_tables(check, project):
    code, out, err = check(file(project, b"Hej"))
    assert (code, out) == (1, "")
    assert "fel U632: Mallen stad.dotx är ingen Word-fil." in err


def test_for_other_programs(check, project):
    code, out, _ = check(file(project, word_templates.littered()), "--json")
    told = json.loads(out)
    assert code == 0
    assert {"key": "TOC2", "name": "toc 2", "found": ""} in told["styles"]
    assert told["fonts"] == [{"name": "Calibri", "embedded": False, "of_theme": False}]
    assert (told["refused"], told["text_width"], told["headers_and_footers"]) == (False, 140.0, 4)
    assert {"U645", "U651"} <= {finding["rule"] for finding in told["findings"]}


def test_a_refused_one_for_other_programs(check, project):
    code, out, _ = check(file(project, b"Hej"), "--json")
    told = json.loads(out)
    assert (code, told["refused"], [finding["rule"] for finding in told["findings"]]) == (1, True, ["U632"])


def test_the_themes_names_are_used_for_its_own_template(check, project):
    path = project / THEME
    entry = "\nword:\n  mallar:\n  - {aktor: alla, fil: stad.dotx, stilar: {rubrik1: Stadens rubrik}}\n"
    path.write_text(path.read_text("utf-8") + entry, "utf-8")
    template = file(project, sound_template())
    code, _, err = check(template)
    assert code == 1
    assert f"{THEME}:{path.read_text('utf-8').count(chr(10))}:" in err
    assert "U654" in err
    assert check(file(project, sound_template(), "annan.dotx"))[0] == 0


def test_a_path_from_the_projects_folder(check, project):
    file(project, sound_template())
    assert check("styles/mallar/stad.dotx")[0] == 0


def test_without_a_project(run, tmp_path):
    (tmp_path / "stad.dotx").write_bytes(sound_template())
    assert run("-C", tmp_path, "template", "check", tmp_path / "stad.dotx")[0] == 0


def test_a_file_that_is_not_there_is_a_wrong_usage(check, project):
    code, _, err = check("stad.dotx")
    assert code == 2
    assert "stad.dotx" in err
    assert check(project)[0] == 2
    assert check()[0] == 2


def test_a_file_that_cannot_be_read(check, project, monkeypatch):
    """As the system says it; whoever runs the tests may be allowed to read everything."""

    def denied(path):
        raise PermissionError(errno.EACCES, "no", str(path))

    monkeypatch.setattr("pipeline.release.templates.template_bytes", denied)
    code, _, err = check(file(project, sound_template()))
    assert code == 3
    assert "behörighet saknas" in err


def test_names_cannot_command_a_terminal(check, project):
    data = sound_template(styles=part("styles", style("A\u202eB") + style("C\u009bD", key="Rubrik1")))
    _, out, _ = check(file(project, data))
    assert "\u202e" not in out
    assert "\u009b" not in out
