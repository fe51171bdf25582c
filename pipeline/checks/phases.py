"""Phases across the maps: one that no actor has a step in, and one that a single actor leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.scope import Known
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model import Actor, Programme


def phases_without_steps(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """Every phase has steps, of all actors. Where a step is in a phase that does not exist, that alone is told."""
    numbers = {phase.number for phase in programme.phases}
    used = {actor.name_id: {step.phase for step in actor.steps} for actor in programme.actors}
    is_sure = all(phases <= numbers for phases in used.values())
    for phase in programme.phases:
        without = [actor for actor in programme.actors if phase.number not in used[actor.name_id]]
        if len(without) == len(programme.actors):
            if is_sure:
                yield diagnose("P123", phase.place("number"), phase=phase.number, name=phase.name)
        else:
            yield from (
                diagnose("P124", actor.key_place("steps"), phase=phase.number, name=phase.name, actor=actor.name)
                for actor in _judged(without, used, numbers)
            )


def _judged(actors: list[Actor], used: dict[str, set[int]], numbers: set[int]) -> Iterator[Actor]:
    """The actors whose steps are all in phases that exist."""
    return (actor for actor in actors if used[actor.name_id] <= numbers)
