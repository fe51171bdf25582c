"""What one key says about others: which steps an actor has, where arrows of a map may lead, which formats fit."""

from __future__ import annotations

from collections.abc import Collection

from pipeline.model import Actor, Arrow, Contact, Link, Publication, Settings, Step
from pipeline.reading.schema.project_ids import Ids, ProjectIds
from pipeline.reading.schema.references import Speech, fixed, taking
from pipeline.reading.schema.value_types import Schema
from pipeline.values import Value

# A short title that is too long: a fault, but one that a project may excuse.
SHORT_CODE = "S702"


def conditions(cls: type[Value], ids: ProjectIds, speech: Speech) -> list[Schema]:
    """What must hold besides the keys of a class, for its `allOf`."""
    if cls in {Link, Contact}:
        return [
            _when(cls, "actor", [actor], _for(cls, "step", taking(steps, "R314", speech)))
            for actor, steps in ids.steps.items()
            if steps.names
        ]
    if cls is Publication:
        return [
            _when(cls, "kind", [kind], _for(cls, "formats", _formats(formats, speech)))
            for kind, formats in ids.house.formats.items()
        ] + [_for(cls, "language", _language(ids, speech))]
    if cls is Step and SHORT_CODE in ids.house.codes and SHORT_CODE not in ids.excused:
        return [_for(cls, "short", _short(ids.house.short_limit, speech))]
    if cls is Settings:
        return [_for(cls, "language", _language(ids, speech))]
    return _within_map(ids, speech) if cls is Actor else []


def _formats(formats: Collection[str], speech: Speech) -> Schema:
    return {"uniqueItems": True, "items": taking(fixed(formats), "R318", speech, False)}


def _short(limit: int, speech: Speech) -> Schema:
    """So many characters, soft hyphens not counted."""
    pattern = rf"^[ \n]*\u00ad*(?:[^\u00ad]\u00ad*){{0,{limit}}}[ \n]*$"
    return {"pattern": pattern, "patternErrorMessage": speech.message(SHORT_CODE)}


def _language(ids: ProjectIds, speech: Speech) -> Schema:
    """A language code, with or without a country: sv, sv-SE."""
    known = sorted(ids.house.languages)
    return {"pattern": f"^(?:{'|'.join(known)})(?:-|$)", "patternErrorMessage": speech.message("R320", known)}


def _within_map(ids: ProjectIds, speech: Speech) -> list[Schema]:
    """In each actor's file arrows stay in its map and couplings leave it; those of a new actor lead to any other."""
    found = []
    for actor in ids.actors.names:
        others = Ids({name: told for name, told in ids.actors.names.items() if name != actor}, ids.actors.is_complete)
        arrow = taking(ids.steps.get(actor, Ids()), "P114 P115", speech)
        link, contact = taking(others, "K403 R313", speech), taking(others, "K404 R313", speech)
        # A hint that points elsewhere is only ignored, so these are proposed and not demanded.
        hint = taking(ids.steps.get(actor, Ids()), "", speech)
        found.append(_when(Actor, "name_id", [actor], _below_steps(arrow, link, contact, hint)))
    if found:
        everyone = taking(ids.actors, "R313", speech)
        found.append(_when(Actor, "name_id", ids.actors.names, {}, _below_steps({}, everyone, everyone, {})))
    return found


def _below_steps(arrow: Schema, link: Schema, contact: Schema, hint: Schema) -> Schema:
    """What the steps of a map may point at."""
    arrows = _for(Step, "arrows", {"items": _for(Arrow, "target", arrow)})
    contacts = _for(Step, "contacts", {"items": _for(Contact, "actor", contact)})
    links = _for(Step, "link", _for(Link, "actor", link))
    hints = [_for(Step, field, hint) for field in ("same_row_as", "after")] if hint else []
    return _for(Actor, "steps", {"items": {"allOf": [arrows, contacts, links, *hints]}})


def _for(cls: type[Value], field: str, schema: Schema) -> Schema:
    """A schema for one key, which an editor proposes where the class itself stands and not here again."""
    return {"properties": {cls.key(field): {"doNotSuggest": True, **schema}}}


def _when(
    cls: type[Value], field: str, values: Collection[str], then: Schema, otherwise: Schema | None = None
) -> Schema:
    """A condition: where the key is there with one of the values, this holds, and otherwise that.

    A pattern, since an editor would show an `enum` as what is allowed.
    """
    key = cls.key(field)
    named = {"type": "string", "pattern": f"^(?:{'|'.join(values)})$"}
    found: Schema = {"if": {"required": [key], "properties": {key: named}}}
    if then:
        found["then"] = then
    if otherwise:
        found["else"] = otherwise
    return found
