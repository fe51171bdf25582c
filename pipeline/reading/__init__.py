"""From the bytes of the sources to a programme: every fault of every file in one run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import ValidationError

from pipeline.diagnostics import Diagnostic, Report, diagnose
from pipeline.model import FILES, Actor, HouseRules, Programme, Settings
from pipeline.model.files import (
    CasesFile,
    DecisionsFile,
    KindsFile,
    PhasesFile,
    PublicationsFile,
    SourcesFile,
    TermsFile,
)
from pipeline.reading.folder import Folder, name_id
from pipeline.reading.yaml_tree import FILE_LIMIT, Tree, read_tree
from pipeline.values import Value

__all__ = ["FILE_LIMIT", "FORMAT", "NEWER_FORMAT", "Reading", "read_programme", "read_value"]

# What `schema` in program.yaml says: the one format and version that is read.
FORMAT = "rehabkarta-fakta/1"
NEWER_FORMAT = "L036"
"""The code of sources written for a newer version: its finding stands alone, since nothing else can be judged."""
_NAME, _, _VERSION = FORMAT.partition("/")
# Versions are whole numbers of few digits; int() would refuse thousands of them.
_VERSIONED = re.compile(rf"{_NAME}/([0-9]{{1,6}})")

# Says if the theme's fonts have a character.
Covers = Callable[[str], bool]
Held = TypeVar("Held", bound=Value)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out of the sources. `programme` is None unless every file was sound; `actors` are those that were.

    `rules` are the project's own where they were sound, so that what they excuse is so beside faults elsewhere too.
    """

    programme: Programme | None
    actors: tuple[Actor, ...]
    report: Report
    rules: HouseRules = field(default_factory=HouseRules)

    @property
    def is_newer(self) -> bool:
        """True if the sources are written for a newer version: then nothing more of the project is worth telling."""
        return any(finding.code == NEWER_FORMAT for finding in self.report.findings)


def read_programme(files: Mapping[str, bytes], root: str, covers: Covers) -> Reading:
    """The programme of the files below `root`. Paths are as the author sees them, with slashes.

    Of a file longer than FILE_LIMIT only the first FILE_LIMIT + 1 bytes need be handed in: it is refused unread.
    """
    folder = Folder(files, root)
    findings = list(folder.findings())
    sound: list[Value] = []
    for kind in FILES:
        for path in folder.paths(kind):
            tree = read_tree(path, files[path], covers)
            value, faults = _valued(tree, kind.holds)
            if kind.holds is Settings and (version := _version_fault(tree)):
                if version.code == NEWER_FORMAT:
                    return Reading(None, (), Report.of([version]))
                # A slip on that line, or one that swallowed the next, is told as what it is.
                is_told = not tree.is_whole or version.place.line in {fault.place.line for fault in faults}
                faults = faults if is_told else [*faults, version]
            if isinstance(value, Actor):
                faults = [*faults, *_misnamed(value, name_id(path))]
            findings.extend(faults)
            if value is not None and not faults:
                sound.append(value)
    report = Report.of(findings)
    actors = tuple(value for value in sound if isinstance(value, Actor))
    programme = None if report.has_errors else _programme(sound, actors)
    return Reading(programme, actors, report, _rules(sound))


def read_value(path: str, data: bytes, cls: type[Held], covers: Covers) -> tuple[Held | None, Report]:
    """One file as a value of a class, None if it has a fault."""
    value, findings = _valued(read_tree(path, data, covers), cls)
    return value, Report.of(findings)


def _valued(tree: Tree, cls: type[Held]) -> tuple[Held | None, list[Diagnostic]]:
    if not tree.is_whole:
        return None, tree.findings
    try:
        value = cls.model_validate(tree.root, by_alias=True, by_name=False)
    except ValidationError as refusal:
        from pipeline.reading.faults import field_faults  # noqa: PLC0415  # only where something is wrong

        return None, field_faults(tree, cls, refusal)
    return (None if tree.findings else value), tree.findings


def _version_fault(tree: Tree) -> Diagnostic | None:
    """What is wrong with the name of the format, if it is a text at all; found in a file with other faults too."""
    key = Settings.key("format")
    name = tree.root.get(key) if isinstance(tree.root, dict) else None
    if not isinstance(name, str) or name == FORMAT:
        return None
    found = _VERSIONED.fullmatch(name)
    if found and int(found[1]) > int(_VERSION):
        return diagnose(NEWER_FORMAT, tree.marks.at(key), version=found[1])
    return diagnose("L037", tree.marks.at(key), name=name[:40], expected=FORMAT)


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
        rules=_rules(sound),
        decisions=next((value.decisions for value in sound if isinstance(value, DecisionsFile)), ()),
    )


def _rules(sound: list[Value]) -> HouseRules:
    return next((value for value in sound if isinstance(value, HouseRules)), HouseRules())


def _only(sound: list[Value], cls: type[Held]) -> Held:
    return next(value for value in sound if isinstance(value, cls))
