"""What a slip of the hand leaves behind and no reference shows: an entry twice, a language and something more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.checks.scope import ActorMap, Known
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model import Programme, Publication, Settings, Step
from pipeline.values import Value

# A language, and a country if need be, as BCP 47 writes them: sv, sv-SE.
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
# The lists of texts and ids; arrows, contact points and formats have checks of their own.
_OF_STEP = ("sources", "documents", "checklist", "facts", "units", "former")
_OF_PUBLICATION = ("actors", "units", "papers", "variants")
_OF_CASE = ("situation", "questions", "steps")


def said_twice_in_map(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """A list of a step says each thing once."""
    for step in actor_map.actor.steps:
        for field in _OF_STEP:
            yield from _repeats(step, field, getattr(step, field))
        yield from _legal(step)


def said_twice_in_cases(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """A list of a case says each thing once."""
    for case in programme.cases:
        for field in _OF_CASE:
            yield from _repeats(case, field, getattr(case, field))


def said_twice_in_publications(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """A list of a publication says each thing once."""
    for publication in programme.publications:
        for field in _OF_PUBLICATION:
            yield from _repeats(publication, field, getattr(publication, field))


def languages_are_tags(programme: Programme, known: Known) -> Iterator[Diagnostic]:
    """A language is one that the product has, and nothing stands beside it."""
    values: tuple[Settings | Publication, ...] = (programme.settings, *programme.publications)
    for value in values:
        language = value.language or ""
        tag = language.partition("-")[0]
        if tag in known.languages and not _LANGUAGE_TAG.fullmatch(language):
            yield diagnose("R331", value.place("language"), name=language[:40], tag=tag)


def _legal(step: Step) -> Iterator[Diagnostic]:
    references = [legal.reference for legal in step.legal]
    if len(set(references)) < len(references):
        for at, legal in enumerate(step.legal):
            if legal.reference in references[:at]:
                yield diagnose("R330", legal.place("reference"), name=_short(legal.reference), key=step.key("legal"))


def _repeats(owner: Value, field: str, entries: Sequence[str]) -> Iterator[Diagnostic]:
    if len(set(entries)) < len(entries):
        for at, entry in enumerate(entries):
            if entry in entries[:at]:
                yield diagnose("R330", owner.place(field, at), name=_short(entry), key=owner.key(field))


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40].rstrip()}\u2026"
