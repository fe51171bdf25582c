"""Every operation of a deed through the seam, going wrong in one way after another."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from tests.faults.deeds import Deed
from tests.faults.disks import FaultyDisk, Kind
from tests.faults.judging import Yardstick, copied, ended, judge_next_run, judged, measured, prepare

Counts = Counter[tuple[str, str]]


@contextmanager
def quick() -> Iterator[None]:
    """No waiting for a real disk: what a lost power takes is tried apart (tests/faults/power.py)."""
    with patch.object(os, "fsync", lambda _handle: None):
        yield


def tried(deed: Deed, kind: Kind, folder: Path) -> Counts:
    """The deed with each of its operations going wrong: how often it ended how, with what on the disk."""
    counts: Counts = Counter()
    with quick():
        before = prepare(deed, folder)
        sound = measured(deed, before, folder)
        for number in points(kind, sound):
            root = copied(before, folder / "trial")
            disk = FaultyDisk(number, kind)
            end = ended(deed, disk, root)
            where = f"{deed.name}, {kind.value}, operation {number} ({disk.log[number - 1]})"
            try:
                counts[end.value, judged(deed, sound, end, root)] += 1
                judge_next_run(deed, sound, root)
            except AssertionError as fault:
                raise AssertionError(f"{where}: {end.value}; {fault}") from fault
    return counts


def points(kind: Kind, sound: Yardstick) -> list[int]:
    """The operations that can go wrong in that way, from 1."""
    return [number for number, name in enumerate(sound.operations, 1) if kind.applies(name)]
