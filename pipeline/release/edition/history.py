"""What git knows of a project: its commit, what is not committed, and the tags of earlier releases."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.release.edition.names import is_release_name
from pipeline.release.edition.refusals import refused

_PROGRAM = Path(__file__).resolve().parents[2]
PACKAGES = ".lock/run.txt"
_TAGGED = re.compile(r"manifest sha256:([0-9a-f]{64})")
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_FOLDERS = ("sources/", "styles/")
_OF_PROGRAM = ("pipeline", ".lock", "pyproject.toml")
_CODE = 2  # letters of a line of git's short status, before the blank and the path


class NoCommit(Exception):
    """The repository does not have the commit: another one has, or it was cloned without its history."""


@dataclass(frozen=True, slots=True)
class History:
    """The repository that a project lies in. `top` is its folder; `commit` the one that is checked out."""

    root: Path
    top: Path
    commit: str

    @property
    def holds_program(self) -> bool:
        """True if the program that runs lies in the repository too, as in this project's own."""
        return _PROGRAM.parent == self.top

    @property
    def inside(self) -> Path:
        """The project's folder below that of the repository."""
        return self.root.resolve().relative_to(self.top.resolve())

    @property
    def lock_sha256(self) -> str | None:
        """The digest of the packages' lock, if the repository has it."""
        file = self.top / PACKAGES
        return hashlib.sha256(file.read_bytes()).hexdigest() if self.holds_program and file.is_file() else None


def history_of(root: Path) -> History:
    """The repository of a project. Raises Refused without git, without a repository, or before the first commit."""
    try:
        top = _git(root, "rev-parse", "--show-toplevel")
    except FileNotFoundError:
        raise refused("no_git") from None
    except subprocess.CalledProcessError:
        raise refused("no_repository", folder=root) from None
    try:
        commit = _git(root, "rev-parse", "--verify", "HEAD^{commit}")
    except subprocess.CalledProcessError:
        raise refused("no_commit", folder=root) from None
    return History(root, Path(top.strip()), commit.strip())


def uncommitted(history: History, read: Collection[str]) -> tuple[str, ...]:
    """Files that are not as in the commit, from the project's folder: those that the project was read from, all others
    of its sources and styles but ignored ones, and the program if it lies in the same repository.
    """
    beside = [path for path in read if not path.startswith(_FOLDERS)]
    ours = sorted(_changed(history.root, [*(folder.rstrip("/") for folder in _FOLDERS), *beside], read))
    return (*ours, *(sorted(_changed(history.top, _OF_PROGRAM, ())) if history.holds_program else ()))


def _changed(folder: Path, paths: Collection[str], read: Collection[str]) -> Iterator[str]:
    """Those below the paths that git does not have as they are, by their paths from the folder; ignored if read."""
    status = ("status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignored=matching")
    prefix = _git(folder, "rev-parse", "--show-prefix").rstrip("\n")
    for line in _git(folder, *status, "--", *paths).split("\0"):
        code, path = line[:_CODE], line[_CODE + 1 :].removeprefix(prefix)
        if code and (code != "!!" or any(one.startswith(path) for one in read)):
            yield path


def tagged(history: History) -> dict[str, str]:
    """Releases that the repository has tags of as the command told to make them, with their manifests' digests."""
    listed = _git(history.root, "for-each-ref", "refs/tags", "--format=%(refname:short)%01%(contents)%02")
    pairs = (entry.strip().partition("\x01") for entry in listed.split("\x02"))
    found = ((name, _TAGGED.search(said)) for name, _, said in pairs)
    return {name: digest[1] for name, digest in found if digest and is_release_name(name)}


def tag_message(manifest_sha256: str) -> str:
    """What a tag must say, so that it vouches for a release."""
    return f"manifest sha256:{manifest_sha256}"


def write_tree(history: History, commit: str, folder: Path) -> None:
    """All files of a commit in a new folder. Raises NoCommit, or OSError."""
    if not _COMMIT.fullmatch(commit):  # a manifest that was changed may say anything, options of git too
        raise NoCommit
    try:
        packed = _git_bytes(history.top, "archive", "--format=zip", "-0", commit)
    except subprocess.CalledProcessError:
        raise NoCommit from None
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(folder)


def _git(folder: Path, *arguments: str) -> str:
    """What git prints, as `_git_bytes`."""
    return _git_bytes(folder, *arguments).decode("utf-8", "surrogateescape")


def _git_bytes(folder: Path, *arguments: str) -> bytes:
    """What git prints. Raises FileNotFoundError without git, CalledProcessError if it refuses."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    surroundings |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    command = ["git", "--literal-pathspecs", "-C", str(folder), *arguments]
    return subprocess.run(command, env=surroundings, capture_output=True, check=True).stdout
