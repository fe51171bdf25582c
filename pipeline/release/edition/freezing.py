"""A release put in its place: beside first, file by file onto the disk, the manifest last, then one rename.

Up to the rename nothing that there was is touched; after it the release is whole, and what leads to it can be written
again at any time (`Shelf.settle`). docs/reliability.md says what was tried against this order.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from pipeline.release.disk import FROZEN, Disk
from pipeline.release.edition.frozen import MANIFEST, Frozen
from pipeline.release.edition.refusals import Unfinished, refused
from pipeline.release.edition.register import Register
from pipeline.release.edition.shelf import STAGE, Shelf

_TAKEN = {errno.ENOTEMPTY, errno.EEXIST, errno.ENOTDIR}


def freeze(disk: Disk, shelf: Shelf, frozen: Frozen, files: Mapping[str, bytes]) -> Register:
    """The release in its folder, and the register with it. `files` are all by their paths, the manifest among them.

    The caller holds the folder's lock and has settled it. Raises Refused or OSError with nothing published, Unfinished
    with the release in its place.
    """
    stage = shelf.folder(f"{STAGE}{frozen.release}")
    try:
        _fill(disk, stage, files)
        _name(disk, stage, shelf, frozen.release)
    except BaseException:
        with suppress(OSError):
            if stage.is_dir():
                disk.remove_tree(stage)
        raise
    try:
        disk.sync_folder(shelf.root)
        return shelf.settle(disk)
    except OSError as fault:
        raise Unfinished(frozen.release, fault) from fault


def _fill(disk: Disk, stage: Path, files: Mapping[str, bytes]) -> None:
    """Every file in the stage and on the disk; the manifest after all others, so that a stage with one is whole."""
    folders = [stage, *sorted({stage / parent for path in files for parent in Path(path).parents if parent.name})]
    for folder in folders:
        disk.make_folder(folder)
    for path in sorted(files, key=lambda path: (path == MANIFEST, path)):
        disk.create(stage / path, files[path], FROZEN)
    for folder in reversed(folders):
        disk.sync_folder(folder)


def _name(disk: Disk, stage: Path, shelf: Shelf, name: str) -> None:
    """The stage under the release's name. Raises Refused if the name is taken, or OSError."""
    if shelf.folder(name).exists():  # an empty folder would be written over
        raise refused("in_the_way", folder=shelf.folder(name))
    try:
        disk.rename(stage, shelf.folder(name))
    except OSError as fault:
        if fault.errno in _TAKEN:
            raise refused("in_the_way", folder=shelf.folder(name)) from None
        raise
