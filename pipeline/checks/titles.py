"""Titles keep to their length, and a step has two or three facts, each a whole sentence."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.passages import SOFT_HYPHEN
from pipeline.checks.scope import ActorMap
from pipeline.diagnostics import Diagnostic, diagnose

# Characters: what a box on a map holds, and what the condensed poster has room for (users.md, section 6).
TITLE_LIMIT, SHORT_LIMIT = 40, 18
LEAST_FACTS, MOST_FACTS = 2, 3
_CLOSING = ("\u201d", '"', "\u2019", "'", "\u00bb", ")")


def long_titles(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """A title, or a short title, of more characters than it has room for."""
    for step in actor_map.actor.steps:
        for code, field, text, limit in (
            ("S701", "title", step.title, TITLE_LIMIT),
            ("S702", "short", step.short, SHORT_LIMIT),
        ):
            length = len(text.replace(SOFT_HYPHEN, ""))
            if length > limit:
                yield diagnose(code, step.place(field), key=step.key(field), text=text, length=length, limit=limit)


def number_of_facts(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """A step tells in two or three entries what happens. One too many that repeats another is told as that."""
    for step in actor_map.actor.steps:
        counts = (len(step.facts), len(set(step.facts)))
        if not any(LEAST_FACTS <= count <= MOST_FACTS for count in counts):
            yield diagnose(
                "S714", step.key_place("facts"), key=step.key("facts"), step=step.name_id, count=len(step.facts)
            )


def unfinished_facts(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """Each entry ends as a sentence does: with a full stop or a question mark, inside or outside quotes."""
    for step in actor_map.actor.steps:
        for at, fact in enumerate(step.facts):
            if not is_closed(fact, (".", "?")):
                yield diagnose("S715", step.place("facts", at), end=_last_words(fact))


def is_closed(text: str, marks: tuple[str, ...]) -> bool:
    """True if the text ends with one of the marks, not counting closing quotes and brackets."""
    while text.endswith(_CLOSING):
        text = text[:-1]
    return text.endswith(marks)


def _last_words(text: str) -> str:
    return " ".join(text.split()[-3:])
