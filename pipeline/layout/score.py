"""How good a drawing is: what it lacks to fit the sheet, then crossings, bends, length and turns against the flow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.geometry import Point
from pipeline.layout.drawing import Drawing
from pipeline.layout.graph import Graph
from pipeline.layout.reading import Arrow

_MM_A_BEND = 90.0
_A_CROSSING = 5.0
_LOW_START = 6.0  # for a first box at the very foot of its lane
_AGAINST = 3.0  # a step on that lies to the left, or above in the same column


def scored(graph: Graph, arrows: Sequence[Arrow], drawing: Drawing) -> tuple[float, float]:
    """(share by which it is too large, sum of its flaws in bends)."""
    room, size = graph.room, drawing.size
    over = max(0.0, size.width / room.width - 1) + max(0.0, size.height / room.height - 1)
    lines = [route.points for route in drawing.routes.values()]
    length = sum(a.distance(b) for line in lines for a, b in pairwise(line))
    flaws = _A_CROSSING * crossings(lines) + sum(len(line) - 2 for line in lines) + length / _MM_A_BEND
    against = sum(_against(graph, drawing, arrow) for arrow in arrows)
    return (round(over, 2), round(flaws + _AGAINST * against + _LOW_START * _lowness(graph, drawing), 6))


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


def _against(graph: Graph, drawing: Drawing, arrow: Arrow) -> bool:
    if arrow.back:
        return False
    source, target = (drawing.boxes[graph.boxes[number].name] for number in (arrow.source, arrow.target))
    above = target.bottom <= source.y and source.x < target.right and target.x < source.right
    return target.right <= source.x or above


def crossings(lines: Sequence[Sequence[Point]]) -> int:
    """How often level pieces cross upright ones of other lines."""
    level: list[tuple[int, float, float, float]] = []
    upright: list[tuple[int, float, float, float]] = []
    for number, line in enumerate(lines):
        for a, b in pairwise(line):
            if a.y == b.y:
                level.append((number, a.y, min(a.x, b.x) + 0.1, max(a.x, b.x) - 0.1))
            else:
                upright.append((number, a.x, min(a.y, b.y) + 0.1, max(a.y, b.y) - 0.1))
    return sum(one != other and x0 < x < x1 and y0 < y < y1 for one, y, x0, x1 in level for other, x, y0, y1 in upright)
