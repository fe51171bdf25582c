"""Findings that a project excuses with a reason: taken out of the report; an exemption that covers nothing is told.

An entry under `dar` is the id of something in the sources, a word of the glossary, or a file's name. A finding belongs
to the element that begins nearest above it in its file; what stands before an actor's first step is the actor's, and
an actor's id covers the whole of its file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.diagnostics import Diagnostic, Report, Severity, closest, diagnose
from pipeline.model import Actor, Exemption, HouseRules, Programme
from pipeline.rules import can_be_excused
from pipeline.spans import Place
from pipeline.values import Value

_CODE = re.compile(rb"^- code: ([A-Z][0-9]{3})\s*$", re.MULTILINE)


def codes_in(faults_file: bytes) -> frozenset[str]:
    """The codes that have a text in `faults.yaml`, without reading it as YAML: that would cost more than the checks."""
    return frozenset(code.decode() for code in _CODE.findall(faults_file))


@dataclass(frozen=True)
class Exempted:
    """What exemptions are held against: the project's rules, what was read, and every code there is.

    `programme` is None where the sources have faults; then an id that is not found is not blamed.
    """

    rules: HouseRules
    programme: Programme | None
    actors: Sequence[Actor]
    files: Sequence[str]
    codes: frozenset[str]

    def report(self, report: Report) -> Report:
        """The report without what is excused, and with what is wrong with the exemptions themselves."""
        if not self.rules.exemptions:
            return report
        told = [finding for exemption in self.rules.exemptions for finding in self._of_code(exemption)]
        grounds, faults = self._grounds()
        excused: set[Diagnostic] = set()
        used: set[tuple[str, str]] = set()
        for finding in report.findings:
            # Asked of each finding, not of each pair of the two: both may be thousands.
            if covering := {(finding.code, name) for name in self._names_of(finding)} & grounds.keys():
                excused.add(finding)
                used |= covering
        unused = [_unused(ground) for key, ground in grounds.items() if key not in used]
        if any(is_in_the_way(finding) for finding in report.findings):
            unused = []
        left = (finding for finding in report.findings if finding not in excused)
        return Report.of((*left, *told, *faults, *unused))

    def _of_code(self, exemption: Exemption) -> Iterator[Diagnostic]:
        """A code that is not known, or whose findings break what is built."""
        code, place = exemption.code, exemption.place("code")
        if code not in self.codes:
            yield diagnose("X001", place, name=code[:40], guess=closest(code.upper(), sorted(self.codes)))
        elif not can_be_excused(code):
            yield diagnose("X002", place, name=code)

    def _grounds(self) -> tuple[dict[tuple[str, str], _Ground], list[Diagnostic]]:
        """Every code and place that is excused, by these two, and what is wrong with the places."""
        found: dict[tuple[str, str], _Ground] = {}
        faults: list[Diagnostic] = []
        for exemption in self.rules.exemptions:
            if exemption.code not in self.codes or not can_be_excused(exemption.code):
                continue
            for ground in _grounds_of(exemption):
                first = found.setdefault((ground.code, ground.entry), ground)
                if first is not ground:
                    faults.append(diagnose("X005", ground.place, name=ground.code, first=first.place))
                elif not self._is_known(ground.entry):
                    name, guess = ground.entry[:40], self._near(ground.entry)
                    faults.append(diagnose("X004", ground.place, name=name, guess=guess))
                    del found[ground.code, ground.entry]
        return found, faults

    def _is_known(self, entry: str) -> bool:
        """True for no entry at all, for one that names something, and for all where not everything was read."""
        return not entry or not self.programme or entry in self._names or any(_is_file(f, entry) for f in self.files)

    def _near(self, entry: str) -> str:
        """The name that was probably meant."""
        return closest(entry, [*self._names, *self.files, *(path.rpartition("/")[2] for path in self.files)])

    def _names_of(self, finding: Diagnostic) -> set[str]:
        """Every entry that covers a finding of this place; the empty one is everywhere."""
        file = finding.place.file
        folders = file.split("/")
        files = ("/".join(folders[at:]) for at in range(len(folders)))
        return {"", *files, self._owners.get(file, ""), self._nearest(finding)}

    def _nearest(self, finding: Diagnostic) -> str:
        """The element that begins nearest above a finding, in its file."""
        begins = self._begins.get(finding.place.file, [])
        at = bisect_right(begins, (finding.place.line, finding.place.column), key=lambda begin: begin[:2])
        return begins[at - 1][2] if at else ""

    @cached_property
    def _owners(self) -> dict[str, str]:
        """The actor whose file it is."""
        return {actor.place().file: actor.name_id for actor in self.actors}

    @cached_property
    def _names(self) -> dict[str, None]:
        """The ids and words of all elements."""
        return dict.fromkeys((*self._owners.values(), *(name for _, name in self._elements())))

    @cached_property
    def _begins(self) -> Mapping[str, list[tuple[int, int, str]]]:
        """Line, column and name of each element of a file, in order.

        The first of a line has the whole of it: what is found may stand to the left, at the dash.
        """
        found: dict[str, list[tuple[int, int, str]]] = {}
        for place, name in sorted(((value.place(), name) for value, name in self._elements()), key=lambda at: at[0]):
            begins = found.setdefault(place.file, [])
            is_first = not begins or begins[-1][0] != place.line
            begins.append((place.line, 0 if is_first else place.column, name))
        return found

    def _elements(self) -> Iterator[tuple[Value, str]]:
        """Everything that has an id or a word of its own, save for actors."""
        for actor in self.actors:
            yield from ((step, step.name_id) for step in actor.steps)
        if self.programme:
            for values in (self.programme.sources, self.programme.cases, self.programme.phases):
                yield from ((value, value.name_id) for value in values)
            yield from ((publication, publication.target) for publication in self.programme.publications)
            yield from ((term, term.name) for term in self.programme.terms)


def is_in_the_way(finding: Diagnostic) -> bool:
    """True for a fault that keeps checks from running, so that nobody knows what else they would find."""
    return finding.severity is Severity.ERROR and not can_be_excused(finding.code)


@dataclass(frozen=True, slots=True)
class _Ground:
    """One code excused in one place; an empty entry is everywhere."""

    code: str
    entry: str
    place: Place


def _grounds_of(exemption: Exemption) -> Iterator[_Ground]:
    if exemption.where is None:
        yield _Ground(exemption.code, "", exemption.place("code"))
        return
    for at, entry in enumerate(exemption.where):
        yield _Ground(exemption.code, entry, exemption.place("where", at))


def _unused(ground: _Ground) -> Diagnostic:
    return diagnose("X003", ground.place, name=" ".join(filter(None, (ground.code, ground.entry))))


def _is_file(path: str, name: str) -> bool:
    """True if a file is called this, with as many of its folders as were written."""
    return path == name or path.endswith(f"/{name}")
