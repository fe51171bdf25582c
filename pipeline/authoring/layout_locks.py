"""The locks of a project's maps: laid out and written, begun anew, compared with a fresh layout, and pinned."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.authoring.layout_lock_file import lock_bytes
from pipeline.authoring.replacing import replace_file
from pipeline.compose import COMPOSERS
from pipeline.compose.brief import Brief, CannotCompose
from pipeline.compose.keeping import lock_of
from pipeline.compose.process_map import PlacedMap
from pipeline.diagnostics import diagnose
from pipeline.layout import Effort
from pipeline.layout.score import crossings
from pipeline.lengths import Pt
from pipeline.model import LayoutLock, LockedStep
from pipeline.release.build import CannotBuild, brief_of
from pipeline.release.locks import lock_file, maps_of
from pipeline.release.project import Project

MUCH = 1.2
"""Drift above which a map is worth laying out anew (docs/decisions, goal 9 of the layout's design)."""

_NO_ENGINE = 0  # of a lock that keeps seats only

Write = Callable[[Path, bytes], None]


@dataclass(frozen=True, slots=True)
class Quality:
    """How a map reads, all its sheets together: arrows that cross, bends of arrows, and the size of step text."""

    crossings: int
    bends: int
    text: Pt

    @property
    def trouble(self) -> int:
        """What the eye has to follow: crossings and bends."""
        return self.crossings + self.bends


@dataclass(frozen=True, slots=True)
class Drift:
    """A map as its lock holds it (None without a lock), and as it would be laid out afresh."""

    locked: Quality | None
    fresh: Quality

    @property
    def is_much(self) -> bool:
        """True if a fresh layout would read so much better that it is worth moving the steps."""
        return self.locked is not None and self.locked.trouble > MUCH * self.fresh.trouble


@dataclass(frozen=True, slots=True)
class Written:
    """The lock of a map as it is now: its path, if it was changed, and how far a map that had a lock has drifted."""

    path: str
    is_changed: bool
    drift: Drift | None = None


def map_names(project: Project) -> tuple[str, ...]:
    """The maps of a project without faults, in the order of the plan."""
    return tuple(maps_of(project.programme)) if project.programme else ()


def update(project: Project, name: str, head: str, write: Write = replace_file) -> Written:
    """Lay out a map and write its lock, after the comment `head`, if that changes it.

    Known steps keep their seats; where there is no lock the map is searched. Raises CannotBuild with the lock as it
    was, or OSError.
    """
    brief = _brief(project, name)
    lock, sheets = _settled(brief)
    is_changed = _put(project, name, lock_bytes(lock, head), write)
    drift = Drift(quality(sheets), quality(_placed(_fresh(brief)))) if is_changed and brief.lock else None
    return Written(lock_file(name), is_changed, drift)


def relayout(project: Project, name: str, head: str, write: Write = replace_file) -> Written:
    """Lay out a map without its lock, save for the steps that are pinned, and write the new one.

    Its drift tells the gain. Raises CannotBuild with the lock as it was, or OSError.
    """
    brief = _brief(project, name)
    before = quality(_placed(brief)) if brief.lock else None
    lock, sheets = _settled(_fresh(brief))
    if brief.lock and any(step.pinned for step in brief.lock.steps):
        lock, sheets = _settled(replace(brief, lock=_with_pins(lock, brief.lock), effort=Effort.PASS))
    is_changed = _put(project, name, lock_bytes(lock, head), write)
    return Written(lock_file(name), is_changed, Drift(before, quality(sheets)))


def status(project: Project, name: str) -> Drift:
    """A map by its lock, and afresh. Raises CannotBuild."""
    brief = _brief(project, name)
    fresh = quality(_placed(_fresh(brief)))
    return Drift(quality(_placed(brief)) if brief.lock else None, fresh)


def pin(project: Project, steps: Sequence[str], are_pinned: bool, head: str, write: Write = replace_file) -> list[str]:
    """Pin steps, or let go of them, in every lock that has them; gives the paths of what changed. Raises OSError."""
    changed = []
    for name, lock in project.locks.items():
        entries = tuple(_pinned(step, are_pinned) if step.name_id in steps else step for step in lock.steps)
        if entries != lock.steps:
            pinned = lock.model_copy(update={"steps": entries})
            if _put(project, name, lock_bytes(pinned, head), write):
                changed.append(lock_file(name))
    return changed


def locked_steps(project: Project) -> frozenset[str]:
    """The ids of the steps that have a seat in a lock."""
    return frozenset(step.name_id for lock in project.locks.values() for step in lock.steps)


def quality(sheets: Sequence[PlacedMap]) -> Quality:
    """How the sheets of a map read."""
    ways = [[route.points for route in sheet.drawing.routes.values()] for sheet in sheets]
    bends = sum(len(points) - 2 for lines in ways for points in lines)
    return Quality(sum(map(crossings, ways)), bends, min(sheet.size_pt for sheet in sheets))


def _brief(project: Project, name: str) -> Brief:
    """What lays out a map; raises ValueError for a project that was not read whole, KeyError for an unknown name."""
    if project.programme is None:
        raise ValueError(project.root)
    brief = brief_of(project, maps_of(project.programme)[name])
    return replace(brief, effort=Effort.PASS if brief.lock else Effort.SEARCH)


def _fresh(brief: Brief) -> Brief:
    return replace(brief, lock=None, effort=Effort.SEARCH)


def _settled(brief: Brief) -> tuple[LayoutLock, tuple[PlacedMap, ...]]:
    """The lock of a map just laid out, and its sheets as they are by that lock: as every later build draws them."""
    lock = lock_of(brief, _placed(brief))
    held = replace(brief, lock=lock, effort=Effort.PASS)
    sheets = _placed(held)
    return lock_of(held, sheets), sheets


def _placed(brief: Brief) -> tuple[PlacedMap, ...]:
    try:
        return COMPOSERS[brief.publication.kind].placed(brief)
    except CannotCompose as fault:
        raise CannotBuild(diagnose(fault.code, brief.publication.place("papers"), **fault.details)) from fault


def _put(project: Project, name: str, data: bytes, write: Write) -> bool:
    """Write a lock unless it is there already; git may have given it the line ends that Windows has."""
    path = project.root / lock_file(name)
    if path.is_file() and path.read_bytes().replace(b"\r\n", b"\n") == data:
        return False
    write(path, data)
    return True


def _pinned(step: LockedStep, is_pinned: bool) -> LockedStep:
    return step.model_copy(update={"pinned": is_pinned})


def _with_pins(fresh: LayoutLock, earlier: LayoutLock) -> LayoutLock:
    """The fresh seats, but those of pinned steps as they were; who sat there is a new step.

    Where a pinned step has to move, no places are kept.
    """
    steps = tuple(_seated(fresh, earlier))
    pinned = fresh.model_copy(update={"steps": steps})
    is_same = len(steps) == len(fresh.steps) and all(map(_is_same_cell, steps, fresh.steps))
    return pinned if is_same else pinned.model_copy(update={"engine": _NO_ENGINE})


def _seated(fresh: LayoutLock, earlier: LayoutLock) -> Iterator[LockedStep]:
    pins = {_home(step): step for step in earlier.steps if step.pinned}
    taken = {_cell(pins[_home(step)]) for step in fresh.steps if _home(step) in pins}
    for step in fresh.steps:
        if pin := pins.get(_home(step)):
            yield pin
        elif _cell(step) not in taken:
            yield step


def _is_same_cell(one: LockedStep, other: LockedStep) -> bool:
    return _cell(one) == _cell(other)


def _home(step: LockedStep) -> tuple[str, str | None, int]:
    return step.name_id, step.actor, step.phase


def _cell(step: LockedStep) -> tuple[str | None, int, float, float]:
    return step.actor, step.phase, step.column, step.row
