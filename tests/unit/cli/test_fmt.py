"""`processpil fmt`: what it writes, lists and says."""

import pytest

FILE = "sources/faser.yaml"


def change(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_project_in_canonical_form_is_left_as_it_is(run, project):
    before = {path: path.stat().st_mtime_ns for path in project.rglob("*.yaml")}
    assert run("-C", project, "fmt", "--check")[:2] == (0, "")
    assert run("-C", project, "fmt")[:2] == (0, "")
    assert {path: path.stat().st_mtime_ns for path in project.rglob("*.yaml")} == before


def test_check_lists_what_would_change_and_writes_nothing(run, project):
    change(project / FILE, "nr: 1", 'nr: "1"  # ett')
    before = (project / FILE).read_bytes()
    code, out, err = run("-C", project, "fmt", "--check")
    assert (code, out) == (1, FILE + "\n")
    assert "1 av" in err
    assert (project / FILE).read_bytes() == before


def test_a_changed_file_is_listed_and_written(run, project):
    whole = (project / FILE).read_text(encoding="utf-8")
    change(project / FILE, "nr: 1", 'nr: "1"')
    assert run("-C", project, "-q", "fmt") == (0, FILE + "\n", "")
    assert (project / FILE).read_text(encoding="utf-8") == whole


def test_a_file_with_faults_is_told_and_the_others_are_written(run, project):
    change(project / FILE, "nr: 1", "nr: ett")
    change(project / "sources/program.yaml", "namn: ", "namn:   ")
    code, out, err = run("-C", project, "fmt")
    assert (code, out) == (1, "sources/program.yaml\n")
    assert f"{FILE} har fel" in err
    assert "processpil check" in err


@pytest.mark.parametrize("path", [FILE, "sources", "."])
def test_only_the_named_files_are_written(run, project, path, monkeypatch):
    change(project / FILE, "nr: 1", 'nr: "1"')
    change(project / "styles/papper.yaml", "841", '"841"')
    named = [FILE, "styles/papper.yaml"] if path == "." else [FILE]
    assert run("-C", project, "fmt", "--check", project / path)[1].split() == named
    monkeypatch.chdir(project)
    assert run("fmt", "--check", path)[1].split() == named
    assert run("fmt", "--check", "styles")[1].split() == ["styles/papper.yaml"]


@pytest.mark.parametrize("path", ["saknas.yaml", "sources/README.md", ".."])
def test_a_path_without_such_files_ends_with_2(run, project, path, monkeypatch):
    (project / "under").mkdir()
    monkeypatch.chdir(project / "under")
    if path == "..":
        path = project / "under"
    code, out, err = run("-C", project, "fmt", path)
    assert (code, out) == (2, "")
    assert str(path) in err


def test_outside_a_project_it_ends_with_2(run, tmp_path):
    assert run("-C", tmp_path, "fmt")[0] == 2
