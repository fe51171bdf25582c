"""Names that must be one of a kind: ids, numbers, prefixes, short titles, the four kinds."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Any

from pipeline.checks.scope import ActorMap, Known
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model import Programme, StepKind
from pipeline.model.actor import EVERYONE
from pipeline.values import Value


def ids_within_map(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """A step's id, and its short title, occur once in a map."""
    yield from _repeated(actor_map.actor.steps, "name_id", "R301")
    yield from _repeated(actor_map.actor.steps, "short", "R307")


def prefixes_of_steps(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """A step's id begins with the prefix of its actor."""
    actor = actor_map.actor
    strangers = [step for step in actor.steps if not step.name_id.startswith(f"{actor.prefix}-")]
    if len(strangers) == len(actor.steps):
        # No step has it: then the prefix is the mistake.
        yield diagnose("R306", actor.place("prefix"), prefix=actor.prefix)
        return
    for step in strangers:
        yield diagnose("R305", step.place("name_id"), id=step.name_id, prefix=actor.prefix)


def ids_within_programme(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """Every id occurs once among those of its sort, every phase number and term once."""
    yield from _repeated([step for _, step in programme.steps()], "name_id", "R301")
    for values in (programme.actors, programme.phases, programme.sources, programme.cases):
        yield from _repeated(values, "name_id", "R301")
    yield from _repeated(programme.publications, "target", "R301")
    yield from _repeated(programme.phases, "number", "R302")
    yield from _repeated(programme.terms, "name", "R303")
    yield from _repeated(programme.actors, "prefix", "R304")


def no_actor_is_everyone(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """No actor has the id that stands for all of them."""
    for actor in programme.actors:
        if actor.name_id == EVERYONE:
            yield diagnose("R319", actor.place("name_id"), id=EVERYONE)


def kinds_complete(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """Each of the four kinds is explained exactly once."""
    yield from _repeated(programme.kinds, "kind", "R309")
    explained = {meaning.kind for meaning in programme.kinds}
    for kind in StepKind:
        if kind not in explained:
            yield diagnose("R308", programme.kinds[0].place(), kind=kind.value)


def _repeated(values: Iterable[Value], field: str, code: str) -> Iterator[Diagnostic]:
    """A fault for every value whose field says the same as an earlier one's, naming where that is."""
    seen: dict[Hashable, Value] = {}
    for value in values:
        content: Any = getattr(value, field)
        first = seen.setdefault(content, value)
        if first is not value:
            name = content.value if isinstance(content, StepKind) else content
            yield diagnose(code, value.place(field), name=name, first=first.place(field))
