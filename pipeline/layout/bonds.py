"""Least distances along one axis: between cells, wires, ends of arrows and labels, as bonds between places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.layout.field import EAST, SOUTH
from pipeline.layout.frame import Frame
from pipeline.layout.pieces import Piece, Wire
from pipeline.layout.reading import Arrow

TAG_GAP = 1.0  # mm between an outline and a tag on the line
LABEL_GAP = 0.8  # mm between a line and a label beside it


# Between an arrow and the rim of a band or lane, in tracks: a lane begins with a heavy rule.
_RIM = 0.8


@dataclass(frozen=True, slots=True)
class Bond:
    """`second` lies at least `distance` mm after `first`; places 0, 1 ... are items, then come the wires."""

    first: int
    second: int
    distance: float


@dataclass(frozen=True, slots=True)
class Plan:
    """Routed arrows as pieces, with the wires of both axes; `demands` tells how much room some labels ask for."""

    arrows: tuple[Arrow, ...]
    routes: tuple[tuple[Piece, ...], ...]
    wires: tuple[tuple[Wire, ...], tuple[Wire, ...]]
    demands: Mapping[int, int]


def bonds(frame: Frame, plan: Plan, a: int) -> list[Bond]:
    """All least distances along axis `a`."""
    found = [*_between_items(frame, a), *_at_wires(frame, plan.wires[a], a), *_between_wires(frame, plan.wires[a], a)]
    for number, pieces in enumerate(plan.routes):
        found += _at_ends(frame, plan, number, pieces, a)
        found += _at_label(frame, plan, number, pieces[0], a)
    return found


def reference(frame: Frame, plan: Plan, piece: Piece) -> tuple[int, float]:
    """The place a piece hangs on and how far from it the piece lies, mm."""
    a = piece.across
    axis = frame.axes[a]
    slot = axis.slot[piece.line]
    if slot is not None:
        return axis.item[piece.line], slot * frame.pitch[a]
    for number, wire in enumerate(plan.wires[a]):
        if wire.line == piece.line and wire.low <= piece.low and piece.high <= wire.high:
            return axis.items + number, 0.0
    raise AssertionError("a piece without a wire")


def _between_items(frame: Frame, a: int) -> Iterator[Bond]:
    axis, reach, spacing = frame.axes[a], frame.extents[a], frame.spacing
    edges = {last for _, last in axis.group_items}
    for item in range(axis.items - 1):
        walled = item in axis.walls or item + 1 in axis.walls
        clear = (
            max(spacing.edge, spacing.box / 2)
            if walled
            else max(spacing.box, 2 * spacing.edge if item in edges else 0.0)
        )
        yield Bond(item, item + 1, reach[item][1] + reach[item + 1][0] + clear)
    if a == 0:
        for minimum, (first, last) in zip(frame.band_minimum, axis.group_items, strict=True):
            if first < last:
                yield Bond(first, last, minimum - reach[first][0] - reach[last][1])


def _touched(frame: Frame, a: int, item: int, places: tuple[int, int]) -> Iterator[int]:
    """Boxes of an item of axis `a` whose cell lies, along the other axis, within a stretch of places."""
    other = frame.axes[1 - a]
    for number, home in enumerate(frame.homes):
        if home[a] == item:
            low = other.place[other.first[home[1 - a]]]
            if low <= places[1] and low + 2 * other.slots >= places[0]:
                yield number


def _at_wires(frame: Frame, wires: Sequence[Wire], a: int) -> Iterator[Bond]:
    """A wire keeps clear of the boxes it passes; a level one also of those diagonal to the corners where it ends."""
    axis, spacing = frame.axes[a], frame.spacing
    ports = axis.slots * frame.pitch[a] + spacing.track
    for number, wire in enumerate(wires):
        before, after = wire.gap, wire.gap + 1
        place = axis.items + number
        stretch = (wire.places[0] - a, wire.places[1] + a)
        lead = [frame.shapes[box].after[a] + spacing.box for box in _touched(frame, a, before, stretch)]
        tail = [frame.shapes[box].before[a] + spacing.box for box in _touched(frame, a, after, stretch)]
        rim = _RIM * spacing.track
        head = frame.extents[a][before][1] + rim
        yield Bond(before, place, head if before in axis.walls else max([ports, *lead]))
        yield Bond(place, after, rim if after in axis.walls else max([ports, *tail]))


def _between_wires(frame: Frame, wires: Sequence[Wire], a: int) -> Iterator[Bond]:
    base = frame.axes[a].items
    for number, wire in enumerate(wires):
        for later in range(number + 1, len(wires)):
            other = wires[later]
            if other.gap != wire.gap:
                break
            apart = other.places[0] > wire.places[1] or wire.places[0] > other.places[1]
            if other.line != wire.line and not apart:
                yield Bond(base + number, base + later, frame.spacing.track)


def _reach(frame: Frame, box: int, a: int, forward: bool) -> float:
    return frame.shapes[box].after[a] if forward else frame.shapes[box].before[a]


def _ahead(first: int, second: int, distance: float, forward: bool) -> Bond:
    """`second` lies beyond `first` in the direction of travel."""
    return Bond(first, second, distance) if forward else Bond(second, first, distance)


def _at_ends(frame: Frame, plan: Plan, number: int, pieces: Sequence[Piece], a: int) -> Iterator[Bond]:
    """Room for the first and last straight run of an arrow, as far as they lie along axis `a`."""
    arrow, head = plan.arrows[number], frame.spacing.head
    first, last = pieces[0], pieces[-1]
    source, target = frame.homes[arrow.source][a], frame.homes[arrow.target][a]
    label = arrow.edge.label
    need = head
    if label and arrow.edge.on_line:
        need = (label.height if a else label.width) + 4.0 + (head if len(pieces) == 1 else 0.0)
    if first.heading % 2 == a:
        forward = first.heading in (EAST, SOUTH)
        room = need + _reach(frame, arrow.source, a, forward)
        if len(pieces) == 1:
            yield _ahead(source, target, room + _reach(frame, arrow.target, a, not forward), forward)
        else:
            place, offset = reference(frame, plan, pieces[1])
            yield _ahead(source, place, room - (offset if forward else -offset), forward)
    if last.heading % 2 == a and len(pieces) > 1:
        forward = last.heading in (EAST, SOUTH)
        place, offset = reference(frame, plan, pieces[-2])
        room = head + _reach(frame, arrow.target, a, not forward) + (offset if forward else -offset)
        yield _ahead(place, target, room, forward)


def _at_label(frame: Frame, plan: Plan, number: int, first: Piece, a: int) -> Iterator[Bond]:
    """Room for a label at an arrow's first run: along it, and on the second demand across it, too."""
    arrow, demand = plan.arrows[number], plan.demands.get(number, 0)
    label = arrow.edge.label
    if label is None:
        return
    forward = first.heading in (EAST, SOUTH)
    length = label.height if a else label.width
    if first.heading % 2 == a and (arrow.edge.on_line or demand):
        zone = _reach(frame, arrow.source, a, forward) + length + 2 * TAG_GAP
        yield from _cleared(frame, plan, arrow.source, a, zone=zone, forward=forward)
    elif first.heading % 2 != a and demand > 1:
        slot = frame.axes[a].slot[first.line] or 0
        for side in (True, False):
            offset = slot * frame.pitch[a] * (1 if side else -1)
            zone = max(offset, -offset) + length + 2 * LABEL_GAP
            yield from _pushed(frame, plan, arrow.source, a, zone=zone, forward=side)


def _cleared(frame: Frame, plan: Plan, box: int, a: int, *, zone: float, forward: bool) -> Iterator[Bond]:
    """Nothing crosses the strip of a length beside a box, in the direction of an arrow."""
    axis, other = frame.axes[a], frame.axes[1 - a]
    item = frame.homes[box][a]
    low = other.place[other.first[frame.homes[box][1 - a]]]
    span = (low, low + 2 * other.slots)
    after = item + 1 if forward else item - 1
    gap = item if forward else item - 1
    for number, wire in enumerate(plan.wires[a]):
        if wire.gap == gap and wire.places[0] <= span[1] and wire.places[1] >= span[0]:
            yield _ahead(item, axis.items + number, zone, forward)
    if after in axis.walls:
        yield _ahead(item, after, zone + (0.0 if forward else frame.extents[a][after][1]), forward)
        return
    reach = [_reach(frame, n, a, not forward) for n in _touched(frame, a, after, span)]
    yield _ahead(item, after, zone + max([axis.slots * frame.pitch[a] + TAG_GAP, *reach]), forward)


def _pushed(frame: Frame, plan: Plan, box: int, a: int, *, zone: float, forward: bool) -> Iterator[Bond]:
    """All wires beside a box's cell, and the next cell, lie beyond a strip."""
    axis = frame.axes[a]
    item = frame.homes[box][a]
    after = item + 1 if forward else item - 1
    gap = item if forward else item - 1
    for number, wire in enumerate(plan.wires[a]):
        if wire.gap == gap:
            yield _ahead(item, axis.items + number, zone, forward)
    yield _ahead(item, after, zone + frame.extents[a][after][0 if forward else 1], forward)
