"""Marked content of one page: which paint belongs to which element, and every way in which that can go wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from pipeline.writers.written import Finding, Part

ARTIFACT = "Artifact"


@dataclass(slots=True)
class Mark:
    """Marked content with an id: its tag, and the words shown in it, in the order they are shown."""

    tag: str
    mcid: int
    words: list[str] = field(default_factory=list)
    painted: bool = False

    @property
    def text(self) -> str:
        """The words put together, with nothing between them that is not in the file."""
        return "".join(self.words)


@dataclass(slots=True)
class _Open:
    """Marked content that is not closed yet, with the place where it was opened."""

    tag: str
    mark: Mark | None
    actual: str | None
    saved: int
    in_text: bool


@dataclass(slots=True)
class Marks:
    """The marks of a page while its content is read. `saved` and `in_text` follow q, Q, BT and ET."""

    page: int
    found: dict[int, Mark] = field(default_factory=dict)
    faults: list[Finding] = field(default_factory=list)
    saved: int = 0
    in_text: bool = False
    _open: list[_Open] = field(default_factory=list)

    def begin(self, tag: str, properties: Any = None) -> None:
        """BMC or BDC (ISO 32000-1, 14.6)."""
        held: Any = properties if isinstance(properties, pikepdf.Dictionary) else {}
        mark = self._marked(tag, int(held["/MCID"])) if "/MCID" in held else None
        if (mark or tag == ARTIFACT) and any(one.mark or one.tag == ARTIFACT for one in self._open):
            self._fault("mark_nested", tag)
        actual = str(held["/ActualText"]) if "/ActualText" in held else None
        self._open.append(_Open(tag, mark, actual, self.saved, self.in_text))

    def end(self) -> None:
        """EMC."""
        if not self._open:
            self._fault("mark_crosses", "EMC")
            return
        closed = self._open.pop()
        if (closed.saved, closed.in_text) != (self.saved, self.in_text):
            self._fault("mark_crosses", closed.tag)
        if closed.actual is not None:
            self._add(closed.actual) if closed.mark is None else closed.mark.words.append(closed.actual)

    def show(self, text: str) -> None:
        """Words that are shown; an ActualText round them says them instead (ISO 32000-1, 14.9.4)."""
        self.paint(text)
        if not any(one.actual is not None for one in self._open):
            self._add(text)

    def paint(self, what: str) -> None:
        """Paint of any kind: it belongs to an element or is an artifact (ISO 14289-1, 7.1)."""
        mark = self._innermost()
        if mark is not None:
            mark.painted = True
        elif not any(one.tag == ARTIFACT for one in self._open):
            self._fault("paint_unmarked", what)

    def finish(self) -> None:
        """The end of the page's content."""
        for one in self._open:
            self._fault("mark_crosses", one.tag)
        if self.saved or self.in_text:
            self._fault("state_unclosed", "q" if self.saved else "BT")

    def _marked(self, tag: str, mcid: int) -> Mark:
        if mcid in self.found:
            self._fault("mark_repeated", str(mcid))
            return self.found[mcid]
        return self.found.setdefault(mcid, Mark(tag, mcid))

    def _add(self, text: str) -> None:
        mark = self._innermost()
        if mark is not None:
            mark.words.append(text)

    def _innermost(self) -> Mark | None:
        return next((one.mark for one in reversed(self._open) if one.mark is not None), None)

    def _fault(self, code: str, what: str) -> None:
        self.faults.append(Finding(code, f"page {self.page}: {what[:60]}", Part.STRUCTURE))

    def __iter__(self) -> Iterator[Mark]:
        """Every mark, in the order they are opened."""
        return iter(self.found.values())
