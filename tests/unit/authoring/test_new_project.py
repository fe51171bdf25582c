"""A new project: whole or not at all, and never in the place of what is there already."""

import json
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest

from pipeline.authoring import new_project
from pipeline.authoring.new_project import EXAMPLES, InTheWay, contents, create, obstacles
from pipeline.release.project import read_project
from tests.support.real import ROOT


@cache
def files_of(example: str) -> dict[str, bytes]:
    return contents(example, "")


def minimal() -> dict[str, bytes]:
    return files_of("minimal")


def tree(folder: Path) -> dict[str, bytes | None]:
    """Everything below a folder; None for folders and links that lead nowhere."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")
    }


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_becomes_a_project_that_can_be_built(tmp_path, example):
    create(tmp_path, files_of(example))
    project = read_project(tmp_path)
    assert project.programme is not None
    assert not project.report.has_errors


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_readme_begins_with_the_example_and_goes_on_with_the_commands(example):
    text = files_of(example)["README.md"].decode()
    assert text.startswith("# ")
    assert "\n# " not in text
    assert "processpil check" in text


def test_the_default_is_the_first_and_smallest():
    sizes = [sum(map(len, files_of(example).values())) for example in EXAMPLES]
    assert sizes == sorted(sizes)


def test_the_sources_of_the_clone_are_an_example_without_a_second_copy():
    files = files_of("rehabiliteringsbanan")
    names = {path.name for path in (ROOT / "sources" / "aktorer").glob("*.yaml")}
    assert {path.rpartition("/")[2] for path in files if path.startswith("sources/aktorer/")} == names
    assert "sources/README.md" not in files  # it speaks of the clone's own folders
    assert not (ROOT / "docs" / "examples" / "rehabiliteringsbanan" / "sources").exists()


def test_an_installed_program_carries_its_examples(tmp_path, monkeypatch):
    """As the wheel lays them: the examples inside the package, the clone's own project among them."""
    packed = tmp_path / "pipeline" / "examples"
    shutil.copytree(ROOT / "docs" / "examples", packed)
    for part in ("sources", "styles"):
        shutil.copytree(ROOT / part, packed / "rehabiliteringsbanan" / part)
    expected = {example: files_of(example) for example in EXAMPLES}
    monkeypatch.setattr(new_project, "_PIPELINE", tmp_path / "pipeline")
    monkeypatch.setattr(new_project, "_CLONE", tmp_path / "nowhere")
    assert {example: contents(example, "") for example in EXAMPLES} == expected


def test_the_settings_for_editors_are_json_and_the_extension_is_named():
    settings = json.loads(minimal()[".vscode/settings.json"])
    assert settings["files.encoding"] == "utf8"
    assert settings["[yaml]"]["editor.insertSpaces"] is True
    assert json.loads(minimal()[".vscode/extensions.json"])["recommendations"] == ["redhat.vscode-yaml"]


def test_every_source_file_leads_the_editor_to_its_schema():
    for path, data in minimal().items():
        if path.endswith(".yaml") and path.partition("/")[0] in ("sources", "styles"):
            first = data.decode().splitlines()[0]
            target = Path(path).parent / first.partition("$schema=")[2]
            assert Path(os.path.normpath(target)).as_posix() in minimal(), path


def test_what_runs_elsewhere_installs_only_from_the_address_it_is_given():
    workflow = minimal()[".github/workflows/processpil.yaml"].decode()
    assert "vars.PROCESSPIL_ADRESS" in workflow
    assert "://" not in workflow
    assert "processpil check --strict" in workflow
    config = minimal()[".pre-commit-config.yaml"].decode()
    assert "repo: local" in config
    assert "language: system" in config
    assert "://" not in config


@pytest.mark.skipif(os.name == "nt", reason="not this system: files have no such right there")
def test_the_hook_may_be_run(tmp_path):
    create(tmp_path, minimal())
    assert os.access(tmp_path / ".githooks" / "pre-commit", os.X_OK)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("README.md", "README.md"),
        (".vscode/settings.json", ".vscode/settings.json"),
        ("sources/program.yaml", "sources/"),
        ("sources/aktorer/polisen.yaml", "sources/"),
        ("sources/anteckningar.txt", "sources/"),
        ("styles/eget/typsnitt.ttf", "styles/"),
        (".githooks", ".githooks/pre-commit"),
        ("sources", "sources/"),
    ],
)
def test_what_is_in_the_way_is_named_and_nothing_is_written(tmp_path, path, told):
    target = tmp_path / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("mitt\n")
    before = tree(tmp_path)
    with pytest.raises(InTheWay) as fault:
        create(tmp_path, minimal())
    assert fault.value.names == (told,)
    assert tree(tmp_path) == before


@pytest.mark.skipif(os.name == "nt", reason="not this system: links need rights there")
def test_a_link_that_leads_nowhere_is_in_the_way(tmp_path):
    (tmp_path / "README.md").symlink_to("borta.md")
    assert obstacles(tmp_path, minimal()) == ("README.md",)


@pytest.mark.skipif(os.name == "nt", reason="not this system: links need rights there")
@pytest.mark.parametrize(("name", "told"), [(".github", ".github/workflows/processpil.yaml"), ("sources", "sources/")])
def test_nothing_is_written_through_a_folder_that_is_a_link(tmp_path, name, told):
    folder, elsewhere = tmp_path / "stad", tmp_path / "annans"
    folder.mkdir()
    elsewhere.mkdir()
    (folder / name).symlink_to(elsewhere)
    with pytest.raises(InTheWay) as fault:
        create(folder, minimal())
    assert fault.value.names == (told,)
    assert list(elsewhere.iterdir()) == []


def test_what_others_keep_in_the_folder_stays(tmp_path):
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    for path in ("anteckning.txt", ".vscode/tasks.json", "sources/.gitkeep"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("mitt\n")
    before = tree(tmp_path)
    create(tmp_path, minimal())
    after = tree(tmp_path)
    assert {path: after[path] for path in before} == before
    assert {path for path in after if path not in before and after[path] is not None} == set(minimal())


def test_the_same_project_again_changes_nothing(tmp_path):
    """So that what a killed process began can be finished."""
    create(tmp_path, minimal())
    (tmp_path / "sources" / "faser.yaml").unlink()
    (tmp_path / ".processpil-init-killed").mkdir()
    (tmp_path / ".processpil-init-killed" / "README.md").write_text("half\n")
    create(tmp_path, minimal())
    assert {path for path, data in tree(tmp_path).items() if data is not None} == set(minimal())


@pytest.mark.parametrize("fault", [KeyboardInterrupt, OSError(28, "full")])
@pytest.mark.parametrize("is_new", [True, False], ids=["new folder", "old folder"])
def test_an_interruption_at_any_move_leaves_no_half_project(tmp_path, monkeypatch, fault, is_new):
    folder = tmp_path / "djupt" / "ner"
    if not is_new:
        (folder / ".vscode").mkdir(parents=True)
        (folder / ".vscode" / "tasks.json").write_text("{}")
    before = tree(tmp_path)
    rename = Path.rename
    done = 0
    for allowed in range(8):
        moves = iter([rename] * allowed)

        def move(path, target, moves=moves):
            try:
                return next(moves)(path, target)
            except StopIteration:
                raise fault from None

        monkeypatch.setattr(Path, "rename", move)
        with pytest.raises(type(fault) if isinstance(fault, OSError) else fault):
            create(folder, minimal())
        assert tree(tmp_path) == before
        done += next(moves, None) is None
    assert done == 8  # each of them came as far as it was let


def test_the_sources_come_last_so_that_half_a_project_is_none(tmp_path, monkeypatch):
    rename = Path.rename
    moves: list[str] = []

    def noted(path, target):
        moves.append(target.name)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", noted)
    create(tmp_path, minimal())
    assert moves[-2:] == ["styles", "sources"]


def test_init_makes_a_project_that_check_and_build_accept(run, tmp_path):
    folder = tmp_path / "Ny stad åäö"
    code, out, err = run("init", folder)
    assert code == 0
    assert set(out.splitlines()) == {(folder / path).as_posix() for path in minimal()}
    assert f'cd "{folder}"' in err
    assert "processpil check" in err
    assert run("-C", folder, "check", "--strict")[0] == 0
    code, out, _ = run("-C", folder, "build", "karta", "--to", "svg")
    assert code == 0
    assert (folder / "output" / "utkast" / "manifest.json").is_file()


@pytest.mark.parametrize("example", ["minimal", "annan-stad"])
def test_what_init_writes_is_formatted_and_its_schemas_are_current(run, tmp_path, example):
    assert run("init", tmp_path, "--example", example)[0] == 0
    assert run("-C", tmp_path, "fmt", "--check")[0] == 0
    assert run("-C", tmp_path, "schema", "--check")[0] == 0


def test_init_without_a_folder_uses_the_one_that_one_stands_in(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, _, err = run("init", "--example", "annan-stad")
    assert code == 0
    assert "  cd " not in err
    assert (tmp_path / "sources" / "regler.yaml").is_file()


def test_init_is_quiet_when_asked_to_be(run, tmp_path):
    assert run("-q", "init", tmp_path)[2] == ""


def test_init_names_what_is_in_the_way_and_ends_with_2(run, tmp_path):
    (tmp_path / "README.md").write_text("mitt\n")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "x.yaml").write_text("mitt\n")
    code, out, err = run("init", tmp_path)
    assert (code, out) == (2, "")
    assert "README.md, sources/" in err
    assert "Inget skrevs" in err


def test_init_of_an_unknown_example_lists_those_there_are(run, tmp_path):
    code, out, err = run("init", tmp_path, "--example", "minimall")
    assert (code, out) == (2, "")
    assert all(example in err for example in EXAMPLES)
    assert list(tmp_path.iterdir()) == []


def test_init_in_a_file_ends_with_2(run, tmp_path):
    (tmp_path / "fil").write_text("mitt\n")
    code, _, err = run("init", tmp_path / "fil")
    assert code == 2
    assert "är en fil" in err


def test_init_where_one_may_not_write_ends_with_3_and_names_the_folder(run, tmp_path, monkeypatch):
    """Who runs the tests as root may write everywhere: the refusal is played."""
    make = tempfile.mkdtemp

    def refuse(*arguments, **named):
        if named.get("dir") == tmp_path:
            raise PermissionError(13, "denied", f"{tmp_path}/abc")
        return make(*arguments, **named)

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    code, _, err = run("init", tmp_path)
    assert code == 3
    assert f"{tmp_path}: behörighet saknas" in err
    assert list(tmp_path.iterdir()) == []
