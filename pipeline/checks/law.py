"""Laws that have been repealed are not cited as if they were in force."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.passages import EveryText, Passage, Texts, breakable
from pipeline.checks.scope import Known
from pipeline.diagnostics import Diagnostic, diagnose


def repealed_laws(every: EveryText, known: Known) -> Iterator[Diagnostic]:
    """A law's number in any text, told once for a text, if it was repealed by the date of the material."""
    laws = {law.number: law for law in known.language.repealed if law.since <= every.programme.settings.date}
    for texts in every.texts:
        for number, law in laws.items():
            # Looking first costs next to nothing, and most texts cite none.
            if number in texts.plain:
                since = law.since.isoformat()
                for passage in _citing(texts, number):
                    yield diagnose("S713", passage.place, law=law.name, number=number, since=since, now=law.replaced_by)


def _citing(texts: Texts, number: str) -> Iterator[Passage]:
    cited = re.compile(rf"(?<![\w:]){re.escape(number)}(?![\w:])")
    yield from (passage for passage in texts.passages if cited.search(breakable(passage.text)))
