"""Disks on which something goes wrong: at one operation, in one of the ways that machines know."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from enum import Enum
from pathlib import Path

from pipeline.release.disk import Disk


class Killed(BaseException):
    """The process is gone, as after kill -9: nothing that follows may change anything."""


class Kind(Enum):
    """What goes wrong at an operation. The values are the words of docs/reliability.md."""

    NO_ROOM = "ENOSPC"
    BROKEN = "EIO"
    FULL = "ENOSPC from then on"
    TORN = "half done, then ENOSPC"
    UNSURE = "done, but EIO is reported"
    INTERRUPTED = "Ctrl+C"
    KILLED = "killed before it"
    KILLED_WITHIN = "killed half way through it"

    def applies(self, operation: str) -> bool:
        """True if this can happen at an operation of that name."""
        match self:
            case Kind.FULL:
                return operation in _TAKING_ROOM
            case Kind.TORN | Kind.KILLED_WITHIN:
                return operation in _HALVED
            case Kind.UNSURE:
                return operation in _MOVING
            case _:
                return True


_TAKING_ROOM = {"mkdir", "open", "write", "fsync", "copy", "sync folder"}
_HALVED = {"write", "copy", "remove"}
_MOVING = {"rename", "replace"}
_ERRORS = {Kind.NO_ROOM: errno.ENOSPC, Kind.FULL: errno.ENOSPC, Kind.TORN: errno.ENOSPC}


class FaultyDisk(Disk):
    """A disk on which operation number `at` (from 1) goes wrong; with 0 none does. `log` has their names.

    `watch` is called before each, as another process might look at that moment.
    """

    pauses = ()

    def __init__(self, at: int = 0, kind: Kind = Kind.BROKEN, watch: Callable[[], None] = lambda: None) -> None:
        self.at, self.kind, self.watch = at, kind, watch
        self.log: list[str] = []
        self.is_dead = self.is_torn = False

    def step(self, operation: str, path: Path, source: Path | None = None) -> None:
        if self.is_dead:
            raise Killed
        self.watch()
        self.log.append(operation)
        if len(self.log) == self.at:
            self._strike(operation, path, source)
        elif self.at and len(self.log) > self.at and self.kind is Kind.FULL and Kind.FULL.applies(operation):
            raise self._error()

    def _strike(self, operation: str, path: Path, source: Path | None) -> None:
        match self.kind:
            case Kind.KILLED:
                self._die()
            case Kind.INTERRUPTED:
                raise KeyboardInterrupt
            case Kind.TORN | Kind.KILLED_WITHIN if operation == "write":
                self.is_torn = True  # `write` goes on from here
            case Kind.TORN | Kind.KILLED_WITHIN:
                _halve(operation, path, source)
                self._stop()
            case Kind.UNSURE:
                self.is_torn = True  # `_move` goes on from here
            case _:
                raise self._error()

    def _die(self) -> None:
        self.is_dead = True
        raise Killed

    def _stop(self) -> None:
        if self.kind is Kind.KILLED_WITHIN:
            self._die()
        raise self._error()

    def _error(self) -> OSError:
        number = _ERRORS.get(self.kind, errno.EIO)
        return OSError(number, os.strerror(number))

    def write(self, handle: int, data: memoryview) -> int:
        if self.is_torn:
            self.is_torn = False
            os.write(handle, data[: len(data) // 2])
            self._stop()
        return super().write(handle, data)

    def _move(self, operation: str, path: Path, target: Path, move: Callable[[Path], object]) -> None:
        def moved(target: Path) -> None:
            move(target)
            if self.is_torn:
                self.is_torn = False
                raise self._error()

        super()._move(operation, path, target, moved)


def _halve(operation: str, path: Path, source: Path | None) -> None:
    """Do half of an operation that is more than one call of the system."""
    if operation == "copy" and source is not None and source.is_file():
        data = source.read_bytes()
        path.write_bytes(data[: len(data) // 2])
    elif operation == "remove":
        for one in sorted(path.iterdir())[::2]:
            shutil.rmtree(one) if one.is_dir() else one.unlink()
