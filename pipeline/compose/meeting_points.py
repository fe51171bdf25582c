"""Where actors meet, phase by phase and in both directions: one actor's table, and the matrix of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.compose.brief import Brief
from pipeline.compose.filling import filled, lines
from pipeline.compose.map_in_words import Coupling, Direction, StepInWords, map_in_words
from pipeline.compose.map_phrases import Leading, step_words
from pipeline.document import Inline, Inlines, Table, Text
from pipeline.model import Actor

# The phase's share of the width; the actors share the rest.
_PHASE_WIDTH, _PHASE_OF_MATRIX = 0.19, 0.145

Line = Callable[[StepInWords, Coupling], Inlines]


def meeting_table(brief: Brief, actor: Actor, leading: Leading) -> Table:
    """An actor's table: a row for each phase in which it meets others, a column for each actor that it meets."""
    words, steps = brief.wording.meetings, map_in_words(brief, actor)
    met = {coupling.actor for step in steps for coupling in step.couplings}
    others = tuple(other.name for other in brief.programme.actors if other.name in met)
    phases = [phase for phase in brief.phases() if any(step.couplings and step.phase == phase.number for step in steps)]

    def cell(number: int, other: str) -> Inlines:
        told = (_told(brief, step, one, leading) for step, one in _couplings(steps, number) if one.actor == other)
        return lines(told)

    rows = tuple(
        (_phase(brief, phase.number, phase.name), *(cell(phase.number, other) for other in others)) for phase in phases
    )
    title = words.title.format(actor=actor.name)
    return Table(title, (words.phase_column, *others), rows, _widths(_PHASE_WIDTH, len(others)))


def meeting_matrix(brief: Brief, leading: Leading) -> Table:
    """All actors: a row for each phase, a column for each actor, whose steps are told with those of others they meet.

    A meeting is told at both its ends, as it is seen from each. No rows where no actor meets another.
    """
    words, actors = brief.wording.meetings, brief.programme.actors
    maps = {actor.name_id: map_in_words(brief, actor) for actor in actors}
    shorts = {actor.name: actor.short for actor in actors}
    phases = [
        phase
        for phase in brief.phases()
        if any(step.couplings and step.phase == phase.number for steps in maps.values() for step in steps)
    ]

    def cell(number: int, actor: Actor) -> Inlines:
        found = _couplings(maps[actor.name_id], number)
        return lines(_short(brief, step, one, shorts[one.actor], leading) for step, one in found)

    rows = tuple(
        (_phase(brief, phase.number, phase.name), *(cell(phase.number, actor) for actor in actors)) for phase in phases
    )
    names = tuple(actor.name for actor in actors)
    return Table(words.matrix_title, (words.phase_column, *names), rows, _widths(_PHASE_OF_MATRIX, len(names)))


def _widths(first: float, others: int) -> tuple[float, ...]:
    return (first, *((1 - first) / max(others, 1) for _ in range(others)))


def _phase(brief: Brief, number: int, name: str) -> Inlines:
    return (Text(brief.wording.meetings.phase.format(number=number, name=name)),)


def _couplings(steps: tuple[StepInWords, ...], phase: int) -> Iterator[tuple[StepInWords, Coupling]]:
    """Every coupling of the steps of a phase, in reading order."""
    return ((step, coupling) for step in steps if step.phase == phase for coupling in step.couplings)


def _told(brief: Brief, step: StepInWords, coupling: Coupling, leading: Leading) -> Inlines:
    """A coupling in a sentence: the own step, which way, the other's step, and why they meet."""
    words = brief.wording.meetings
    templates = {Direction.OVER: words.over, Direction.HERE: words.here, Direction.MEETS: words.meets}
    own = leading(step.name, words.own_step.format(number=step.name.number))
    there = leading(coupling.step, step_words(brief, coupling.step))
    parts: dict[str, Inline] = {"own": own, "step": there, "why": Text(coupling.why)}
    return filled(templates[coupling.direction], parts)


def _short(brief: Brief, step: StepInWords, coupling: Coupling, other: str, leading: Leading) -> Inlines:
    """A coupling by numbers: the own step's, which way, the other actor in short and its step's."""
    words = brief.wording.meetings
    ways = {Direction.OVER: words.short_over, Direction.HERE: words.short_here, Direction.MEETS: words.short_meets}
    own = leading(step.name, str(step.name.number))
    there = leading(coupling.step, words.short_step.format(actor=other, number=coupling.step.number))
    return filled(ways[coupling.direction], {"own": own, "step": there})
