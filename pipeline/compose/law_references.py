"""The table of legal references: each once, ordered by law and chapter, with the steps that rest on it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.compose.brief import Brief
from pipeline.compose.filling import lines
from pipeline.compose.map_in_words import named
from pipeline.compose.map_phrases import Leading
from pipeline.compose.reference_chapters import alphabetical
from pipeline.compose.terms import Key
from pipeline.document import Inline, Inlines, Landing, Table, Text
from pipeline.model import Actor, Step, Verification

# Shares of the width: reference, steps, state.
_WIDTHS = (0.5, 0.26, 0.24)
# Where in a law: it begins with a number and ends at the last "kap." or paragraph sign before the law's name.
_PLACE = re.compile(r"[0-9].*(?:kap\.|\u00a7)\s+(?=\S)")
_NUMBER = re.compile(r"[0-9]+")
# Some references name a law without its number: they belong among those that give it.
_NUMBER_OF_LAW = re.compile(r"\s*\([0-9]{4}:[0-9]+\)$")


def law_table(brief: Brief, actors: Sequence[Actor], leading: Leading) -> Table:
    """Every reference of these actors' steps in a row of its own; no rows where no step has one."""
    words = brief.wording.law
    users: dict[str, list[tuple[Actor, Step]]] = {}
    states: dict[str, Verification] = {}
    for actor in actors:
        for step in actor.steps:
            for one in step.legal:
                users.setdefault(one.reference, []).append((actor, step))
                # One step that asks for a check is enough: the table never says more than the least sure of them.
                if states.get(one.reference) is not Verification.TO_CHECK:
                    states[one.reference] = one.state
    ordered = sorted(users, key=lambda reference: _key(brief, reference))
    rows = tuple(
        (
            (Landing(reference, law_anchor(number)),),
            _steps(brief, users[reference], len(actors) > 1, leading),
            _state(brief, states[reference]),
        )
        for number, reference in enumerate(ordered, 1)
    )
    return Table(words.title, (words.reference_column, words.steps_column, words.state_column), rows, _WIDTHS)


def law_anchor(number: int) -> str:
    """Where one lands who asks for the reference with this number in the table. No id has two hyphens in a row."""
    return f"lagstod--{number}"


def _key(brief: Brief, reference: str) -> tuple[Key, tuple[int, ...], str]:
    """By the law's name, then by the numbers of chapter and paragraph."""
    place = _PLACE.match(reference)
    law = _NUMBER_OF_LAW.sub("", reference[place.end() :] if place else reference)
    numbers = tuple(int(number) for number in _NUMBER.findall(place.group())) if place else ()
    return alphabetical(brief, law), numbers, reference


def _steps(brief: Brief, users: list[tuple[Actor, Step]], several: bool, leading: Leading) -> Inlines:
    words = brief.wording.law

    def one(actor: Actor, step: Step) -> Inline:
        template = words.step_of if several else words.step
        return leading(named(actor, step), template.format(actor=actor.short, number=actor.number(step)))

    return lines((one(actor, step),) for actor, step in users)


def _state(brief: Brief, state: Verification) -> Inlines:
    words = brief.wording.step
    is_sure = state is Verification.CONFIRMED
    return (Text(words.confirmed if is_sure else words.to_check, strong=not is_sure),)
