"""What the model knows about the parts of a file: the order of keys, and which fields are numbers or yes and no."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from pipeline.reading.canonical.parts import Collection, Entry, Text
from pipeline.values import ORIGIN_KEY, Value


def ordered(entry: Entry, form: Any) -> None:
    """Put the keys of every mapping in the order of the fields of its class; keys of no class stay where they are."""
    if isinstance(entry.value, Text):
        return
    if entry.value.is_mapping:
        rank = {key: number for number, key in enumerate(_fields(form))}
        entry.value.entries.sort(key=lambda pair: rank.get(_key(pair), len(rank)))
    for below in entry.value.entries:
        ordered(below, form_below(form, entry.value, below))


def form_below(form: Any, collection: Collection, entry: Entry) -> Any:
    """The class or type of an entry's value, or of what a list holds; None where the model says nothing."""
    return _fields(form).get(_key(entry)) if collection.is_mapping else form


def _key(entry: Entry) -> str:
    return entry.key.value or "" if entry.key else ""


@cache
def _fields(form: Any) -> dict[str, Any]:
    """The keys of a class in order, each with the class or type of its value."""
    if not (isinstance(form, type) and issubclass(form, Value)):
        return {}
    fields = ((field.alias or name, field.annotation) for name, field in form.model_fields.items())
    return {key: _innermost(annotation) for key, annotation in fields if key != ORIGIN_KEY}


def _innermost(annotation: Any) -> Any:
    """The type of the entries of a list, or of an optional value, without its rules."""
    inner = [part for part in get_args(annotation) if part not in {type(None), Ellipsis}]
    return _innermost(inner[0]) if inner else annotation


def is_plain_by_form(form: Any, value: str) -> bool:
    """True for what a number field or a yes-no field holds: its text is meant as such, and needs no quotes."""
    if not isinstance(form, type):
        return False
    if issubclass(form, bool):
        return value in {"true", "false", "ja", "nej"}
    return issubclass(form, int | float) and value.replace(".", "", 1).isdecimal() and value.isascii()
