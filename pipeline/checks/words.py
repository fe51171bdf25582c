"""Words that are avoided: the language's own and the project's, each with what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pipeline.checks.passages import BORDER, EveryText, Passage, breakable
from pipeline.checks.scope import Known
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model import Programme, Term


class _Avoided(NamedTuple):
    """A word as it begins, what to write instead (may be empty), and if it is banned."""

    word: str
    instead: str
    banned: bool


def avoided_words(every: EveryText, known: Known) -> Iterator[Diagnostic]:
    """Avoided words, each told once for a text; not in the entry of the glossary that explains them."""
    avoided = _avoided(every.programme, known)
    others = [other.lower() for entry in known.language.avoided for other in entry.others]
    # Of two words that begin alike the longer one is meant.
    beginnings = sorted({*avoided, *others}, key=lambda word: (-len(word), word))
    for texts in every.texts:
        seen: set[tuple[int, str]] = set()
        lowered = texts.plain.lower()
        for start, beginning in sorted(_met(beginnings, lowered).items()):
            at, entry = lowered.count(BORDER, 0, start), avoided.get(beginning)
            passage = texts.passages[at]
            if entry and (at, beginning) not in seen and not _explains(passage, entry, avoided):
                seen.add((at, beginning))
                instead = entry.instead or known.language.another_word
                form = _word_at(lowered, start, len(beginning))
                yield diagnose("S707" if entry.banned else "S708", passage.place, word=form, instead=instead)


def _avoided(programme: Programme, known: Known) -> dict[str, _Avoided]:
    """The language's words and the project's, which wins where both name the same."""
    entries = [_Avoided(entry.word, entry.instead, entry.banned) for entry in known.language.avoided]
    entries += [_Avoided(entry.word, entry.instead or "", entry.banned) for entry in programme.rules.avoided]
    return {breakable(entry.word).lower(): entry for entry in entries}


def _met(beginnings: list[str], text: str) -> dict[int, str]:
    """Where a word begins with which of these. Plain search: an expression costs many times more."""
    found: dict[int, str] = {}
    for beginning in beginnings:
        start = text.find(beginning)
        while start >= 0:
            if start == 0 or not text[start - 1].isalnum():
                found.setdefault(start, beginning)
            start = text.find(beginning, start + 1)
    return found


def _word_at(text: str, start: int, least: int) -> str:
    """The whole word (or words) that begins there, in small letters."""
    end = start + least
    while text[end : end + 1].isalpha():
        end += 1
    return text[start:end]


def _explains(passage: Passage, entry: _Avoided, avoided: Mapping[str, _Avoided]) -> bool:
    """True for an entry of the glossary on this word, or on one with the same advice, which is its synonym."""
    if not isinstance(passage.value, Term):
        return False
    name = breakable(passage.value.name).lower()
    same = (
        word for word, other in avoided.items() if other is entry or (other.instead and other.instead == entry.instead)
    )
    return any(name.startswith(word) for word in same)
