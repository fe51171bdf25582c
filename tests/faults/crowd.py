"""`python -m tests.faults.crowd same|many FOLDER COUNT`: so many processes release at once; how each ended, as JSON.

`same`: all the same release. `many`: each its own, and tries until it is its turn; meanwhile it reads what is there.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from pipeline.release.alone import AnotherBuild
from pipeline.release.disk import THIS_DISK
from pipeline.release.edition.manifest import register_of
from pipeline.release.edition.register import LATEST, REGISTER
from pipeline.release.edition.verifying import verify
from tests.faults.deeds import RELEASES, release
from tests.faults.forks import run
from tests.faults.prepared import numbered

HALF = 71
_PAUSE = 0.002  # seconds


def _many(root: Path, number: int) -> int:
    prepared = numbered(number)
    while True:
        if not _is_sound(root):
            return HALF
        try:
            release(THIS_DISK, root, prepared)
        except AnotherBuild:
            time.sleep(_PAUSE)
            continue
        return 0 if _is_sound(root) else HALF


def _is_sound(root: Path) -> bool:
    """What a reader sees without any lock: every release whole, and everything that leads to them leads to one."""
    try:
        register = register_of((root / REGISTER).read_bytes())
        latest = (root / LATEST).read_text().strip()
    except FileNotFoundError:  # before the first is there
        return True
    there = [one.name for one in root.iterdir() if one.is_dir() and not one.name.startswith(".")]
    names = {*there, *(one.name for one in register.releases), latest}
    return not any(verify(root / name, register.find(name)).flaws for name in names)


def _at_once(work: Callable[[int], int], count: int) -> list[int]:
    """Start them all, and let them go together."""
    gate, opener = os.pipe()
    pids = []
    for number in range(1, count + 1):
        pid = os.fork()
        if pid == 0:
            os.close(opener)
            os.read(gate, 1)  # ends when the last opener is closed
            os._exit(work(number))
        pids.append(pid)
    os.close(opener)
    return [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in pids]


def main(what: str, folder: str, count: str) -> None:
    """Print the codes."""
    root = Path(folder)
    works = {"same": lambda _number: run(RELEASES[0], root), "many": lambda number: _many(root, number)}
    sys.stdout.write(json.dumps(_at_once(works[what], int(count))))


if __name__ == "__main__":
    main(*sys.argv[1:])
