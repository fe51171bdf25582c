"""The inline parts of a text as Word's runs: bold, links inside the file and out of it, places to land, note marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from pipeline.document import Inline, Inlines, Jump, Landing, NoteMark, Text, Web
from pipeline.writers.docx import ooxml, styles
from pipeline.writers.docx.formats import AS_STYLE, CharacterFormat
from pipeline.writers.docx.links import Relations, note_bookmark
from pipeline.writers.docx.ooxml import Element

_BOLD = CharacterFormat(bold=True)


class InlineWriter:
    """Writes parts as runs. Raises KeyError for a Jump to an anchor that nothing has."""

    def __init__(self, relations: Relations, bookmarks: Mapping[str, str]) -> None:
        """Begin with the first bookmark; `bookmarks` are their names by anchor."""
        self._relations, self._bookmarks = relations, bookmarks
        self._count = 0

    def written(self, parts: Inlines) -> Iterator[Element]:
        """The runs of the parts, in order."""
        for part in parts:
            yield from self._part(part)

    def landing(self, anchor: str, contents: Iterable[Element]) -> Iterator[Element]:
        """The contents as a place that a Jump to this anchor leads to."""
        return self._marked(self._bookmarks[anchor], contents)

    def note(self, number: int) -> Iterator[Element]:
        """The place that the marks of a note lead to; it holds no words of its own."""
        return self._marked(note_bookmark(number), ())

    def _marked(self, name: str, contents: Iterable[Element]) -> Iterator[Element]:
        self._count += 1
        return ooxml.bookmarked(name, self._count, contents)

    def _part(self, part: Inline) -> Iterable[Element]:
        match part:
            case Text(text, strong, language):
                return [ooxml.run(text, CharacterFormat(bold=strong or None, language=language))]
            case Landing(text, anchor, strong):
                return self.landing(anchor, [ooxml.run(text, _look(strong))])
            case Jump(text, anchor, strong):
                return [ooxml.jump(text, self._bookmarks[anchor], styles.LINK, _look(strong))]
            case Web(text, address):
                return [ooxml.web_link(text, self._relations.web(address), styles.LINK)]
            case NoteMark(number):
                return [ooxml.jump(str(number), note_bookmark(number), styles.NOTE_MARK)]
        assert_never(part)


def _look(strong: bool) -> CharacterFormat:
    return _BOLD if strong else AS_STYLE
