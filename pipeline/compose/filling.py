"""Fixed texts with gaps, filled with parts of running text instead of plain words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from string import Formatter

from pipeline.document import Inline, Inlines, Text

_BREAK = Text("\n")


def filled(template: str, parts: Mapping[str, Inline]) -> Inlines:
    """The text with a part for each of its gaps; raises KeyError for a gap without one."""
    found: list[Inline] = []
    for words, gap, *_ in Formatter().parse(template):
        if words:
            found.append(Text(words))
        if gap is not None:
            found.append(parts[gap])
    return tuple(found)


def lines(sentences: Iterable[Inlines]) -> Inlines:
    """Sentences, each on a line of its own."""
    return tuple(part for at, parts in enumerate(sentences) for part in ((_BREAK,) if at else ()) + parts)
