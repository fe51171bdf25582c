"""Ways through a map: every step can be reached from a start and leads on to a stop.

What a step's own faulty arrows bring about is not told again: only the first step of each loose part is named, and
nothing is said about ways that pass a faulty arrow.
"""

from collections.abc import Iterator

from pipeline.checks.scope import ActorMap, walked
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model import End, Step, StepKind


def dead_ends(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """Only a stop leads nowhere. (Of a decision the missing ja and nej are told.)"""
    for step in actor_map.actor.steps:
        is_end = step.end is End.STOP or (step.kind is StepKind.TERMINAL and step.end is None)
        if not step.arrows and not is_end and step.kind is not StepKind.DECISION:
            yield diagnose("P113", step.key_place("arrows"), step=step.name_id)


def unreachable_steps(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """Every step can be reached from a start."""
    starts = [step.name_id for step in actor_map.actor.ends(End.START)]
    if not starts or actor_map.has_unmarked_end or actor_map.unsure:
        return
    outside = set(actor_map.leads) - walked(starts, actor_map.leads)
    for step in _first_of_each_part(actor_map, outside):
        yield diagnose("P111", step.place("name_id"), step=step.name_id)


def endless_steps(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """Every step leads on to a stop."""
    stops = [step.name_id for step in actor_map.actor.ends(End.STOP)]
    if not stops or actor_map.has_unmarked_end:
        return
    outside = set(actor_map.leads) - walked([*stops, *actor_map.unsure], actor_map.comes_from)
    for step in _first_of_each_part(actor_map, outside):
        yield diagnose("P112", step.place("name_id"), step=step.name_id)


def _first_of_each_part(actor_map: ActorMap, loose: set[str]) -> Iterator[Step]:
    """The first step, in reading order, of each part of the map that hangs together."""
    leads, comes_from = actor_map.leads, actor_map.comes_from
    beside = {step: [near for near in (*leads[step], *comes_from[step]) if near in loose] for step in loose}
    for step in actor_map.steps.values():
        if step.name_id in loose:
            yield step
            loose = loose - walked([step.name_id], beside)
