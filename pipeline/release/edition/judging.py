"""The files of a release before their gates once more, composed from the release's own copy of its sources.

A gate compares a file with what it should show. Where the program that runs would show something else, because it is
another version than the one that made the file, nothing can be said of it, and that is told instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from pipeline.diagnostics import Diagnostic
from pipeline.release.build import CannotBuild, Composed, Progress, composed
from pipeline.release.edition.frozen import COPIES, Frozen, FrozenArtefact
from pipeline.release.edition.verifying import Flaw
from pipeline.release.plan import Artefact, planned
from pipeline.release.project import Project, read_project
from pipeline.release.templates import template_for
from pipeline.release.verify import verified
from pipeline.release.workspace import NotAProject
from pipeline.writers import WRITERS


@dataclass(frozen=True, slots=True)
class Judged:
    """What the gates found, in the copied sources `files`; `flaws` are of what the manifest says of the content.

    `passed` are the paths of files that were judged and are sound; `unjudged` those that this program makes otherwise.
    """

    files: Mapping[str, bytes]
    findings: tuple[Diagnostic, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    passed: tuple[str, ...] = ()
    unjudged: tuple[str, ...] = ()


def judged(folder: Path, frozen: Frozen, progress: Progress) -> Judged:
    """Every publication of a release whose bytes are right. Raises OSError."""
    everything = tuple(one.path for one in frozen.artefacts)
    try:
        project = read_project(folder / COPIES)
    except NotAProject:
        return Judged({}, unjudged=everything)
    if project.programme is None or project.report.has_errors:
        return Judged(project.files, unjudged=everything)
    pairs = _pairs(planned(project.programme), frozen)
    judging = _Judging(folder, project, tuple(artefact for artefact, _ in pairs), progress)
    for _, group in groupby(pairs, key=lambda pair: (pair[0].content, pair[0].edition)):
        judging.judge(tuple(group))
    done = {*judging.passed, *judging.failed}
    unjudged = tuple(path for path in everything if path not in done)
    return Judged(project.files, tuple(judging.findings), tuple(judging.flaws), tuple(judging.passed), unjudged)


# What is planned today, in the same release as its file, and how the manifest tells of that.
_Pair = tuple[Artefact, FrozenArtefact]


def _pairs(plan: Sequence[Artefact], frozen: Frozen) -> tuple[_Pair, ...]:
    """The files of the release in the order of the plan, which has those of one content one after another."""
    entries = {one.key: one for one in frozen.artefacts}
    found = ((one, entries[one.key]) for one in plan if one.key in entries)
    return tuple((replace(one, edition=entry.made_in), entry) for one, entry in found)


class _Judging:
    """The work in hand: what was found so far."""

    def __init__(self, folder: Path, project: Project, beside: tuple[Artefact, ...], progress: Progress) -> None:
        self.folder, self.project, self.beside, self.progress = folder, project, beside, progress
        self.findings: list[Diagnostic] = []
        self.flaws: list[Flaw] = []
        self.passed: list[str] = []
        self.failed: list[str] = []

    def judge(self, pairs: Sequence[_Pair]) -> None:
        """Files of one content."""
        first, entry = pairs[0]
        self.progress(len(self.passed) + len(self.failed), len(self.beside), entry.path)
        try:
            whole = composed(self.project.as_of(entry.made_in, entry.date), first, self.beside)
        except CannotBuild:
            return
        for artefact, one in pairs:
            if whole.code == one.content_code and artefact.path == one.path:
                self._judge_file(artefact, one, whole)

    def _judge_file(self, artefact: Artefact, entry: FrozenArtefact, whole: Composed) -> None:
        data = (self.folder / entry.path).read_bytes()
        template = template_for(self.project.theme, self.project.templates, artefact.actor_id)
        in_template = template is not None and WRITERS[artefact.format].takes_templates
        found = tuple(verified(artefact, data, whole.content, in_template))
        self.findings += found
        is_said = WRITERS[artefact.format].content_digest(data) == entry.content_sha256
        if not is_said:
            self.flaws.append(Flaw("content_digest", {"file": entry.path}))
        (self.passed if is_said and not found else self.failed).append(entry.path)
