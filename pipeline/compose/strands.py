"""Arrows as lines: which are drawn together, where one ends on another, and dashes that leave no gap in bends."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from pipeline.geometry import Curve, Line, Move, Path, Point

_NEAR = 0.01  # mm; points closer than this are one
_LOOSEST = 1.15  # dashes may be so much longer or shorter than the theme's
_CLEAN = 0.01  # mm of gap in bends that are not worth another length

Ways = Mapping[str, Sequence[Point]]


@dataclass(frozen=True, slots=True)
class Strand:
    """What one arrow adds to those drawn before it: its corners, and whether it has a head of its own."""

    name: str
    points: tuple[Point, ...]
    has_head: bool = True


def bundles(names: Sequence[str], ways: Ways) -> list[list[str]]:
    """Names of arrows in groups that share their tip or their first point, directly or by way of others."""
    found: list[list[str]] = []
    for name in names:
        mine = [group for group in found if any(_related(ways[name], ways[other]) for other in group)]
        found = [group for group in found if group not in mine]
        found.append([*(other for group in mine for other in group), name])
    return found


def _related(one: Sequence[Point], other: Sequence[Point]) -> bool:
    return one[0].distance(other[0]) < _NEAR or one[-1].distance(other[-1]) < _NEAR


def strands(names: Sequence[str], ways: Ways, bend: float, head: float) -> tuple[Strand, ...]:
    """The arrows of a bundle, each as far as the ones before it have not drawn its way to the tip already.

    An arrow that joins another turns into its direction with a bend of `bend` mm and ends there, or `head` mm before
    the common tip, whichever comes first.
    """
    found: list[Strand] = []
    for number, name in enumerate(names):
        way = tuple(ways[name])
        shared = max((_shared(way, ways[other]) for other in names[:number]), default=0.0)
        if shared < _NEAR:
            found.append(Strand(name, way))
        else:
            found.append(Strand(name, _cut(way, max(shared - bend, head)), has_head=False))
    return tuple(found)


def _shared(one: Sequence[Point], other: Sequence[Point]) -> float:
    """How far two ways run on each other before their common tip, mm; 0 if they end at different places."""
    if one[-1].distance(other[-1]) >= _NEAR:
        return 0.0
    total, tip = 0.0, one[-1]
    for mine, theirs in zip(reversed(one[:-1]), reversed(other[:-1]), strict=False):
        lengths = tip.distance(mine), tip.distance(theirs)
        if not _alike(tip, mine, theirs):
            return total
        total += min(lengths)
        if abs(lengths[0] - lengths[1]) >= _NEAR:
            return total
        tip = mine
    return total


def _alike(start: Point, one: Point, other: Point) -> bool:
    """True if both points lie in the same direction from the start."""
    near = min(start.distance(one), start.distance(other))
    return start.towards(one, near).distance(start.towards(other, near)) < _NEAR


def _cut(way: tuple[Point, ...], rest: float) -> tuple[Point, ...]:
    """The way without its last `rest` mm."""
    points = list(way)
    while rest >= (last := points[-2].distance(points[-1])) and len(points) > 2:
        points.pop()
        rest -= last
    return (*points[:-1], points[-1].towards(points[-2], rest))


def dashed(path: Path, dash: float, gap: float) -> tuple[float, float]:
    """Dash and gap, mm, near the wanted ones, for a line that begins and ends with a dash and has no gap in its bends.

    Where no length does all of that, the one with the least gap in bends is taken.
    """
    length, arcs = _measured(path)
    period, on = dash + gap, dash / (dash + gap)
    wanted = (length - dash) / period
    counts = range(max(1, math.ceil(wanted / _LOOSEST)), max(1, math.floor(wanted * _LOOSEST)) + 1)
    best: tuple[float, float, float] | None = None
    for count in counts:
        unit = length / (count + on)
        bare = fsum(_bare(low, high, unit, on) for low, high in arcs)
        rank = (max(bare, _CLEAN), abs(unit - period), unit)
        best = min(best, rank) if best else rank
    unit = best[2] if best else period
    return unit * on, unit * (1 - on)


def _bare(low: float, high: float, unit: float, on: float) -> float:
    """How much of a stretch lies in gaps, mm."""
    bare = 0.0
    for number in range(int(low / unit), int(high / unit) + 1):
        start, end = (number + on) * unit, (number + 1) * unit
        bare += max(0.0, min(high, end) - max(low, start))
    return bare


def _measured(path: Path) -> tuple[float, list[tuple[float, float]]]:
    """The length of a line with rounded bends, mm, and from where to where its bends reach."""
    at, along = Point(0, 0), 0.0
    arcs: list[tuple[float, float]] = []
    for piece in path:
        match piece:
            case Move(to):
                at = to
            case Line(to):
                along, at = along + at.distance(to), to
            case Curve(_, _, to):
                turned = at.distance(to) / math.sqrt(2) * math.pi / 2
                arcs.append((along, along + turned))
                along, at = along + turned, to
    return along, arcs
