"""Putting a draft in its folder: made beside it, then renamed, so that a failed build leaves the last one whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from pipeline.release.build import Made
from pipeline.release.manifest import MANIFEST, Entry, entries_of, entry, manifest


class NotAnOutputFolder(Exception):
    """The folder holds other things than earlier output: it is not ours to replace."""


def publish(folder: Path, made: Sequence[Made], planned: Collection[str], date: str, language: str) -> tuple[Path, ...]:
    """The made files in `folder`, with a manifest; the paths written, in order, the manifest last.

    Artefacts of an earlier build that are still planned but were not made now stay as they were, and so does
    everything that is not ours. Raises NotAnOutputFolder, or OSError with the folder as it was.
    """
    _restore(folder)
    earlier = _earlier(folder)
    stage = folder.with_name(f".{folder.name}.stage-{os.getpid()}")
    shutil.rmtree(stage, ignore_errors=True)
    try:
        kept = _keep(folder, stage, earlier, {one.artefact.path for one in made}, planned)
        for one in made:
            _put(stage / one.artefact.path, one.data)
        entries = (*kept, *(entry(one, language) for one in made))
        _put(stage / MANIFEST, manifest(entries, date))
        _swap(stage, folder)
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    return (*(folder / one.artefact.path for one in made), folder / MANIFEST)


def _aside(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.old")


def _restore(folder: Path) -> None:
    """A build killed between its two renames left the last output aside: put it back, or clear it away."""
    aside = _aside(folder)
    if aside.is_dir():
        if folder.exists():
            shutil.rmtree(aside)
        else:
            aside.rename(folder)


def _earlier(folder: Path) -> Mapping[str, Entry]:
    """Entries of the folder's manifest by path."""
    if not folder.exists():
        return {}
    if not folder.is_dir():
        raise NotAnOutputFolder(str(folder))
    try:
        data = (folder / MANIFEST).read_bytes()
    except FileNotFoundError:
        if any(folder.iterdir()):
            raise NotAnOutputFolder(str(folder)) from None
        return {}
    return {str(one["path"]): one for one in entries_of(data)}


def _keep(
    folder: Path, stage: Path, earlier: Mapping[str, Entry], made: Collection[str], planned: Collection[str]
) -> tuple[Entry, ...]:
    """Copy what stays into the stage; the entries of the artefacts among it."""
    stage.mkdir(parents=True)
    if not folder.is_dir():
        return ()
    kept: list[Entry] = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        ours = name in earlier
        if name == MANIFEST or name in made or (ours and name not in planned):
            continue
        (stage / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, stage / name)
        if ours:
            kept.append(earlier[name])
    return tuple(kept)


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _swap(stage: Path, folder: Path) -> None:
    """The stage in the folder's place; if that fails, the folder back in its place."""
    aside = _aside(folder)
    if folder.exists():
        folder.rename(aside)
    try:
        stage.rename(folder)
    except OSError:
        if aside.is_dir():
            aside.rename(folder)
        raise
    shutil.rmtree(aside, ignore_errors=True)
