"""Places from least distances: the longest path along an axis, then the rest of the room shared out evenly."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.layout.bonds import Bond, Plan, bonds
from pipeline.layout.frame import Frame

_OUTER = 0.5  # share of an even gap that lies between a wall and the first cell


Least = tuple[Sequence[float], Sequence[float]]
"""For both axes: where each item lies at least, mm; empty where they may lie anywhere."""


def natural(frame: Frame, plan: Plan, a: int) -> tuple[list[float], list[Bond]]:
    """The nearest place of every item and wire to the start of axis `a`, mm, and the bonds they obey."""
    found = _ordered(frame, plan, a, bonds(frame, plan, a))
    return _settled(found, [0.0] * (frame.axes[a].items + len(plan.wires[a]))), found


def _settled(found: Sequence[Bond], least: Sequence[float]) -> list[float]:
    """The nearest places at or after the least ones that obey the bonds."""
    places = list(least)
    for bond in found:
        places[bond.second] = max(places[bond.second], places[bond.first] + bond.distance)
    return places


def _kept(
    frame: Frame, found: Sequence[Bond], near: Sequence[float], least: Sequence[float], a: int, room: float
) -> list[float]:
    """Items at their least places, pushed on where they have to; back only where else the end would leave the room.

    `near` are the nearest places of all. A room of 0 has no end.
    """
    items = frame.axes[a].items
    wanted = [*least, *([0.0] * (len(near) - items))]
    if room:
        wanted = [min(here, last) for here, last in zip(wanted, _latest(found, near, items, room), strict=True)]
    return _settled(found, wanted)[:items]


def _latest(found: Sequence[Bond], near: Sequence[float], items: int, room: float) -> list[float]:
    """The last places from which the end still lies in the room, or where it lies nearest if it cannot."""
    end = max(room, near[items - 1])
    latest = [end] * len(near)
    for bond in reversed(found):
        latest[bond.first] = min(latest[bond.first], latest[bond.second] - bond.distance)
    return latest


def _keys(frame: Frame, plan: Plan, a: int) -> list[tuple[int, int]]:
    """Where items and wires stand in order along the axis: all bonds lead from a lower key to a higher one."""
    return [*((item, -1) for item in range(frame.axes[a].items)), *((wire.gap, wire.line) for wire in plan.wires[a])]


def _ordered(frame: Frame, plan: Plan, a: int, found: Sequence[Bond]) -> list[Bond]:
    keys = _keys(frame, plan, a)
    return sorted(found, key=lambda bond: (keys[bond.first], keys[bond.second], bond.distance))


def filled(frame: Frame, plan: Plan, a: int, room: float, least: Sequence[float] = ()) -> list[float]:
    """Places of items and wires along axis `a` when the drawing is spread to `room` mm, if it is smaller.

    With `least` places it is not spread: items stay there as far as they can.
    """
    places, found = natural(frame, plan, a)
    items = frame.axes[a].items
    fixed = _kept(frame, found, places, least, a, room) if least else _spread(frame, a, places[:items], room)
    early = [*fixed, *([0.0] * (len(places) - items))]
    late = [*fixed, *([1e9] * (len(places) - items))]
    for bond in found:
        if bond.second >= items:
            early[bond.second] = max(early[bond.second], early[bond.first] + bond.distance)
    keys = _keys(frame, plan, a)
    for bond in sorted(found, key=lambda b: keys[b.second], reverse=True):
        if bond.first >= items:
            late[bond.first] = min(late[bond.first], late[bond.second] - bond.distance)
    return [(low + high) / 2 for low, high in zip(early, late, strict=True)]


def _spread(frame: Frame, a: int, places: Sequence[float], room: float) -> list[float]:
    """Items moved apart so that the smallest gaps grow first, until all are alike or the room is full."""
    reach, walls = frame.extents[a], frame.axes[a].walls
    count = len(places)
    gaps = [places[i + 1] - places[i] - reach[i][1] - reach[i + 1][0] for i in range(count - 1)]
    share = [_OUTER if i in walls or i + 1 in walls else 1.0 for i in range(count - 1)]
    spare = room - places[-1]
    if spare > 0:
        gaps = _levelled(gaps, share, spare)
    moved = [places[0]]
    for i in range(count - 1):
        moved.append(moved[-1] + reach[i][1] + gaps[i] + reach[i + 1][0])
    return moved


def _levelled(gaps: Sequence[float], share: Sequence[float], spare: float) -> list[float]:
    order = sorted(range(len(gaps)), key=lambda i: (gaps[i] / share[i], i))
    total, weight, level = spare, 0.0, 0.0
    for i in order:
        if weight and (total / weight) <= gaps[i] / share[i]:
            break
        total += gaps[i]
        weight += share[i]
        level = total / weight
    return [max(gap, level * part) for gap, part in zip(gaps, share, strict=True)]
