"""The hook of a new project: what git would keep is checked by the installed program, and a fault stops the commit."""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from pipeline.authoring.new_project import contents, create
from tests.support.real import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="not this system: git runs hooks with a shell of its own there")

STEP_FILE = "sources/aktorer/kommunen.yaml"


@cache
def project_files() -> dict[str, bytes]:
    return contents("minimal", "")


class Repository:
    """A git repository with a new project in it, and a PATH that a test may change."""

    def __init__(self, top: Path, inside: str = "") -> None:
        self.top, self.project = top, top / inside
        self.temporary = top.parent
        self.path = [str(Path(tool).parent) for name in ("git", "sh") if (tool := shutil.which(name))]
        top.mkdir()
        self.git("init", "-q", "-b", "main")
        create(self.project, project_files())
        self.git("config", "core.hooksPath", f"{inside}/.githooks".lstrip("/"))
        self.git("add", ".")

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        named = {f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "TMPDIR": str(self.temporary)}
        environment = {"PATH": os.pathsep.join(self.path), **named, **alone}
        command = ["git", *arguments]
        return subprocess.run(
            command, check=False, cwd=self.top, env=environment, capture_output=True, encoding="utf-8"
        )

    def commit(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.git("commit", "-q", "-m", "a change", *arguments)

    def change(self, old: str, new: str) -> None:
        file = self.project / STEP_FILE
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def program(tmp_path):
    """A folder with the program as it would be installed."""
    shim = tmp_path / "bin" / "processpil"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m pipeline "$@"\n')
    shim.chmod(0o755)
    return str(shim.parent)


@pytest.fixture
def repository(tmp_path, program):
    """A repository whose first commit is the project."""
    found = Repository(tmp_path / "repo")
    found.path.insert(0, program)
    assert found.commit("--no-verify").returncode == 0
    return found


@pytest.mark.parametrize("inside", ["", "en mapp/åt oss"], ids=["at the top", "in a folder"])
def test_a_new_project_passes_and_a_fault_stops_the_commit_with_a_way_out(tmp_path, program, inside):
    repository = Repository(tmp_path / "repo", inside)
    repository.path.insert(0, program)
    first = repository.commit()
    assert (first.returncode, first.stderr) == (0, "")
    repository.change("till: ko-avslut", "till: ko-avslutt")
    done = repository.commit("-a")
    assert done.returncode == 1
    assert f"{STEP_FILE}:" in done.stderr
    assert "git commit --no-verify" in done.stderr
    assert repository.commit("-a", "--no-verify").returncode == 0


def test_a_change_without_a_fault_is_committed_in_silence(repository):
    repository.change("titel: Ansökan kommer in", "titel: En ansökan kommer in")
    done = repository.commit("-a")
    assert (done.returncode, done.stderr) == (0, "")


def test_what_is_checked_is_what_git_would_keep(repository):
    """The mended file lies on disk, but the faulty one was added."""
    repository.change("till: ko-avslut", "till: ko-avslutt")
    repository.git("add", ".")
    repository.change("till: ko-avslutt", "till: ko-avslut")
    assert repository.commit().returncode == 1


def test_a_commit_that_names_its_repository_is_checked_too(tmp_path, program):
    """Then git tells the hook of it by a way that is right only from the top."""
    repository = Repository(tmp_path / "repo", "en mapp")
    repository.path.insert(0, program)
    repository.change("till: ko-avslut", "till: ko-avslutt")
    done = repository.git("--git-dir=.git", "--work-tree=.", "commit", "-q", "-a", "-m", "a change")
    assert done.returncode == 1
    assert f"{STEP_FILE}:" in done.stderr


def test_a_commit_of_other_files_needs_no_program(repository):
    repository.path.pop(0)
    (repository.project / "anteckning.txt").write_text("en rad\n")
    repository.git("add", ".")
    assert repository.commit().returncode == 0


def test_without_the_program_nothing_is_committed_unseen(repository):
    repository.path.pop(0)
    repository.change("titel: Ansökan kommer in", "titel: En ansökan kommer in")
    done = repository.commit("-a")
    assert done.returncode == 1
    assert "processpil hittas inte" in done.stderr


def test_the_hook_leaves_nothing_behind(repository, tmp_path):
    repository.temporary = tmp_path / "temporary"
    repository.temporary.mkdir()
    repository.change("till: ko-avslut", "till: ko-avslutt")
    repository.commit("-a")
    assert list(repository.temporary.iterdir()) == []


def test_the_hook_downloads_nothing():
    hook = project_files()[".githooks/pre-commit"].decode()
    assert not any(word in hook for word in ("curl", "wget", "pip ", "http"))
