"""What pydantic refuses, as diagnostics: a code, the place in the file, and details in the author's own keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pipeline.diagnostics import Diagnostic, closest, diagnose
from pipeline.reading.yaml_tree import FAULT_LIMIT, Tree
from pipeline.spans import Marks, Place
from pipeline.values import ORIGIN_KEY, Value

# The types of pipeline.values, and those of pydantic that a tree of dict, list, text and None can give.
CODES: Mapping[str, str] = {
    "nothing": "F203",
    "not_text": "F205",
    "label_break": "F206",
    "too_long": "F207",
    "many_breaks": "F208",
    "long_word": "F209",
    "not_number": "F210",
    "not_decimal": "F211",
    "not_yes_no": "F212",
    "not_day": "F213",
    "not_slug": "F214",
    "not_address": "F215",
    "not_colour": "F216",
    "empty_list": "F217",
    "out_of_range": "F225",
    "not_file_word": "F226",
    "enum": "F218",
    "tuple_type": "F219",
    "model_type": "F220",
    "model_attributes_type": "F220",
}
NOTHING: Mapping[str, str] = {
    "tuple_type": "F204",
    "model_type": "F221",
    "model_attributes_type": "F221",
    "no_colour": "F223",
}
"""What is said instead where the author left the value out."""
UNFORESEEN = "F299"
# Keys that are unknown only because of how they begin: a dash without a space, a hard space that should indent.
_BEGINNINGS = {"-": "L031", "\u00a0": "L033"}

Location = tuple[str | int, ...]


def field_faults(tree: Tree, holds: type[Value], refusal: ValidationError) -> list[Diagnostic]:
    """Every fault pydantic found in the tree, save those whose cause already stands at the same place."""
    details = refusal.errors(include_url=False)[:FAULT_LIMIT]
    found = [*_key_faults(tree.marks, holds, details), *_value_faults(tree.marks, holds, details)]
    if refusal.error_count() > FAULT_LIMIT:
        found.append(diagnose("L030", Place(tree.marks.file, 0, 0), limit=FAULT_LIMIT))
    told = {finding.place for finding in tree.findings}
    told_lines = {finding.place.line for finding in tree.findings}
    # What the text gate took out may have left nothing, a key that was dropped something that is no text.
    left = {CODES["nothing"], CODES["not_text"]}
    told |= {finding.place for finding in found if finding.code in left and finding.place.line in told_lines}
    return [finding for finding in found if finding.place not in told]


def _key_faults(marks: Marks, holds: type[Value], details: list[ErrorDetails]) -> Iterator[Diagnostic]:
    """Unknown and missing keys. A key that is missing because it is misspelled is one fault, not two."""
    missing = _keys_by_mapping(details, "missing")
    for location, keys in _keys_by_mapping(details, "extra_forbidden").items():
        place, absent = _marks_at(marks, location).key, missing.get(location, [])
        for key in keys:
            if code := _BEGINNINGS.get(key[0]) if len(key) > 1 else None:
                yield diagnose(code, place(key), key=key[:40])
                absent[:] = [name for name in absent if name != key[1:].lstrip("\u00a0 ")]
                continue
            guess = closest(key, absent) or closest(key, _keys(_type_at(holds, location)))
            if guess in absent:
                absent.remove(guess)
            yield diagnose("F202", place(key), key=key[:40], guess=guess)
    for location, keys in missing.items():
        here = _marks_at(marks, location).here
        if len(keys) > 1:
            yield diagnose("F224", here, keys=", ".join(keys))
        elif keys:
            yield diagnose("F201", here, key=keys[0])


def _value_faults(marks: Marks, holds: type[Value], details: list[ErrorDetails]) -> Iterator[Diagnostic]:
    """Values that cannot be what their key asks for."""
    unknown = _keys_by_mapping(details, "extra_forbidden").items()
    dashed = {location for location, keys in unknown if any(_is_dashed(key) for key in keys)}
    for fault in details:
        is_of_key = fault["type"] in {"missing", "extra_forbidden"}
        # The entries of an empty list, written without a space after the dash, are told as that.
        is_told = fault["type"] == "tuple_type" and fault["input"] is None and fault["loc"][:-1] in dashed
        if not is_of_key and not is_told:
            yield _fault(marks, holds, fault)


def _keys_by_mapping(details: list[ErrorDetails], kind: str) -> dict[Location, list[str]]:
    found: dict[Location, list[str]] = {}
    for fault in details:
        if fault["type"] == kind:
            found.setdefault(fault["loc"][:-1], []).append(str(fault["loc"][-1]))
    return found


def _is_dashed(key: str) -> bool:
    return key.startswith("-") and len(key) > 1


def _is_sentence_with_colon(fault: ErrorDetails) -> bool:
    """True for an entry of a list of texts that a colon has turned into a key with a value."""
    value = fault["input"]
    return (
        fault["type"] == "not_text"
        and isinstance(fault["loc"][-1], int)
        and isinstance(value, dict)
        and len(value) == 2
    )


def _fault(marks: Marks, holds: type[Value], fault: ErrorDetails) -> Diagnostic:
    kind, location = fault["type"], fault["loc"]
    if _is_sentence_with_colon(fault):
        return diagnose("L009", marks.at(*location))
    names = [part for part in location if isinstance(part, str)]
    details: dict[str, object] = {**fault.get("ctx", {}), "key": names[-1] if names else ""}
    code = _code(kind, fault.get("input"))
    if code == CODES["enum"]:
        value, allowed = str(fault.get("input"))[:40], _allowed(_type_at(holds, location))
        details = {"key": details["key"], "value": value, "allowed": ", ".join(allowed)}
        details["guess"] = closest(value, allowed)
    return diagnose(code, marks.at(*location), **details)


def _code(kind: str, value: object) -> str:
    if value is None:
        return NOTHING.get(kind, CODES["nothing"])
    if kind == "enum" and not isinstance(value, str):
        return CODES["not_text"]
    return CODES.get(kind, UNFORESEEN)


def _marks_at(marks: Marks, location: Location) -> Marks:
    """The marks of a mapping that pydantic walked through."""
    for name in location:
        marks = marks.below.get(name, marks)
    return marks


def _type_at(holds: type[Value], location: Location) -> Any:
    """The class or type that stands at a place, by the models' own fields; None where the models end."""
    here: Any = holds
    for name in location:
        if isinstance(name, str):
            fields = here.model_fields.values() if _is_value(here) else ()
            here = next((_innermost(field.annotation) for field in fields if field.alias == name), None)
    return here


def _innermost(annotation: Any) -> Any:
    """The class of the entries of a list, or of an optional value."""
    inner = [part for part in get_args(annotation) if part not in {type(None), Ellipsis}]
    return _innermost(inner[0]) if inner else annotation


def _is_value(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Value)


def _keys(kind: Any) -> list[str]:
    """The keys that a mapping of this class may have."""
    if not _is_value(kind):
        return []
    return [field.alias or name for name, field in kind.model_fields.items() if field.alias != ORIGIN_KEY]


def _allowed(kind: Any) -> list[str]:
    return [str(member.value) for member in kind] if isinstance(kind, type) and issubclass(kind, Enum) else []
