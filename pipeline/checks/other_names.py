"""Other names for what has one: former ids, by which old links find a step, and synonyms, by which readers find a term.

A former id leads to one step, and to no part of the web page: their addresses have no hyphen, or two in a row.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.scope import Known
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model import Programme, Step, Term
from pipeline.spans import Place
from pipeline.values import NO_BREAK_SPACE


def former_ids(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """A former id was a step's, is no step's today, and is claimed by one step. (Twice in one list is told there.)"""
    today: dict[str, Step] = {}
    for _actor, step in programme.steps():
        today.setdefault(step.name_id, step)
    claimed: dict[str, tuple[Step, Place]] = {}
    for _actor, step in programme.steps():
        for at, former in enumerate(step.former):
            place = step.place("former", at)
            if former == step.name_id:
                yield diagnose("R350", place, id=former)
            elif other := today.get(former):
                yield diagnose("R351", place, id=former, first=other.place("name_id"))
            elif "-" not in former:
                yield diagnose("R353", place, id=former)
            else:
                first, where = claimed.setdefault(former, (step, place))
                if first is not step:
                    yield diagnose("R352", place, id=former, first=where)


def synonyms(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """A synonym is said once, is another word than the term itself, and belongs to no other term."""
    taken: dict[str, tuple[Term, Place]] = {}
    for term in programme.terms:
        for name in filter(None, (term.name, term.spelled_out)):
            taken.setdefault(_folded(name), (term, term.place("name")))
    for term in programme.terms:
        for at, synonym in enumerate(term.synonyms):
            place = term.place("synonyms", at)
            owner, first = taken.setdefault(_folded(synonym), (term, place))
            if owner is not term:
                yield diagnose("R355", place, name=synonym, term=owner.name, first=first)
            elif first != place:
                yield diagnose("R354", place, name=synonym)


def _folded(word: str) -> str:
    """The word as a search sees it: capitals and no-break spaces count for nothing."""
    return word.replace(NO_BREAK_SPACE, " ").casefold()
