"""Frozen values as canonical JSON, and read back so strictly that a file changed by hand is noticed, not guessed at."""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

Value = TypeVar("Value")

# A manifest has thousands of entries of the same few classes.
_hints = cache(get_type_hints)


class Unreadable(Exception):
    """The text is not JSON or not of the form that was asked for; `where` leads to the part: artefacts.3.path."""

    def __init__(self, where: str) -> None:
        """Keep the place, empty for the whole."""
        super().__init__(where)
        self.where = where


def canonical(value: object) -> bytes:
    """What JSON can hold, with sorted keys: equal values give equal bytes."""
    return (json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False) + "\n").encode()


def plain(value: object) -> Any:
    """A frozen value as JSON has it: dataclasses as objects, tuples as lists."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    match value:
        case tuple():
            return [plain(one) for one in value]
        case Mapping():
            return {key: plain(one) for key, one in value.items()}
        case _:
            return value


def parsed(data: bytes) -> dict[str, Any]:
    """A JSON object. Raises Unreadable, also where a key stands twice."""
    try:
        found = json.loads(data, object_pairs_hook=_each_once)
    except (ValueError, RecursionError) as fault:
        raise Unreadable("") from fault
    if not isinstance(found, dict):
        raise Unreadable("")
    return found


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def restored(cls: type[Value], value: object, where: str = "") -> Value:
    """A value of the class from what JSON holds, every field there and of its type, and no other. Raises Unreadable."""
    hints: dict[str, Any] = _hints(cast("Hashable", cls))
    if not isinstance(value, dict) or set(value) != set(hints):
        raise Unreadable(where)
    return cls(**{name: _of(hint, value[name], f"{where}.{name}".lstrip(".")) for name, hint in hints.items()})


def _of(hint: Any, value: object, where: str) -> Any:
    if type(value) is hint:  # most of a manifest are texts and numbers
        return value
    origin, inner = get_origin(hint), get_args(hint)
    if origin is UnionType:
        return None if value is None else _of(next(one for one in inner if one is not NoneType), value, where)
    if origin is tuple and isinstance(value, list):
        return tuple(_of(inner[0], one, f"{where}.{number}") for number, one in enumerate(value))
    if origin is Mapping and isinstance(value, dict):
        return MappingProxyType({key: _of(inner[1], one, f"{where}.{key}") for key, one in value.items()})
    if isinstance(hint, type) and is_dataclass(hint):
        return restored(hint, value, where)
    raise Unreadable(where)
