"""Ways an arrow may take between two cells of the rough grid: straight, with one bend, or round, as offsets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.layout.field import EAST, NORTH, SOUTH, WEST

PITCH = 3  # grid lines from one cell to the next: the cell's own, and two tracks between
_LEVEL, _UPRIGHT = 0, 1
_TRACKS = (1, 2)
_OPPOSITE = {EAST: WEST, WEST: EAST, SOUTH: NORTH, NORTH: SOUTH}

Corner = tuple[int, int]  # x and y, grid lines from the source


@dataclass(frozen=True, slots=True)
class Run:
    """A straight piece as slices of the grid, from the source's point: all that it covers, and what lies inside it."""

    axis: int
    first: int
    last: int  # one past the end
    step: int
    inner_first: int
    inner_last: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way: its bends, the sides it leaves and enters, the rows it spans (from the source's) and its runs."""

    bends: int
    leave: int
    enter: int
    top: int
    foot: int
    runs: tuple[Run, ...]


@lru_cache(maxsize=4096)
def patterns(across: int, down: int, width: int) -> tuple[tuple[Pattern, ...], ...]:
    """Ways to a cell so many cells across and down, on a grid `width` points wide, those with fewest bends first.

    They come in groups: a later group is worth a look only if no way of the earlier ones is free.
    """
    x, y = across * PITCH, down * PITCH
    groups = (_direct(x, y), [*_stepped(x, y), *_round(x, y)], _hooked(x, y), _detours(x, y))
    return tuple(tuple(_pattern(corners, width) for corners in group) for group in groups)


def _direct(x: int, y: int) -> list[Sequence[Corner]]:
    if x == 0 or y == 0:
        return [((0, 0), (x, y))]
    return [((0, 0), (x, 0), (x, y)), ((0, 0), (0, y), (x, y))]


def _stepped(x: int, y: int) -> Iterator[Sequence[Corner]]:
    """Two bends, the middle piece on a track between the cells."""
    if x == 0 or y == 0:
        return
    for across in _tracks_between(x):
        yield (0, 0), (across, 0), (across, y), (x, y)
    for down in _tracks_between(y):
        yield (0, 0), (0, down), (x, down), (x, y)


def _tracks_between(length: int) -> list[int]:
    """The tracks next to either end."""
    sign = 1 if length > 0 else -1
    return sorted({sign * track for track in _TRACKS} | {length - sign * track for track in _TRACKS})


def _round(x: int, y: int) -> Iterator[Sequence[Corner]]:
    """Two bends, out and in at the same side."""
    for track in _TRACKS:
        for across in (max(x, 0) + track, min(x, 0) - track):
            if y:
                yield (0, 0), (across, 0), (across, y), (x, y)
        for down in (max(y, 0) + track, min(y, 0) - track):
            if x:
                yield (0, 0), (0, down), (x, down), (x, y)


def _hooked(x: int, y: int) -> Iterator[Sequence[Corner]]:
    """Three bends: beside the source and above or below the target, or the other way round."""
    for out in (1, -1):
        for into in (1, -1):
            yield (0, 0), (out, 0), (out, y + into), (x, y + into), (x, y)
            yield (0, 0), (0, out), (x + into, out), (x + into, y), (x, y)


def _detours(x: int, y: int) -> Iterator[Sequence[Corner]]:
    """Four bends, along a track above or below either end."""
    for down in sorted({1, -1, y + 1, y - 1}):
        for out in (1, -1):
            for into in (1, -1):
                if out != x + into:
                    yield (0, 0), (out, 0), (out, down), (x + into, down), (x + into, y), (x, y)


def _pattern(corners: Sequence[Corner], width: int) -> Pattern:
    runs = tuple(
        _run(corners[number], corners[number + 1], width, begins=number == 0, ends=number == len(corners) - 2)
        for number in range(len(corners) - 1)
    )
    rows = [y for _, y in corners]
    enter = _OPPOSITE[_side(corners[-2], corners[-1])]
    return Pattern(len(corners) - 2, _side(corners[0], corners[1]), enter, min(rows), max(rows), runs)


def _side(start: Corner, end: Corner) -> int:
    if start[1] == end[1]:
        return EAST if end[0] > start[0] else WEST
    return SOUTH if end[1] > start[1] else NORTH


def _run(start: Corner, end: Corner, width: int, *, begins: bool, ends: bool) -> Run:
    """The piece between two corners; a box's own point at the beginning or the end is not part of it."""
    level = start[1] == end[1]
    step = 1 if level else width
    low, high = (start[0] + start[1] * width, end[0] + end[1] * width)
    open_low, open_high = begins, ends
    if low > high:
        low, high, open_low, open_high = high, low, ends, begins
    first = low + step if open_low else low
    last = high if open_high else high + step
    return Run(_LEVEL if level else _UPRIGHT, first, last, step, low + step, high)
