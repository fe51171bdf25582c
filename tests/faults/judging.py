"""How a deed ended, and whether what lies on the disk agrees with what was told (docs/reliability.md)."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from pipeline.release.alone import LOCK
from pipeline.release.disk import Disk
from pipeline.release.edition.refusals import Unfinished
from pipeline.release.edition.register import REGISTER
from tests.faults.deeds import DRAFT, Deed
from tests.faults.disks import FaultyDisk, Killed

Tree = Mapping[str, bytes]


class End(Enum):
    """What whoever ran the deed was told. The values are the words of docs/reliability.md."""

    DONE = "done"
    FAILED = "not done"
    UNFINISHED = "done, ways to it not yet"
    INTERRUPTED = "interrupted"
    KILLED = "killed"


def tree(root: Path) -> Tree:
    """All files below a folder by their paths, but for locks, which bar nobody once their holder is gone."""
    found = (path for path in sorted(root.rglob("*")) if path.is_file())
    names = {path.relative_to(root).as_posix(): path for path in found}
    return {name: path.read_bytes() for name, path in names.items() if name != LOCK and not name.endswith("-lock")}


def _shown(found: Tree) -> Tree:
    return {name: data for name, data in found.items() if not name.startswith(".")}


def _hidden(root: Path) -> set[str]:
    """Stages and files that are not whole yet, by their names."""
    return {path.name for path in root.glob(".*") if path.name != LOCK and not path.name.endswith("-lock")}


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A deed on a sound disk: what lay there before and after, and every state of the files that lead to releases.

    `hidden` are the remains of killed runs that lay there before.
    """

    before: Tree
    hidden: frozenset[str]
    after: Tree
    seen: Mapping[str, frozenset[bytes | None]]
    operations: tuple[str, ...]


def prepare(deed: Deed, folder: Path) -> Path:
    """The folder to start from."""
    root = folder / "before"
    if deed.whole or deed is DRAFT:
        root.mkdir()
    deed.before(root)
    return root


def measured(deed: Deed, before: Path, folder: Path) -> Yardstick:
    """Run the deed where nothing goes wrong."""
    root = copied(before, folder / "sound")
    first, states = tree(before), [tree(before)]
    disk = FaultyDisk(watch=lambda: states.append(tree(root)))
    deed.run(disk, root)
    states.append(tree(root))
    names = {name for state in states for name in _shown(state) if "/" not in name}
    seen = {name: frozenset(state.get(name) for state in states) for name in names}
    return Yardstick(first, frozenset(_hidden(before)), states[-1], seen, tuple(disk.log))


def copied(before: Path, root: Path) -> Path:
    """A fresh copy of a folder in place of the one of the last trial."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(before, root, symlinks=True)
    return root


def ended(deed: Deed, disk: Disk, root: Path) -> End:
    """Run the deed, and say what was told."""
    try:
        deed.run(disk, root)
    except Killed:
        return End.KILLED
    except KeyboardInterrupt:
        return End.INTERRUPTED
    except Unfinished:
        return End.UNFINISHED
    except OSError:
        return End.FAILED
    return End.DONE


def judged(deed: Deed, sound: Yardstick, end: End, root: Path) -> str:
    """What lies there, in a word; AssertionError if it breaks a promise or gives the lie to what was told."""
    found = tree(root)
    if deed is DRAFT:
        return _judged_draft(sound, end, found, root)
    for name, files in deed.whole.items():
        assert tree(root / name) == files, f"{name} was damaged"
    there = False
    for name, files in deed.new.items():
        there = (root / name).exists()
        assert not there or tree(root / name) == files, f"{name} is there in part"
    for name, states in sound.seen.items():
        assert found.get(name) in states, f"{name} is half written or out of order"
    _judge_what_was_told(deed, sound, end, found, there, _hidden(root))
    if deed.new:
        return "whole" if there else "absent"
    return "changed" if found.get(REGISTER) == sound.after.get(REGISTER) else "as before"


def _judge_what_was_told(deed: Deed, sound: Yardstick, end: End, found: Tree, there: bool, hidden: set[str]) -> None:
    match end:
        case End.DONE:
            assert found == sound.after, "success was claimed falsely"
            assert not hidden, "what was done has left something"
        case End.FAILED if deed.name == "latest":
            pass  # mends as far as it comes, and promises nothing before its end
        case End.FAILED:
            assert _shown(found) == _shown(sound.before), "what failed has changed something"
            assert hidden <= sound.hidden, "what failed has left something"
        case End.UNFINISHED:
            done = there if deed.new else found[REGISTER] == sound.after[REGISTER]
            assert done, "said to be done and is not"
            assert not hidden, "a stage was left"
        case End.INTERRUPTED if not there:
            assert hidden <= sound.hidden, "what was interrupted has left something"
        case _:
            pass


def _judged_draft(sound: Yardstick, end: End, found: Tree, root: Path) -> str:
    shown = _shown(found)
    states = {"absent": {}, "as before": _shown(sound.before), "changed": sound.after}
    state = next((name for name, one in states.items() if shown == one), "half")
    allowed = {
        End.DONE: {"changed"},
        End.FAILED: {"as before"},
        End.INTERRUPTED: {"as before", "changed"},
        End.KILLED: {"absent", "as before", "changed"},
    }
    assert state in allowed[end], f"a draft that is {end.value} is {state}"
    if end is End.FAILED or (end is End.INTERRUPTED and state == "as before"):
        assert not _hidden(root), "a stage was left"
    if state == "absent":  # between the two renames: the last draft waits beside for the next build
        aside = ".utkast.processpil-aside/"
        beside = {f"utkast/{name.removeprefix(aside)}": data for name, data in found.items() if name.startswith(aside)}
        assert beside == sound.before
    return state


def judge_next_run(deed: Deed, sound: Yardstick, root: Path) -> None:
    """The next run on a sound disk ends where the deed would have ended, and leaves nothing of ours beside it."""
    deed.again(root)
    found = tree(root)
    assert found == sound.after, "the next run does not end as the deed would have"
    assert not list(root.glob(".*")), "the next run leaves something"
