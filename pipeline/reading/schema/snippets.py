"""Snippets: a whole step, arrow or term to fill in, as the YAML language server offers them (`defaultSnippets`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from pipeline.model import (
    DECIDED_FIELDS,
    Actor,
    Answer,
    Arrow,
    Case,
    Contact,
    Decision,
    DecisionStatus,
    End,
    LegalReference,
    Link,
    Phase,
    Publication,
    Revision,
    Source,
    StaffLink,
    Step,
    StepKind,
    Term,
    Unit,
    Verification,
)
from pipeline.model.files import CasesFile, DecisionsFile, PhasesFile, PublicationsFile, SourcesFile, TermsFile
from pipeline.reading.schema.project_ids import ProjectIds, meaning_of
from pipeline.reading.schema.value_types import Schema
from pipeline.values import Filled, Value

# An empty list in the text of a snippet; as a list, the language server would write nothing at all.
_EMPTY = "[]"
# More than this are better chosen where the cursor stands than in a list inside a snippet.
_CHOICES = 12


@dataclass(frozen=True, slots=True)
class _Choice:
    """A place where one of a few values is chosen."""

    values: Sequence[str]


Given = Mapping[str, object]


def snippets(cls: type[Value], ids: ProjectIds) -> list[Schema]:
    """The snippets for an entry of a list, by its class."""
    if cls is Step:
        return _steps(ids)
    if cls not in _ENTRIES:
        return []
    holder, field, label = _ENTRIES[cls]
    told = holder.model_fields[field].description or ""
    found = [_snippet(label, told, _body(cls, _given(cls, ids), count(1)))]
    if cls is Arrow:
        found += [_snippet(f"{label}: {one.value}", told, _answer(one, count(1))) for one in Answer]
    return found


_ENTRIES: Mapping[type[Value], tuple[type[Value], str, str]] = {
    Contact: (Step, "contacts", "kontaktpunkt"),
    Unit: (Actor, "units", "enhet"),
    StaffLink: (Actor, "links", "lank"),
    LegalReference: (Step, "legal", "lagstod: kontrollera"),
    Arrow: (Step, "arrows", "pil"),
    Phase: (PhasesFile, "phases", "fas"),
    Term: (TermsFile, "terms", "begrepp"),
    Source: (SourcesFile, "sources", "kalla"),
    Publication: (PublicationsFile, "publications", "publikation"),
    Case: (CasesFile, "cases", "dialogfall"),
    Decision: (DecisionsFile, "decisions", "beslut"),
}


def _steps(ids: ProjectIds) -> list[Schema]:
    """Each kind of step; a terminal as start and as stop."""
    kinds: list[tuple[str, StepKind, Given]] = [
        ("start", StepKind.TERMINAL, {"end": End.START.value, "arrows": [Arrow]}),
        ("stopp", StepKind.TERMINAL, {"end": End.STOP.value, "arrows": _EMPTY}),
        (StepKind.FAN.value, StepKind.FAN, {"arrows": [Arrow]}),
        (StepKind.DECISION.value, StepKind.DECISION, {"arrows": Answer}),
        (StepKind.LINK.value, StepKind.LINK, {"link": Link, "arrows": [Arrow]}),
    ]
    return [
        _snippet(
            f"{Actor.key('steps')}: {label}",
            meaning_of(ids, kind) or (Step.model_fields["kind"].description or ""),
            _body(Step, {**_given(Step, ids), "kind": kind.value, **given}, count(1)),
        )
        for label, kind, given in kinds
    ]


def _given(cls: type[Value], ids: ProjectIds) -> Given:
    """What stands in a snippet besides empty places."""
    if cls is Step:
        return {"phase": _Choice(list(ids.phases.names))}
    if cls is LegalReference:
        return {"state": Verification.TO_CHECK.value}
    if cls is Decision:
        blank: dict[str, object] = {name: _Choice(()) for name in DECIDED_FIELDS}
        status = _Choice([status.value for status in reversed(DecisionStatus)])
        return {**blank, "actor": _Choice(list(ids.actors.names)), "status": status, "history": [Revision]}
    if cls is Publication:
        formats = sorted({name for formats in ids.house.formats.values() for name in formats})
        return {
            "kind": _Choice(list(ids.house.formats)),
            "papers": _Choice(list(ids.papers.names)),
            "formats": [_Choice(formats)],
        }
    return {}


def _snippet(label: str, text: str, body: object) -> Schema:
    return {"label": label, "description": text, "body": body}


def _body(cls: type[Value], given: Given, stops: count[int]) -> Schema:
    """Every key that must be there, and those that are given, in the order of the class; places numbered on."""
    found: Schema = {}
    for name, field in cls.model_fields.items():
        if name in given:
            found[cls.key(name)] = _written(given[name], stops)
        elif field.is_required():
            found[cls.key(name)] = _place(field.annotation, field.metadata, stops)
    return found


def _written(value: object, stops: count[int]) -> object:
    match value:
        case _Choice(values) if 0 < len(values) <= _CHOICES:
            return f"${{{next(stops)}|{','.join(values)}|}}"
        case _Choice():
            return f"${next(stops)}"
        case list():
            return [_written(one, stops) for one in value]
        case type() if value is Answer:
            return [_answer(answer, stops) for answer in Answer]
        case type() if issubclass(value, Value):
            return _body(value, {}, stops)
        case _:
            return value


def _answer(answer: Answer, stops: count[int]) -> Schema:
    return _body(Arrow, {"label": answer.value}, stops)


def _place(annotation: Any, rules: Sequence[Any], stops: count[int]) -> object:
    is_list = getattr(annotation, "__origin__", None) is tuple
    if is_list and Filled not in rules:
        return _EMPTY
    return [f"${next(stops)}"] if is_list else f"${next(stops)}"
