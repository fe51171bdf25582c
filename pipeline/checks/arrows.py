"""Arrows one by one: each leads to another step of the same map, and to each step once."""

from collections.abc import Iterator

from pipeline.checks.scope import ActorMap
from pipeline.diagnostics import Diagnostic, closest, diagnose
from pipeline.model import Arrow, Step


def arrow_targets(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """An arrow leads to a step of the map, and not back to its own step: there is nothing to draw for that."""
    for step, arrow in actor_map.arrows():
        if arrow.target == step.name_id:
            yield diagnose("P116", arrow.place("target"), step=step.name_id)
        elif arrow.target not in actor_map.steps:
            yield _lost(actor_map, step, arrow)


def repeated_arrows(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """Two arrows from a step lead to two steps."""
    for step in actor_map.actor.steps:
        seen: set[str] = set()
        for arrow in step.arrows:
            if arrow.target in seen and arrow.target in actor_map.steps:
                yield diagnose("P117", arrow.place("target"), step=step.name_id, target=arrow.target)
            seen.add(arrow.target)


def _lost(actor_map: ActorMap, step: Step, arrow: Arrow) -> Diagnostic:
    place, target = arrow.place("target"), arrow.target
    if other := actor_map.elsewhere.get(target):
        return diagnose("P115", place, step=step.name_id, target=target, actor=other.name)
    return diagnose("P114", place, step=step.name_id, target=target, guess=closest(target, actor_map.steps))
