"""Sentences and words of a text, counted for one language: what readability is measured by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.checks.passages import breakable
from pipeline.wording.language import LanguageRules

_OPENING = "(\u201d\"\u2019'\u00ab["
# Begins with one set of characters, since that is quick.
_END = re.compile("[.?!\u2026\n]+[\u201d\"\u2019')\u00bb\\]]*(?:(?<=\n)|\\s+|$)")
# What stands between blanks and has a letter or digit: a sign alone is no word.
_WORD = re.compile(r"\w\S*")
# So many letters make a word long: more than six (Björnsson 1968).
_LONG = 7


@dataclass(frozen=True, slots=True)
class Count:
    """How many sentences, words and long words a text has."""

    sentences: int
    words: int
    long: int

    def __add__(self, other: Count) -> Count:
        """The count of both texts."""
        return Count(self.sentences + other.sentences, self.words + other.words, self.long + other.long)

    @property
    def lix(self) -> float:
        """The readability index: words a sentence + long words in a hundred words; 0 for no text.

        C. H. Björnsson, Läsbarhet, 1968.
        """
        return self.words / self.sentences + 100 * self.long / self.words if self.words else 0.0


class Counter:
    """Counts texts of one language."""

    def __init__(self, rules: LanguageRules) -> None:
        """Of the rules only the abbreviations with a full stop are needed."""
        self._dotted, self._closing = frozenset(rules.dotted), frozenset(rules.closing)

    def sentences(self, text: str) -> list[str]:
        """The sentences of a text; a line break ends one, an abbreviation's full stop does not.

        An abbreviation that may stand last in a sentence (m.m.) ends it if a capital follows.
        """
        text, start, found = breakable(text), 0, []
        for end in _END.finditer(text):
            if end[0] != ". " or not self._goes_on(text, end.start()):
                found.append(text[start : end.end()])
                start = end.end()
        return [sentence for sentence in (*found, text[start:]) if _WORD.search(sentence)]

    def _goes_on(self, text: str, dot: int) -> bool:
        """True if the full stop is an abbreviation's, and its sentence not over."""
        word = text[text.rfind(" ", 0, dot) + 1 : dot + 1].rpartition("\n")[2].lstrip(_OPENING).lower()
        if word not in self._dotted:
            return False
        return word not in self._closing or not text[dot + 2 : dot + 4].lstrip(_OPENING)[:1].isupper()

    def of(self, text: str) -> Count:
        """The count of one text."""
        words = words_in(text)
        return Count(
            len(self.sentences(text)), len(words), sum([_is_long(word) for word in words if len(word) >= _LONG])
        )


def words_in(text: str) -> list[str]:
    """The words of a text, with the signs that stand after them."""
    return _WORD.findall(breakable(text))


def _is_long(word: str) -> bool:
    # Nearly all can be told by their beginning; digits, hyphens and other signs do not count.
    return word[:_LONG].isalpha() or sum(map(str.isalpha, word)) >= _LONG


def total(counts: Iterable[Count]) -> Count:
    """The count of several texts together."""
    return sum(counts, Count(0, 0, 0))
