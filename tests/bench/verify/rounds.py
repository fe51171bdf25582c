"""Rounds in which each way to check a release takes its turn: seconds on the clock, and the memory of a process."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.release.edition.frozen import SUMS
from pipeline.release.edition.verifying import verify
from tests.bench.verify.releases import KINDS, Kind, hashed, written
from tests.support.real import ROOT

OURS, COMMAND, SUM, BARE = "verify, in this process", "processpil verify --bytes", "sha256sum -c", "hashlib alone"


@dataclass(frozen=True)
class Row:
    """One way to check a release of a kind: its seconds by round, and the most memory, MB, of a process of its own."""

    kind: Kind
    way: str
    seconds: tuple[float, ...]
    yardstick: tuple[float, ...]
    memory: float | None

    @property
    def speed(self) -> float:
        """MB a second, by the median round."""
        return self.kind.total / 1e6 / statistics.median(self.seconds)

    @property
    def ratio(self) -> float:
        """The time beside that of sha256sum in the same round, in the median."""
        return statistics.median(one / other for one, other in zip(self.seconds, self.yardstick, strict=True))


def measured(rounds: int) -> list[Row]:
    """All ways for all kinds; what is read lies in the memory of the system, so that no disk is measured."""
    return [row for kind in KINDS for row in _of_kind(kind, rounds)]


def _of_kind(kind: Kind, rounds: int) -> list[Row]:
    with tempfile.TemporaryDirectory() as made:
        folder = written(Path(made) / "output", kind)
        ways: dict[str, Callable[[], object]] = {
            OURS: lambda: _sound(folder),
            COMMAND: lambda: _run(_command(folder), folder),
            BARE: lambda: hashed(folder),
        }
        if shutil.which("sha256sum"):
            ways[SUM] = lambda: _run(("sha256sum", "--quiet", "-c", SUMS), folder)
        found: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(rounds + 1):
            for name, way in ways.items():
                begun = time.perf_counter()
                way()
                found[name].append(time.perf_counter() - begun)
        seconds = {name: tuple(times[1:]) for name, times in found.items()}  # the first round fills the memory
        yardstick = seconds.get(SUM, seconds[BARE])
        memory = {COMMAND: _memory(_command(folder), folder)}
    return [Row(kind, name, seconds[name], yardstick, memory.get(name)) for name in ways]


def _sound(folder: Path) -> None:
    assert verify(folder).flaws == ()


def _command(folder: Path) -> tuple[str, ...]:
    return (sys.executable, "-m", "pipeline", "-q", "verify", "--bytes", str(folder))


def _run(command: Sequence[str], folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=folder, env=environment, check=True)


def _memory(command: Sequence[str], folder: Path) -> float | None:
    """The most memory of the command, MB, where the system tells."""
    if not hasattr(os, "wait4"):
        return None
    process = subprocess.Popen(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)})
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return used.ru_maxrss * 1024 / 1e6
