"""The lock of a map, read so that no fault in it stops anyone: what cannot be used is left out, with a warning."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pydantic import ValidationError

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model import LAYOUT_ENGINE, LOCK_FORMAT, LayoutLock, LockedSheet, LockedStep
from pipeline.reading.yaml_tree import Tree, read_tree
from pipeline.spans import Place

Findings = tuple[Diagnostic, ...]

LOCK_FOLDER = "layout"
LOCK_SUFFIX = ".lock.yaml"


def lock_path(name: str) -> str:
    """Where the lock of the map with this name lies, below the folder of the sources."""
    return f"{LOCK_FOLDER}/{name}{LOCK_SUFFIX}"


def locked_map(path: str) -> str | None:
    """The name of the map whose lock this file is by its path below the folder of the sources; None for other files."""
    folder, _, name = path.rpartition("/")
    is_lock = folder == LOCK_FOLDER and name.endswith(LOCK_SUFFIX) and not name.startswith(".")
    return name.removesuffix(LOCK_SUFFIX) if is_lock else None


def read_lock(path: str, data: bytes, covers: Callable[[str], bool]) -> tuple[LayoutLock | None, Findings]:
    """The lock in a file, without what contradicts itself; None, and one warning, where the file is damaged.

    `path` is as the author sees it. All findings are warnings: whatever a lock says, its map can be laid out.
    """
    name = path.rpartition("/")[2].removesuffix(LOCK_SUFFIX)
    tree = read_tree(path, data, covers)
    if other := _other_format(tree):
        return None, (diagnose("M804", tree.marks.at(LayoutLock.key("lock_format")), map=name, version=other),)
    lock, trouble = _valued(tree)
    if lock is None:
        return None, (diagnose("M803", trouble, map=name),)
    steps, gone = _Seats(name), _Seats(name, are_gone=True)
    kept, absent = steps.kept(lock.steps), gone.kept(lock.gone)
    findings = (*_of_engine(lock, name), *_of_places(lock, name), *steps.findings, *gone.findings)
    return lock.model_copy(update={"steps": kept, "gone": absent}), findings


def _other_format(tree: Tree) -> str:
    """What the file says that its form is, where that is a form of another version; else nothing."""
    if not isinstance(tree.root, dict):
        return ""
    told = tree.root.get(LayoutLock.key("lock_format"))
    return told[:40] if isinstance(told, str) and told.isdecimal() and told != str(LOCK_FORMAT) else ""


def _valued(tree: Tree) -> tuple[LayoutLock | None, Place]:
    """The lock as it is written, or where the first trouble with it is."""
    faults = list(tree.findings)
    lock = None
    if tree.is_whole:
        try:
            lock = LayoutLock.model_validate(tree.root, by_alias=True, by_name=False)
            faults += [diagnose("M803", sheet.place("last")) for sheet in _disordered(lock)]
        except ValidationError as refusal:
            from pipeline.reading.faults import field_faults  # noqa: PLC0415  # only where something is wrong

            faults = field_faults(tree, LayoutLock, refusal)
    place = min((fault.place for fault in faults), default=tree.marks.here)
    return (None if faults else lock), place


def _disordered(lock: LayoutLock) -> Iterator[LockedSheet]:
    """Sheets that do not follow each other phase by phase."""
    before = 0
    for sheet in lock.sheets:
        if not before < sheet.first <= sheet.last:
            yield sheet
        before = sheet.last


def _of_engine(lock: LayoutLock, name: str) -> Iterator[Diagnostic]:
    if lock.engine != LAYOUT_ENGINE:
        yield diagnose("M805", lock.place("engine"), map=name, version=lock.engine, expected=LAYOUT_ENGINE)


def _of_places(lock: LayoutLock, name: str) -> Iterator[Diagnostic]:
    """Columns or rows that lie in another order than they are numbered in."""
    for sheet in lock.sheets:
        columns = sorted((column.phase, column.column, column.position) for column in sheet.columns)
        rows = sorted((row.actor or "", row.row, row.position) for row in sheet.rows)
        of_actors = [[place for actor, _, place in rows if actor == one] for one in {actor for actor, *_ in rows}]
        series: list[Sequence[float]] = [[place for *_, place in columns], *of_actors, sheet.rims]
        if not all(one <= other for places in series for one, other in pairwise(places)):
            yield diagnose("M806", sheet.place("columns"), map=name)


@dataclass(slots=True)
class _Seats:
    """The steps of a lock that can be used: each once, and each in a cell of its own while it is there."""

    name: str
    are_gone: bool = False
    findings: list[Diagnostic] = field(default_factory=list)

    def kept(self, steps: Sequence[LockedStep]) -> tuple[LockedStep, ...]:
        """The steps that keep their seats, in order: of two in a cell the one that is pinned, else the first."""
        once = list(self._once(steps))
        if self.are_gone:
            return tuple(once)
        cells: dict[tuple[object, ...], LockedStep] = {}
        for step in sorted(once, key=lambda step: not step.pinned):
            holder = cells.setdefault((step.actor, step.phase, step.column, step.row), step)
            if holder is not step:
                details = {"step": step.name_id, "other": holder.name_id}
                self.findings.append(diagnose("M808", step.place(), map=self.name, **details))
        sitting = {id(step) for step in cells.values()}
        return tuple(step for step in once if id(step) in sitting)

    def _once(self, steps: Sequence[LockedStep]) -> Iterator[LockedStep]:
        """Each step the first time. One that is gone may be named once for each phase that it left."""
        seen: set[tuple[object, ...]] = set()
        for step in steps:
            home = (step.name_id, step.actor, step.phase) if self.are_gone else (step.name_id,)
            if home in seen:
                self.findings.append(diagnose("M807", step.place(), map=self.name, step=step.name_id))
            else:
                seen.add(home)
                yield step
