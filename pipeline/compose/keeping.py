"""What a map keeps of its last layout: from its lock what the engine shall hold, and from sheets just placed a lock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.compose.brief import Brief
from pipeline.compose.process_map import PlacedMap
from pipeline.geometry import Size
from pipeline.layout import ENGINE_VERSION, Hold, Lines, Seat
from pipeline.lengths import Pt
from pipeline.model import (
    LOCK_FORMAT,
    Actor,
    LayoutLock,
    LockedColumn,
    LockedRow,
    LockedSheet,
    LockedSign,
    LockedStep,
    Step,
)

_SAME_PT = 0.0001  # sizes of text are kept with four decimals

# Of a step: its id, its actor (None on a map of one) and its phase.
Home = tuple[str, str | None, int]


def hold_for(brief: Brief, phases: tuple[int, ...], size: Pt) -> Hold | None:
    """What the brief's lock holds for a sheet that shows these phases, numbers in order; None without a lock.

    Band n is the n-th of the phases, lane n the n-th actor. Steps keep their seat while phase and actor are as they
    were, signs (off-page connectors) while the sheet shows the same phases; steps that are gone have theirs too. Places
    are kept only for the same paper, engine, text (`size`, pt) and phases.
    """
    lock = brief.lock
    if lock is None:
        return None
    sheet = next((sheet for sheet in lock.sheets if _phases_of(brief, sheet) == phases), None)
    seats = _seats(brief, lock, sheet, phases)
    lines = _lines(brief, sheet, phases) if sheet and _is_same_ground(brief, lock, size) else None
    return Hold(seats, lines, thorough=bool(lines and sheet and sheet.thorough))


def locked_text(brief: Brief) -> Pt | None:
    """The size of step text that the map is never set above, pt; None where nothing says so, or for another paper."""
    return brief.lock.text if brief.lock and brief.lock.paper == brief.publication.paper else None


def locked_sheets(brief: Brief) -> tuple[tuple[int, ...], ...] | None:
    """The phases of each sheet, as they were split; None without a lock, or for another paper or other phases."""
    lock = brief.lock
    if lock is None or lock.paper != brief.publication.paper:
        return None
    sheets = tuple(_phases_of(brief, sheet) for sheet in lock.sheets)
    shown = tuple(number for phases in sheets for number in phases)
    return sheets if shown == tuple(phase.number for phase in brief.phases()) else None


def lock_of(brief: Brief, placed: Sequence[PlacedMap]) -> LayoutLock:
    """The lock of a map whose sheets were just placed, one or several.

    Of the brief's own lock it keeps the pins, and the seats of steps that are gone, until these are back.
    """
    earlier = (*brief.lock.steps, *brief.lock.gone) if brief.lock else ()
    pinned = {_home(step) for step in earlier if step.pinned}
    steps = {step.name_id for step, _ in _steps(brief)}
    seats = [(name, seat, one.phases) for one in placed for name, seat in one.drawing.hold.seats if name in steps]
    kept = tuple(sorted((_locked(brief, name, seat, on, pinned) for name, seat, on in seats), key=_reading))
    return LayoutLock(
        lock_format=LOCK_FORMAT,
        engine=ENGINE_VERSION,
        paper=brief.publication.paper,
        text=Pt(_number(min(one.size_pt for one in placed))),
        sheets=tuple(_sheet(brief, one) for one in placed),
        steps=kept,
        gone=_gone(brief.lock, kept),
    )


def _actors(brief: Brief) -> tuple[Actor, ...]:
    return (brief.actor,) if brief.actor else brief.programme.actors


def _steps(brief: Brief) -> Iterator[tuple[Step, Actor]]:
    return ((step, actor) for actor in _actors(brief) for step in actor.steps)


def _phases_of(brief: Brief, sheet: LockedSheet) -> tuple[int, ...]:
    return tuple(phase.number for phase in brief.phases() if sheet.first <= phase.number <= sheet.last)


def _is_same_ground(brief: Brief, lock: LayoutLock, size: Pt) -> bool:
    same_text = abs(lock.text - size) < _SAME_PT
    return lock.engine == ENGINE_VERSION and lock.paper == brief.publication.paper and same_text


def _seats(
    brief: Brief, lock: LayoutLock, sheet: LockedSheet | None, phases: tuple[int, ...]
) -> tuple[tuple[str, Seat], ...]:
    """Seats by name. Where two ask for one cell the step that is there has it, then a sign, then one that is gone."""
    bands = {number: band for band, number in enumerate(phases)}
    lanes = _lanes(brief)
    homes = {step.name_id: (step.name_id, lanes.get(_of(brief, actor)), step.phase) for step, actor in _steps(brief)}
    asked: list[tuple[int, str, Seat]] = []
    for entry in (*lock.steps, *lock.gone):
        if entry.phase in bands and entry.actor in lanes:
            seat = Seat(bands[entry.phase], lanes[entry.actor], entry.column, entry.row)
            home = homes.get(entry.name_id)
            if home in {None, (entry.name_id, seat.lane, entry.phase)}:
                asked.append((0 if home else 2, entry.name_id, seat))
    for sign in sheet.signs if sheet else ():
        if sign.phase in bands and sign.actor in lanes:
            asked.append((1, sign.arrow, Seat(bands[sign.phase], lanes[sign.actor], sign.column, sign.row)))
    given: dict[Seat, str] = {}
    for _, name, seat in sorted(asked, key=lambda one: one[0]):
        if name not in given.values():
            given.setdefault(seat, name)
    return tuple(sorted((name, seat) for seat, name in given.items()))


def _lanes(brief: Brief) -> dict[str | None, int]:
    return {_of(brief, actor): lane for lane, actor in enumerate(_actors(brief))}


def _of(brief: Brief, actor: Actor) -> str | None:
    """The actor as a lock names it: not at all on the actor's own map."""
    return None if brief.actor else actor.name_id


def _lines(brief: Brief, sheet: LockedSheet, phases: tuple[int, ...]) -> Lines | None:
    """Where columns and rows lay; None where the lock does not fit the actors of today, or says nonsense."""
    bands = {number: band for band, number in enumerate(phases)}
    lanes = _lanes(brief)
    if not {column.phase for column in sheet.columns} <= bands.keys():
        return None
    if len(sheet.rims) != len(lanes) + 1 or not {row.actor for row in sheet.rows} <= lanes.keys():
        return None
    columns = sorted((bands[column.phase], column.column, column.position) for column in sheet.columns)
    rows = sorted((lanes[row.actor], row.row, row.position) for row in sheet.rows)
    places = ([place for *_, place in columns], [place for *_, place in rows], sheet.rims)
    if not all(one < other for series in places for one, other in pairwise(series)):
        return None
    return Lines(Size(sheet.length, sheet.breadth), tuple(columns), tuple(rows), sheet.rims)


def _locked(brief: Brief, name: str, seat: Seat, phases: tuple[int, ...], pinned: set[Home]) -> LockedStep:
    actor, phase = _of(brief, _actors(brief)[seat.lane]), phases[seat.band]
    return LockedStep(
        name_id=name,
        actor=actor,
        phase=phase,
        column=_number(seat.column),
        row=_number(seat.row),
        pinned=(name, actor, phase) in pinned,
    )


def _reading(step: LockedStep) -> tuple[str, int, float, float, str]:
    """The order of steps in a lock: as they hang on the wall, so that a change of one moves few lines."""
    return (step.actor or "", step.phase, step.column, step.row, step.name_id)


def _home(step: LockedStep) -> Home:
    return step.name_id, step.actor, step.phase


def _gone(earlier: LayoutLock | None, kept: Iterable[LockedStep]) -> tuple[LockedStep, ...]:
    """What was locked and is not there any more, or not in that phase or lane; the newest seat of each."""
    if earlier is None:
        return ()
    back = {_home(step) for step in kept}
    seats = {_home(step): step for step in (*earlier.gone, *earlier.steps) if _home(step) not in back}
    return tuple(sorted(seats.values(), key=_reading))


def _sheet(brief: Brief, one: PlacedMap) -> LockedSheet:
    hold = one.drawing.hold
    lines = hold.lines or Lines(one.drawing.size, (), (), ())
    actors = _actors(brief)
    return LockedSheet(
        first=one.phases[0],
        last=one.phases[-1],
        length=_place(lines.size.width),
        breadth=_place(lines.size.height),
        columns=tuple(
            LockedColumn(phase=one.phases[band], column=_number(column), position=_place(place))
            for band, column, place in lines.columns
        ),
        rows=tuple(
            LockedRow(actor=_of(brief, actors[lane]), row=_number(row), position=_place(place))
            for lane, row, place in lines.rows
        ),
        rims=tuple(_place(rim) for rim in lines.rims),
        signs=_signs(brief, one),
        thorough=hold.thorough,
    )


def _signs(brief: Brief, one: PlacedMap) -> tuple[LockedSign, ...]:
    """Every seat of the sheet that is no step's, of today or of an earlier lock."""
    earlier = (*brief.lock.steps, *brief.lock.gone) if brief.lock else ()
    steps = {step.name_id for step, _ in _steps(brief)} | {step.name_id for step in earlier}
    return tuple(
        LockedSign(
            arrow=name,
            actor=_of(brief, _actors(brief)[seat.lane]),
            phase=one.phases[seat.band],
            column=_number(seat.column),
            row=_number(seat.row),
        )
        for name, seat in one.drawing.hold.seats
        if name not in steps
    )


def _number(value: float) -> float:
    return round(value, 4) + 0.0  # never -0.0


def _place(value: float) -> float:
    return round(value, 2) + 0.0
