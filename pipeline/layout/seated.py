"""Boxes in seats: the cells they make, where their lines lie at least, and their drawing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pipeline.layout.cells import Cells, gathered
from pipeline.layout.drawing import Drawing
from pipeline.layout.finish import drawn, routed
from pipeline.layout.graph import Graph
from pipeline.layout.hold import Lines, Seat
from pipeline.layout.reading import Arrow
from pipeline.layout.sizes import Least

_ROUNDS = 6  # in which labels may ask for room: more than in a search, where another placement may do as well
_FIRST = 1.0  # the line of a band or lane without boxes


@dataclass(frozen=True, slots=True)
class Seated:
    """A graph whose boxes all have seats, and where the lines of an earlier drawing lay."""

    graph: Graph
    seats: Mapping[str, Seat]
    lines: Lines | None

    @property
    def cells(self) -> Cells:
        """The cells; columns and rows that no box uses are left out."""
        local = [(self.seats[box.name].column, self.seats[box.name].row) for box in self.graph.boxes]
        return gathered(self.graph, local)

    @property
    def least(self) -> Least:
        """Where each item of both axes lies at least, mm: cells and walls in order. Nothing without lines."""
        if self.lines is None:
            return ((), ())
        graph, lines = self.graph, self.lines
        seats = [self.seats[box.name] for box in graph.boxes]
        columns = {(band, column): place for band, column, place in lines.columns}
        rows = {(lane, row): place for lane, row, place in lines.rows}
        along = [columns.get(line, 0.0) for line in _in_use(graph.bands, ((s.band, s.column) for s in seats))]
        used = _in_use(graph.lanes, ((s.lane, s.row) for s in seats))
        rims = lines.rims if len(lines.rims) == graph.lanes + 1 else (0.0,) * (graph.lanes + 1)
        across = [rims[0]]
        for lane in range(graph.lanes):
            across += [*(rows.get(line, 0.0) for line in used if line[0] == lane), rims[lane + 1]]
        return ((0.0, *along, lines.size.width), tuple(across))

    def named(self, lines: Lines) -> Lines:
        """The lines of a drawing of these seats by the numbers that the seats have: 1, 2.5, 3 instead of 1, 2, 3."""
        seats = [self.seats[box.name] for box in self.graph.boxes]
        columns = _in_use(self.graph.bands, ((s.band, s.column) for s in seats))
        rows = _in_use(self.graph.lanes, ((s.lane, s.row) for s in seats))
        return replace(
            lines,
            columns=tuple((*line, at) for line, (*_, at) in zip(columns, lines.columns, strict=True)),
            rows=tuple((*line, at) for line, (*_, at) in zip(rows, lines.rows, strict=True)),
        )

    def drawing(self, arrows: tuple[Arrow, ...], *, thorough: bool) -> tuple[Drawing, int]:
        """The drawing with these arrows, and how many labels found no place in it."""
        return drawn(self.graph, arrows, routed(self.graph, arrows, self.cells, thorough=thorough), self.least, _ROUNDS)


def _in_use(groups: int, lines: Iterable[tuple[int, float]]) -> list[tuple[int, float]]:
    """Columns (rows) with boxes, in order, and the first one of each band (lane) without."""
    found = set(lines)
    return sorted(found | {(group, _FIRST) for group in set(range(groups)) - {group for group, _ in found}})
