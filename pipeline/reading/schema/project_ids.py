"""What an author may point at, gathered from sources that may be half written: ids with what each stands for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.model import (
    Actor,
    Case,
    Exemption,
    HouseRules,
    KindMeaning,
    Phase,
    Publication,
    Source,
    Step,
    StepKind,
    Term,
    Unit,
)
from pipeline.model.files import CasesFile, KindsFile, PhasesFile, PublicationsFile, SourcesFile, TermsFile
from pipeline.reading.schema.file_kinds import KINDS
from pipeline.reading.yaml_tree import Tree, read_tree
from pipeline.theme import Paper, PapersFile
from pipeline.values import FILE_WORD, SLUG, Value

_PHASE = re.compile(r"[1-9][0-9]{0,5}")
_WORD = re.compile(r"[^\n]{1,200}")


@dataclass(frozen=True, slots=True)
class Ids:
    """Ids of one kind, with what each stands for; not complete where a file could not be read to its end."""

    names: Mapping[str, str] = field(default_factory=dict)
    is_complete: bool = False


@dataclass(frozen=True, slots=True)
class House:
    """What processpil itself knows: formats by kind of publication, profiles, variants, shapes, languages and more.

    `short_limit` is how many characters a short title may have, where the project does not excuse longer ones.
    """

    formats: Mapping[str, Collection[str]]
    profiles: Collection[str]
    variants: Collection[str]
    shapes: Collection[str]
    languages: Collection[str]
    codes: Mapping[str, str]
    short_limit: int


@dataclass(frozen=True, slots=True)
class ProjectIds:
    """The ids of a project; `steps` by actor, `meanings` of the kinds of step, `others` of phases and publications.

    `excused` are the codes that the project excuses somewhere.
    """

    house: House
    phases: Ids
    meanings: Ids
    actors: Ids
    units: Ids
    steps: Mapping[str, Ids]
    sources: Ids
    cases: Ids
    terms: Ids
    papers: Ids
    others: Ids
    excused: frozenset[str]

    @property
    def all_steps(self) -> Ids:
        """The steps of every actor."""
        names = {step: name for ids in self.steps.values() for step, name in ids.names.items()}
        return Ids(names, self.actors.is_complete and all(ids.is_complete for ids in self.steps.values()))


def project_ids(files: Mapping[str, bytes], house: House) -> ProjectIds:
    """The ids in the files of a project, by path below its folder; what cannot be read is left out."""
    found = _Files(files)
    actors = found.trees(Actor)
    steps = {name: _actor_steps(tree) for tree in actors for name in _named(_entry(tree), Actor, "name_id", SLUG)}
    named = dict(pair for tree in actors for pair in _pairs([_entry(tree)], Actor, "name_id", SLUG, "name"))
    phase_names = found.ids(PhasesFile, "phases", Phase, "name_id", SLUG, "name")
    publications = found.ids(PublicationsFile, "publications", Publication, "target", SLUG, "name")
    return ProjectIds(
        house=house,
        phases=found.ids(PhasesFile, "phases", Phase, "number", _PHASE, "name", "text"),
        meanings=found.ids(KindsFile, "kinds", KindMeaning, "kind", SLUG, "name", "meaning"),
        actors=Ids(named, bool(actors) and len(named) == len(actors)),
        units=Ids(
            dict(pair for tree in actors for pair in _units(tree)),
            bool(actors) and all(tree.is_whole for tree in actors),
        ),
        steps=steps,
        sources=found.ids(SourcesFile, "sources", Source, "name_id", SLUG, "title"),
        cases=found.ids(CasesFile, "cases", Case, "name_id", SLUG, "name"),
        terms=found.ids(TermsFile, "terms", Term, "name", _WORD, "spelled_out"),
        papers=found.ids(PapersFile, "papers", Paper, "name_id", FILE_WORD, "width", "height"),
        excused=frozenset(found.ids(HouseRules, "exemptions", Exemption, "code", _WORD).names),
        others=Ids({**phase_names.names, **publications.names}, phase_names.is_complete and publications.is_complete),
    )


def meaning_of(ids: ProjectIds, kind: StepKind) -> str:
    """What the project says about a kind of step; empty if it says nothing."""
    return ids.meanings.names.get(kind.value, "")


class _Files:
    """The files of a project as trees, by what they hold."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files

    def trees(self, holds: type[Value]) -> list[Tree]:
        """The trees of all files that hold this, in order of their paths."""
        kind = next(kind for kind in KINDS if kind.holds is holds)
        paths = sorted(path for path in self._files if kind.has(path))
        return [read_tree(path, self._files[path], lambda _: True) for path in paths]

    def ids(
        self, holds: type[Value], entries: str, cls: type[Value], key: str, form: re.Pattern[str], *names: str
    ) -> Ids:
        """The ids of the entries of a file; `key` and `names` are fields of their class."""
        trees = self.trees(holds)
        listed = [one for tree in trees for one in _entries(_entry(tree), holds, entries)]
        return Ids(dict(_pairs(listed, cls, key, form, *names)), bool(trees) and all(tree.is_whole for tree in trees))


def _actor_steps(tree: Tree) -> Ids:
    steps = _entries(_entry(tree), Actor, "steps")
    return Ids(dict(_pairs(steps, Step, "name_id", SLUG, "title")), tree.is_whole)


def _units(tree: Tree) -> Iterator[tuple[str, str]]:
    return _pairs(_entries(_entry(tree), Actor, "units"), Unit, "name_id", SLUG, "name")


def _entry(tree: Tree) -> Mapping[str, Any]:
    return tree.root if isinstance(tree.root, dict) else {}


def _entries(of: Mapping[str, Any], cls: type[Value], name: str) -> list[Mapping[str, Any]]:
    listed = of.get(cls.key(name))
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []


def _named(entry: Mapping[str, Any], cls: type[Value], name: str, form: re.Pattern[str]) -> list[str]:
    value = entry.get(cls.key(name))
    return [value] if isinstance(value, str) and form.fullmatch(value) else []


def _pairs(
    entries: list[Mapping[str, Any]], cls: type[Value], key: str, form: re.Pattern[str], *names: str
) -> Iterator[tuple[str, str]]:
    """Each id with its names, joined by a colon; the first of several with the same id."""
    seen: set[str] = set()
    for entry in entries:
        for found in _named(entry, cls, key, form):
            if found not in seen:
                seen.add(found)
                texts = (entry.get(cls.key(name)) for name in names)
                yield found, ": ".join(" ".join(text.split()) for text in texts if isinstance(text, str))
