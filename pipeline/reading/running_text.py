"""Slips in a text that YAML takes without a word: a part cut off, a line too many, the next entry swallowed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.spans import Place

# A # after a space begins a remark, which nobody reads. People put a space after it there, and none in "nr #3".
_CUT = re.compile(r"[ ]+(#(?![0-9A-Fa-f]{6}\b)[^\s#].*)")
_MAY_BE_CUT = re.compile(r" #[^\s#]")


def may_have_lost_text(text: str) -> bool:
    """True if somewhere in a file a # may have cut off the rest of a text; files without are not looked at again."""
    return _MAY_BE_CUT.search(text) is not None


def slips_of_text(file: str, text: str, event: Any) -> Iterator[Diagnostic]:
    """What is odd about a text of the file, as the parser's event tells its place."""
    start, end = event.start_mark, event.end_mark
    is_plain = event.implicit[0]
    if is_plain and (cut := _CUT.match(text, end.index)):
        column = start.column + 1 if start.index == end.index else end.column + cut.start(1) - end.index + 1
        yield diagnose("L040", Place(file, end.line + 1, column), rest=cut[1].strip()[:40])
    if start.line != end.line and text[start.index] not in "|>":
        lines = text[start.index : end.index].split("\n")
        is_entry = is_plain and text[max(start.index - 2, 0) : start.index] == "- "
        yield from _odd_lines(file, lines, start.line + 1, start.column + 1 if is_entry else 0)


def _odd_lines(file: str, lines: list[str], first: int, least: int) -> Iterator[Diagnostic]:
    """A line that stands there twice, or that looks like an entry of its own: by its dash, or left of column `least`.

    With `least` 0 the text is no entry, or stands within quotes, where every line is meant.
    """
    before = lines[0].strip()
    for number, line in enumerate(lines[1:], first + 1):
        words = line.strip()
        place = Place(file, number, len(line) - len(line.lstrip()) + 1)
        if len(words) > 1 and words == before:
            yield diagnose("L042", place)
        elif words and least and (words.startswith("- ") or place.column < least):
            yield diagnose("L041", place)
        before = words
