"""The files of a project in canonical form: which there are, what would change, and the change itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from pipeline.model import FILES
from pipeline.reading import read_value
from pipeline.reading.canonical import NotKept, canonical
from pipeline.release.workspace import PAPERS_FILE, SOURCES, opened
from pipeline.theme import PapersFile, Theme
from pipeline.values import Value

THEMES = "styles/teman"
_SUFFIX = ".yaml"


class Outcome(Enum):
    """What became of a file. One with faults is left alone, and so is one that could not be kept in every word."""

    SAME = "same"
    CHANGED = "changed"
    FAULTY = "faulty"
    NOT_KEPT = "not_kept"


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file by its path from the project's folder, its outcome, and its canonical form if that differs."""

    path: str
    outcome: Outcome
    data: bytes = b""


def definitions(root: Path) -> dict[str, type[Value]]:
    """The files of a project that have a canonical form, each with the class of what it holds.

    Raises NotAProject, or OSError if something cannot be read.
    """
    themes = (f"{THEMES}/{path.name}" for path in sorted((root / THEMES).glob(f"[!.]*{_SUFFIX}")) if path.is_file())
    known = ((path, holds(path)) for path in dict.fromkeys([*opened(root).files, *themes]))
    return {path: cls for path, cls in known if cls}


def holds(path: str) -> type[Value] | None:
    """The class of what a file holds, by its path from the project's folder; None for a file without a form."""
    folder, _, name = path.rpartition("/")
    if not name.endswith(_SUFFIX):
        return None
    if folder == THEMES:
        return Theme
    if path == PAPERS_FILE:
        return PapersFile
    places = ((f"{SOURCES}/{kind.path}", kind) for kind in FILES)
    return next((kind.holds for place, kind in places if place == (folder if kind.many else path)), None)


def formatted(root: Path, path: str, cls: type[Value]) -> Formatted:
    """A file and its canonical form. Raises OSError."""
    data = (root / path).read_bytes()
    value, _ = read_value(path, data, cls, _any_character)
    if value is None:
        return Formatted(path, Outcome.FAULTY)
    try:
        form = canonical(data, cls)
    except NotKept:
        return Formatted(path, Outcome.NOT_KEPT)
    return Formatted(path, Outcome.SAME) if form == data else Formatted(path, Outcome.CHANGED, form)


def format_files(
    root: Path, files: dict[str, type[Value]], write: Callable[[Path, bytes], None] | None = None
) -> Iterator[Formatted]:
    """Each of the files in turn, as `formatted` tells; `write` replaces those that changed. Raises OSError."""
    for path, cls in files.items():
        found = formatted(root, path, cls)
        if write and found.outcome is Outcome.CHANGED:
            write(root / path, found.data)
        yield found


def _any_character(_char: str) -> bool:
    """Which characters a font has does not matter for the form of a file."""
    return True
