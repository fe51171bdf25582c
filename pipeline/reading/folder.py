"""Which of the files below `sources/` are there, missing, misnamed, there twice or not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.diagnostics import Diagnostic, closest, diagnose
from pipeline.model import FILES, FileKind
from pipeline.reading.locks import locked_map
from pipeline.spans import Place

SUFFIX = ".yaml"


class Folder:
    """The files below a root, matched with what the model expects there. Paths have slashes on every system."""

    def __init__(self, paths: Iterable[str], root: str) -> None:
        """Match the paths; those outside the root, hidden ones, locks and other suffixes are none of our business."""
        self.root = root.rstrip("/")
        names = (path.removeprefix(f"{self.root}/") for path in paths if path.startswith(f"{self.root}/"))
        self.doubles, self.names = _apart(name for name in names if _is_definition(name) and locked_map(name) is None)
        unknown = [name for name in self.names if not any(_matches(kind, name) for kind in FILES)]
        self.meant = {name: self._meant(name) for name in unknown}

    def paths(self, kind: FileKind) -> list[str]:
        """The files of a kind that are there, in order of their names."""
        return [f"{self.root}/{name}" for name in self.names if _matches(kind, name)]

    def findings(self) -> Iterator[Diagnostic]:
        """What is missing, misnamed or not known."""
        meant = set(self.meant.values())
        for kind in FILES:
            if not kind.optional and not self.paths(kind) and not any(_matches(kind, name) for name in meant):
                code = "L002" if kind.many else "L001"
                yield diagnose(code, self._place(kind.path), file=kind.path, holds=kind.description)
        for name, first in self.doubles.items():
            yield diagnose("L035", self._place(name), file=name, other=first)
        for name, expected in self.meant.items():
            if expected:
                yield diagnose("L029", self._place(name), file=name, expected=expected)
            else:
                yield diagnose("L028", self._place(name), file=name)

    def _meant(self, name: str) -> str:
        """The name that this file should have had: another case or ending, or nearly that of a missing file."""
        tidy = _with_suffix(name.lower())
        if any(_matches(kind, tidy) for kind in FILES) and tidy not in self.names:
            return tidy
        stem = tidy.removesuffix(SUFFIX)
        absent = (kind for kind in FILES if not kind.many and kind.path not in self.names)
        stems = ((kind.path.removesuffix(SUFFIX), kind.optional) for kind in absent)
        # Nothing lacks an optional file: only a slip of one letter or two is taken for its name.
        guess = closest(stem, [name for name, optional in stems if not optional or abs(len(name) - len(stem)) <= 1])
        return guess and guess + SUFFIX

    def _place(self, name: str) -> Place:
        return Place(f"{self.root}/{name}", 0, 0)


def _apart(names: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """Names that differ from another only in their case, each with the one that counts; and all others, sorted.

    Of such names the one in small letters counts, else the first. Many systems take them for one file.
    """
    counts: dict[str, str] = {}
    doubles: dict[str, str] = {}
    for name in sorted(names, key=lambda name: (name != name.lower(), name)):
        first = counts.setdefault(name.lower(), name)
        if first is not name:
            doubles[name] = first
    return doubles, sorted(counts.values())


def name_id(path: str) -> str:
    """The id that a file's name gives what it holds: the name without folder and ending."""
    return path.rpartition("/")[2].removesuffix(SUFFIX)


def _is_definition(name: str) -> bool:
    """True for what an author may take for a definition; editors leave hidden copies behind."""
    return name.lower().endswith((SUFFIX, ".yml")) and not any(part.startswith(".") for part in name.split("/"))


def _with_suffix(name: str) -> str:
    return name.removesuffix(".yml") + SUFFIX if name.endswith(".yml") else name


def _matches(kind: FileKind, name: str) -> bool:
    if not kind.many:
        return name == kind.path
    folder, _, file = name.rpartition("/")
    return folder == kind.path and file.endswith(SUFFIX)
