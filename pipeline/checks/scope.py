"""What a check sees: one actor's map with its arrows looked up, or the whole programme with what the rest can do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.diagnostics import closest
from pipeline.model import Actor, Answer, Arrow, End, Programme, Step, StepKind, renamed
from pipeline.pictures import Examined
from pipeline.spans import Place
from pipeline.theme import PhaseColours, Theme
from pipeline.wording.language import LanguageRules

_ANSWERS = sorted(answer.value for answer in Answer)


@dataclass(frozen=True, slots=True)
class Gallery:
    """The pictures of a project, by their paths from `sources/`: every file, and what those that are used are like."""

    files: frozenset[str] = frozenset()
    used: Mapping[str, Examined] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """What other parts of the house know: names, and the rules of writing.

    `formats` are those of each kind; `condensed` are the kinds that have a condensed view; `takes` are the fields of a
    publication that only some kinds have, for each kind; `profiles` are what files can be made for; `variants` are
    those that a publication can have, with their formats; `paper_sizes` are widths and heights of upright papers, mm.
    """

    papers: frozenset[str]
    formats: Mapping[str, frozenset[str]]
    shapes: frozenset[str]
    languages: frozenset[str]
    language: LanguageRules
    condensed: frozenset[str]
    gallery: Gallery = field(default_factory=Gallery)
    takes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    profiles: frozenset[str] = frozenset()
    variants: Mapping[str, frozenset[str]] = field(default_factory=dict)
    paper_sizes: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of publication."""
        return frozenset(self.formats)


@dataclass(frozen=True)
class SourceText:
    """A source file as text, without a byte order mark."""

    path: str
    text: str

    def place(self, index: int) -> Place:
        """The place of a character of the text."""
        return Place(self.path, self.text.count("\n", 0, index) + 1, index - self.text.rfind("\n", 0, index))


@dataclass(frozen=True)
class ThemeInUse:
    """A theme, and the programme that it colours; None where that could not be read."""

    theme: Theme
    programme: Programme | None
    known: Known

    @cached_property
    def phases(self) -> tuple[PhaseColours, ...]:
        """The colours in use, in the phases' order: one entry a phase; all of the theme's without a programme."""
        colours = {entry.number: entry for entry in reversed(self.theme.phases)}
        numbers = {phase.number for phase in self.programme.phases} if self.programme else colours.keys()
        return tuple(colours[number] for number in sorted(numbers) if number in colours)


@dataclass(frozen=True)
class ActorMap:
    """One actor's map.

    `elsewhere` names the actor of every step that was read, also from other files; `phases` are the numbers of the
    arrow's phases, empty where they could not be read.
    """

    actor: Actor
    elsewhere: Mapping[str, Actor]
    phases: frozenset[int] = frozenset()
    gallery: Gallery = field(default_factory=Gallery)

    @cached_property
    def steps(self) -> dict[str, Step]:
        """The steps by id; the first of several with the same."""
        found: dict[str, Step] = {}
        for step in self.actor.steps:
            found.setdefault(step.name_id, step)
        return found

    def meant(self, target: str) -> str:
        """The step of this map that an unknown id probably means: the one that had it, or one like it; may be empty."""
        return renamed(self.actor.steps).get(target) or closest(target, self.steps)

    def arrows(self) -> Iterator[tuple[Step, Arrow]]:
        """Every arrow with the step it comes from."""
        for step in self.actor.steps:
            for arrow in step.arrows:
                yield step, arrow

    def has_phase(self, *steps: Step) -> bool:
        """True if the phases of these steps are known to exist, or nothing is known of phases."""
        return not self.phases or all(step.phase in self.phases for step in steps)

    @cached_property
    def leads(self) -> dict[str, list[str]]:
        """The steps that each step leads to, itself left out."""
        found: dict[str, list[str]] = {step.name_id: [] for step in self.actor.steps}
        for step, arrow in self.arrows():
            if arrow.target in found and arrow.target != step.name_id:
                found[step.name_id].append(arrow.target)
        return found

    @cached_property
    def comes_from(self) -> dict[str, list[str]]:
        """The steps that lead to each step, itself left out."""
        found: dict[str, list[str]] = {step: [] for step in self.leads}
        for step, targets in self.leads.items():
            for target in targets:
                found[target].append(step)
        return found

    @cached_property
    def has_unmarked_end(self) -> bool:
        """True if a terminal does not say which end it is: then starts and stops cannot be judged."""
        return any(step.kind is StepKind.TERMINAL and step.end is None for step in self.actor.steps)

    @cached_property
    def unsure(self) -> frozenset[str]:
        """Steps whose ways on are faulty by themselves: what follows after them cannot be judged."""
        return frozenset(step.name_id for step in self.actor.steps if self._is_unsure(step))

    def _is_unsure(self, step: Step) -> bool:
        targets = [self.steps.get(arrow.target) for arrow in step.arrows]
        if any(target is None or target is step or target.end is End.START for target in targets):
            return True
        if step.kind is StepKind.DECISION:
            return sorted(arrow.label or "" for arrow in step.arrows) != _ANSWERS
        return not step.arrows and step.end is not End.STOP


def walked(starts: list[str], leads: Mapping[str, list[str]]) -> set[str]:
    """The steps that can be walked to from these, themselves included."""
    seen, waiting = set(starts), list(starts)
    while waiting:
        for step in leads[waiting.pop()]:
            if step not in seen:
                seen.add(step)
                waiting.append(step)
    return seen
