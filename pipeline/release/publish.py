"""Putting a draft in its folder: made beside it, then renamed, so that a failed build leaves the last one whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from pipeline.release.build import Made
from pipeline.release.manifest import MANIFEST, Entry, entries_of, entry, manifest

_MARK = "processpil"


class NotAnOutputFolder(Exception):
    """The folder holds other things than earlier output: it is not ours to replace."""


class AnotherBuild(Exception):
    """Another build is writing to the same folder right now."""


def publish(folder: Path, made: Sequence[Made], planned: Collection[str], date: str, language: str) -> tuple[Path, ...]:
    """The made files in `folder`, with a manifest; the paths written, in order, the manifest last.

    Artefacts of an earlier build that are still planned but were not made now stay as they were, and so does
    everything that is not ours. Raises NotAnOutputFolder, AnotherBuild, or OSError with the folder as it was.
    """
    real = folder.resolve()
    with _alone(real):
        _put_back(real)
        earlier = _earlier(real)
        stage = _beside(real, f"stage-{os.getpid()}")
        try:
            kept = _keep(real, stage, earlier, {one.artefact.path for one in made}, planned)
            for one in made:
                _put(stage / one.artefact.path, one.data)
            entries = (*kept, *(entry(one, language) for one in made))
            _put(stage / MANIFEST, manifest(entries, date))
            _swap(stage, real)
        except BaseException:
            shutil.rmtree(stage, ignore_errors=True)
            raise
    return (*(folder / one.artefact.path for one in made), folder / MANIFEST)


def recover(folder: Path) -> None:
    """Mend what a killed build left: the last output back in its place, stages of dead processes gone."""
    real = folder.resolve()
    if real.parent.is_dir() and real.name:
        with _alone(real):
            _put_back(real)
            for stage in real.parent.glob(f".{real.name}.{_MARK}-stage-*"):
                if not _is_alive(stage.name.rpartition("-")[2]):
                    shutil.rmtree(stage, ignore_errors=True)


def _beside(folder: Path, what: str) -> Path:
    """A name of ours beside the folder; raises NotAnOutputFolder for the root, which has no beside."""
    if not folder.name:
        raise NotAnOutputFolder(str(folder))
    return folder.with_name(f".{folder.name}.{_MARK}-{what}")


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder's lock: a file with our process number. That of a dead process is taken over."""
    lock = _beside(folder, "lock")
    lock.parent.mkdir(parents=True, exist_ok=True)
    if lock.is_file() and not _is_alive(lock.read_text()):
        lock.unlink(missing_ok=True)
    try:
        handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    except FileExistsError:
        raise AnotherBuild(str(folder)) from None
    try:
        os.write(handle, str(os.getpid()).encode())
        os.close(handle)
        yield
    finally:
        lock.unlink(missing_ok=True)


def _is_alive(pid: str) -> bool:
    """True if the process runs. Where it cannot be asked without harm (Windows), it is taken to run."""
    if os.name != "posix":
        return True
    try:
        os.kill(int(pid), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True


def _put_back(folder: Path) -> None:
    """A build killed between its two renames left the last output aside: put it back, or clear it away."""
    aside = _beside(folder, "aside")
    if aside.is_dir():
        if folder.exists():
            shutil.rmtree(aside)
        else:
            aside.rename(folder)


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
    folder: Path, stage: Path, earlier: Mapping[str, Entry], made: Collection[str], planned: Collection[str]
) -> tuple[Entry, ...]:
    """Copy what stays into the stage; the entries of the artefacts among it."""
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    kept: list[Entry] = []
    for path in _all_below(folder):
        name = path.relative_to(folder).as_posix()
        ours = name in earlier
        if name == MANIFEST or name in made or (ours and name not in planned):
            continue
        _copy(path, stage / name)
        if ours:
            kept.append(earlier[name])
    return tuple(kept)


def _all_below(folder: Path) -> Iterator[Path]:
    """Files, links and empty folders below a folder, links not followed."""
    for where, folders, files in os.walk(folder):
        here = Path(where)
        links = [name for name in folders if (here / name).is_symlink()]
        yield from (here / name for name in sorted((*files, *links)))
        if not folders and not files and here != folder:
            yield here


def _copy(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink():
        target.symlink_to(path.readlink())
    elif path.is_dir():
        target.mkdir()
    else:
        shutil.copy2(path, target)


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _swap(stage: Path, folder: Path) -> None:
    """The stage in the folder's place; if that fails or is interrupted, the folder back in its place."""
    aside = _beside(folder, "aside")
    try:
        if folder.exists():
            folder.rename(aside)
        stage.rename(folder)
    except BaseException:
        if aside.is_dir() and not folder.exists():
            aside.rename(folder)
        raise
    shutil.rmtree(aside, ignore_errors=True)
