"""The checks that look into every text, which is gathered once for all of them."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.abbreviations import unexplained_abbreviations
from pipeline.checks.blanks import pasted_blanks
from pipeline.checks.law import repealed_laws
from pipeline.checks.passages import EveryText
from pipeline.checks.readability import long_sentences
from pipeline.checks.scope import Known
from pipeline.checks.words import avoided_words
from pipeline.diagnostics import Diagnostic
from pipeline.model import Programme

_IN_EVERY_TEXT = (long_sentences, avoided_words, unexplained_abbreviations, pasted_blanks, repealed_laws)


def in_every_text(programme: Programme, known: Known) -> Iterator[Diagnostic]:
    """Everything that these checks find in the texts of a programme."""
    every = EveryText(programme)
    for find in _IN_EVERY_TEXT:
        yield from find(every, known)
