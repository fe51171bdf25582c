"""The phases' order: steps are listed along it, and an arrow against it says so, and says when it is taken."""

from collections.abc import Iterator
from itertools import pairwise

from pipeline.checks.reach import TurnedBack, leads_back, turned_back, unmarked_returns
from pipeline.checks.scope import ActorMap
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model import End, StepKind


def arrows_back(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """An arrow to an earlier phase is marked as a return; no other arrow that leads on is."""
    if turned := turned_back(actor_map):
        yield _turned(actor_map, turned)
    else:
        for step, arrow in unmarked_returns(actor_map):
            phase = actor_map.steps[arrow.target].phase
            yield diagnose("P118", arrow.place("target"), step=step.name_id, target=arrow.target, phase=phase)
    at = {step.name_id: number for number, step in reversed(list(enumerate(actor_map.actor.steps)))}
    for step, arrow in actor_map.arrows():
        target = actor_map.steps.get(arrow.target)
        if not arrow.loop or target is None or target is step or not actor_map.has_phase(step, target):
            continue
        if (target.phase, at[target.name_id]) >= (step.phase, at[step.name_id]):
            yield diagnose("P119", arrow.place("loop"), step=step.name_id, target=arrow.target)


def _turned(actor_map: ActorMap, turned: TurnedBack) -> Diagnostic:
    target = actor_map.steps[turned.arrow.target]
    place, steps = turned.arrow.place("target"), ", ".join(turned.cut_off)
    return diagnose("P130", place, step=turned.step.name_id, target=target.name_id, phase=target.phase, steps=steps)


def untold_returns(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """A return to an earlier phase says when one goes back. (Of a decision the answer says enough.)"""
    for step, arrow in actor_map.arrows():
        is_told = bool(arrow.label) or step.kind is StepKind.DECISION
        if arrow.loop and not is_told and leads_back(actor_map, step, arrow):
            target = actor_map.steps[arrow.target]
            # That no arrow leads into a start is told by itself.
            if target.end is not End.START:
                yield diagnose("P122", arrow.place("loop"), step=step.name_id, target=arrow.target, phase=target.phase)


def steps_out_of_order(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """Steps are listed phase by phase: the list is the reading order."""
    for above, step in pairwise(actor_map.actor.steps):
        if step.phase < above.phase and actor_map.has_phase(step, above):
            yield diagnose("P120", step.place("phase"), step=step.name_id, phase=step.phase, before=above.phase)
