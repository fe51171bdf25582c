"""Fields that hold an id of something else, and which ids they take."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from pipeline.model import Case, Decision, Exemption, Publication, Step, StepKind, Term
from pipeline.reading.schema.project_ids import Ids, ProjectIds, meaning_of
from pipeline.reading.schema.value_types import Schema
from pipeline.theme import EVERYBODY, ActorTemplate, KindShape, LikeSheet, Paging, PhaseColours, Sheet
from pipeline.values import Value

# What only a finding knows, in the sentence of a code.
_GAP = re.compile(r"\{\w+\}")
_FILE = r"\.ya?ml$"


@dataclass(frozen=True, slots=True)
class Speech:
    """What an editor shows at a fault: the hints of codes, and what to do where a new id is not known yet."""

    hint: Callable[[str], str]
    new_id: str

    def message(self, codes: str, allowed: Collection[str] = (), is_of_project: bool = False) -> str:
        """The hints of codes (with spaces between), with the codes themselves for `processpil explain`."""
        texts = [_GAP.sub("\u2026", self.hint(code).replace("{allowed}", ", ".join(allowed))) for code in codes.split()]
        told = [*texts, self.new_id] if is_of_project else texts
        return f"{' '.join(told)} ({codes.replace(' ', ', ')})"


@dataclass(frozen=True, slots=True)
class Reference:
    """A field's ids, and the code of one that is not among them. Without a code other values are fine too.

    The name of a file is fine where it says so.
    """

    ids: Callable[[ProjectIds], Ids]
    code: str = ""
    is_of_project: bool = True
    or_file: bool = False

    def narrowing(self, ids: ProjectIds, speech: Speech) -> Schema:
        """What is added to the schema of the field, or of the entries of its list."""
        found = taking(self.ids(ids), self.code, speech, self.is_of_project)
        return {"anyOf": [found, {"pattern": _FILE}]} if self.or_file and "enum" in found else found


def taking(ids: Ids, codes: str, speech: Speech, is_of_project: bool = True) -> Schema:
    """A schema that takes these ids only; where they are not all, or no code is given, it only proposes them."""
    if not ids.names:
        return {}
    if not codes or not ids.is_complete:
        return {"defaultSnippets": [_proposal(name, told) for name, told in ids.names.items()]}
    names = list(ids.names)
    found: Schema = {"enum": names, "errorMessage": speech.message(codes, names, is_of_project)}
    if any(ids.names.values()):
        found["enumDescriptions"] = list(ids.names.values())
    return found


def _proposal(name: str, told: str) -> Schema:
    return {"label": name, "body": name, **({"description": told} if told else {})}


def fixed(names: Collection[str]) -> Ids:
    """Ids that do not come from a project's files."""
    return Ids(dict.fromkeys(names, ""), is_complete=True)


def _pointed_at(ids: ProjectIds) -> Ids:
    """What the findings of an exemption may be about, besides files."""
    parts = (ids.actors, ids.all_steps, ids.sources, ids.cases, ids.terms, ids.others)
    names = {name: told for part in parts for name, told in part.names.items()}
    return Ids(names, all(part.is_complete for part in parts))


def _with_everybody(actors: Ids) -> Ids:
    """The actors, and the word for all who are not named."""
    return Ids({**actors.names, EVERYBODY: ""}, actors.is_complete)


REFERENCES: Mapping[tuple[type[Value], str], Reference] = {
    (Step, "phase"): Reference(lambda ids: ids.phases, "R310"),
    (Step, "sources"): Reference(lambda ids: ids.sources, "R311"),
    (Term, "source"): Reference(lambda ids: ids.sources, "R311"),
    (Case, "steps"): Reference(lambda ids: ids.all_steps, "R312"),
    (Decision, "actor"): Reference(lambda ids: ids.actors, "R332"),
    (Publication, "kind"): Reference(lambda ids: fixed(ids.house.formats), "R316", False),
    (Publication, "actors"): Reference(lambda ids: ids.actors, "R313"),
    (Publication, "units"): Reference(lambda ids: ids.units, "R340"),
    (Publication, "profile"): Reference(lambda ids: fixed(ids.house.profiles), "R343", False),
    (Publication, "variants"): Reference(lambda ids: fixed(ids.house.variants), "R345", False),
    # A unit of another actor is a fault too, which is told by `check` alone.
    (Step, "units"): Reference(lambda ids: ids.units),
    (Publication, "papers"): Reference(lambda ids: ids.papers, "R317"),
    (Sheet, "paper"): Reference(lambda ids: ids.papers, "U615"),
    (LikeSheet, "paper"): Reference(lambda ids: ids.papers, "U615"),
    (ActorTemplate, "actor"): Reference(lambda ids: _with_everybody(ids.actors), "U630"),
    (KindShape, "shape"): Reference(lambda ids: fixed(ids.house.shapes), "U603", False),
    (Exemption, "code"): Reference(lambda ids: Ids(ids.house.codes, is_complete=True), "X001", False),
    (Exemption, "where"): Reference(_pointed_at, "X004", or_file=True),
    # A theme may serve several projects, so these are proposed but not demanded.
    (KindShape, "kind"): Reference(lambda ids: fixed([kind.value for kind in StepKind])),
    (PhaseColours, "number"): Reference(lambda ids: ids.phases),
    (Sheet, "kind"): Reference(lambda ids: fixed(ids.house.formats)),
    (LikeSheet, "kind"): Reference(lambda ids: fixed(ids.house.formats)),
    (LikeSheet, "like"): Reference(lambda ids: fixed(ids.house.formats)),
    (Paging, "right_hand"): Reference(lambda ids: fixed(ids.house.formats)),
}


def kind_descriptions(ids: ProjectIds) -> list[str]:
    """What the project says about each kind of step, in their order."""
    return [meaning_of(ids, kind) for kind in StepKind]
