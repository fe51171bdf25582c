"""Arrows of a step: each leads to another step of the same map, to each step once, and one sees when it is taken."""

from collections.abc import Iterator

from pipeline.checks.reach import leads_back
from pipeline.checks.scope import ActorMap
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model import Arrow, Step, StepKind


def arrow_targets(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """An arrow leads to a step of the map, and not back to its own step: there is nothing to draw for that."""
    for step, arrow in actor_map.arrows():
        if arrow.target == step.name_id:
            yield diagnose("P116", arrow.place("target"), step=step.name_id)
        elif arrow.target not in actor_map.steps:
            yield _lost(actor_map, step, arrow)


def repeated_arrows(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """Two arrows from a step lead to two steps. (Of a decision the answers say it.)"""
    for step in actor_map.actor.steps:
        if step.kind is StepKind.DECISION:
            continue
        seen: set[str] = set()
        for arrow in step.arrows:
            if arrow.target in seen and arrow.target in actor_map.steps:
                yield diagnose("P117", arrow.place("target"), step=step.name_id, target=arrow.target)
            seen.add(arrow.target)


def unclear_splits(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """Beside arrows with a condition stands one arrow without at the most: the way that is always open.

    The partners write their maps so: "if more must be found out" leads to the specialists, the arrow without a label
    on to the assessment. Where no arrow has a label, all are taken, which is what the kind for one or several means.
    With some labels and two arrows without, nobody can tell whether both are taken or one of them. An arrow back to
    an earlier phase is told by itself and not counted.
    """
    for step in actor_map.actor.steps:
        if step.kind is StepKind.DECISION or not any(arrow.label for arrow in step.arrows):
            continue
        plain = [arrow for arrow in step.arrows if _is_plain(actor_map, step, arrow)]
        others = [arrow for arrow in plain if arrow.target != plain[0].target]
        if others:
            target = others[0].target
            yield diagnose("P125", others[0].place("target"), step=step.name_id, target=target, first=plain[0].target)


def _is_plain(actor_map: ActorMap, step: Step, arrow: Arrow) -> bool:
    """True for a sound arrow on, without a condition. Two arrows to one step are told as that."""
    is_sound = arrow.target in actor_map.steps and arrow.target != step.name_id
    is_sound = is_sound and sum(other.target == arrow.target for other in step.arrows) == 1
    return is_sound and not arrow.label and not leads_back(actor_map, step, arrow)


def _lost(actor_map: ActorMap, step: Step, arrow: Arrow) -> Diagnostic:
    place, target = arrow.place("target"), arrow.target
    if other := actor_map.elsewhere.get(target):
        return diagnose("P115", place, step=step.name_id, target=target, actor=other.name)
    return diagnose("P114", place, step=step.name_id, target=target, guess=actor_map.meant(target))
