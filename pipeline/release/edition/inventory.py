"""What lies in a folder, down to its last link and empty folder; nothing is opened and no link is followed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Inventory:
    """All by their paths below the folder, with slashes: files with their sizes, and what is no file.

    `links` are symbolic ones, `odd` are pipes, sockets and devices, `empty` are folders with nothing in them, and
    `closed` are folders that may not be looked into.
    """

    files: dict[str, int]
    links: tuple[str, ...]
    odd: tuple[str, ...]
    empty: tuple[str, ...]
    closed: tuple[str, ...]


def inventory(folder: Path) -> Inventory:
    """Everything in a folder. Raises OSError if it cannot be looked into itself."""
    files: dict[str, int] = {}
    rest: dict[str, list[str]] = {"links": [], "odd": [], "empty": [], "closed": []}
    waiting = [("", tuple(_entries(folder)))]
    while waiting:
        place, entries = waiting.pop()
        for entry in entries:
            path = place + entry.name
            if entry.is_symlink():
                rest["links"].append(path)
            elif entry.is_dir(follow_symlinks=False):
                try:
                    inside = tuple(_entries(Path(entry.path)))
                except OSError:
                    rest["closed"].append(path)
                    continue
                waiting.append((f"{path}/", inside))
                rest["empty"] += [] if inside else [path]
            elif entry.is_file(follow_symlinks=False):
                files[path] = entry.stat(follow_symlinks=False).st_size
            else:
                rest["odd"].append(path)
    return Inventory(files, **{kind: tuple(sorted(paths)) for kind, paths in rest.items()})


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        yield from found
