"""How good a drawing is: what it lacks to fit the sheet and to meet wishes, then crossings, bends, length, turns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, fsum

from pipeline.geometry import Point
from pipeline.layout.drawing import Drawing
from pipeline.layout.graph import Graph
from pipeline.layout.hints import broken, spots_of
from pipeline.layout.reading import Arrow

_MM_A_BEND = 160.0
_HAIR = 1e-4  # per cent: no more than rounding
_A_CROSSING = 5.0
_LOW_START = 6.0  # for a first box at the very foot of its lane
_LEFTWARDS, _UPWARDS = 3.0, 1.0  # a step on that lies to the left, or above in the same column
_A_WISH = 0.2  # part of a sheet: so much smaller a drawing may become for a wish to be met
_BACKWARD = 3.0  # an arrow that sets off against the flow though its target lies ahead


@dataclass(frozen=True, slots=True)
class Score:
    """What is wrong with a drawing: labels without a place, the share by which it is too large, flaws in bends.

    `unmet` is the number of wishes of boxes (`layout.hints`) that it does not meet.
    """

    missing: int
    too_large: float
    flaws: float
    unmet: int = 0

    @property
    def key(self) -> tuple[float, ...]:
        """For comparison: legibility comes first, the lower the better."""
        return (self.missing, self.too_large + _A_WISH * self.unmet, self.flaws)


def scored(graph: Graph, arrows: Sequence[Arrow], drawing: Drawing, missing: int) -> Score:
    """The score of a drawing in which so many labels found no place."""
    room, size = graph.room, drawing.size
    over = max(0.0, size.width / room.width - 1) + max(0.0, size.height / room.height - 1)
    lines = [route.points for route in drawing.routes.values()]
    length = fsum(abs(a.x - b.x) + abs(a.y - b.y) for line in lines for a, b in pairwise(line))
    flaws = _A_CROSSING * crossings(lines) + sum(len(line) - 2 for line in lines) + length / _MM_A_BEND
    flaws += fsum(_against(graph, drawing, arrow) for arrow in arrows)
    flaws += fsum(_BACKWARD * _backward(graph, drawing, arrow) for arrow in arrows)
    flaws += _LOW_START * _lowness(graph, drawing)
    unmet = len(broken(graph, spots_of(graph, drawing.hold.by_name)))
    return Score(missing, ceil(100 * over - _HAIR) / 100, round(flaws, 6), unmet)


def _backward(graph: Graph, drawing: Drawing, arrow: Arrow) -> bool:
    source, target = (drawing.boxes[graph.boxes[number].name] for number in (arrow.source, arrow.target))
    first, second = drawing.routes[arrow.edge.name].points[:2]
    return not arrow.back and target.x >= source.right and second.x < first.x


def _lowness(graph: Graph, drawing: Drawing) -> float:
    """How far down the first box of each lane lies, in heights of the lane; readers begin at the top."""
    seen: set[int] = set()
    total = 0.0
    for box in graph.boxes:
        if box.lane not in seen:
            seen.add(box.lane)
            lane = drawing.lanes[box.lane]
            total += (drawing.boxes[box.name].centre.y - lane.lo) / max(1.0, lane.hi - lane.lo)
    return total


def _against(graph: Graph, drawing: Drawing, arrow: Arrow) -> float:
    if arrow.back:
        return 0.0
    source, target = (drawing.boxes[graph.boxes[number].name] for number in (arrow.source, arrow.target))
    above = target.bottom <= source.y and source.x < target.right and target.x < source.right
    if target.right <= source.x:
        return _LEFTWARDS
    return _UPWARDS if above else 0.0


def crossings(lines: Sequence[Sequence[Point]]) -> int:
    """How often level pieces cross upright ones of other lines."""
    return sum(crossings_by_line(lines)) // 2


def crossings_by_line(lines: Sequence[Sequence[Point]]) -> tuple[int, ...]:
    """How often each line crosses others; a crossing counts for both."""
    level: list[tuple[int, float, float, float]] = []
    upright: list[tuple[int, float, float, float]] = []
    for number, line in enumerate(lines):
        for a, b in pairwise(line):
            if a.y == b.y:
                level.append((number, a.y, min(a.x, b.x) + 0.1, max(a.x, b.x) - 0.1))
            else:
                upright.append((number, a.x, min(a.y, b.y) + 0.1, max(a.y, b.y) - 0.1))
    found = [0] * len(lines)
    for one, y, x0, x1 in level:
        for other, x, y0, y1 in upright:
            if x0 < x < x1 and y0 < y < y1 and one != other:
                found[one] += 1
                found[other] += 1
    return tuple(found)
