"""Names that must be one of a kind: ids, numbers, prefixes, short titles, the four kinds."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Any

from pipeline.checks.scope import ActorMap, Known
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model import Actor, Programme, Step, StepKind, Unit
from pipeline.model.actor import EVERYONE
from pipeline.values import Value


def ids_within_map(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """A step's id, and its short title, occur once in a map."""
    yield from _repeated(actor_map.actor.steps, ("name_id", "R301"), ("short", "R307"))


def prefixes_of_steps(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """A step's id begins with the prefix of its actor. (One whose home or right id is known is told in `astray`.)"""
    actor = actor_map.actor
    strangers = [step for step in actor.steps if not has_prefix(actor, step)]
    if len(strangers) == len(actor.steps):
        # No step has it: then the prefix is the mistake.
        yield diagnose("R306", actor.place("prefix"), prefix=actor.prefix)
        return
    for step in strangers:
        yield diagnose("R305", step.place("name_id"), id=step.name_id, prefix=actor.prefix, guess="")


def has_prefix(actor: Actor, step: Step) -> bool:
    """True for a step whose id begins with the actor's prefix."""
    return step.name_id.startswith(f"{actor.prefix}-")


def ids_within_programme(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """Every id occurs once among those of its sort, every phase number and term once.

    Of steps, those with their actor's own prefix: another's prefix, or one for two actors, is told as that.
    """
    owners: dict[str, Actor] = {}
    for actor in programme.actors:
        owners.setdefault(actor.prefix, actor)
    steps = [step for actor in owners.values() for step in actor.steps if has_prefix(actor, step)]
    yield from _repeated(steps, ("name_id", "R301"))
    yield from _repeated(programme.phases, ("name_id", "R301"), ("number", "R302"))
    # `build --actor` takes the id of an actor or of a unit. Units of a copied actor are copies: that one is told.
    units = (unit for actor in owners.values() for unit in actor.units or ())
    for values in ((*programme.actors, *units), programme.sources, programme.cases):
        yield from _repeated(values, ("name_id", "R301"))
    yield from _repeated(programme.publications, ("target", "R301"))
    yield from _repeated(programme.terms, ("name", "R303"))
    yield from _repeated(programme.actors, ("prefix", "R304"))


def no_actor_is_everyone(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """No actor, and no unit of one, has the id that stands for all actors."""
    for actor in programme.actors:
        named: tuple[Actor | Unit, ...] = (actor, *(actor.units or ()))
        for value in named:
            if value.name_id == EVERYONE:
                yield diagnose("R319", value.place("name_id"), id=EVERYONE)


def kinds_complete(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """Each of the four kinds is explained exactly once. One that stands for another is told as that."""
    explained = {meaning.kind for meaning in programme.kinds}
    absent = [kind.value for kind in StepKind if kind not in explained]
    twice = list(_repeated(programme.kinds, ("kind", "R309")))
    if len(absent) == len(twice) == 1:
        yield diagnose("R322", twice[0].place, **dict(twice[0].details), missing=absent[0])
        return
    yield from twice
    for kind in absent:
        yield diagnose("R308", programme.kinds[0].place(), kind=kind)


def _repeated(values: Iterable[Value], *fields: tuple[str, str]) -> Iterator[Diagnostic]:
    """A fault for every value of which a field says the same as an earlier one's, naming where that is.

    Fields stand with their codes. Where more of them say the same as one earlier value, it is that value doubled, and
    only the first is told.
    """
    seen: dict[tuple[str, Hashable], Value] = {}
    for value in values:
        told: list[Value] = []
        for field, code in fields:
            content: Any = getattr(value, field)
            first = seen.setdefault((field, content), value)
            if first is value or any(first is other for other in told):
                continue
            told.append(first)
            name = content.value if isinstance(content, StepKind) else content
            yield diagnose(code, value.place(field), name=name, first=first.place(field))
