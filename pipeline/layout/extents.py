"""How large a rough drawing will be: its columns and rows with their gaps, and what that costs."""

from __future__ import annotations

from math import fsum

from pipeline.layout.gaps import Gaps
from pipeline.layout.graph import Graph

_TOO_LARGE = 60_000  # for each part by which the sheet is too small, hundredths of a bend


class Extents:
    """The boxes of each column (axis 0) and row (axis 1), the longest of them, and the tags in the gap before each."""

    def __init__(self, graph: Graph, columns: int, rows: int, gaps: Gaps) -> None:
        """Nothing stands anywhere; so many columns a band and rows a lane."""
        self.graph, self.columns, self.gaps = graph, columns, gaps
        counts = (columns * graph.bands, rows * graph.lanes)
        self.boxes: tuple[list[dict[int, float]], ...] = tuple([{} for _ in range(count)] for count in counts)
        self.longest = tuple([0.0] * count for count in counts)
        self.tags = tuple([0] * (count + 1) for count in counts)
        self.sizes = [(box.size.width, box.size.height) for box in graph.boxes]

    def add(self, box: int, spot: tuple[int, int]) -> None:
        """A box stands on a spot."""
        for line, length, boxes, longest in zip(spot, self.sizes[box], self.boxes, self.longest, strict=True):
            boxes[line][box] = length
            longest[line] = max(longest[line], length)

    def remove(self, box: int, spot: tuple[int, int]) -> None:
        """It stands there no longer."""
        for line, boxes, longest in zip(spot, self.boxes, self.longest, strict=True):
            if boxes[line].pop(box) == longest[line]:
                longest[line] = max(boxes[line].values(), default=0.0)

    def cost(self) -> int:
        """Much where the drawing outgrows the room, a little everywhere; hundredths of a bend."""
        graph, columns = self.graph, self.columns
        lengths = self.lengths(0)
        width = fsum(lengths)
        if graph.band_minimum:
            bands = (fsum(lengths[band * columns : (band + 1) * columns]) for band in range(graph.bands))
            width = fsum(map(max, bands, graph.band_minimum))
        height = graph.lanes * graph.lane_head + fsum(self.lengths(1))
        over = max(0.0, width / graph.room.width - 1) + max(0.0, height / graph.room.height - 1)
        return int(over * _TOO_LARGE + 2 * width + height)

    def lengths(self, axis: int) -> list[float]:
        """The extent of each column or row with its gap, mm; nothing for those without boxes."""
        plain, extra = self.gaps.of(axis)
        tags, longest = self.tags[axis], self.longest[axis]
        if not extra:
            return [length + plain if length else 0.0 for length in longest]
        found, after = [], False
        for number, length in enumerate(longest):
            if not length:
                found.append(0.0)
                continue
            before, behind = tags[number] > 0 and not after, tags[number + 1] > 0
            found.append(length + plain + extra * (before + behind))
            after = behind
        return found

    def without_gaps(self) -> tuple[float, float]:
        """Width and height that the drawing is reckoned to have without any plain gap, mm; band minima left out."""
        rest = [
            fsum(self.lengths(axis)) - self.gaps.of(axis)[0] * sum(length > 0 for length in self.longest[axis])
            for axis in (0, 1)
        ]
        return (rest[0], rest[1] + self.graph.lanes * self.graph.lane_head)
