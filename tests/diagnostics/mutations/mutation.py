"""One slip of a person: which text is replaced by what, and what the person meant by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.diagnostics.mutations.outline import SOURCES, Path_, line_starts

Line = tuple[str, int]  # a file and a line counted from 0
Near = Callable[[], frozenset[Line]]


@dataclass(frozen=True, slots=True)
class Edit:
    """A part of a file, from `start` up to `end`, and what stands there instead."""

    file: str
    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Mutation:
    """A slip. `meant` is the text that should be read at `path` if nothing is said, None where the slip means none.

    `near` are lines of the untouched files where the fault may be told too: where the block began that lost a line,
    or what refers to what was changed.
    """

    kind: str
    slip: str
    field: str
    path: Path_
    edits: tuple[Edit, ...]
    meant: str | None = None
    near: Near = frozenset

    @property
    def file(self) -> str:
        """The file of the first edit."""
        return self.edits[0].file

    def texts(self) -> dict[str, str]:
        """The changed files."""
        found: dict[str, str] = {}
        for edit in sorted(self.edits, key=lambda edit: edit.start, reverse=True):
            text = found.get(edit.file, SOURCES[edit.file])
            found[edit.file] = text[: edit.start] + edit.new + text[edit.end :]
        return found

    def moved(self, file: str, line: int) -> int | None:
        """Where a line of the untouched file now stands, None if it is gone."""
        start, after = line_starts(file)[line : line + 2]
        now = line
        for edit in self.edits:
            if edit.file != file or edit.start > start:
                continue
            if edit.end <= start:
                now += edit.new.count("\n") - SOURCES[file].count("\n", edit.start, edit.end)
            elif edit.start < start or edit.end >= after:
                return None
        return now

    def touched(self) -> set[Line]:
        """The lines, as they stand now, that hold new text; where text only went, the lines before and after."""
        found: set[Line] = set()
        for edit in self.edits:
            first = SOURCES[edit.file].count("\n", 0, edit.start) + self._shift(edit)
            height = edit.new.count("\n") - edit.new.endswith("\n")
            lines = range(first, first + height + 1) if edit.new else (first - 1, first)
            found |= {(edit.file, line) for line in lines}
        return found

    def _shift(self, edit: Edit) -> int:
        before = (other for other in self.edits if other.file == edit.file and other.start < edit.start)
        return sum(o.new.count("\n") - SOURCES[o.file].count("\n", o.start, o.end) for o in before)
