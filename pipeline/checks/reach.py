"""Ways through a map: every step can be reached from a start and leads on to a stop.

What a step's own faulty arrows bring about is not told again: only the first step of each loose part is named, and
nothing is said about ways that pass a faulty arrow. Where one arrow back has torn the map apart, it is told instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.checks.ends import is_swapped
from pipeline.checks.scope import ActorMap, walked
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model import Arrow, End, Step, StepKind


@dataclass(frozen=True, slots=True)
class TurnedBack:
    """The one arrow that leads back unmarked in a map that does not hang together.

    `cut_off` names the steps that nothing leads to, and the arrow's own where it leads to no stop.
    """

    step: Step
    arrow: Arrow
    cut_off: tuple[str, ...]


def dead_ends(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """Only a stop leads nowhere. (Of a decision the missing ja and nej are told.)"""
    for step in actor_map.actor.steps:
        is_end = step.end is End.STOP or (step.kind is StepKind.TERMINAL and step.end is None)
        if not step.arrows and not is_end and step.kind is not StepKind.DECISION and not is_swapped(actor_map, step):
            yield diagnose("P113", step.key_place("arrows"), step=step.name_id)


def unreachable_steps(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """Every step can be reached from a start."""
    if not turned_back(actor_map):
        for step in _first_of_each_part(actor_map, _unreached(actor_map)):
            yield diagnose("P111", step.place("name_id"), step=step.name_id)


def endless_steps(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """Every step leads on to a stop."""
    if not turned_back(actor_map):
        for step in _first_of_each_part(actor_map, _endless(actor_map)):
            yield diagnose("P112", step.place("name_id"), step=step.name_id)


def turned_back(actor_map: ActorMap) -> TurnedBack | None:
    """The arrow that explains why steps after it are not reached, or why none leads from it to a stop."""
    back = list(unmarked_returns(actor_map))
    if len(back) != 1:
        return None
    step, arrow = back[0]
    order = list(actor_map.steps)
    endless = list(_first_of_each_part(actor_map, _endless(actor_map)))
    cut_off = [part.name_id for part in _first_of_each_part(actor_map, _unreached(actor_map))]
    is_cause = len(endless) <= 1 and (not endless or step.name_id in _endless(actor_map))
    is_cause = is_cause and all(order.index(part) > order.index(step.name_id) for part in cut_off)
    found = [*([step.name_id] if endless else []), *cut_off]
    return TurnedBack(step, arrow, tuple(found)) if found and is_cause else None


def unmarked_returns(actor_map: ActorMap) -> Iterator[tuple[Step, Arrow]]:
    """Arrows to an earlier phase that do not say so.

    That no arrow leads into a start is told by itself, and so is a step that stands after one of a later phase: with
    that phase it would lie ahead.
    """
    phase_above = {step.name_id: above.phase for above, step in pairwise(actor_map.actor.steps)}
    for step, arrow in actor_map.arrows():
        if not arrow.loop and leads_back(actor_map, step, arrow):
            is_start = actor_map.steps[arrow.target].end is End.START
            if not is_start and phase_above.get(arrow.target, 0) < step.phase:
                yield step, arrow


def leads_back(actor_map: ActorMap, step: Step, arrow: Arrow) -> bool:
    """True for an arrow to a step of an earlier phase."""
    target = actor_map.steps.get(arrow.target)
    return target is not None and actor_map.has_phase(step, target) and target.phase < step.phase


def _unreached(actor_map: ActorMap) -> set[str]:
    """The steps that no start leads to; none where that cannot be judged."""
    starts = [step.name_id for step in actor_map.actor.ends(End.START)]
    if not starts or actor_map.has_unmarked_end or actor_map.unsure:
        return set()
    return set(actor_map.leads) - walked(starts, actor_map.leads)


def _endless(actor_map: ActorMap) -> set[str]:
    """The steps that lead to no stop; none where that cannot be judged."""
    stops = [step.name_id for step in actor_map.actor.ends(End.STOP)]
    if not stops or actor_map.has_unmarked_end:
        return set()
    return set(actor_map.leads) - walked([*stops, *actor_map.unsure], actor_map.comes_from)


def _first_of_each_part(actor_map: ActorMap, loose: set[str]) -> Iterator[Step]:
    """The first step, in reading order, of each part of the map that hangs together."""
    leads, comes_from = actor_map.leads, actor_map.comes_from
    beside = {step: [near for near in (*leads[step], *comes_from[step]) if near in loose] for step in loose}
    for step in actor_map.steps.values():
        if step.name_id in loose:
            yield step
            loose = loose - walked([step.name_id], beside)
