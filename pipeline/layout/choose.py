"""The best of a fixed portfolio of layouts: what fits the sheet first, then few crossings, few bends, short ways."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipeline.geometry import Point
from pipeline.layout.cells import Cells, columns_for, gathered, start
from pipeline.layout.drawing import Drawing
from pipeline.layout.finish import finished
from pipeline.layout.graph import Graph
from pipeline.layout.reading import Arrow, arrows_of, depths
from pipeline.layout.search import Search, Weights

_MM_A_BEND = 90.0
_BIG = 40  # boxes from which the portfolio is halved


def best_drawing(graph: Graph) -> Drawing:
    """The best drawing of a landscape graph."""
    arrows = arrows_of(graph)
    best: tuple[tuple[float, ...], Drawing] | None = None
    for cells in _portfolio(graph, arrows):
        drawing, missing = finished(graph, arrows, cells)
        score = (missing, *_score(graph, drawing))
        if best is None or score < best[0]:
            best = (score, drawing)
    assert best is not None
    return best[1]


def _portfolio(graph: Graph, arrows: tuple[Arrow, ...]) -> Iterator[Cells]:
    depth = depths(graph, arrows)
    seen: set[Cells] = set()
    weights = (Weights(), Weights(crossing=6.0, against=4.0))
    for deepest in (5, 4, 3, 2):
        for weight in weights[: 1 if len(graph.boxes) > _BIG else 2]:
            columns = columns_for(graph, deepest, 3)
            local = Search(graph, arrows, columns, weight).run(start(graph, depth, columns, deepest), deepest)
            cells = gathered(graph, columns, local)
            if cells not in seen:
                seen.add(cells)
                yield cells


def _score(graph: Graph, drawing: Drawing) -> tuple[float, float]:
    room, size = graph.room, drawing.size
    over = max(0.0, size.width / room.width - 1) + max(0.0, size.height / room.height - 1)
    lines = [route.points for route in drawing.routes.values()]
    length = sum(a.distance(b) for line in lines for a, b in pairwise(line))
    bends = sum(len(line) - 2 for line in lines)
    return (round(over, 2), round(5 * crossings(lines) + bends + length / _MM_A_BEND, 6))


def crossings(lines: list[tuple[Point, ...]]) -> int:
    """How often level pieces cross upright ones of other lines."""
    level, upright = [], []
    for number, line in enumerate(lines):
        for a, b in pairwise(line):
            if a.y == b.y:
                level.append((number, a.y, min(a.x, b.x), max(a.x, b.x)))
            else:
                upright.append((number, a.x, min(a.y, b.y), max(a.y, b.y)))
    return sum(
        one != other and x0 + 0.1 < x < x1 - 0.1 and y0 + 0.1 < y < y1 - 0.1
        for one, y, x0, x1 in level
        for other, x, y0, y1 in upright
    )
