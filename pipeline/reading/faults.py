"""What pydantic refuses, as diagnostics: a code, the place in the file, and details in the author's own keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import partial
from typing import Any, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pipeline.diagnostics import Diagnostic, closest, diagnose
from pipeline.reading.causes import (
    KeyTroubles,
    Location,
    beside_their_key,
    cut_in_two,
    in_the_wrong_place,
    strayed,
    without_their_key,
    written_for_another,
)
from pipeline.reading.yaml_tree import FAULT_LIMIT, Tree
from pipeline.spans import Marks, Place
from pipeline.values import ORIGIN_KEY, SLUG, Value

NOT_KEYS = "F220"
"""The code of a value that should hold keys; an entry of a list that is a text is told as that."""
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
    "not_picture_path": "F233",
    "not_last_day": "F234",
    "not_content_digest": "F235",
    "not_release_name": "F236",
    "not_template_name": "F237",
    "enum": "F218",
    "tuple_type": "F219",
    "model_type": NOT_KEYS,
    "model_attributes_type": NOT_KEYS,
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

_OF_KEYS = {"missing", "extra_forbidden"}


def field_faults(tree: Tree, holds: type[Value], refusal: ValidationError) -> list[Diagnostic]:
    """Every fault of the file: those of its form, and what pydantic found, save what follows from another of them."""
    details = refusal.errors(include_url=False)[:FAULT_LIMIT]
    troubles = KeyTroubles(
        tree.marks, _keys_by_mapping(details, "missing"), _keys_by_mapping(details, "extra_forbidden")
    )
    causes, replaced, odd = _causes(tree, holds, troubles, details)
    dashed = {location for location, keys in troubles.unknown.items() if any(_is_dashed(key) for key in keys)}
    found = [*_key_faults(troubles, holds), *_value_faults(troubles, holds, details, dashed)]
    if refusal.error_count() > FAULT_LIMIT:
        found.append(diagnose("L030", Place(tree.marks.file, 0, 0), limit=FAULT_LIMIT))
    kept = [_out_of_place(finding, found) or finding for finding in tree.findings if finding not in replaced]
    told = {finding.place for finding in kept} | odd
    told_lines = {finding.place.line for finding in kept}
    # What the text gate took out may have left nothing, a key that was dropped something that is no text.
    left = {CODES["nothing"], CODES["not_text"]}
    told |= {finding.place for finding in found if finding.code in left and finding.place.line in told_lines}
    return [*kept, *causes, *(finding for finding in found if finding.place not in told)]


def _causes(
    tree: Tree, holds: type[Value], troubles: KeyTroubles, details: list[ErrorDetails]
) -> tuple[list[Diagnostic], set[Diagnostic], set[Place]]:
    """Faults that explain several others, which faults of the file they replace, and where odd texts begin."""
    mistaken = list(written_for_another(troubles, tree.doubled, {fault["loc"] for fault in details}))
    found = [*(fault for _, fault in mistaken), *cut_in_two(troubles)]
    texts = [fault["loc"] for fault in details if CODES.get(fault["type"]) == NOT_KEYS and _is_text(fault)]
    keyed = [fault["loc"] for fault in details if fault["type"] == "not_text" and isinstance(fault["input"], dict)]
    keys_of = partial(_entry_keys, holds)
    in_the_wrong_place(troubles, texts, keys_of)
    found += without_their_key(troubles, texts, keyed, keys_of)
    emptied = [fault["loc"] for fault in details if _is_empty_list(fault)]
    moved_out = set(strayed(troubles, texts, emptied, keys_of))
    beside_their_key(troubles, texts)
    found += [diagnose("L045", place) for place in moved_out]
    doubled = {twice.place for twice, _ in mistaken}
    replaced = {finding for finding in tree.findings if finding.code == "L023" and finding.place in doubled}
    replaced |= {slip for place in moved_out for slip in tree.odd.get(place, ())}
    return found, replaced, tree.odd.keys() - moved_out


def _out_of_place(finding: Diagnostic, found: list[Diagnostic]) -> Diagnostic | None:
    """Keys that repeat after an entry that a colon has spoilt: its dash stands too far in. Takes that fault's place."""
    above = [other for other in found if other.code == "L009" and other.place.line == finding.place.line - 1]
    if finding.code != "L032" or not above:
        return None
    found.remove(above[0])
    return diagnose("L045", above[0].place)


def _key_faults(troubles: KeyTroubles, holds: type[Value]) -> Iterator[Diagnostic]:
    """Unknown and missing keys. A key that is missing because it is misspelled is one fault, not two."""
    for location, keys in troubles.unknown.items():
        absent, known = troubles.missing.get(location, []), _keys(_type_at(holds, location))
        for key in keys:
            yield _unknown_key(troubles.at(location).key(key), key, absent, known, is_only=len(keys) == 1)
    for location, keys in troubles.missing.items():
        here = troubles.at(location).here
        if len(keys) > 1:
            yield diagnose("F224", here, keys=", ".join(keys))
        elif keys:
            yield diagnose("F201", here, key=keys[0])


def _unknown_key(place: Place, key: str, absent: list[str], known: list[str], is_only: bool) -> Diagnostic:
    """The fault of one unknown key; takes the key that was meant out of those that are absent."""
    code, meant = _BEGINNINGS.get(key[0]) if len(key) > 1 else None, key[1:].lstrip("\u00a0 ")
    if code is None and key.partition(":")[0] in known:
        code, meant = "L011", key.partition(":")[0]
        place = Place(place.file, place.line, place.column + len(meant))
    if code is None:
        meant = closest(key, absent) or (_only(absent, key) if is_only else "") or closest(key, known)
    if meant in absent:
        absent.remove(meant)
    return diagnose(code, place, key=key[:40]) if code else diagnose("F202", place, key=key[:40], guess=meant)


def _only(absent: list[str], key: str) -> str:
    """The one key that is absent, if an only unknown key may be it: short keys are soon unlike themselves."""
    letters = set(absent[0]) if len(absent) == 1 else set()
    return absent[0] if letters and (not key or 2 * len(letters & set(key)) >= len(letters)) else ""


def _value_faults(
    troubles: KeyTroubles, holds: type[Value], details: list[ErrorDetails], dashed: set[Location]
) -> Iterator[Diagnostic]:
    """Values that cannot be what their key asks for."""
    emptied = dashed | troubles.emptied
    for fault in details:
        # The entries of an empty list, written without a space after the dash, are told as that.
        is_told = _is_empty_list(fault) and fault["loc"][:-1] in emptied
        if fault["type"] not in _OF_KEYS and not is_told and not troubles.explains(fault["loc"]):
            yield _fault(troubles.marks, holds, fault)


def _is_text(fault: ErrorDetails) -> bool:
    return isinstance(fault["input"], str)


def _is_empty_list(fault: ErrorDetails) -> bool:
    return fault["type"] == "tuple_type" and fault["input"] is None


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
    if code == NOT_KEYS and _is_text(fault) and names and isinstance(location[-1], int):
        code = "F231"
    if code == CODES["not_slug"] and (count := _ids_in(fault["input"])) > 1:
        code, details["count"] = "F232", count
    if code == CODES["enum"]:
        value, allowed = str(fault.get("input"))[:40], _allowed(_type_at(holds, location))
        details = {"key": details["key"], "value": value, "allowed": ", ".join(allowed)}
        details["guess"] = closest(value, allowed)
    return diagnose(code, marks.at(*location), **details)


def _ids_in(value: str) -> int:
    """How many ids a text holds, with or without dashes between them; none if something in it is no id."""
    parts = [part for part in value.split() if part != "-"]
    return len(parts) if all(SLUG.fullmatch(part) for part in parts) else 0


def _code(kind: str, value: object) -> str:
    if value is None:
        return NOTHING.get(kind, CODES["nothing"])
    if kind == "enum" and not isinstance(value, str):
        return CODES["not_text"]
    return CODES.get(kind, UNFORESEEN)


def _type_at(holds: type[Value], location: Location) -> Any:
    """The class or type that stands at a place, by the models' own fields; None where the models end."""
    here: Any = holds
    for name in location:
        if isinstance(name, str):
            fields = here.model_fields.values() if _is_value(here) else ()
            here = next((_innermost(field.annotation) for field in fields if field.alias == name), None)
    return here


def _entry_keys(holds: type[Value], location: Location) -> list[str] | None:
    """The keys of the entries of a list, none for texts; None where no list belongs."""
    owner = _type_at(holds, location[:-1])
    fields = owner.model_fields.values() if _is_value(owner) else ()
    is_list = any(field.alias == location[-1] and get_origin(field.annotation) is tuple for field in fields)
    return _keys(_type_at(holds, location)) if is_list else None


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
