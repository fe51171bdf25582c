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


class Labels:
    """Labels placed one after another, each clear of boxes, lines and the labels before it."""

    def __init__(self, boxes: Sequence[Rect], lines: Sequence[Line], hairlines: Sequence[float], area: Rect) -> None:
        """What stands in the way; `hairlines` are the x of the rims of bands, which a label avoids if it can."""
        self.boxes = boxes
        self.hairlines = hairlines
        self.area = area
        self.pieces = [
            (number, Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y)))
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
                    self.placed[number] = found
        return self.placed

    def _first(self, number: int, label: Size, line: Line, tag: bool) -> Rect | None:
        if tag:
            rect = _on_line(line[0], line[1], label)
            if self._clear(number, rect, own=False):
                return rect
        best: tuple[float, Rect] | None = None
        for cost, rect in _beside(line, label):
            worth = cost + 30.0 * any(rect.x < x < rect.right for x in self.hairlines)
            if (best is None or worth < best[0]) and self._clear(number, rect, own=True):
                best = (worth, rect)
        return best[1] if best else None

    def _clear(self, number: int, rect: Rect, own: bool) -> bool:
        near = rect.grown(_AIR)
        if any(near.overlaps(box, _TOUCH) for box in (*self.boxes, *self.placed.values())):
            return False
        area = self.area
        if rect.x < area.x or rect.y < area.y or rect.right > area.right or rect.bottom > area.bottom:
            return False
        return not any(_meet(near, piece) for owner, piece in self.pieces if own or owner != number)


def _meet(one: Rect, two: Rect) -> bool:
    wide = min(one.right, two.right) - max(one.x, two.x)
    high = min(one.bottom, two.bottom) - max(one.y, two.y)
    return wide > -_TOUCH and high > -_TOUCH


def _on_line(start: Point, after: Point, size: Size) -> Rect:
    if start.y == after.y:
        x = start.x + TAG_GAP if after.x > start.x else start.x - TAG_GAP - size.width
        return Rect(x, start.y - size.height / 2, size.width, size.height)
    y = start.y + TAG_GAP if after.y > start.y else start.y - TAG_GAP - size.height
    return Rect(start.x - size.width / 2, y, size.width, size.height)


def _beside(line: Line, size: Size) -> Iterator[tuple[float, Rect]]:
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


def _at(start: Point, end: Point, size: Size, along: float, side: int) -> Rect:
    if start.y == end.y:
        x = start.x + along if end.x > start.x else start.x - along - size.width
        y = start.y + LABEL_GAP if side else start.y - LABEL_GAP - size.height
        return Rect(x, y, size.width, size.height)
    y = start.y + along if end.y > start.y else start.y - along - size.height
    x = start.x - LABEL_GAP - size.width if side else start.x + LABEL_GAP
    return Rect(x, y, size.width, size.height)
