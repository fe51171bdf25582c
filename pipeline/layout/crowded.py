"""Gaps of the field in which arrows want for room, each as its axis and item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from pipeline.layout.field import Field

Gap = tuple[int, int]


def gaps_at(field: Field, points: Iterable[tuple[int, int]]) -> Iterator[Gap]:
    """The gaps that these points lie in; a point with the axis along which it is wanted."""
    for point, a in points:
        line, axis = field.lines(point)[1 - a], field.frame.axes[1 - a]
        if axis.slot[line] is None:
            yield 1 - a, axis.item[line]


def full_gaps(field: Field) -> Iterator[Gap]:
    """The gaps in which no track is left somewhere: other arrows had to go round."""
    for a in (0, 1):
        axis, along = field.frame.axes[a], len(field.frame.axes[1 - a].item)
        tracks = [n for n, slot in enumerate(axis.slot) if slot is None]
        for item, lines in groupby(tracks, key=axis.item.__getitem__):
            lanes = [[field.point(n, m) if a == 0 else field.point(m, n) for m in range(along)] for n in lines]
            if any(all(field.used[1 - a][point] for point in across) for across in zip(*lanes, strict=True)):
                yield a, item
