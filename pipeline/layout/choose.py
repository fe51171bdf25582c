"""The best of a fixed portfolio of layouts: what fits the sheet first, then few crossings, few bends, short ways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.geometry import Size
from pipeline.layout.cells import blocks_of, columns_for, gathered, start
from pipeline.layout.drawing import Drawing
from pipeline.layout.finish import finished
from pipeline.layout.graph import Effort, Graph
from pipeline.layout.reading import Arrow, arrows_of, depths
from pipeline.layout.score import scored
from pipeline.layout.search import Search, Spot, Weights

_WEIGHTS = (Weights(), Weights(crossing=6.0, against=4.0), Weights(against=7.0, blocked=2.0))
_DEEPEST = (5, 4, 3, 2)  # rows a lane may have, each tried in turn
_WIDEST = 3  # sub-columns of a band
_NEAR = 20  # neighbours judged before the climb ends
_BUDGET = 22  # placements drawn in a climb
_LANE_BUDGET = 8  # the same for a lane of a poster, or where one drawing takes long
_BIG = 40  # boxes
_DOUBT = 0.12  # how far the size reckoned beforehand may mislead, as a share of the sheet
_GAP = 2.6  # usual gap between cells, in box spacings


@dataclass(frozen=True, slots=True)
class Trial:
    """A placement with its drawing and score (the lower the better)."""

    local: list[Spot]
    deepest: int
    drawing: Drawing
    score: tuple[float, ...]


class Chooser:
    """Judges placements of one graph by their finished drawings; each is drawn once."""

    def __init__(self, graph: Graph) -> None:
        """Nothing is judged yet."""
        self.graph = graph
        self.arrows: tuple[Arrow, ...] = arrows_of(graph)
        self.depth = depths(graph, self.arrows)
        self.known: dict[object, Trial] = {}

    def judged(self, local: list[Spot], columns: Sequence[int], deepest: int) -> Trial:
        """The trial of a placement."""
        cells = gathered(self.graph, columns, local)
        if cells not in self.known:
            drawing, missing = finished(self.graph, self.arrows, cells)
            self.known[cells] = Trial(local, deepest, drawing, (missing, *scored(self.graph, self.arrows, drawing)))
        return self.known[cells]

    def started(self, columns: Sequence[int], deepest: int) -> Trial:
        """The best placement found by the search from all starts with all weights."""
        trials = []
        for weights in _WEIGHTS:
            search = Search(self.graph, self.arrows, columns, weights)
            for reading in (False, True):
                first = start(self.graph, self.depth, columns, deepest, reading)
                trials.append(self.judged(search.run(first, deepest), columns, deepest))
        return min(trials, key=lambda trial: trial.score)

    def climbed(self, best: Trial, columns: Sequence[int], budget: int) -> Trial:
        """A trial at least as good, reached by single moves; at most `budget` new placements are drawn."""
        search = Search(self.graph, self.arrows, columns, _WEIGHTS[0])
        limit = len(self.known) + budget
        improved = True
        while improved:
            improved = False
            for local in search.neighbours(best.local, best.deepest, _NEAR):
                if len(self.known) >= limit:
                    return best
                trial = self.judged(local, columns, best.deepest)
                if trial.score < best.score:
                    best, improved = trial, True
                    break
        return best


def best_drawing(graph: Graph, effort: Effort = Effort.SEARCH) -> Drawing:
    """The best drawing of a landscape graph that an effort finds."""
    if effort is Effort.PASS:
        return _at_once(graph)
    if graph.lanes > 1 and _apart(graph):
        return _by_lanes(graph).drawing
    chooser = Chooser(graph)
    tried = [(chooser.started(columns, deepest), columns) for columns, deepest in _portfolio(graph)]
    best, columns = min(tried, key=lambda pair: pair[0].score)
    budget = _BUDGET if len(graph.boxes) <= _BIG else _LANE_BUDGET
    return chooser.climbed(best, columns, budget).drawing


def _at_once(graph: Graph) -> Drawing:
    """One placement, one drawing."""
    chooser = Chooser(graph)
    columns, deepest = min(_portfolio(graph), key=lambda pair: _overrun(graph, pair[0]))
    search = Search(graph, chooser.arrows, columns, _WEIGHTS[0])
    local = search.run(start(graph, chooser.depth, columns, deepest, reading=False), deepest)
    return chooser.judged(local, columns, deepest).drawing


def _portfolio(graph: Graph) -> list[tuple[tuple[int, ...], int]]:
    """Sub-columns of the bands with the rows they leave, but none that is likely to be much too large."""
    found: dict[tuple[int, ...], int] = {}
    for deepest in _DEEPEST:
        found.setdefault(columns_for(graph, deepest, _WIDEST), deepest)
    over = {columns: _overrun(graph, columns) for columns in found}
    limit = min(over.values()) + _DOUBT
    return [(columns, deepest) for columns, deepest in found.items() if over[columns] <= limit]


def _overrun(graph: Graph, columns: Sequence[int]) -> float:
    """Roughly by which share of the sheet a drawing with these sub-columns will be too large."""
    widest, tallest, rows = [0.0] * graph.bands, [0.0] * graph.lanes, [1] * graph.lanes
    for (band, lane), members in blocks_of(graph).items():
        sizes = [graph.boxes[number].size for number in members]
        widest[band] = max([widest[band], *(size.width for size in sizes)])
        tallest[lane] = max([tallest[lane], *(size.height for size in sizes)])
        rows[lane] = max(rows[lane], -(-len(members) // columns[band]))
    gap = _GAP * graph.spacing.box
    width = sum((one + gap) * count for one, count in zip(widest, columns, strict=True))
    height = sum((one + gap) * count + graph.lane_head for one, count in zip(tallest, rows, strict=True))
    return max(0.0, width / graph.room.width - 1) + max(0.0, height / graph.room.height - 1)


def _apart(graph: Graph) -> bool:
    lane = {box.name: box.lane for box in graph.boxes}
    return all(lane[edge.source] == lane[edge.target] for edge in graph.edges)


def _by_lanes(graph: Graph) -> Trial:
    """Lanes without arrows between them are placed one by one, and judged together at the end."""
    whole = Chooser(graph)
    members = [[n for n, box in enumerate(graph.boxes) if box.lane == lane] for lane in range(graph.lanes)]
    choosers = [Chooser(_lane(graph, numbers)) if numbers else None for numbers in members]
    tried: list[Trial] = []
    for columns, deepest in _portfolio(graph):
        local: list[Spot] = [(0, 0)] * len(graph.boxes)
        for chooser, numbers in zip(choosers, members, strict=True):
            if chooser is not None:
                trial = chooser.climbed(chooser.started(columns, deepest), columns, _LANE_BUDGET)
                for number, spot in zip(numbers, trial.local, strict=True):
                    local[number] = spot
        tried.append(whole.judged(local, columns, deepest))
    return min(tried, key=lambda trial: trial.score)


def _lane(graph: Graph, numbers: Sequence[int]) -> Graph:
    boxes = tuple(replace(graph.boxes[number], lane=0) for number in numbers)
    names = {box.name for box in boxes}
    edges = tuple(edge for edge in graph.edges if edge.source in names)
    return replace(graph, boxes=boxes, edges=edges, lanes=1, room=Size(graph.room.width, graph.room.height))
