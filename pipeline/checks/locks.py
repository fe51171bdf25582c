"""Locks of maps beside the map of today: steps without a seat, steps that are gone, and what the lock cannot hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model import Actor, LayoutLock, LockedStep, Publication

_SHOWN = 6  # steps that a sentence names; more are counted


@dataclass(frozen=True, slots=True)
class LockedMap:
    """A map with its lock: its name, its publication, and its actors (one, or all on a joint map)."""

    name: str
    publication: Publication
    actors: tuple[Actor, ...]
    is_joint: bool
    lock: LayoutLock

    def homes(self) -> dict[str, tuple[str | None, int]]:
        """Where each step belongs today: its actor as a lock names it, and its phase."""
        return {
            step.name_id: (actor.name_id if self.is_joint else None, step.phase)
            for actor in self.actors
            for step in actor.steps
        }


def lock_findings(locked: LockedMap) -> Iterator[Diagnostic]:
    """What the lock does not know yet, and what of it is not used. All are warnings."""
    homes, lock = locked.homes(), locked.lock
    if lock.paper != locked.publication.paper:
        details = {"paper": lock.paper, "expected": locked.publication.paper}
        yield diagnose("M812", lock.place("paper"), map=locked.name, **details)
    moved = [step for step in lock.steps if step.pinned and homes.get(step.name_id, _home(step)) != _home(step)]
    for step in moved:
        place = step.place("actor" if homes[step.name_id][1] == step.phase else "phase")
        yield diagnose("M811", place, map=locked.name, step=step.name_id)
    yield from _without_seat(locked, {step.name_id for step in moved})
    absent = [step for step in lock.steps if step.name_id not in homes]
    if absent:
        names = [step.name_id for step in absent]
        yield diagnose("M810", absent[0].place(), map=locked.name, steps=_listed(names), count=len(names))


def _without_seat(locked: LockedMap, told: set[str]) -> Iterator[Diagnostic]:
    lock = locked.lock
    seated = {(step.name_id, _home(step)) for step in (*lock.steps, *lock.gone)}
    new = [name for name, home in locked.homes().items() if (name, home) not in seated and name not in told]
    if new:
        yield diagnose("M809", lock.key_place("steps"), map=locked.name, steps=_listed(new), count=len(new))


def _home(step: LockedStep) -> tuple[str | None, int]:
    return step.actor, step.phase


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_SHOWN])
    return shown if len(names) <= _SHOWN else f"{shown} \u2026"
