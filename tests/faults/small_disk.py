"""A disk that is really full: 256 KiB in memory, with more and more room on it until a deed succeeds. Needs root."""

from __future__ import annotations

import os
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.release.disk import THIS_DISK
from tests.faults.deeds import Deed
from tests.faults.judging import End, ended, judge_next_run, judged, measured, prepare
from tests.faults.trial import Counts

SIZE, PAGE = 256, 4  # KiB


class CannotMount(Exception):
    """Only root may, and not in every container."""


@contextmanager
def mounted(folder: Path) -> Iterator[Path]:
    """A small disk there. Raises CannotMount."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}k", "tmpfs", str(folder)]
    if os.name != "posix" or os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        raise CannotMount
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def filled(deed: Deed, disk: Path, folder: Path) -> Counts:
    """The deed with no room at all, then with a page more each time: how often it ended how, with what on the disk."""
    counts: Counts = Counter()
    before = prepare(deed, folder)
    sound = measured(deed, before, folder)
    for free in range(0, SIZE, PAGE):
        root = placed(before, disk)
        filler = _fill(disk, free)
        end = ended(deed, THIS_DISK, root)
        counts[end.value, judged(deed, sound, end, root)] += 1
        filler.unlink()
        judge_next_run(deed, sound, root)
        if end is End.DONE:
            return counts
    raise AssertionError(f"{deed.name} needs more than {SIZE} KiB")


def placed(before: Path, disk: Path) -> Path:
    """A fresh copy of a folder on the small disk."""
    root = disk / "output"
    subprocess.run(["rm", "-rf", str(root)], check=True)
    subprocess.run(["cp", "-a", str(before), str(root)], check=True)
    return root


def _fill(disk: Path, free: int) -> Path:
    """A file that leaves so many KiB."""
    filler = disk / "filler"
    room = os.statvfs(disk)
    filler.write_bytes(b"x" * max(room.f_bavail * room.f_frsize - free * 1024, 0))
    return filler
