"""The phases' order: steps are listed along it, and an arrow against it says so, and says when it is taken."""

from collections.abc import Iterator
from itertools import pairwise

from pipeline.checks.scope import ActorMap
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model import Arrow, End, Step, StepKind


def arrows_back(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """An arrow to an earlier phase is marked as a return; no other arrow that leads on is."""
    at = {step.name_id: number for number, step in reversed(list(enumerate(actor_map.actor.steps)))}
    for step, arrow in actor_map.arrows():
        target = actor_map.steps.get(arrow.target)
        if target is None or target is step or not actor_map.has_phase(step, target):
            continue
        if target.phase < step.phase and not arrow.loop:
            yield diagnose("P118", arrow.place("target"), step=step.name_id, target=arrow.target, phase=target.phase)
        is_earlier = (target.phase, at[target.name_id]) < (step.phase, at[step.name_id])
        if arrow.loop and not is_earlier:
            yield diagnose("P119", arrow.place("loop"), step=step.name_id, target=arrow.target)


def untold_returns(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """A return to an earlier phase says when one goes back. (Of a decision the answer says enough.)"""
    for step, arrow in actor_map.arrows():
        is_told = bool(arrow.label) or step.kind is StepKind.DECISION
        if arrow.loop and not is_told and leads_back(actor_map, step, arrow):
            target = actor_map.steps[arrow.target]
            # That no arrow leads into a start is told by itself.
            if target.end is not End.START:
                yield diagnose("P122", arrow.place("loop"), step=step.name_id, target=arrow.target, phase=target.phase)


def leads_back(actor_map: ActorMap, step: Step, arrow: Arrow) -> bool:
    """True for an arrow to a step of an earlier phase."""
    target = actor_map.steps.get(arrow.target)
    return target is not None and actor_map.has_phase(step, target) and target.phase < step.phase


def steps_out_of_order(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """Steps are listed phase by phase: the list is the reading order."""
    for above, step in pairwise(actor_map.actor.steps):
        if step.phase < above.phase and actor_map.has_phase(step, above):
            yield diagnose("P120", step.place("phase"), step=step.name_id, phase=step.phase, before=above.phase)
