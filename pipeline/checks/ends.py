"""Starts and stops: every map has both, one start only, and no arrow leads into a start or out of a stop."""

from collections.abc import Iterator

from pipeline.checks.scope import ActorMap
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model import End, Step, StepKind


def unmarked_ends(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """A terminal says which end it is, and nothing else does."""
    for step in actor_map.actor.steps:
        is_terminal = step.kind is StepKind.TERMINAL
        if is_terminal and step.end is None:
            yield diagnose("P107", step.place("kind"), step=step.name_id)
        if step.end and not is_terminal:
            yield diagnose("P108", step.place("end"), step=step.name_id, kind=step.kind.value, end=step.end.value)


def missing_ends(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """A map has a start and a stop."""
    if actor_map.has_unmarked_end:
        return
    actor = actor_map.actor
    for end, code in ((End.START, "P109"), (End.STOP, "P110")):
        if not actor.ends(end):
            yield diagnose(code, actor.key_place("steps"), actor=actor.name)


def several_starts(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """A map has one start, so that its reader knows where to begin.

    A start that an arrow leads into is told as that: it is probably no start.
    """
    if actor_map.has_unmarked_end:
        return
    starts = [step for step in actor_map.steps.values() if _is_end(step, End.START)]
    open_starts = [step for step in starts if not actor_map.comes_from[step.name_id]]
    for step in open_starts[1:]:
        yield diagnose("P129", step.place("end"), step=step.name_id, first=open_starts[0].name_id)


def arrows_at_ends(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """No arrow leads into a start, none out of a stop."""
    for step, arrow in actor_map.arrows():
        target = actor_map.steps.get(arrow.target)
        if target and _is_end(target, End.START) and target is not step:
            yield diagnose("P101", arrow.place("target"), step=step.name_id, start=target.name_id)
    for step in actor_map.actor.steps:
        if step.arrows and _is_end(step, End.STOP):
            yield diagnose("P102", step.arrows[0].place(), step=step.name_id)


def _is_end(step: Step, end: End) -> bool:
    return step.kind is StepKind.TERMINAL and step.end is end
