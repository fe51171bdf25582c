"""The one seam to the disk: all that a release changes there goes through these few operations, each durable when done.

A test puts another `Disk` in its place, whose `step` fails or kills where it wants. The order of operations is what
makes a release safe (docs/reliability.md); this module only keeps each of them whole.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

# Nobody is to edit what was released; on Windows this sets the file's read-only flag.
FROZEN, EDITABLE = 0o444, 0o644
_BLOCK = 1 << 20


class Disk:
    """The machine's own disk. Every method raises OSError and leaves what was there, unless it says otherwise."""

    def step(self, operation: str, path: Path) -> None:
        """Called before each operation of the system, with its name; does nothing here. A fault may be raised."""

    def make_folder(self, path: Path) -> None:
        """A new folder; raises FileExistsError if anything is there."""
        self.step("mkdir", path)
        path.mkdir()

    def create(self, path: Path, data: bytes, mode: int = EDITABLE) -> None:
        """A new file with its bytes, on the disk before this returns; what was begun stays if it fails."""
        self.step("open", path)
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), mode)
        try:
            view = memoryview(data)
            while view:
                self.step("write", path)
                view = view[os.write(handle, view[:_BLOCK]) :]
            self.step("fsync", path)
            os.fsync(handle)
        finally:
            self.step("close", path)
            os.close(handle)

    def sync_folder(self, path: Path) -> None:
        """The names in a folder on the disk. Windows has no such call, and keeps its names safe by itself."""
        self.step("sync folder", path)
        if os.name == "nt":
            return
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def rename(self, path: Path, target: Path) -> None:
        """A folder's final name; raises OSError (ENOTEMPTY, EEXIST) if a folder with something in it has it."""
        self.step("rename", target)
        path.rename(target)

    def replace(self, path: Path, data: bytes) -> None:
        """A file's new bytes, in one step: whoever reads finds the old ones or the new. Nothing is left beside."""
        beside = path.with_name(f".{path.name}.new")
        self._clear(beside)
        try:
            self.create(beside, data)
            self.step("replace", path)
            beside.replace(path)
        except BaseException:
            with suppress(OSError):
                self._clear(beside)
            raise
        self.sync_folder(path.parent)

    def _clear(self, path: Path) -> None:
        self.step("unlink", path)
        path.unlink(missing_ok=True)

    def remove_tree(self, path: Path) -> None:
        """A folder of ours and all in it, read-only files too."""
        self.step("remove", path)
        if os.name == "nt":
            for file in path.rglob("*"):
                file.chmod(EDITABLE)
        shutil.rmtree(path)
