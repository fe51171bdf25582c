"""The best of many layouts: cells from a search on rough drawings, the most promising drawn and judged in earnest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.layout.anneal import Annealing
from pipeline.layout.cells import Cells, blocks_of, columns_for, gathered, start
from pipeline.layout.drawing import Drawing
from pipeline.layout.finish import drawn, routed
from pipeline.layout.graph import Effort, Graph
from pipeline.layout.reading import Arrow, arrows_of, depths
from pipeline.layout.score import Score, scored
from pipeline.layout.sketch import Sketch, Spot

_WIDEST = 3  # sub-columns of a band
_DEEPEST = (4, 3, 5, 2)  # rows of a lane in the starts, each in its turn
_MANY = 45  # boxes from which on one long search does better than several short ones
_TIGHTER = 1.25  # reckoned gaps, when the best drawing is too large for the room
_NEIGHBOURS = 40  # rough drawings next to the best one, of which the most promising are drawn


@dataclass(frozen=True, slots=True)
class Pains:
    """How much is tried: searches with their trials, placements drawn after each, and drawn in the last climb."""

    searches: int
    trials: int
    drawn: int
    climb: int


def pains(effort: Effort, boxes: int) -> Pains:
    """What an effort means for a graph of so many boxes; never more where a clock runs faster."""
    if effort is Effort.PASS:
        return Pains(1, 15 * boxes, 1, 0)
    if boxes <= _MANY:
        return Pains(2, 150 * boxes, 5, 16)
    return Pains(1, min(500 * boxes, 50_000), 3, 6)


@dataclass(frozen=True, slots=True)
class Trial:
    """A placement with its drawing and score."""

    cells: Cells
    local: tuple[Spot, ...]
    drawing: Drawing
    score: Score


class Chooser:
    """Judges placements of one graph by their finished drawings; each is drawn once."""

    def __init__(self, graph: Graph, arrows: tuple[Arrow, ...]) -> None:
        """Nothing is judged yet; `arrows` are those that count."""
        self.graph, self.arrows = graph, arrows
        self.depth = depths(graph, arrows)
        largest = max(len(members) for members in blocks_of(graph).values())
        self.rows = max(8 if graph.lanes == 1 else 5, -(-largest // _WIDEST) + 2)
        self.columns = (_WIDEST,) * graph.bands
        self.known: dict[Cells, Trial] = {}

    def searched(self, seed: int, plan: Pains, tightness: float) -> Trial:
        """The best drawing of the placements that one search finds."""
        deepest = _DEEPEST[seed % len(_DEEPEST)]
        columns = columns_for(self.graph, deepest, _WIDEST)
        first = start(self.graph, self.depth, columns, deepest)
        found = Annealing(self.sketch(tightness), first, seed).run(plan.trials)
        return min((self.judged(local) for local in self._different(found, plan.drawn)), key=_worth)

    def sketch(self, tightness: float) -> Sketch:
        """An empty rough drawing."""
        return Sketch(self.graph, self.arrows, _WIDEST, self.rows, tightness)

    def judged(self, local: tuple[Spot, ...]) -> Trial:
        """The trial of a placement."""
        cells = gathered(self.graph, self.columns, local)
        if cells not in self.known:
            drawing, missing = drawn(self.graph, self.arrows, routed(self.graph, self.arrows, cells))
            self.known[cells] = Trial(cells, local, drawing, scored(self.graph, self.arrows, drawing, missing))
        return self.known[cells]

    def _different(self, found: Sequence[tuple[int, tuple[Spot, ...]]], count: int) -> Iterator[tuple[Spot, ...]]:
        """The first placements that differ when empty rows and columns are left out."""
        seen: set[Cells] = set()
        for _, local in found:
            cells = gathered(self.graph, self.columns, local)
            if cells not in seen:
                seen.add(cells)
                yield local
            if len(seen) == count:
                return

    def climbed(self, best: Trial, budget: int, tightness: float) -> Trial:
        """A trial at least as good, reached by single moves; at most `budget` new placements are drawn."""
        limit = len(self.known) + budget
        improved = True
        while improved:
            improved = False
            for local in self._neighbours(best, tightness):
                if len(self.known) >= limit:
                    return best
                trial = self.judged(local)
                if _worth(trial) < _worth(best):
                    best, improved = trial, True
                    break
        return best

    def _neighbours(self, best: Trial, tightness: float) -> list[tuple[Spot, ...]]:
        annealing = Annealing(self.sketch(tightness), best.local, 1)
        return annealing.neighbours(_NEIGHBOURS)


def _worth(trial: Trial) -> tuple[float, ...]:
    return trial.score.key


def best_trial(graph: Graph, arrows: tuple[Arrow, ...], effort: Effort) -> Trial:
    """The best placement of a landscape graph that an effort finds."""
    chooser = Chooser(graph, arrows)
    plan = pains(effort, len(graph.boxes))
    tightness = 1.0
    best = chooser.searched(1, plan, tightness)
    for seed in range(2, plan.searches + 1):
        tightness *= _TIGHTER if best.score.too_large else 1.0
        best = min(best, chooser.searched(seed, plan, tightness), key=_worth)
    return chooser.climbed(best, plan.climb, tightness) if plan.climb else best


def best_drawing(graph: Graph, effort: Effort = Effort.SEARCH) -> Drawing:
    """The best drawing of a landscape graph that an effort finds; arrows with a limit of crossings come last."""
    arrows = arrows_of(graph)
    firm = tuple(arrow for arrow in arrows if arrow.edge.crossing_limit is None)
    return best_trial(graph, firm, effort).drawing
