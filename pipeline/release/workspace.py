"""Finds and reads what a build needs from disk: sources, styles, fixed texts and fonts. Nothing else reads files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.pictures import BYTE_LIMIT, Flaw
from pipeline.reading import FILE_LIMIT
from pipeline.theme import Typeface
from pipeline.typeface import Face

if TYPE_CHECKING:
    from pipeline.typesetting import Family

SOURCES = "sources"
PICTURES = "bilder"
RULES_FILE = "sources/regler.yaml"
THEMES = "styles/teman"
THEME_FILE = f"{THEMES}/standard.yaml"
PAPERS_FILE = "styles/papper.yaml"
_YAML = {".yaml", ".yml"}
_LOCALE = Path(__file__).resolve().parent.parent / "locale"


class NotAProject(Exception):
    """The folder has no `sources/` to build from."""


@dataclass(frozen=True)
class Workspace:
    """A project folder. Paths in `files` are as the author sees them: relative, with slashes."""

    root: Path
    files: Mapping[str, bytes]
    theme_file: str = THEME_FILE

    @property
    def sources(self) -> dict[str, bytes]:
        """The files below `sources/`."""
        return {path: data for path, data in self.files.items() if path.startswith(f"{SOURCES}/")}


def opened(root: Path, rules: Path | None = None, theme: Path | None = None) -> Workspace:
    """The project in a folder, with another file as RULES_FILE or another theme if one is named.

    Raises NotAProject, or OSError if something cannot be read.
    """
    if not (root / SOURCES).is_dir():
        raise NotAProject(str(root))
    files = {path.relative_to(root).as_posix(): _head(path) for path in _found(root)}
    if rules is not None:
        files[RULES_FILE] = _head(rules)
    if theme is None:
        return Workspace(root, files)
    files.pop(THEME_FILE, None)
    name = _shown(theme, root)
    return Workspace(root, {**files, name: _head(theme)}, name)


def _shown(file: Path, root: Path) -> str:
    """A file as its author sees it: from the project's folder where it lies there, else as it was named."""
    real, home = file.resolve(), root.resolve()
    return real.relative_to(home).as_posix() if real.is_relative_to(home) else file.as_posix()


def theme_files(root: Path) -> tuple[Path, ...]:
    """The files of the project's themes, in the order of their names."""
    files = (path for path in (root / THEMES).glob("[!.]*") if path.suffix.lower() in _YAML and path.is_file())
    return tuple(sorted(files))


def theme_bytes(file: Path, root: Path) -> tuple[str, bytes]:
    """A theme's file: its shown path, and its bytes. Raises OSError."""
    return _shown(file, root), _head(file)


def _found(root: Path) -> Iterator[Path]:
    yield from sorted(path for path in _below(root / SOURCES) if _is_source(path, root / SOURCES))
    yield from (path for name in (THEME_FILE, PAPERS_FILE) if (path := root / name).is_file())


def _below(folder: Path) -> Iterator[Path]:
    """Every file below a folder, through linked folders too but never round in a circle. Raises OSError."""
    seen = {folder.resolve()}
    for where, folders, files in os.walk(folder, onerror=_raise, followlinks=True):
        real = {name: (Path(where) / name).resolve() for name in folders}
        folders[:] = [name for name in folders if real[name] not in seen]
        seen.update(real[name] for name in folders)
        yield from (Path(where) / name for name in files)


def _raise(fault: OSError) -> None:
    raise fault


def _is_source(path: Path, sources: Path) -> bool:
    """Any YAML file in a folder that is not hidden; editors leave hidden files and copies beside."""
    hidden = any(part.startswith(".") for part in path.relative_to(sources).parts)
    return not hidden and path.suffix.lower() in _YAML and path.is_file()


def _head(path: Path) -> bytes:
    """The file, or as much of it as shows that it is too large."""
    with path.open("rb") as file:
        return file.read(FILE_LIMIT + 1)


def picture_files(root: Path) -> frozenset[str]:
    """The files of the pictures' folder, by their paths from `sources/`; links to folders are not followed."""
    sources = root / SOURCES
    return frozenset(
        (Path(where) / name).relative_to(sources).as_posix()
        for where, _, files in os.walk(sources / PICTURES)
        for name in files
    )


def picture(root: Path, path: str, files: frozenset[str]) -> bytes | Flaw:
    """A picture by its path from `sources/`, or why it is not read. `files` are those that there are.

    Of one larger than BYTE_LIMIT only so much is read as shows it. A path must be written as the file is, also on
    systems that take A for a. Raises OSError.
    """
    home = (root / SOURCES).resolve() / PICTURES
    try:
        file = (root / SOURCES / path).resolve()
    except (OSError, RuntimeError):  # links that lead in a circle
        return Flaw.MISSING
    if not file.is_relative_to(home):
        return Flaw.OUTSIDE
    if path not in files or not file.is_file():
        return Flaw.MISSING
    with file.open("rb") as opened_file:
        return opened_file.read(BYTE_LIMIT + 1)


def languages() -> frozenset[str]:
    """The languages that publications can be made in: those with the fixed texts of publications."""
    return frozenset(file.parent.name for file in _LOCALE.glob("*/texts.yaml"))


def spoken_languages() -> tuple[str, ...]:
    """The languages that findings can be told in."""
    return tuple(sorted(file.parent.name for file in _LOCALE.glob("*/faults.yaml")))


def locale_file(language: str, name: str) -> tuple[str, bytes]:
    """A file of fixed texts: its shown path and its bytes. `language` is a code such as "sv-SE"."""
    path = _LOCALE / language.partition("-")[0] / name
    return f"pipeline/locale/{path.parent.name}/{name}", path.read_bytes()


def bad_example(code: str) -> str:
    """The annotated bad example of a code; empty for a code that no small file can show.

    Of several the first by name, one that shows nothing but this code before others. They are in Swedish, as all
    sources are.
    """
    shows_more = re.compile(r"[A-Z]\d{3}-[A-Z]\d{3}-")
    files = (_LOCALE / "sv" / "examples").glob(f"{code}-*.yaml")
    found = sorted(files, key=lambda file: (bool(shows_more.match(file.name)), file.name))
    return found[0].read_text(encoding="utf-8") if found else ""


@dataclass(frozen=True)
class FontShelf:
    """The theme's fonts, loaded when first asked for: an ordinary `check` never needs them."""

    root: Path
    typeface: Typeface

    @cached_property
    def family(self) -> Family:
        """The family, measured. Raises FontFault if a file cannot be used."""
        from pipeline.typesetting import read_family  # noqa: PLC0415 - loads fontTools, which check can do without

        return read_family(self.typeface.family, self.typeface.fallback, self._files())

    def covers(self, char: str) -> bool:
        """True if all four faces have the character."""
        return self.family.covers(char)

    def _files(self) -> dict[Face, bytes]:
        from pipeline.typesetting import FontFault  # noqa: PLC0415 - as above

        names = self.typeface.files
        chosen = {
            Face.REGULAR: names.regular,
            Face.BOLD: names.bold,
            Face.ITALIC: names.italic,
            Face.BOLD_ITALIC: names.bold_italic,
        }
        folder = self.folder
        if folder is None:
            raise FontFault("font_package", file=self.typeface.package or "")
        for name in chosen.values():
            if not (folder / name).is_file():
                raise FontFault("font_missing", file=name)
        return {face: (folder / name).read_bytes() for face, name in chosen.items()}

    @property
    def folder(self) -> Path | None:
        """The package's `files` folder, or `styles/` for a family of one's own; None if there is no such package."""
        if not self.typeface.package:
            return self.root / "styles"
        try:
            spec = find_spec(self.typeface.package)
        except (ImportError, ValueError):  # a name that no package can have
            spec = None
        if spec is None or not spec.submodule_search_locations:
            return None
        return Path(spec.submodule_search_locations[0]) / "files"
