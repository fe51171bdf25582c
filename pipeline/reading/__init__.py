"""From the bytes of the sources to a programme: every fault of every file in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from pydantic import ValidationError

from pipeline.diagnostics import Diagnostic, Report, diagnose
from pipeline.model import FILES, Actor, HouseRules, Programme, Settings
from pipeline.model.files import CasesFile, KindsFile, PhasesFile, PublicationsFile, SourcesFile, TermsFile
from pipeline.reading.faults import field_faults
from pipeline.reading.folder import Folder, name_id
from pipeline.reading.yaml_tree import FILE_LIMIT, read_tree
from pipeline.values import Value

__all__ = ["FILE_LIMIT", "Reading", "read_programme", "read_value"]

# Says if the theme's fonts have a character.
Covers = Callable[[str], bool]
Held = TypeVar("Held", bound=Value)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out of the sources. `programme` is None unless every file was sound; `actors` are those that were."""

    programme: Programme | None
    actors: tuple[Actor, ...]
    report: Report


def read_programme(files: Mapping[str, bytes], root: str, covers: Covers) -> Reading:
    """The programme of the files below `root`. Paths are as the author sees them, with slashes.

    Of a file longer than FILE_LIMIT only the first FILE_LIMIT + 1 bytes need be handed in: it is refused unread.
    """
    folder = Folder(files, root)
    findings = list(folder.findings())
    sound: list[Value] = []
    for kind in FILES:
        for path in folder.paths(kind):
            value, faults = _read(path, files[path], kind.holds, covers)
            if isinstance(value, Actor):
                faults = [*faults, *_misnamed(value, name_id(path))]
            findings.extend(faults)
            if value is not None and not faults:
                sound.append(value)
    report = Report.of(findings)
    actors = tuple(value for value in sound if isinstance(value, Actor))
    return Reading(None if report.has_errors else _programme(sound, actors), actors, report)


def read_value(path: str, data: bytes, cls: type[Held], covers: Covers) -> tuple[Held | None, Report]:
    """One file as a value of a class, None if it has a fault."""
    value, findings = _read(path, data, cls, covers)
    return value, Report.of(findings)


def _read(path: str, data: bytes, cls: type[Held], covers: Covers) -> tuple[Held | None, list[Diagnostic]]:
    tree = read_tree(path, data, covers)
    if not tree.is_whole:
        return None, tree.findings
    try:
        value = cls.model_validate(tree.root, by_alias=True, by_name=False)
    except ValidationError as refusal:
        return None, [*tree.findings, *field_faults(tree, cls, refusal)]
    return (None if tree.findings else value), tree.findings


def _misnamed(actor: Actor, expected: str) -> Iterable[Diagnostic]:
    if actor.name_id != expected:
        yield diagnose("L027", actor.place("name_id"), id=actor.name_id, expected=expected)


def _programme(sound: list[Value], actors: tuple[Actor, ...]) -> Programme:
    return Programme(
        settings=_only(sound, Settings),
        phases=_only(sound, PhasesFile).phases,
        kinds=_only(sound, KindsFile).kinds,
        actors=actors,
        terms=_only(sound, TermsFile).terms,
        cases=_only(sound, CasesFile).cases,
        sources=_only(sound, SourcesFile).sources,
        publications=_only(sound, PublicationsFile).publications,
        rules=next((value for value in sound if isinstance(value, HouseRules)), HouseRules()),
    )


def _only(sound: list[Value], cls: type[Held]) -> Held:
    return next(value for value in sound if isinstance(value, cls))
