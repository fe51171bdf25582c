"""Hints about where steps stand on a map: those that cannot hold are told, with the word that they are ignored."""

from collections.abc import Iterator

from pipeline.checks.scope import ActorMap
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model import HintFlaw, IgnoredHint, ignored_hints


def hints_that_hold(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """A hint points at another step of the same map, and contradicts no earlier hint and no phase."""
    for hint in ignored_hints(actor_map.actor):
        # A phase that does not exist is told by itself.
        if hint.flaw is not HintFlaw.LATER_PHASE or actor_map.has_phase(hint.step, actor_map.steps[hint.value]):
            yield _told(actor_map, hint)


def _told(actor_map: ActorMap, hint: IgnoredHint) -> Diagnostic:
    step, place, key = hint.step.name_id, hint.step.place(hint.field), hint.step.key(hint.field)
    match hint.flaw:
        case HintFlaw.UNKNOWN:
            return _lost(actor_map, hint)
        case HintFlaw.ITSELF:
            return diagnose("P134", place, step=step, key=key)
        case HintFlaw.LATER_PHASE:
            phase = actor_map.steps[hint.value].phase
            return diagnose("P135", place, step=step, target=hint.value, phase=phase)
        case HintFlaw.CIRCLE:
            return diagnose("P136", place, step=step, target=hint.value)
        case HintFlaw.OTHER_ROW:
            row, held = hint.rows
            return diagnose("P137", place, step=step, key=key, row=row, held=held)
        case HintFlaw.NO_SUCH_ROW:
            return diagnose("P138", place, step=step, value=hint.value, high=len(actor_map.steps))


def _lost(actor_map: ActorMap, hint: IgnoredHint) -> Diagnostic:
    step, place, key, target = hint.step.name_id, hint.step.place(hint.field), hint.step.key(hint.field), hint.value
    if other := actor_map.elsewhere.get(target):
        return diagnose("P133", place, step=step, key=key, target=target, actor=other.name)
    return diagnose("P132", place, step=step, key=key, target=target, guess=actor_map.meant(target))
