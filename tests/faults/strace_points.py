"""Real faults: a process that makes a release is killed, or refused by the system, at each of its calls (strace)."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT
from tests.faults.deeds import Deed
from tests.faults.forks import CODES
from tests.faults.judging import End, Yardstick, copied, judge_next_run, judged, measured, prepare
from tests.faults.trial import Counts, drawn_once

CHANGING = ("openat", "write", "fsync", "mkdir", "rename", "close", "unlink", "unlinkat", "rmdir", "flock", "ftruncate")
READING = ("read", "getdents64", "newfstatat")
# For each kind, what strace does at the call, and the calls at which that is tried.
KINDS = {
    "KILL": ("signal=KILL", CHANGING),
    "ENOSPC": ("error=ENOSPC", CHANGING),
    "EIO": ("error=EIO", (*CHANGING, *READING)),
    "SIGINT": ("signal=INT", CHANGING),
    "SIGTERM": ("signal=TERM", CHANGING),
}
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\(")
_HAPPENED = re.compile(r"\(INJECTED\)|--- SIGINT")
_ENDS = {code: end for end, code in CODES.items()} | {-signal.SIGKILL: End.KILLED, -signal.SIGTERM: End.KILLED}


@dataclass(frozen=True, slots=True)
class Point:
    """A call of the system, the how many-th of its name, and what happens there."""

    kind: str
    call: str
    number: int

    @property
    def injection(self) -> str:
        """As strace takes it."""
        return f"inject={self.call}:{KINDS[self.kind][0]}:when={self.number}"


class Forks:
    """The process that starts the deeds."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def start(self, deed: Deed, root: Path) -> int:
        """A new process that waits; its number."""
        self._process.stdin.write(f"{deed.name}\t{root}\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def ended(self) -> int:
        """The code of the process that was started last, when it is over."""
        return int(self._process.stdout.readline())


@contextmanager
def forks() -> Iterator[Forks]:
    """One for many points: it takes a second to load all modules."""
    command = [sys.executable, "-m", "tests.faults.forks"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        yield Forks(process)
        process.stdin.close()


def watched(forks: Forks, deed: Deed, root: Path, options: Sequence[str], log: Path) -> int:
    """Run the deed with strace looking on from its first call; its code."""
    pid = forks.start(deed, root)
    command = ["strace", "-f", "-o", str(log), *options, "-p", str(pid)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
        while "attached" not in (line := strace.stderr.readline()):
            assert line, "strace ended before it looked on"
        subprocess.run(["kill", "-USR1", str(pid)], check=True)
        return forks.ended()


def calls_of(forks: Forks, deed: Deed, root: Path, log: Path) -> Counter[str]:
    """How often the deed calls the system, by the names of the calls."""
    code = watched(forks, deed, root, ["-e", f"trace={','.join((*CHANGING, *READING))}"], log)
    assert code == CODES[End.DONE]
    return Counter(found[1] for line in log.read_text().splitlines() if (found := _CALL.match(line)))


def points_of(calls: Counter[str]) -> list[Point]:
    """Every point of a deed that calls the system so often."""
    return [
        Point(kind, call, number)
        for kind, (_, names) in KINDS.items()
        for call in names
        for number in range(1, calls[call] + 1)
    ]


def struck(forks: Forks, deed: Deed, folder: Path, every: int = 1) -> dict[str, Counts]:
    """The deed at every point, or at every so many-th: by kind, how often it ended how with what on the disk."""
    before = prepare(deed, folder)
    sound = measured(deed, before, folder)
    calls = calls_of(forks, deed, copied(before, folder / "trial"), folder / "strace.log")
    counts: dict[str, Counts] = {kind: Counter() for kind in KINDS}
    with drawn_once():
        for point in points_of(calls)[::every]:
            counts[point.kind][_tried(forks, deed, sound, before, point)] += 1
    return counts


def _tried(forks: Forks, deed: Deed, sound: Yardstick, before: Path, point: Point) -> tuple[str, str]:
    root, log = copied(before, before.parent / "trial"), before.parent / "strace.log"
    code = watched(forks, deed, root, ["-e", f"trace={point.call}", "-e", point.injection], log)
    where = f"{deed.name}, {point.kind} at {point.call} number {point.number}"
    assert code in _ENDS, f"{where}: ended with {code}"
    assert code < 0 or _HAPPENED.search(log.read_text()), f"{where}: did not happen"
    try:
        found = judged(deed, sound, _ENDS[code], root)
        judge_next_run(deed, sound, root)
    except AssertionError as fault:
        raise AssertionError(f"{where}: {_ENDS[code].value}; {fault}") from fault
    return _ENDS[code].value, found
