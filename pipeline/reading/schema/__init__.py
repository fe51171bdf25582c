"""Schemas for editors (JSON Schema, draft-07): what each file may hold, with the project's own ids and help in Swedish.

Written from the same classes that the loader fills, one walk per file kind. Everything stands where it is used, since
draft-07 ignores what stands beside a `$ref`, and an editor would lose the help. `check` never reads a schema.
"""

from __future__ import annotations

import json
from enum import Enum
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from pipeline.model import StepKind
from pipeline.reading.schema.conditions import conditions
from pipeline.reading.schema.file_kinds import KINDS, SchemaKind
from pipeline.reading.schema.project_ids import House, Ids, ProjectIds, project_ids
from pipeline.reading.schema.references import REFERENCES, Speech, kind_descriptions
from pipeline.reading.schema.snippets import snippets
from pipeline.reading.schema.value_types import Schema, bounds, value_type
from pipeline.values import ORIGIN_KEY, Filled, MayBeBlank, NoList, OneOrMany, Value

__all__ = ["KINDS", "House", "Ids", "ProjectIds", "SchemaKind", "Speech", "project_ids", "schema_bytes", "schema_of"]

# A text without anything to see, in quotes.
_BLANK = "^[ \\n]*$"
DRAFT = "http://json-schema.org/draft-07/schema#"


def schema_of(kind: SchemaKind, ids: ProjectIds, speech: Speech) -> Schema:
    """The schema of a file kind in a project."""
    title = f"{kind.path}: {kind.description}"
    return {"$schema": DRAFT, "title": title, **_Walk(ids, speech).of_value(kind.holds)}


def schema_bytes(schema: Schema) -> bytes:
    """The schema as a file: the same schema gives the same bytes."""
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


class _Walk:
    """From classes to schemas, with what the project and the house know."""

    def __init__(self, ids: ProjectIds, speech: Speech) -> None:
        self.ids = ids
        self.speech = speech

    def of_value(self, cls: type[Value]) -> Schema:
        """A mapping with the keys of a class, no others."""
        fields = {name: field for name, field in cls.model_fields.items() if field.alias != ORIGIN_KEY}
        found: Schema = {
            "type": "object",
            "properties": {cls.key(name): self._of_field(cls, name, field) for name, field in fields.items()},
            "required": [cls.key(name) for name, field in fields.items() if field.is_required()],
            "additionalProperties": False,
        }
        if also := conditions(cls, self.ids, self.speech):
            found["allOf"] = also
        return found

    def _of_field(self, cls: type[Value], name: str, field: FieldInfo) -> Schema:
        found = self._of_type(field.annotation, tuple(field.metadata))
        if reference := REFERENCES.get((cls, name)):
            _narrow(found.get("items", found), reference.narrowing(self.ids, self.speech))
        if "items" in found:
            # What an editor calls an entry, and shows where the cursor is on one.
            is_value = found["items"]["type"] == "object"
            told = {"title": cls.key(name)} if is_value else {"description": field.description}
            found["items"] = {**told, **found["items"]}
            found = _or_one(found) if OneOrMany in field.metadata else found
            found = _or_blank(_or_nothing(found)) if NoList in field.metadata else found
        elif "properties" in found:
            found = {"title": cls.key(name), **found}
        examples = {"examples": field.examples} if field.examples else {}
        return {"description": field.description, **examples, **found}

    def _of_type(self, kind: Any, rules: tuple[Any, ...] = ()) -> Schema:
        """The schema of what an annotation says; raises TypeError for one that no field may have."""
        if known := value_type(rules):
            return {
                **known.schema,
                **bounds(rules),
                "errorMessage": self.speech.message(known.code),
                **({"patternErrorMessage": self.speech.message(known.pattern_code)} if known.pattern_code else {}),
            }
        parts = get_args(kind)
        if type(None) in parts:
            inner = next(part for part in parts if part is not type(None))
            found = _or_nothing(self._of_type(inner))
            return _or_blank(found) if MayBeBlank in rules else found
        if rules_within := getattr(kind, "__metadata__", ()):
            return self._of_type(parts[0], rules_within)
        if get_origin(kind) is tuple and len(parts) == 2 and parts[1] is Ellipsis:
            return self._of_list(parts[0], is_filled=Filled in rules)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return self._of_choice(kind)
        if isinstance(kind, type) and issubclass(kind, Value):
            return self.of_value(kind)
        raise TypeError(f"no schema for {kind}")

    def _of_list(self, entries: Any, is_filled: bool) -> Schema:
        message = self.speech.message("F219")
        found: Schema = {"type": "array", "items": self._of_type(entries), "errorMessage": message}
        if offered := snippets(entries, self.ids):
            found["defaultSnippets"] = offered
        return {**found, "minItems": 1} if is_filled else found

    def _of_choice(self, kind: type[Enum]) -> Schema:
        names = [str(member.value) for member in kind]
        found: Schema = {"type": "string", "enum": names, "errorMessage": self.speech.message("F218", names)}
        if kind is StepKind and any(told := kind_descriptions(self.ids)):
            found["enumDescriptions"] = told
        return found


def _or_nothing(schema: Schema) -> Schema:
    """The schema that also takes an empty value."""
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    found = {**schema, "type": [*kinds, "null"]}
    if "enum" in schema:
        found["enum"] = [*schema["enum"], None]
    return found


def _or_blank(schema: Schema) -> Schema:
    """The schema that also takes a text of nothing, with quotes."""
    found = {**schema, "type": list(dict.fromkeys((*schema["type"], "string")))}
    if "enum" in schema:
        found["enum"] = [*schema["enum"], ""]
    else:
        found["pattern"] = "|".join((_BLANK, *([schema["pattern"]] if "pattern" in schema else [])))
    return found


def _or_one(schema: Schema) -> Schema:
    """The schema of a list that may be written as its one entry; what it may be is proposed in its place."""
    entry = schema["items"]
    names = entry.get("enum", ())
    offered = [{"label": name, "body": name} for name in names]
    return {
        **schema,
        "type": ["string", "array"],
        "pattern": f"^(?:{'|'.join(names)})$" if names else entry["pattern"],
        "errorMessage": entry["errorMessage"],
        **({"defaultSnippets": offered} if offered else {}),
    }


def _narrow(schema: Schema, reference: Schema) -> None:
    """Put the ids of a reference in place of the form that any id has; numbers become numbers."""
    if schema["type"] == "integer":
        reference = _counted(reference)
    if "enum" in reference:
        for key in ("pattern", "maxLength", "minimum", "maximum", "patternErrorMessage"):
            schema.pop(key, None)
    schema.update(reference)


def _counted(reference: Schema) -> Schema:
    """The same ids as numbers."""
    found = dict(reference)
    if "enum" in found:
        found["enum"] = [int(name) for name in found["enum"]]
    if "defaultSnippets" in found:
        found["defaultSnippets"] = [{**offered, "body": int(offered["body"])} for offered in found["defaultSnippets"]]
    return found
