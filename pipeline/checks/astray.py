"""Steps with another id than the rest of the sources uses, or in another actor's file: each is told once.

What follows from it, at the arrows and couplings that name them, is not: all other checks see the maps as if these
steps had the id that is looked for, or stood at home.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.checks.identity import has_prefix
from pipeline.diagnostics import Diagnostic, closest, diagnose
from pipeline.model import Actor, Case, Programme, Step

# So many references to an id that is not there outweigh a step that nothing refers to.
AGREEING = 2


@dataclass(frozen=True, slots=True)
class Mended:
    """What all other checks judge, and what was told of the steps that are not as they were meant."""

    programme: Programme | None
    actors: tuple[Actor, ...]
    findings: tuple[Diagnostic, ...] = ()


def mended(programme: Programme | None, actors: Sequence[Actor]) -> Mended:
    """The actors and the programme as they were probably meant, with a finding for each step that was mended."""
    seen = _Sources(actors, programme.cases if programme else ())
    if not seen.lost and not seen.strangers:
        return Mended(programme, tuple(actors))
    moves, names = list(_moves(seen)), {}
    if seen.lost:
        moved = {id(move.step) for move in moves}
        names = {id(name.step): name for actor in actors for name in _names(seen, actor, moved)}
    if not moves and not names:
        return Mended(programme, tuple(actors))
    found = tuple(_renamed(_rehomed(actor, moves), names) for actor in actors)
    findings = (*(move.finding() for move in moves), *(name.finding() for name in names.values()))
    return Mended(replace(programme, actors=found) if programme else None, found, findings)


@dataclass(frozen=True, slots=True)
class _Move:
    """A step in another actor's file, and whose it is. `is_copy` says that it stands at home as well."""

    step: Step
    here: Actor
    home: Actor
    is_copy: bool

    def finding(self) -> Diagnostic:
        return diagnose("R323", self.step.place("name_id"), id=self.step.name_id, actor=self.home.name)


@dataclass(frozen=True, slots=True)
class _Name:
    """A step whose id nothing uses, the id that is probably meant, and how often that is used."""

    step: Step
    actor: Actor
    meant: str
    count: int

    def finding(self) -> Diagnostic:
        step, actor, place = self.step, self.actor, self.step.place("name_id")
        if not has_prefix(actor, step):
            return diagnose("R305", place, id=step.name_id, prefix=actor.prefix, guess=self.meant)
        return diagnose("R324", place, id=step.name_id, missing=self.meant, count=self.count, guess=self.meant)


class _Sources:
    """Which steps there are, what refers to steps, and which references lead nowhere."""

    def __init__(self, actors: Sequence[Actor], cases: Iterable[Case]) -> None:
        self.actors = actors
        self.ids = {actor.name_id: {step.name_id for step in actor.steps} for actor in actors}
        self.used = Counter((*_references(actors), *(("", step) for case in cases for step in case.steps)))
        # What names a former id is told where it stands: the step itself says that it was renamed.
        known = {name for ids in self.ids.values() for name in ids} | {
            former for actor in actors for step in actor.steps for former in step.former
        }
        self.lost: Counter[str] = Counter()
        for (_, target), count in self.used.items():
            if target not in known:
                self.lost[target] += count
        self.strangers = [(actor, step) for actor in actors for step in _strangers(actor)]


def _references(actors: Iterable[Actor]) -> Iterator[tuple[str, str]]:
    """The id of an actor and of a step, for each arrow and coupling."""
    for actor in actors:
        for step in actor.steps:
            yield from ((actor.name_id, arrow.target) for arrow in step.arrows)
            yield from ((contact.actor, contact.step) for contact in step.contacts)
            if step.link:
                yield (step.link.actor, step.link.step)


def _strangers(actor: Actor) -> list[Step]:
    """The steps without their actor's prefix; none where no step has it, since then the prefix is the mistake."""
    found = [step for step in actor.steps if not has_prefix(actor, step)]
    return [] if len(found) == len(actor.steps) else found


def _moves(seen: _Sources) -> Iterator[_Move]:
    """Steps with another actor's prefix, which arrows bind to that actor's map and none to the one they stand in."""
    for here, step in seen.strangers:
        targets = {arrow.target for arrow in step.arrows} - {step.name_id}
        is_bound = (here.name_id, step.name_id) in seen.used or not targets.isdisjoint(seen.ids[here.name_id])
        homes = (actor for actor in seen.actors if actor is not here and has_prefix(actor, step))
        for home in () if is_bound else homes:
            own = seen.ids[home.name_id]
            # What names the id may mean the step that stands at home.
            is_copy = step.name_id in own
            if not targets.isdisjoint(own) or (not is_copy and (home.name_id, step.name_id) in seen.used):
                yield _Move(step, here, home, is_copy)
                break


def _names(seen: _Sources, actor: Actor, moved: set[int]) -> Iterator[_Name]:
    """Steps of a map that nothing refers to, each with a missing id that it probably should have.

    With the prefix of its actor it must be close to an id that several references agree on: a single one is itself
    the mistake. Without the prefix one is enough, and need not be close where there is but one such step and one id.
    """
    wanted = {name: count for name, count in seen.lost.items() if name.startswith(f"{actor.prefix}-")}
    strangers = [step for step in _strangers(actor) if id(step) not in moved]
    for step in actor.steps if wanted else ():
        is_stranger = step in strangers
        if id(step) in moved or (actor.name_id, step.name_id) in seen.used:
            continue
        if not is_stranger and ("", step.name_id) in seen.used:
            continue
        near = [name for name, count in wanted.items() if is_stranger or count >= AGREEING]
        is_only = is_stranger and len(strangers) == len(near) == 1
        if meant := near[0] if is_only else closest(step.name_id, near):
            yield _Name(step, actor, meant, wanted.pop(meant))


def _rehomed(actor: Actor, moves: Iterable[_Move]) -> Actor:
    """The actor without the steps of others, and with its own, each after the last step of its phase."""
    steps = list(actor.steps)
    for move in moves:
        if move.here is actor:
            steps = [step for step in steps if step is not move.step]
        elif move.home is actor and not move.is_copy:
            at = max((at for at, step in enumerate(steps, 1) if step.phase <= move.step.phase), default=0)
            steps.insert(at, move.step)
    return actor.model_copy(update={"steps": tuple(steps)})


def _renamed(actor: Actor, names: dict[int, _Name]) -> Actor:
    """The actor whose steps have the ids that are meant."""
    found = (names.get(id(step)) for step in actor.steps)
    steps = (
        step.model_copy(update={"name_id": name.meant}) if name else step
        for step, name in zip(actor.steps, found, strict=True)
    )
    return actor.model_copy(update={"steps": tuple(steps)})
