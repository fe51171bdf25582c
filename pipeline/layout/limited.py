"""Arrows that are drawn only where they cross few others: laid last, over cells that were chosen without them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import fsum

from pipeline.layout.cells import Cells
from pipeline.layout.drawing import Drawing
from pipeline.layout.finish import drawn, routed
from pipeline.layout.graph import Graph
from pipeline.layout.reading import Arrow
from pipeline.layout.score import Score, crossings_by_line, scored

_DETOUR = 1.6  # times the way without corners: what is longer is harder to follow than a pair of signs


@dataclass(frozen=True, slots=True)
class Attempt:
    """A drawing with some of the limited arrows, its score, and how often each arrow crosses others."""

    arrows: tuple[Arrow, ...]
    drawing: Drawing
    score: Score
    crossed: tuple[int, ...]

    @property
    def between_firm(self) -> int:
        """Crossings of arrows without a limit, each counted at both; with a limit they may cross, too."""
        return sum(n for n, arrow in zip(self.crossed, self.arrows, strict=True) if arrow.edge.crossing_limit is None)


def affordable(graph: Graph, arrows: tuple[Arrow, ...], cells: Cells, without: Drawing) -> tuple[Arrow, ...]:
    """All arrows but those limited ones that cannot keep their limit, or would spoil the drawing without them."""
    firm = tuple(arrow for arrow in arrows if arrow.edge.crossing_limit is None)
    basis = _attempt(graph, firm, without, 0)
    chosen = arrows
    while len(chosen) > len(firm):
        attempt = _attempt(graph, chosen, *drawn(graph, chosen, routed(graph, chosen, cells)))
        dropped = _dropped(attempt, basis)
        if not dropped:
            return chosen
        chosen = tuple(arrow for number, arrow in enumerate(chosen) if number not in dropped)
    return firm


def _attempt(graph: Graph, arrows: tuple[Arrow, ...], drawing: Drawing, missing: int) -> Attempt:
    lines = [drawing.routes[arrow.edge.name].points for arrow in arrows]
    return Attempt(arrows, drawing, scored(graph, arrows, drawing, missing), crossings_by_line(lines))


def _dropped(attempt: Attempt, basis: Attempt) -> frozenset[int]:
    """Which arrows to leave out next; the worst go together, else the one that crosses most, the last of equals."""
    over = {
        number: attempt.crossed[number] - arrow.edge.crossing_limit
        for number, arrow in enumerate(attempt.arrows)
        if arrow.edge.crossing_limit is not None
    }
    most = max(over.values())
    if most > 0:
        return frozenset(number for number, excess in over.items() if excess == most)
    long = frozenset(number for number in over if _detour(attempt, number) > _DETOUR)
    if long:
        return long
    worse = (attempt.score.missing, attempt.score.too_large) > (basis.score.missing, basis.score.too_large)
    if worse or attempt.between_firm > basis.between_firm + sum(attempt.crossed[number] for number in over):
        return frozenset([max(over, key=lambda number: (over[number], number))])
    return frozenset()


def _detour(attempt: Attempt, number: int) -> float:
    """How many times as long an arrow is as the shortest way with right angles between its ends."""
    points = attempt.drawing.routes[attempt.arrows[number].edge.name].points
    length = fsum(abs(a.x - b.x) + abs(a.y - b.y) for a, b in pairwise(points))
    first, last = points[0], points[-1]
    return length / (abs(first.x - last.x) + abs(first.y - last.y))
