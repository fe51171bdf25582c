"""Flowables one under another inside a block: measured, drawn, and split where a page ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from pipeline.writers.pdf.engine import Canvas

# ReportLab's own stand-in for "as high as it likes".
_ANY_HEIGHT = float(0xFFFFFF)


@dataclass(frozen=True)
class Stack:
    """Flowables in a column of one width, pt. Between two the larger of their distances holds; none at the ends."""

    flowables: tuple[Flowable, ...]
    width: float

    def height(self, canvas: Canvas) -> float:
        """Height of all, pt."""
        return sum(gap + height for gap, height in self._measured(canvas))

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws all from `top` downward."""
        y = top
        for flowable, (gap, height) in zip(self.flowables, self._measured(canvas), strict=True):
            y -= gap + height
            flowable.drawOn(canvas, left, y)

    def split(self, canvas: Canvas, room: float) -> tuple[Stack, Stack]:
        """What fits into `room` pt, and the rest; a heading never stays without what it heads."""
        fitting: list[Flowable] = []
        rest = list(self.flowables)
        left = room
        for gap, height in self._measured(canvas):
            if gap + height > left + 1e-6:
                parts = rest[0].splitOn(canvas, self.width, left - gap) if left > gap else []
                if len(parts) > 1:
                    fitting.append(parts[0])
                    rest[:1] = parts[1:]
                break
            left -= gap + height
            fitting.append(rest.pop(0))
        while rest and fitting and is_kept(fitting[-1]):
            rest.insert(0, fitting.pop())
        return Stack(tuple(fitting), self.width), Stack(tuple(rest), self.width)

    def _measured(self, canvas: Canvas) -> Sequence[tuple[float, float]]:
        """The distance above and the height of each."""
        found: list[tuple[float, float]] = []
        after = 0.0
        for flowable in self.flowables:
            _, height = flowable.wrapOn(canvas, self.width, _ANY_HEIGHT)
            gap = max(flowable.getSpaceBefore(), after) if found else 0.0
            found.append((gap, height))
            after = flowable.getSpaceAfter()
        return found


def is_kept(flowable: Flowable) -> bool:
    """True for what may not stand last on a page: a heading, a band."""
    style = getattr(flowable, "style", None)
    return bool(getattr(flowable, "stays_with_next", False) or getattr(style, "keepWithNext", False))
