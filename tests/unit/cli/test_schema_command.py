"""`processpil schema`: what is printed where, and the exit codes."""

import json

import pytest

from tests.support.real import ROOT


@pytest.fixture
def schema(run):
    """Runs `processpil schema` in a folder; its exit code, stdout and stderr."""
    return lambda root, *arguments: run("-C", root, "schema", *arguments)


def test_without_a_kind_the_kinds_are_listed(schema, tmp_path):
    code, out, err = schema(tmp_path)
    assert (code, err) == (0, "")
    names = [line.split()[0] for line in out.splitlines()]
    assert names[:2] == ["program", "faser"]
    assert {"aktor", "regler", "tema", "papper"} <= {*names}
    assert "sources/aktorer/*.yaml" in out


def test_a_kind_is_printed_as_json(schema):
    code, out, err = schema(ROOT, "kallor")
    assert (code, err) == (0, "")
    assert json.loads(out)["properties"]["kallor"]["items"]["required"] == ["id", "titel", "url"]
    assert out.encode() == (ROOT / "sources/.schema/kallor.schema.json").read_bytes()


@pytest.mark.parametrize("arguments", [["steg"], ["aktor", "--write"], ["--check", "--write"]])
def test_a_wrong_call_ends_with_2(schema, arguments):
    code, out, err = schema(ROOT, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("Fel: ")


def test_a_folder_without_sources_ends_with_2(schema, tmp_path):
    assert schema(tmp_path, "--write")[0] == 2
    assert [*tmp_path.iterdir()] == []


def test_check_names_what_is_stale_and_write_mends_it(schema, project):
    assert schema(project, "--write")[:2] == (0, "")
    assert schema(project, "--check") == (0, "", "Alla scheman är aktuella.\n")
    (project / "sources/.schema/former.schema.json").unlink()
    former = project / "sources/former.yaml"
    former.write_bytes(former.read_bytes().partition(b"\n")[2])
    named = [(project / path).as_posix() for path in ("sources/.schema/former.schema.json", "sources/former.yaml")]
    code, out, err = schema(project, "--check")
    assert (code, out.split()) == (1, named)
    assert "schema --write" in err
    code, out, err = schema(project, "--write")
    assert (code, out.split(), err) == (0, named, "")
    assert schema(project, "--check")[0] == 0


def test_faults_in_the_sources_are_told_and_stop_nothing(schema, project):
    file = project / "sources/aktorer/region-stockholm.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("fas: 6", "fas: sex", 1), encoding="utf-8")
    code, _, err = schema(project, "--write")
    assert code == 0
    assert "Antal fel i källfilerna: 1." in err


def test_sources_of_a_newer_processpil_are_left_alone(schema, project):
    program = project / "sources/program.yaml"
    program.write_text(program.read_text(encoding="utf-8").replace("fakta/1", "fakta/99"), encoding="utf-8")
    (project / "sources/.schema/former.schema.json").unlink()
    code, out, err = schema(project, "--write")
    assert (code, out) == (2, "")
    assert "L036" in err
    assert not (project / "sources/.schema/former.schema.json").exists()
