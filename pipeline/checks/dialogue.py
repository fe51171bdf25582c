"""Questions for the dialogue: each step asks one, and it is a question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.scope import ActorMap
from pipeline.checks.titles import is_closed
from pipeline.diagnostics import Diagnostic, diagnose

# A question that is quoted is not asked; ?? is one.
_ASKED = re.compile(r"\?+(?![?\u201d\"\u00bb])")


def questions_to_ask(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """The dialogue question ends with a question mark, and asks one thing."""
    for step in actor_map.actor.steps:
        place, text = step.place("question"), step.question
        asked = len(_ASKED.findall(text))
        if asked > 1:
            yield diagnose("S711", place, step=step.name_id, count=asked)
        elif not is_closed(text, ("?",)):
            yield diagnose("S710", place, step=step.name_id, key=step.key("question"))
