"""A release made once more from the commits that made its files, in environments as they were, and compared."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from pipeline.release.edition.components import tools
from pipeline.release.edition.environments import NoEnvironment, new_environment, run_apart, runs_as_locked
from pipeline.release.edition.frozen import MANIFEST, MODEL, Frozen
from pipeline.release.edition.history import PACKAGES, History, NoCommit, write_tree
from pipeline.release.edition.manifest import OtherFormat, frozen_of, manifest_bytes, sha256
from pipeline.release.edition.remaking import CANNOT
from pipeline.release.edition.strict_json import Unreadable
from pipeline.writers import WRITERS

_PROGRAM = Path(__file__).resolve().parents[3]
_MODULE = "pipeline.release.edition.remaking"
_REMAKING = "pipeline/release/edition/remaking.py"


class Verdict(Enum):
    """How a file made once more compares with the released one."""

    EQUAL = "equal"
    SAME_CONTENT = "same_content"
    DIFFERENT = "different"
    NOT_MADE = "not_made"


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A file of the release, the release that made it, and the verdict."""

    path: str
    made_in: str
    verdict: Verdict


class CannotRebuild(Exception):
    """Why the files of one release could not be made once more: a key among the words, and what its sentence names."""

    def __init__(self, key: str, **details: object) -> None:
        """Keep the reason."""
        super().__init__(key)
        self.key = key
        self.details = details


@dataclass(slots=True)
class Rebuilding:
    """All verdicts, and why there are none for the files of a release, by its name."""

    files: list[Rebuilt] = field(default_factory=list)
    failed: dict[str, CannotRebuild] = field(default_factory=dict)


# Told before the files of each release: its name, how many they are, and the words' key of the environment.
Tell = Callable[[str, int, str], None]


def rebuild(history: History, folder: Path, frozen: Frozen, tell: Tell) -> Rebuilding:
    """Every file that a program makes, from the commit of the release that made it. Raises OSError."""
    done = Rebuilding()
    for origin in frozen.origins:
        own = tuple(one for one in frozen.artefacts if one.made_in == origin)
        if own or origin == frozen.release:
            try:
                done.files += _of_origin(history, folder, frozen, origin, tell)
            except CannotRebuild as fault:
                done.failed[origin] = fault
    return done


def _of_origin(history: History, folder: Path, frozen: Frozen, origin: str, tell: Tell) -> tuple[Rebuilt, ...]:
    """The files that one release made. Raises CannotRebuild."""
    then = replace(frozen, release=origin, date=frozen.origins[origin].date)
    with tempfile.TemporaryDirectory(prefix="processpil-") as made:
        work = Path(made)
        tree, out, manifest = work / "tree", work / "out", work / MANIFEST
        _write_commit(history, then, tree)
        kind, python, program = _environment(folder, frozen, then, work)
        tell(origin, sum(one.made_in == origin for one in frozen.artefacts), kind)
        manifest.write_bytes(manifest_bytes(then))
        arguments = [str(path) for path in (tree / history.inside, manifest, out)]
        done = run_apart(python, program, _MODULE, arguments)
        if done.returncode not in {0, CANNOT}:
            raise CannotRebuild("crashed", said=done.stderr.strip().rpartition("\n")[2])
        return tuple(_compared(folder, frozen, origin, out))


def _write_commit(history: History, then: Frozen, tree: Path) -> None:
    """The commit's files. Raises CannotRebuild where the repository lacks it."""
    try:
        write_tree(history, then.commit, tree)
    except NoCommit:
        raise CannotRebuild("no_commit", commit=then.commit) from None


def _environment(folder: Path, frozen: Frozen, then: Frozen, work: Path) -> tuple[str, str, Path]:
    """The words' key of the environment, its interpreter, and the folder of the program. Raises CannotRebuild."""
    tree, lock = work / "tree", work / "tree" / PACKAGES
    wanted = then.origins[then.release].lock_sha256
    if wanted is None:
        _require_tools(_tools_of(folder, frozen, then.release))
        return "running_program", sys.executable, _PROGRAM
    if not lock.is_file() or sha256(lock.read_bytes()) != wanted:
        raise CannotRebuild("other_lock", commit=then.commit)
    if not (tree / _REMAKING).is_file():
        raise CannotRebuild("no_program", commit=then.commit)
    if runs_as_locked(lock):
        return "running_packages", sys.executable, tree
    try:
        return "new_packages", new_environment(lock, work / "environment"), tree
    except NoEnvironment as fault:
        raise CannotRebuild("no_environment", said=fault.said) from None


def _tools_of(folder: Path, frozen: Frozen, origin: str) -> Mapping[str, str]:
    """The libraries that a release was made with; its own manifest must lie beside. Raises CannotRebuild."""
    if origin == frozen.release:
        return frozen.tools
    try:
        return frozen_of((folder.parent / origin / MANIFEST).read_bytes()).tools
    except (OSError, Unreadable, OtherFormat):
        raise CannotRebuild("no_tools", release=origin) from None


def _require_tools(wanted: Mapping[str, str]) -> None:
    """Raises CannotRebuild if other versions are installed."""
    here = tools()
    if here != dict(wanted):
        names = sorted(name for name in {*here, *wanted} if here.get(name) != wanted.get(name))
        raise CannotRebuild("other_tools", tools=", ".join(f"{name} {wanted.get(name, '-')}" for name in names))


def _compared(folder: Path, frozen: Frozen, origin: str, out: Path) -> Iterator[Rebuilt]:
    for one in frozen.artefacts:
        if one.made_in == origin:
            yield Rebuilt(one.path, origin, _verdict(folder / one.path, out / one.path, one.format))
    if origin == frozen.release:
        yield Rebuilt(MODEL, origin, _verdict(folder / MODEL, out / MODEL, None))


def _verdict(released: Path, made: Path, form: str | None) -> Verdict:
    """How the two files compare, whatever the manifest says of them; `form` is that of a publication."""
    if not made.is_file():
        return Verdict.NOT_MADE
    there, here = released.read_bytes(), made.read_bytes()
    if there == here:
        return Verdict.EQUAL
    try:
        is_same = form is not None and len({WRITERS[form].content_digest(data) for data in (there, here)}) == 1
    except ValueError:
        is_same = False
    return Verdict.SAME_CONTENT if is_same else Verdict.DIFFERENT
