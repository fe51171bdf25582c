"""Every operation of a deed through the seam, going wrong in one way after another."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from pipeline.release.edition import current_page
from pipeline.release.edition.frozen import Frozen
from pipeline.release.edition.register import Register
from tests.faults.deeds import Deed
from tests.faults.disks import FaultyDisk, Kind
from tests.faults.judging import Yardstick, copied, ended, judge_next_run, judged, measured, prepare

Counts = Counter[tuple[str, str]]


_pages: dict[Register, bytes] = {}
_draw = current_page.current_page


def _drawn_once(register: Register, manifests: Mapping[str, Frozen], notes: Mapping[str, str]) -> bytes:
    """The page of a register: the releases of its names are the same in all trials."""
    if register not in _pages:
        _pages[register] = _draw(register, manifests, notes)
    return _pages[register]


@contextmanager
def drawn_once() -> Iterator[None]:
    """Each page drawn once: that takes longer than all else, and changes nothing on the disk."""
    with patch.object(current_page, "current_page", _drawn_once):
        yield


@contextmanager
def quick() -> Iterator[None]:
    """No waiting for a real disk either: what a lost power takes is tried apart (power.py)."""
    with patch.object(os, "fsync", lambda _handle: None), drawn_once():
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
