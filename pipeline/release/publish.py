"""Putting a draft in its folder: made beside it, then renamed, so that a failed build leaves the last one whole."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from pipeline.release.alone import alone
from pipeline.release.build import Made
from pipeline.release.disk import THIS_DISK, Disk
from pipeline.release.manifest import MANIFEST, Entry, entries_of, entry, manifest

_MARK = "processpil"


class NotAnOutputFolder(Exception):
    """The folder holds other things than earlier output: it is not ours to replace."""


def publish(
    folder: Path, made: Sequence[Made], planned: Collection[str], date: str, language: str, disk: Disk = THIS_DISK
) -> tuple[Path, ...]:
    """The made files in `folder`, with a manifest; the paths written, in order, the manifest last.

    Artefacts of an earlier build that are still planned but were not made now stay as they were, and so does
    everything that is not ours. Raises NotAnOutputFolder, AnotherBuild, or OSError with the folder as it was.
    """
    real = folder.resolve()
    with _alone(real):
        _mend(disk, real)
        earlier = _earlier(real)
        stage = _beside(real, "stage")
        try:
            kept = _keep(disk, real, stage, earlier, {one.artefact.path for one in made}, planned)
            for one in made:
                _put(disk, stage, one.artefact.path, one.data)
            entries = (*kept, *(entry(one, language) for one in made))
            _put(disk, stage, MANIFEST, manifest(entries, date))
            _swap(disk, stage, real)
        except BaseException:
            _clear_away(disk, stage)
            raise
    return (*(folder / one.artefact.path for one in made), folder / MANIFEST)


def recover(folder: Path, disk: Disk = THIS_DISK) -> None:
    """Mend what a killed build left: the last output back in its place, stages gone. Raises AnotherBuild or OSError."""
    real = folder.resolve()
    if real.parent.is_dir() and real.name:
        with _alone(real):
            _mend(disk, real)


def _beside(folder: Path, what: str) -> Path:
    """A name of ours beside the folder; raises NotAnOutputFolder for the root, which has no beside."""
    if not folder.name:
        raise NotAnOutputFolder(str(folder))
    return folder.with_name(f".{folder.name}.{_MARK}-{what}")


def _alone(folder: Path) -> AbstractContextManager[None]:
    """Hold the folder's lock, which lies beside it: the folder itself is replaced."""
    lock = _beside(folder, "lock")
    return alone(lock.parent, lock.name, folder)


def _mend(disk: Disk, folder: Path) -> None:
    """Put back or clear away what builds that died left. Nobody else is here: each stage is one of theirs."""
    aside = _beside(folder, "aside")
    if aside.is_dir():  # killed between its two renames, or after both
        if folder.exists():
            disk.remove_tree(aside)
        else:
            disk.rename(aside, folder)
    stage = _beside(folder, "stage").name
    for path in sorted(folder.parent.iterdir()):
        if path.name.startswith(stage) and path.is_dir():
            disk.remove_tree(path)


def _clear_away(disk: Disk, stage: Path) -> None:
    """A stage, as far as it can be: what is left of it the next build sweeps."""
    with suppress(OSError):
        if stage.is_dir():
            disk.remove_tree(stage)


def _earlier(folder: Path) -> Mapping[str, Entry]:
    """Entries of the folder's manifest by path; raises NotAnOutputFolder if what is there is not ours."""
    if not folder.exists():
        return {}
    if not folder.is_dir():
        raise NotAnOutputFolder(str(folder))
    try:
        found = entries_of((folder / MANIFEST).read_bytes())
    except FileNotFoundError:
        found = None
    if found is None:
        if any(folder.iterdir()):
            raise NotAnOutputFolder(str(folder))
        return {}
    return {str(one["path"]): one for one in found}


def _keep(
    disk: Disk,
    folder: Path,
    stage: Path,
    earlier: Mapping[str, Entry],
    made: Collection[str],
    planned: Collection[str],
) -> tuple[Entry, ...]:
    """Copy what stays into the stage; the entries of the artefacts among it."""
    disk.make_folder(stage)
    kept: list[Entry] = []
    for path in _all_below(folder):
        name = path.relative_to(folder).as_posix()
        ours = name in earlier
        if name == MANIFEST or name in made or (ours and name not in planned):
            continue
        _make_folders(disk, stage, name)
        disk.copy(path, stage / name)
        if ours:
            kept.append(earlier[name])
    return tuple(kept)


def _all_below(folder: Path) -> Iterator[Path]:
    """Files, links and empty folders below a folder, links not followed. Raises OSError."""
    for where, folders, files in os.walk(folder, onerror=_refuse):
        here = Path(where)
        links = [name for name in folders if (here / name).is_symlink()]
        yield from (here / name for name in sorted((*files, *links)))
        if not folders and not files and here != folder:
            yield here


def _refuse(fault: OSError) -> None:
    """What cannot be read must not be taken for what is not there: it would be gone from the new draft."""
    if not isinstance(fault, FileNotFoundError):  # before the first draft
        raise fault


def _put(disk: Disk, stage: Path, name: str, data: bytes) -> None:
    _make_folders(disk, stage, name)
    disk.create(stage / name, data)


def _make_folders(disk: Disk, stage: Path, name: str) -> None:
    """The folders in the stage in which a file lies."""
    for folder in reversed(Path(name).parents):
        if not (stage / folder).exists():
            disk.make_folder(stage / folder)


def _swap(disk: Disk, stage: Path, folder: Path) -> None:
    """The stage in the folder's place; if that fails or is interrupted, the folder back in its place."""
    aside = _beside(folder, "aside")
    try:
        if folder.exists():
            disk.rename(folder, aside)
        disk.rename(stage, folder)
    except BaseException:
        if aside.is_dir() and not folder.exists():
            disk.rename(aside, folder)
        raise
    _clear_away(disk, aside)
