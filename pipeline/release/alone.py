"""One at a time in a folder: a lock that the system takes back when its holder ends, however it ends."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import lock_descriptor

from pipeline.release.disk import THIS_DISK

LOCK = ".lock"
# Whoever else may write in the folder may take the lock of a process that died: a shared folder has many users.
_FOR_ALL = 0o666
# A lock is a plain file: a link laid in its place is refused, so that nothing elsewhere is overwritten.
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_LONGEST = 300


class AnotherBuild(Exception):
    """Another process writes in the folder right now; its number and its machine, "?" where they cannot be read."""

    def __init__(self, folder: Path, pid: str, host: str) -> None:
        """Keep where it writes, and who it is."""
        super().__init__(str(folder))
        self.folder = folder
        self.pid = pid
        self.host = host


@contextmanager
def alone(folder: Path, name: str = LOCK, guarded: Path | None = None) -> Iterator[None]:
    """Nobody else is in here with the lock file of this name in the folder, which is made if there is none.

    Raises AnotherBuild at once, without waiting, with the folder that is `guarded` (by default this one), or OSError
    where the lock cannot be made or the file system has no locks. What a process that was killed left in the folder may
    be swept in here: none of those who made it is alive.
    """
    THIS_DISK.make_folders(folder)
    lock = folder / name
    handle = _held(lock, guarded or folder)
    try:
        yield
    finally:
        # While still held: whoever opened the file before now sees in `_is_at` that it is the file of nobody any more.
        # Windows removes no open file; there it stays.
        with suppress(OSError):
            if _is_at(handle, lock):
                lock.unlink()
        # What was done in here is done, whatever the system says about the lock.
        with suppress(OSError):
            os.close(handle)


def _held(lock: Path, guarded: Path) -> int:
    while True:
        handle = os.open(lock, _FLAGS, _FOR_ALL)
        try:
            if not lock_descriptor(handle, blocking=False):
                raise AnotherBuild(guarded, *_holder(handle))
            if _is_at(handle, lock):
                _sign(handle)
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _is_at(handle: int, lock: Path) -> bool:
    """True if the open file still is the one of that name: the last holder takes it away when it ends."""
    try:
        return os.path.samestat(os.fstat(handle), lock.stat(follow_symlinks=False))
    except FileNotFoundError:
        return False


def _sign(handle: int) -> None:
    """Who holds it, for the one who is refused; a full disk cannot hold it, and that is no harm.

    The first byte stays free: it is the locked one, which Windows lets nobody else read.
    """
    with suppress(OSError, AttributeError):  # Windows has it from Python 3.13 on, and needs it not
        os.fchmod(handle, _FOR_ALL)  # past the umask; only its owner may, and need
    with suppress(OSError):
        os.ftruncate(handle, 0)
        os.write(handle, f" {os.getpid()} {platform.node()}\n".encode())


def _holder(handle: int) -> tuple[str, str]:
    try:
        os.lseek(handle, 1, os.SEEK_SET)
        pid, host = os.read(handle, _LONGEST).decode().split()
    except (OSError, ValueError):
        return "?", "?"
    return pid, host
