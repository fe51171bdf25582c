"""The one seam to the disk: all that a release or a draft changes there goes through these few operations.

A test puts another `Disk` in its place, whose `step` fails or kills where it wants. The order of operations is what
makes a release safe (docs/reliability.md); this module only keeps each of them whole.
"""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

# Nobody is to edit what was released; on Windows this sets the file's read-only flag.
FROZEN, EDITABLE = 0o444, 0o644
_BLOCK = 1 << 20
# What file systems answer that cannot sync a folder, as some network shares: then there is nothing more to be done.
_NO_FOLDER_SYNC = {errno.EINVAL, errno.EBADF, errno.ENOTSUP}


class Disk:
    """The machine's own disk.

    Every method raises OSError, and then has changed nothing but what its own text says.
    """

    # Seconds between new tries of a renaming: on Windows it fails while a scanner for viruses reads one of the files.
    pauses: Sequence[float] = (0.1,) * 10 if os.name == "nt" else ()

    def step(self, operation: str, path: Path, source: Path | None = None) -> None:
        """Called before each operation of the system, with its name; does nothing here. A fault may be raised.

        `source` is what is renamed to `path` or copied there.
        """

    def make_folder(self, path: Path) -> None:
        """A new folder; raises FileExistsError if anything is there."""
        self.step("mkdir", path)
        path.mkdir()

    def make_folders(self, path: Path) -> None:
        """A folder and those above it, where they are missing; their names on the disk. Those made stay if it fails."""
        missing = [folder for folder in (path, *path.parents) if not folder.is_dir()]
        for folder in reversed(missing):
            with suppress(FileExistsError):  # somebody else made it just now; if it is no folder the next step fails
                self.make_folder(folder)
            self.sync_folder(folder.parent)

    def create(self, path: Path, data: bytes, mode: int = EDITABLE) -> None:
        """A new file with its bytes, on the disk before this returns; what was begun stays if it fails."""
        self.step("open", path)
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), mode)
        try:
            view = memoryview(data)
            while view:
                self.step("write", path)
                view = view[self.write(handle, view[:_BLOCK]) :]
            self.step("fsync", path)
            os.fsync(handle)
        finally:
            try:
                self.step("close", path)
            finally:
                os.close(handle)

    def write(self, handle: int, data: memoryview) -> int:
        """Some of the bytes into an open file; how many."""
        return os.write(handle, data)

    def copy(self, path: Path, target: Path) -> None:
        """A file, a link or an empty folder of the user's own, with its times; what was begun stays if it fails."""
        self.step("copy", target, path)
        if path.is_symlink():
            target.symlink_to(path.readlink())
        elif path.is_dir():
            target.mkdir()
        else:
            shutil.copy2(path, target)

    def sync_folder(self, path: Path) -> None:
        """The names in a folder on the disk. Windows has no such call, and keeps its names safe by itself."""
        self.step("sync folder", path)
        if os.name == "nt":
            return
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as fault:
            if fault.errno not in _NO_FOLDER_SYNC:
                raise
        finally:
            os.close(handle)

    def rename(self, path: Path, target: Path) -> None:
        """A folder's final name; raises OSError (ENOTEMPTY, EEXIST) if a folder with something in it has it."""
        self._moved("rename", path, target, path.rename)

    def replace(self, path: Path, data: bytes) -> None:
        """A file's new bytes, in one step: whoever reads finds the old ones or the new. Nothing is left beside.

        Where OSError is raised the new bytes may stand there all the same: only their name was not yet safe.
        """
        beside = path.with_name(f".{path.name}.new")
        self.remove(beside)
        try:
            self.create(beside, data)
            self._moved("replace", beside, path, beside.replace)
        except BaseException:
            with suppress(OSError):
                self.remove(beside)
            raise
        self.sync_folder(path.parent)

    def _moved(self, operation: str, path: Path, target: Path, move: Callable[[Path], object]) -> None:
        for pause in self.pauses:
            with suppress(PermissionError):
                self._move(operation, path, target, move)
                return
            time.sleep(pause)
        self._move(operation, path, target, move)

    def _move(self, operation: str, path: Path, target: Path, move: Callable[[Path], object]) -> None:
        self.step(operation, target, path)
        was_there = path.exists()
        try:
            move(target)
        except OSError:
            # Done, whatever the answer was: a network share may lose the first one and refuse the second try.
            if not was_there or path.exists() or not target.exists():
                raise

    def remove(self, path: Path) -> None:
        """A file of ours, if it is there."""
        self.step("unlink", path)
        path.unlink(missing_ok=True)

    def remove_tree(self, path: Path) -> None:
        """A folder of ours and all in it, read-only files too; where OSError is raised some of it may be left."""
        self.step("remove", path)
        if os.name == "nt":
            for file in path.rglob("*"):
                file.chmod(EDITABLE)
        shutil.rmtree(path)


THIS_DISK = Disk()
