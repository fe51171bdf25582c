"""The sources of a document as numbered notes, and the marks in its text that lead to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document import Inline, Inlines, NoteMark, Notes, Text, Web
from pipeline.model import Source
from pipeline.values import NO_BREAK_SPACE


@dataclass(frozen=True, slots=True)
class NumberedSources:
    """Sources in the order of their numbers, which begin at 1."""

    sources: tuple[Source, ...]
    mark: str  # what a mark is called, with a gap for its number

    def marks(self, named: Sequence[str]) -> Inlines:
        """The marks of the sources with these ids, lowest number first; ids of others have none."""
        numbers = [number for number, source in enumerate(self.sources, 1) if source.name_id in named]
        found: list[Inline] = []
        for number in numbers:
            mark = NoteMark(number, self.mark.format(number=number))
            found += [Text(NO_BREAK_SPACE), mark] if found else [mark]
        return tuple(found)

    def notes(self) -> Notes:
        """The notes themselves: each source's title, which leads to its address."""
        return Notes(tuple((Web(source.title, source.address),) for source in self.sources))
