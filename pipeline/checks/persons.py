"""Persons in the texts: fictional ones are marked as such, and the federation decides about none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.checks.passages import breakable
from pipeline.checks.scope import Known
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model import Programme, Step, StepKind
from pipeline.wording.language import LanguageRules


def unmarked_cases(programme: Programme, known: Known) -> Iterator[Diagnostic]:
    """Cases whose person is not marked as fictional."""
    mark = known.language.fictional
    for case in programme.cases:
        if mark.lower() not in breakable(case.name).lower():
            yield diagnose("D805", case.place("name"), name=case.name, mark=mark)


def federation_decides(programme: Programme, known: Known) -> Iterator[Diagnostic]:
    """Decisions that the federation makes, or is said to make: it may not decide about individuals (2003:1210, 7 §).

    Told once for each step: where it is named as the one who acts, else in the first sentence that says so.
    """
    rules = known.language
    named = re.compile(rf"\b(?:{_any(rules.federation)})\w*")
    for _, step in programme.steps():
        if step.kind is StepKind.DECISION:
            yield from _deciding(rules, named, step)


def _deciding(rules: LanguageRules, named: re.Pattern[str], step: Step) -> Iterator[Diagnostic]:
    if match := named.search(_lowered(step.who)):
        yield diagnose("D806", step.place("who"), step=step.name_id, name=match[0])
        return
    for at, fact in enumerate(step.facts):
        # The expensive search only where it is named at all.
        if (match := named.search(_lowered(fact))) and re.search(_said_to_decide(rules), _lowered(fact)):
            yield diagnose("D806", step.place("facts", at), step=step.name_id, name=match[0])
            return


def _said_to_decide(rules: LanguageRules) -> str:
    """The federation and, at most a word later, a verb of deciding that is not negated; or its passive form."""
    name, no = rf"\b(?:{_any(rules.federation)})\w*", _any(rules.negations)
    active = rf"{name} (?:\w+ )?(?:{_any(rules.decides)})\b(?! (?:\w+ )?(?:{no})\b)"
    passive = rf"\b(?:{_any(rules.decided_by)}) (?:\w+ )?{name}"
    return f"{active}|{passive}"


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word.lower()) for word in words)


def _lowered(text: str) -> str:
    return breakable(text).lower()
