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
    """A map has a start and a stop. Where an arrow leads nowhere, it may be the stop that it looks for."""
    if actor_map.has_unmarked_end:
        return
    actor = actor_map.actor
    swapped = [step.place("end") for step in actor.steps if is_swapped(actor_map, step)]
    place = swapped[0] if swapped else actor.key_place("steps")
    if not actor.ends(End.START):
        yield diagnose("P109", place, actor=actor.name)
    if not actor.ends(End.STOP) and all(arrow.target in actor_map.steps for _, arrow in actor_map.arrows()):
        yield diagnose("P110", place, actor=actor.name)


def is_swapped(actor_map: ActorMap, step: Step) -> bool:
    """True for an end with the arrows of the other end, which the map lacks: told as the one that is missing."""
    if actor_map.has_unmarked_end or step.kind is not StepKind.TERMINAL:
        return False
    has_arrows, is_reached = bool(step.arrows), bool(actor_map.comes_from[step.name_id])
    if step.end is End.STOP:
        return has_arrows and not is_reached and not actor_map.actor.ends(End.START)
    return is_reached and not has_arrows and not actor_map.actor.ends(End.STOP)


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
        if target and _is_end(target, End.START) and target is not step and not is_swapped(actor_map, target):
            yield diagnose("P101", arrow.place("target"), step=step.name_id, start=target.name_id)
    for step in actor_map.actor.steps:
        if step.arrows and _is_end(step, End.STOP) and not is_swapped(actor_map, step):
            yield diagnose("P102", step.arrows[0].place(), step=step.name_id)


def _is_end(step: Step, end: End) -> bool:
    return step.kind is StepKind.TERMINAL and step.end is end
