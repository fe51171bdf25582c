"""The whole resolved model as canonical JSON: what a release says, readable without this program and its sources.

The names are those of the model's fields, in English as in the manifest beside it (decision 0028). Everything that was
read is there, empty or not. What follows from it stands under `resolved` at each actor and step.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from enum import Enum
from typing import Any

from pipeline.model import Actor, Arrival, Programme, Step
from pipeline.release.edition.strict_json import canonical
from pipeline.values import Value

FORMAT = "processpil-modell/1"


def model_bytes(programme: Programme) -> bytes:
    """The model as a file: equal for equal content, however the sources were formatted.

    Settings are written as they are: of a release those with its name and date (`Project.as_of`). Links and contact
    points lead to steps that there are (checked); raises KeyError otherwise.
    """
    parts = {name: _plain(getattr(programme, name)) for name in _PARTS}
    actors = [_actor(programme, actor) for actor in programme.actors]
    return canonical({"format": FORMAT, **parts, "actors": actors})


_PARTS = ("settings", "phases", "kinds", "terms", "cases", "sources", "publications", "rules", "decisions")


def _plain(value: object) -> Any:
    """A value as JSON has it: models as objects, enums by value, days as YYYY-MM-DD; not where it was written."""
    match value:
        case Value():
            fields = type(value).model_fields.items()
            return {name: _plain(getattr(value, name)) for name, field in fields if not field.exclude}
        case tuple():
            return [_plain(one) for one in value]
        case Enum():
            return _plain(value.value)
        case datetime.date():
            return value.isoformat()
        case None | bool() | int() | float() | str():
            return value
        case _:
            raise TypeError(type(value))  # a kind that nobody has thought of here


def _actor(programme: Programme, actor: Actor) -> dict[str, Any]:
    """An actor with its steps, each with what follows for it from the whole programme."""
    steps = [{**_plain(step), "resolved": _resolved(programme, actor, step)} for step in actor.steps]
    return {**_plain(actor), "steps": steps}


def _resolved(programme: Programme, actor: Actor, step: Step) -> dict[str, Any]:
    """The step's number, where one goes on to, and who comes here."""
    own = {other.name_id: other for other in actor.steps}
    return {
        "number": actor.number(step),
        "next": [_end(actor, own[arrow.target], label=arrow.label) for arrow in step.arrows],
        "previous": [_end(actor, other) for other in actor.arriving(step)],
        "link": _end(*programme.found(step.link.step)) if step.link else None,
        "contacts": [_end(*programme.found(contact.step), why=contact.why) for contact in step.contacts],
        "linked_from": _arrivals(programme.links_to(step)),
        "contacted_from": _arrivals(programme.contacts_to(step)),
    }


def _arrivals(arrivals: Iterable[Arrival]) -> list[dict[str, Any]]:
    return [_end(arrival.actor, arrival.step, why=arrival.why or None) for arrival in arrivals]


def _end(actor: Actor, step: Step, **more: str | None) -> dict[str, Any]:
    """A step as others name it, with what is said on the way there, if anything."""
    said = {name: text for name, text in more.items() if text is not None}
    return {"actor": actor.name_id, "step": step.name_id, "number": actor.number(step), "title": step.title, **said}
