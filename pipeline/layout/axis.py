"""One direction of the grid: walls and cells in a row, with lines through the cells and tracks between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Axis:
    """Items (walls, cells) and the lines an arrow may run on.

    `cell_item` maps a cell to its item, `walls` are items. For each line: `item` is the item it runs through or the
    one before its gap, `slot` the port it belongs to in a cell, and `place` grows along the axis but is the same for
    all tracks of a gap. `first` is the number of an item's first line (of the gap after it, for a wall).
    """

    cell_item: tuple[int, ...]
    walls: tuple[int, ...]
    item: tuple[int, ...]
    slot: tuple[int | None, ...]
    place: tuple[int, ...]
    first: tuple[int, ...]
    slots: int
    group_items: tuple[tuple[int, int], ...]  # first and last cell item of each band or lane

    @property
    def items(self) -> int:
        """How many items there are."""
        return len(self.first)

    def port_line(self, item: int, slot: int) -> int:
        """The line through a cell at a slot."""
        return self.first[item] + self.slots + slot

    def outside(self, item: int, forward: bool) -> int:
        """The first line outside a cell, after it or before it."""
        return self.first[item] + 2 * self.slots + 1 if forward else self.first[item] - 1


def axis(cells: Sequence[int], walled: bool, slots: int, tracks: int, more: Mapping[int, int]) -> Axis:
    """An axis of groups with the given numbers of cells; `walled`: a wall between groups, too.

    `more` tells how many tracks are added in the gaps after some items.
    """
    kinds, groups = _items(cells, walled)
    item: list[int] = []
    slot: list[int | None] = []
    place: list[int] = []
    first: list[int] = []
    for number, wall in enumerate(kinds):
        first.append(len(item))
        for port in () if wall else range(-slots, slots + 1):
            item.append(number)
            slot.append(port)
            place.append(place[-1] + 1 if place else 0)
        if number < len(kinds) - 1:
            count = tracks + more.get(number, 0)
            item += [number] * count
            slot += [None] * count
            place += [place[-1] + 1 if place else 0] * count
    cell_items = tuple(number for number, wall in enumerate(kinds) if not wall)
    walls = tuple(number for number, wall in enumerate(kinds) if wall)
    return Axis(cell_items, walls, tuple(item), tuple(slot), tuple(place), tuple(first), slots, tuple(groups))


def _items(cells: Sequence[int], walled: bool) -> tuple[list[bool], list[tuple[int, int]]]:
    kinds, groups = [True], []
    for number, count in enumerate(cells):
        groups.append((len(kinds), len(kinds) + count - 1))
        kinds += [False] * count
        if walled or number == len(cells) - 1:
            kinds.append(True)
    return kinds, groups
