"""`processpil schema`: what is printed where, and the exit codes."""

import json
import shutil

import pytest

from pipeline.cli import main
from tests.support.real import ROOT


@pytest.fixture
def project(tmp_path):
    """A copy of the real project that a test may break."""
    for name in ("sources", "styles"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def run(capsys):
    """Runs `processpil schema`; its exit code, stdout and stderr."""

    def call(root, *arguments):
        with pytest.raises(SystemExit) as end:
            main(["-C", str(root), "schema", *arguments])
        out, err = capsys.readouterr()
        return end.value.code, out, err

    return call


def test_without_a_kind_the_kinds_are_listed(run, tmp_path):
    code, out, err = run(tmp_path)
    assert (code, err) == (0, "")
    names = [line.split()[0] for line in out.splitlines()]
    assert names[:2] == ["program", "faser"]
    assert {"aktor", "regler", "tema", "papper"} <= {*names}
    assert "sources/aktorer/*.yaml" in out


def test_a_kind_is_printed_as_json(run):
    code, out, err = run(ROOT, "kallor")
    assert (code, err) == (0, "")
    assert json.loads(out)["properties"]["kallor"]["items"]["required"] == ["id", "titel", "url"]
    assert out.encode() == (ROOT / "sources/.schema/kallor.schema.json").read_bytes()


@pytest.mark.parametrize("arguments", [["steg"], ["aktor", "--write"], ["--check", "--write"]])
def test_a_wrong_call_ends_with_2(run, arguments):
    code, out, err = run(ROOT, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("Fel: ")


def test_a_folder_without_sources_ends_with_2(run, tmp_path):
    assert run(tmp_path, "--write")[0] == 2
    assert [*tmp_path.iterdir()] == []


def test_check_names_what_is_stale_and_write_mends_it(run, project):
    assert run(project, "--write")[:2] == (0, "")
    assert run(project, "--check") == (0, "", "Alla scheman är aktuella.\n")
    (project / "sources/.schema/former.schema.json").unlink()
    former = project / "sources/former.yaml"
    former.write_bytes(former.read_bytes().partition(b"\n")[2])
    named = [(project / path).as_posix() for path in ("sources/.schema/former.schema.json", "sources/former.yaml")]
    code, out, err = run(project, "--check")
    assert (code, out.split()) == (1, named)
    assert "schema --write" in err
    code, out, err = run(project, "--write")
    assert (code, out.split(), err) == (0, named, "")
    assert run(project, "--check")[0] == 0


def test_faults_in_the_sources_are_told_and_stop_nothing(run, project):
    file = project / "sources/aktorer/region-stockholm.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("fas: 6", "fas: sex", 1), encoding="utf-8")
    code, _, err = run(project, "--write")
    assert code == 0
    assert "Antal fel i källfilerna: 1." in err


def test_sources_of_a_newer_processpil_are_left_alone(run, project):
    program = project / "sources/program.yaml"
    program.write_text(program.read_text(encoding="utf-8").replace("fakta/1", "fakta/99"), encoding="utf-8")
    (project / "sources/.schema/former.schema.json").unlink()
    code, out, err = run(project, "--write")
    assert (code, out) == (2, "")
    assert "L036" in err
    assert not (project / "sources/.schema/former.schema.json").exists()
