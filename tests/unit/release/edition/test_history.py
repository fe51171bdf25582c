"""What git knows of a project: asked of real repositories."""

import subprocess
from pathlib import Path

import pytest

from pipeline.release.edition.history import history_of, tag_message, tagged, uncommitted
from pipeline.release.edition.refusals import Refused
from tests.conftest import ROOT
from tests.support.repository import committed, git


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository whose project lies in a folder with a name that git would quote."""
    project = tmp_path / "repo" / "en mapp med å"
    for name in ("sources/aktorer/fk.yaml", "sources/program.yaml", "styles/papper.yaml", "README.md"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text("a: 1\n")
    (tmp_path / "repo/.gitignore").write_text("output/\n*.bak\nhemligt.yaml\n")
    committed(tmp_path / "repo")
    # As committed() would, but the repository is the folder above.
    return project


def reasons(call) -> list[str]:
    with pytest.raises(Refused) as found:
        call()
    return [reason.key for reason in found.value.reasons]


def test_a_clean_project(root):
    history = history_of(root)
    assert history.commit == git(root, "rev-parse", "HEAD")
    assert history.top == root.parent
    assert not history.holds_program
    assert history.lock_sha256 is None
    assert uncommitted(history, ["sources/program.yaml"]) == ()


def test_everything_that_is_not_as_in_the_commit_is_named_from_the_projects_folder(root):
    (root / "sources/program.yaml").write_text("a: 2\n")
    (root / "sources/ny å.yaml").write_text("")
    (root / "styles/papper.yaml").unlink()
    (root / "README.md").write_text("not read by anyone")
    (root / "sources/aktorer/fk.yaml").write_text("a: 3\n")
    git(root, "add", "sources/aktorer/fk.yaml")
    found = uncommitted(history_of(root), ())
    assert found == ("sources/aktorer/fk.yaml", "sources/ny å.yaml", "sources/program.yaml", "styles/papper.yaml")


def test_a_file_that_git_ignores_counts_if_the_project_was_read_from_it(root):
    (root / "sources/aktorer/fk.yaml.bak").write_text("")
    (root / "sources/hemligt.yaml").write_text("")
    assert uncommitted(history_of(root), ["sources/program.yaml"]) == ()
    assert uncommitted(history_of(root), ["sources/hemligt.yaml"]) == ("sources/hemligt.yaml",)


def test_a_file_beside_the_sources_counts_if_it_goes_along(root):
    (root / "LICENSE").write_text("MIT")
    (root / "sources/a[1].yaml").write_text("")
    assert uncommitted(history_of(root), ["LICENSE", "sources/a[1].yaml"]) == ("LICENSE", "sources/a[1].yaml")


def test_a_renamed_file_is_two_files(root):
    git(root, "mv", "sources/program.yaml", "sources/annat.yaml")
    assert uncommitted(history_of(root), ()) == ("sources/annat.yaml", "sources/program.yaml")


def test_no_repository_no_commit_no_git(tmp_path, monkeypatch):
    assert reasons(lambda: history_of(tmp_path)) == ["no_repository"]
    git(tmp_path, "init", "--quiet")
    assert reasons(lambda: history_of(tmp_path)) == ["no_commit"]
    monkeypatch.setenv("PATH", str(tmp_path))
    assert reasons(lambda: history_of(tmp_path)) == ["no_git"]


def test_a_repository_elsewhere_that_the_environment_names_is_not_asked(root, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "repo/.git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path))
    assert history_of(root).top == root.parent


def test_only_tags_that_vouch_for_a_release_are_its_tags(root):
    digest = "a" * 64
    git(root, "tag", "-a", "2026.1", "-m", tag_message(digest))
    git(root, "tag", "-a", "v1", "-m", "A version of something")
    git(root, "tag", "2025.1")
    git(root, "tag", "-a", "rel/2026", "-m", tag_message(digest))
    assert tagged(history_of(root)) == {"2026.1": digest}


def test_this_projects_own_repository_holds_the_program_and_its_lock():
    try:
        git(ROOT, "rev-parse", "HEAD")
    except subprocess.CalledProcessError:
        pytest.fail("the tests run in a clone")
    history = history_of(ROOT)
    assert history.holds_program
    assert history.lock_sha256 is not None
