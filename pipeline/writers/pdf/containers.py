"""Blocks that hold blocks: two columns side by side, and the box with writing lines."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportlab.platypus import Flowable

from pipeline.lengths import Mm
from pipeline.writers.pdf.canvas import canvas_of
from pipeline.writers.pdf.flowables import paint_line
from pipeline.writers.pdf.paint import fill_colour
from pipeline.writers.pdf.stack import Stack
from pipeline.writers.pdf.structure import DECORATION
from pipeline.writers.pdf.styles import Styles

# A block that would be split so that less than this stands on the first page moves to the next instead.
_LEAST_PART = Mm(30).pt


class ColumnsFlowable(Flowable):
    """A main column and a narrower one beside it; both go on together over a page's end."""

    def __init__(self, main: Stack, side: Stack, gutter: float, page_height: float, distance: float) -> None:
        """Two columns; `page_height` is the room on an empty page, pt."""
        super().__init__()
        self.main, self.side, self.gutter = main, side, gutter
        self.page_height = page_height
        self.spaceBefore = self.spaceAfter = distance

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """As high as the longer column."""
        self.width = availWidth
        self.height = max(self.main.height(self.canv), self.side.height(self.canv))
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """Both columns split at the same height; nothing if the start is not worth a part of its own."""
        self.wrap(availWidth, availHeight)
        if availHeight < min(_LEAST_PART, self.page_height):
            return []
        main, main_rest = self.main.split(self.canv, availHeight)
        side, side_rest = self.side.split(self.canv, availHeight)
        if not (main.flowables or side.flowables):
            return []
        return [self._part(main, side), self._part(main_rest, side_rest)]

    def _part(self, main: Stack, side: Stack) -> ColumnsFlowable:
        return ColumnsFlowable(main, side, self.gutter, self.page_height, self.spaceAfter)

    def draw(self) -> None:
        """Both columns from the same top edge."""
        self.main.draw(self.canv, 0, self.height)
        self.side.draw(self.canv, self.main.width + self.gutter, self.height)


@dataclass(frozen=True)
class Box:
    """Measures of a panel, pt: distances to its edges, bar at the left, ruled lines and the distance between them."""

    styles: Styles
    lines: int

    side: float = Mm(6).pt
    above: float = Mm(4).pt
    below: float = Mm(4).pt
    bar: float = Mm(2.2).pt
    pitch: float = Mm(8).pt

    @property
    def inset(self) -> float:
        """From the box's left edge to its text."""
        return self.bar + self.side

    @property
    def ruled(self) -> float:
        """Height of the writing lines."""
        return self.lines * self.pitch


class PanelFlowable(Flowable):
    """A quiet box with an ink bar at its left and lines to write on; whole as long as a page can hold it."""

    def __init__(self, stack: Stack, box: Box, page_height: float) -> None:
        """A box round a stack; `page_height` is the room on an empty page, pt."""
        super().__init__()
        self.stack, self.box, self.page_height = stack, box, page_height
        self.spaceBefore = self.spaceAfter = box.styles.units(1.25)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """As wide as the column."""
        self.width = availWidth
        self.height = self.box.above + self.stack.height(self.canv) + self.box.ruled + self.box.below
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """Nothing while a page can hold the whole; else two boxes, the last with the lines."""
        self.wrap(availWidth, availHeight)
        if self.height <= self.page_height or availHeight < min(_LEAST_PART, self.page_height):
            return []
        first, rest = self.stack.split(self.canv, availHeight - self.box.above - self.box.below)
        if not first.flowables:
            return []
        without_lines = replace(self.box, lines=0)
        return [
            PanelFlowable(first, without_lines, self.page_height),
            PanelFlowable(rest, self.box, self.page_height),
        ]

    def draw(self) -> None:
        """Box, bar, text and lines."""
        with canvas_of(self).inside(DECORATION):
            self._draw_box()
        self.stack.draw(self.canv, self.box.inset, self.height - self.box.above)

    def _draw_box(self) -> None:
        inks, box = self.box.styles.theme.inks, self.box
        fill_colour(self.canv, inks.mist)
        self.canv.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        fill_colour(self.canv, inks.ink)
        self.canv.rect(0, 0, box.bar, self.height, stroke=0, fill=1)
        for number in range(box.lines):
            y = box.below + number * box.pitch
            paint_line(self.canv, inks.grey, box.styles.outline, (box.inset, self.width - box.side), y)
