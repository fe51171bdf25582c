"""The best of many layouts: cells from a search on rough drawings, the most promising drawn and judged in earnest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import fsum

from pipeline.layout.anneal import Annealing, Schedule
from pipeline.layout.cells import Cells, blocks_of, columns_for, gathered, start
from pipeline.layout.drawing import Drawing
from pipeline.layout.finish import drawn, routed
from pipeline.layout.gaps import Gaps, measured_gaps, usual_gaps
from pipeline.layout.graph import Effort, Graph
from pipeline.layout.limited import affordable
from pipeline.layout.reading import Arrow, arrows_of, depths
from pipeline.layout.score import Score, scored
from pipeline.layout.sketch import Sketch, Spot

_WIDEST, _WIDEST_ALONE, _ALL_COLUMNS = 3, 6, 12  # sub-columns of a band; where bands are few; of all of them
_DEEPEST = (4, 3, 5, 2)  # rows of a lane in the starts, each in its turn
_MOST_ROWS = 8  # of a lane, where there is room for more
_SPARE_ROWS = 1
_MANY = 45  # boxes from which on one long search does better than several short ones
_VERY_MANY = 200  # boxes from which on each drawing takes seconds
_PRESSURE = 3.0  # how much larger gaps are reckoned for each part by which the best drawing is too large
_AGAIN = 1  # searches more, if it is still too large after all
_NEIGHBOURS = 40  # rough drawings next to the best one, of which the most promising are drawn


@dataclass(frozen=True, slots=True)
class Search:
    """One search: its schedule, and how many of the placements found are drawn."""

    schedule: Schedule
    drawn: int


def searches(effort: Effort, boxes: int) -> tuple[Search, ...]:
    """What an effort means for a graph of so many boxes; never more where a clock runs faster.

    The first search is short: its drawing tells how large gaps really are.
    """
    first = Search(Schedule(8 * boxes, 300, 1), 1)
    if boxes > _VERY_MANY:
        return (first,) if effort is Effort.PASS else (first, Search(Schedule(100 * boxes, 1000, 2), 1))
    if effort is Effort.PASS:
        return (first, first) if boxes <= _MANY else (first,)
    if boxes <= _MANY:
        return (first, *3 * (Search(Schedule(260 * boxes, 400, 1), 8),))
    return (first, Search(Schedule(min(600 * boxes, 60_000), 900, 2), 3))


def climb(effort: Effort, boxes: int) -> int:
    """How many placements are drawn in the last climb."""
    if effort is Effort.PASS or boxes > _VERY_MANY:
        return 0
    return 16 if boxes <= _MANY else 6


@dataclass(frozen=True, slots=True)
class Trial:
    """A placement with its drawing in natural size, and its score."""

    cells: Cells
    local: tuple[Spot, ...]
    drawing: Drawing
    score: Score
    thorough: bool = False  # routed with room to spare, which takes longer


class Chooser:
    """Judges placements of one graph by their finished drawings; each is drawn once."""

    def __init__(self, graph: Graph, arrows: tuple[Arrow, ...]) -> None:
        """Nothing is judged yet; `arrows` are those that count."""
        self.graph, self.arrows = replace(graph, fill=False), arrows
        self.depth = depths(graph, arrows)
        self.widest = max(_WIDEST, min(_WIDEST_ALONE, _ALL_COLUMNS // graph.bands))
        self.gaps = self.usual = usual_gaps(graph)
        self.known: dict[Cells, Trial] = {}

    def searched(self, number: int, search: Search) -> Trial:
        """The best drawing of the placements that a search finds; the number chooses its start and its turns."""
        deepest = min(_DEEPEST[number % len(_DEEPEST)], self._rows())
        columns = columns_for(self.graph, deepest, self.widest)
        first = start(self.graph, self.depth, columns, deepest)
        found = Annealing(self.sketch(first), first, number + 1).run(search.schedule)
        best = min((self.judged(local) for local in self._different(found, search.drawn)), key=_worth)
        self.gaps = self._measured(best)
        return best

    def pressed(self, best: Trial) -> None:
        """Reckon with larger gaps, so that the next search finds something smaller than the best so far."""
        size, room = best.drawing.size, self.graph.room
        self.gaps = self._measured(best).scaled(_press(size.width, room.width), _press(size.height, room.height))

    def _measured(self, trial: Trial) -> Gaps:
        sketch = self.sketch(trial.local)
        sketch.enter(trial.local)
        size = trial.drawing.size
        counts = (sum(trial.cells.columns), sum(trial.cells.rows))
        return measured_gaps(self.usual, sketch.extents.without_gaps(), (size.width, size.height), counts)

    def sketch(self, local: Sequence[Spot]) -> Sketch:
        """An empty rough drawing with room for a placement."""
        rows = max(self._rows(), 1 + max(row for _, row in local))
        return Sketch(self.graph, self.arrows, self.widest, rows, self.gaps)

    def _rows(self) -> int:
        """Rows that a lane may have: as many as there is room for, and one more; enough for all boxes anyhow."""
        graph = self.graph
        height = fsum(box.size.height for box in graph.boxes) / len(graph.boxes)
        for_a_lane = graph.room.height / graph.lanes - graph.lane_head
        fit = int(for_a_lane / (height + self.gaps.below)) + 1
        largest = max(len(members) for members in blocks_of(graph).values())
        return max(min(fit, _MOST_ROWS), -(-largest // self.widest) + _SPARE_ROWS)

    def judged(self, local: tuple[Spot, ...]) -> Trial:
        """The trial of a placement."""
        cells = gathered(self.graph, local)
        if cells not in self.known:
            self.known[cells] = self._drawn(cells, local, thorough=False)
        return self.known[cells]

    def _drawn(self, cells: Cells, local: tuple[Spot, ...], *, thorough: bool) -> Trial:
        routes = routed(self.graph, self.arrows, cells, thorough=thorough)
        drawing, missing = drawn(self.graph, self.arrows, routes)
        score = scored(self.graph, self.arrows, drawing, missing)
        return Trial(cells, local, drawing, score, thorough)

    def polished(self, best: Trial) -> Trial:
        """The same placement routed thoroughly, if that is better."""
        return min(best, self._drawn(best.cells, best.local, thorough=True), key=_worth)

    def _different(self, found: Sequence[tuple[int, tuple[Spot, ...]]], count: int) -> Iterator[tuple[Spot, ...]]:
        """The first placements that differ when empty rows and columns are left out."""
        seen: set[Cells] = set()
        for _, local in found:
            cells = gathered(self.graph, local)
            if cells not in seen:
                seen.add(cells)
                yield local
            if len(seen) == count:
                return

    def climbed(self, best: Trial, budget: int) -> Trial:
        """A trial at least as good, reached by single moves; at most `budget` new placements are drawn."""
        limit = len(self.known) + budget
        improved = budget > 0
        while improved:
            improved = False
            for local in Annealing(self.sketch(best.local), best.local, 1).neighbours(_NEIGHBOURS):
                if len(self.known) >= limit:
                    return best
                trial = self.judged(local)
                if _worth(trial) < _worth(best):
                    best, improved = trial, True
                    break
        return best


def _press(length: float, room: float) -> float:
    return 1 + _PRESSURE * max(0.0, length / room - 1)


def _worth(trial: Trial) -> tuple[float, ...]:
    return trial.score.key


def best_trial(graph: Graph, arrows: tuple[Arrow, ...], effort: Effort) -> Trial:
    """The best placement of a landscape graph that an effort finds."""
    chooser = Chooser(graph, arrows)
    plan = searches(effort, len(graph.boxes))
    best = found = chooser.searched(0, plan[0])
    for number, search in enumerate((*plan[1:], *_AGAIN * plan[-1:]), 1):
        if number < len(plan) or (best.score.too_large and effort is Effort.SEARCH):
            if best.score.too_large:
                chooser.pressed(found)
            found = chooser.searched(number, search)
            best = min(best, found, key=_worth)
    budget = climb(effort, len(graph.boxes))
    return chooser.polished(chooser.climbed(best, budget)) if budget else best


def best_drawing(graph: Graph, effort: Effort = Effort.SEARCH) -> Drawing:
    """The best drawing of a landscape graph that an effort finds; arrows with a limit of crossings come last."""
    arrows = arrows_of(graph)
    firm = tuple(arrow for arrow in arrows if arrow.edge.crossing_limit is None)
    best = best_trial(graph, firm, effort)
    chosen = affordable(replace(graph, fill=False), arrows, best.cells, best.drawing)
    if chosen == firm and not graph.fill:
        return _marked(best.drawing, best.thorough)
    ways = routed(graph, chosen, best.cells, thorough=best.thorough)
    return _marked(drawn(graph, chosen, ways)[0], best.thorough)


def _marked(drawing: Drawing, thorough: bool) -> Drawing:
    """The drawing with a hold that knows how it was routed."""
    return replace(drawing, hold=replace(drawing.hold, thorough=thorough))
