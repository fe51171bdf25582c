"""No-break spaces that came along with pasted text; the needed ones are set when a text is read (`values.bound`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.passages import BORDER, SOFT_HYPHEN, EveryText
from pipeline.checks.scope import Known
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.values import NO_BREAK_SPACE, WORD_LIMIT

# A no-break space with the word after it, and (at the end of what stands before) the word before it; letters only.
_HELD = re.compile(rf"{NO_BREAK_SPACE}[ {NO_BREAK_SPACE}]*(?=([^\W\d_]+)([^\s{BORDER}]*))")
_WORD_BEFORE = re.compile(rf"(?:^|[\s{BORDER}(\u201d\"])([^\W\d_]+)([.,;:!?)\u201d]*)[ {NO_BREAK_SPACE}]*$")


def pasted_blanks(every: EveryText, known: Known) -> Iterator[Diagnostic]:
    """The first no-break space of a text that holds two ordinary words together."""
    short = frozenset(known.language.dotted)
    for texts in every.texts:
        seen: set[int] = set()
        text = texts.joined.replace(SOFT_HYPHEN, "")
        for match in _HELD.finditer(text):
            before = _WORD_BEFORE.search(text, max(0, match.start() - WORD_LIMIT), match.start())
            if before and _is_ordinary(short, before[1], before[2]) and _is_ordinary(short, match[1], match[2]):
                at = text.count(BORDER, 0, match.start())
                if at not in seen:
                    seen.add(at)
                    yield diagnose("S712", texts.passages[at].place, before=before[1], after=match[1])


def _is_ordinary(short: frozenset[str], word: str, signs: str) -> bool:
    """False for digits and abbreviations: in capitals, of one letter, or one that has a full stop, also without it."""
    is_short = len(word) == 1 or word.isupper() or f"{word.lower()}." in short
    return not is_short and not any(map(str.isdigit, signs))
