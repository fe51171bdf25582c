"""Places of labels: tags on their line near the port, other labels beside a piece of their own arrow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pipeline.geometry import Point, Rect, Size
from pipeline.layout.bonds import LABEL_GAP, TAG_GAP
from pipeline.layout.reading import Arrow

_AIR = 0.6  # least distance from what is not its own, mm
_TOUCH = 1e-6
_STEPS = 8

Line = Sequence[Point]
Bounds = tuple[float, float, float, float]  # left, top, right, bottom: plain numbers, since many are compared


class Labels:
    """Labels placed one after another, each clear of boxes, lines and the labels before it."""

    def __init__(self, boxes: Sequence[Rect], lines: Sequence[Line], hairlines: Sequence[float], area: Rect) -> None:
        """What stands in the way; `hairlines` are the x of the rims of bands, which a label avoids if it can."""
        self.solid = [_shrunk(box.x, box.y, box.right, box.bottom) for box in boxes]
        self.hairlines = hairlines
        self.area = (area.x, area.y, area.right, area.bottom)
        self.pieces = [
            (
                number,
                min(a.x, b.x) - _TOUCH,
                min(a.y, b.y) - _TOUCH,
                max(a.x, b.x) + _TOUCH,
                max(a.y, b.y) + _TOUCH,
            )
            for number, line in enumerate(lines)
            for a, b in pairwise(line)
        ]
        self.placed: dict[int, Rect] = {}

    def place(self, arrows: Sequence[Arrow], lines: Sequence[Line]) -> Mapping[int, Rect]:
        """Label boxes by number of arrow; an arrow whose label found no place is missing."""
        order = sorted(range(len(arrows)), key=lambda n: (not arrows[n].edge.on_line, n))
        for number in order:
            label = arrows[number].edge.label
            if label is not None:
                found = self._first(number, label, lines[number], arrows[number].edge.on_line)
                if found is not None:
                    x, y, right, bottom = found
                    self.placed[number] = Rect(x, y, label.width, label.height)
                    self.solid.append(_shrunk(x, y, right, bottom))
        return self.placed

    def _first(self, number: int, label: Size, line: Line, tag: bool) -> Bounds | None:
        if tag:
            found = _on_line(line[0], line[1], label)
            if self._clear(found, self._near(found, number)):
                return found
        beside = list(_beside(line, label))
        worth = [
            (cost + 30.0 * any(found[0] < x < found[2] for x in self.hairlines), index)
            for index, (cost, found) in enumerate(beside)
        ]
        reach = (
            min(found[0] for _, found in beside),
            min(found[1] for _, found in beside),
            max(found[2] for _, found in beside),
            max(found[3] for _, found in beside),
        )
        near = self._near(reach, -1)
        for _, index in sorted(worth):
            if self._clear(beside[index][1], near):
                return beside[index][1]
        return None

    def _near(self, found: Bounds, own: int) -> list[Bounds]:
        """What may stand in the way somewhere in a rectangle; pieces of the arrow `own` may not."""
        left, top, right, bottom = _grown(found)
        near = [it for it in self.solid if it[0] < right and left < it[2] and it[1] < bottom and top < it[3]]
        near += [
            (x0, y0, x1, y1)
            for owner, x0, y0, x1, y1 in self.pieces
            if x0 < right and left < x1 and y0 < bottom and top < y1 and owner != own
        ]
        return near

    def _clear(self, found: Bounds, near: Sequence[Bounds]) -> bool:
        area = self.area
        if found[0] < area[0] or found[1] < area[1] or found[2] > area[2] or found[3] > area[3]:
            return False
        left, top, right, bottom = _grown(found)
        return not any(x0 < right and left < x1 and y0 < bottom and top < y1 for x0, y0, x1, y1 in near)


def _grown(found: Bounds) -> Bounds:
    return (found[0] - _AIR, found[1] - _AIR, found[2] + _AIR, found[3] + _AIR)


def _shrunk(left: float, top: float, right: float, bottom: float) -> Bounds:
    """What a label's air may touch."""
    return (left + _TOUCH, top + _TOUCH, right - _TOUCH, bottom - _TOUCH)


def _on_line(start: Point, after: Point, size: Size) -> Bounds:
    if start.y == after.y:
        x = start.x + TAG_GAP if after.x > start.x else start.x - TAG_GAP - size.width
        return _bounds(x, start.y - size.height / 2, size)
    y = start.y + TAG_GAP if after.y > start.y else start.y - TAG_GAP - size.height
    return _bounds(start.x - size.width / 2, y, size)


def _beside(line: Line, size: Size) -> Iterator[tuple[float, Bounds]]:
    """Places along all pieces, with a cost: near the start is best, above a level and right of an upright piece."""
    for number, (start, end) in enumerate(pairwise(line)):
        level = start.y == end.y
        length = abs(end.x - start.x) + abs(end.y - start.y)
        extent = size.width if level else size.height
        span = max(0.0, length - extent - 2 * TAG_GAP)
        for step in range(_STEPS + 1):
            along = TAG_GAP + span * step / _STEPS
            for side in (0, 1):
                yield 12.0 * number + along / 2 + 4.0 * side, _at(start, end, size, along, side)


def _at(start: Point, end: Point, size: Size, along: float, side: int) -> Bounds:
    if start.y == end.y:
        x = start.x + along if end.x > start.x else start.x - along - size.width
        return _bounds(x, start.y + LABEL_GAP if side else start.y - LABEL_GAP - size.height, size)
    y = start.y + along if end.y > start.y else start.y - along - size.height
    return _bounds(start.x - LABEL_GAP - size.width if side else start.x + LABEL_GAP, y, size)


def _bounds(x: float, y: float, size: Size) -> Bounds:
    return (x, y, x + size.width, y + size.height)
