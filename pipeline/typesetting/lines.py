"""Breaking text into lines: at spaces, at Swedish hyphenation points, never elsewhere, and never cut short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pyphen

from pipeline.lengths import Pt
from pipeline.typeface import Face
from pipeline.typesetting.fonts import Family

SOFT_HYPHEN = "\u00ad"
NO_BREAK_SPACE = "\u00a0"
# What separates words; a line break in a source is a space like any other.
_BLANKS = re.compile(r"[ \n]+")
# A part shorter than this is not worth a break: two letters alone on a line are misread.
_SHORTEST_PART = 3
# Endings that close the first part of a Swedish compound; a break after one reads better than the patterns' last.
_JOINTS = ("ings", "ions", "hets", "skaps", "tets", "ments")


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Lines of text and the width of the widest, mm."""

    lines: tuple[str, ...]
    width: float


@dataclass(frozen=True)
class Typesetter:
    """Measures and breaks text in one family and one language (a code such as "sv-SE")."""

    family: Family
    language: str

    def width(self, text: str, size: Pt, face: Face = Face.REGULAR) -> float:
        """Width of a line, mm; soft hyphens count nothing."""
        return self.family.width(_BLANKS.sub(" ", text.replace(SOFT_HYPHEN, "")), size, face)

    def broken(self, text: str, room: float, size: Pt, face: Face = Face.REGULAR) -> Paragraphs:
        """The text in as few lines as fit into `room` mm, filled from the start.

        A word wider than the room is broken at Swedish hyphenation points; one that has none, or whose parts are
        too wide still, keeps its width: the answer is then wider than the room, never shorter than the text.
        """
        lines: list[str] = []
        current = ""
        for word in _BLANKS.split(text):
            longer = f"{current} {word}" if current else word
            if not current or self.width(longer, size, face) <= room:
                current = longer
            else:
                lines.append(current)
                current = word
            *done, current = self._parts(current, room, size, face)
            lines += done
        lines.append(current)
        return self._measured(lines, size, face)

    def balanced(self, text: str, room: float, size: Pt, face: Face = Face.REGULAR) -> Paragraphs:
        """The text in the same number of lines as `broken`, but with lines as equal as they can be.

        Found by narrowing the room as long as neither the number of lines nor that of word breaks grows.
        """
        best = self.broken(text, room, size, face)
        low, high = 0.0, best.width
        for _ in range(12):
            middle = (low + high) / 2
            found = self.broken(text, middle, size, face)
            if _cost(found) <= _cost(best) and found.width <= best.width:
                best, high = found, middle
            else:
                low = middle
        return best

    def _parts(self, line: str, room: float, size: Pt, face: Face) -> Sequence[str]:
        """The line as it is if it fits; else its last word broken so that all but the last part fit."""
        parts: list[str] = []
        while self.width(line, size, face) > room:
            head, _, word = line.rpartition(" ")
            if head:  # only a lone word is broken: the word before it would otherwise have stayed
                break
            cut = self._last_fitting(word, room, size, face)
            if not cut:
                break
            first, line = cut
            parts.append(first)
        return (*parts, line)

    def _last_fitting(self, word: str, room: float, size: Pt, face: Face) -> tuple[str, str] | None:
        """The word in two at the best point that fits, else at its first point; None if it has no point."""
        halves = [_halves(word, at) for at in break_points(word, self.language)]
        fitting = [cut for cut in halves if self.width(cut[0], size, face) <= room]
        at_joint = [cut for cut in fitting if cut[0][:-1].endswith(_JOINTS)]
        return next(iter(at_joint[-1:] or fitting[-1:] or halves[:1]), None)

    def _measured(self, lines: Sequence[str], size: Pt, face: Face) -> Paragraphs:
        shown = tuple(line.replace(SOFT_HYPHEN, "") for line in lines)
        return Paragraphs(shown, max(self.family.width(line, size, face) for line in shown))


def _halves(word: str, at: int) -> tuple[str, str]:
    first = word[:at].rstrip(SOFT_HYPHEN)
    return (first if first.endswith("-") else f"{first}-"), word[at:].lstrip(SOFT_HYPHEN)


def _cost(found: Paragraphs) -> tuple[int, int, int]:
    """What balancing must not make worse: word breaks, those of them away from a joint, and lines."""
    broken = [line for line in found.lines if line.endswith("-")]
    rough = [line for line in broken if not line[:-1].endswith(_JOINTS)]
    return len(broken), len(rough), len(found.lines)


@lru_cache(maxsize=4096)
def break_points(word: str, language: str) -> tuple[int, ...]:
    """Where a word may break, as indexes: at soft hyphens if it has any, else by the language's patterns.

    A hyphen inside a word is a break point too. Words held together by no-break spaces break inside each word,
    never at the space. Patterns: pyphen (LibreOffice's dictionaries).
    """
    if NO_BREAK_SPACE in word:
        return tuple(_within_parts(word, language))
    if SOFT_HYPHEN in word:
        return tuple(at + 1 for at, char in enumerate(word) if char == SOFT_HYPHEN)
    patterns = _dictionary(language)
    found = set(patterns.positions(word)) if patterns else set()
    found |= {at + 1 for at, char in enumerate(word) if char == "-"}
    last = len(word.rstrip(".,:;!?)”"))
    return tuple(sorted(at for at in found if _SHORTEST_PART <= at <= last - _SHORTEST_PART))


def _within_parts(word: str, language: str) -> Iterator[int]:
    start = 0
    for part in word.split(NO_BREAK_SPACE):
        yield from (start + at for at in break_points(part, language))
        start += len(part) + 1


@lru_cache(maxsize=8)
def _dictionary(language: str) -> pyphen.Pyphen | None:
    """The language's patterns, None for a language that has none."""
    code = language.replace("-", "_")
    known = code if code in pyphen.LANGUAGES else pyphen.language_fallback(code)
    return pyphen.Pyphen(lang=known) if known else None
