"""Blocks that hold blocks: two columns side by side, and the box with writing lines."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportlab.platypus import Flowable

from pipeline.lengths import Mm
from pipeline.theme import PanelLook
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
        whole_page = availHeight >= self.page_height
        main, main_rest = self.main.split(self.canv, availHeight, forced=whole_page)
        side, side_rest = self.side.split(self.canv, availHeight, forced=whole_page)
        if not (main.flowables or side.flowables):
            return []
        return [self._part(main, side), self._part(main_rest, side_rest)]

    def _part(self, main: Stack, side: Stack) -> ColumnsFlowable:
        return ColumnsFlowable(main, side, self.gutter, self.page_height, self.spaceAfter)

    def draw(self) -> None:
        """Both columns from the same top edge."""
        self.main.draw(self.canv, 0, self.height)
        self.side.draw(self.canv, self.main.width + self.gutter, self.height)


class FootFlowable(Flowable):
    """What stands together at the foot of its page: the pages place it there. In a column or a box it follows."""

    def __init__(self, stack: Stack) -> None:
        """A stack as wide as its column."""
        super().__init__()
        self.stack = stack

    @property
    def distance(self) -> float:
        """From what stands above, at least; pt."""
        first = self.stack.flowables[:1]
        return self.stack.air * max((float(flowable.getSpaceBefore()) for flowable in first), default=0.0)

    def with_more_lines(self, spare: float) -> FootFlowable:
        """The same with as many more lines to write on as `spare` pt hold, if it ends in a box that has such lines.

        Alone on its page it would leave most of that empty.
        """
        *above, last = self.stack.flowables
        if not isinstance(last, PanelFlowable) or not last.box.lines:
            return self
        box = replace(last.box, lines=last.box.lines + int(max(spare, 0.0) / last.box.pitch))
        grown = PanelFlowable(last.stack, box, last.page_height)
        return FootFlowable(replace(self.stack, flowables=(*above, grown)))

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """As high as what it holds."""
        self.width, self.height = availWidth, self.stack.height(self.canv)
        self.spaceBefore = self.distance
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """Two stacks."""
        first, rest = self.stack.split(self.canv, availHeight)
        return [FootFlowable(first), FootFlowable(rest)] if first.flowables and rest.flowables else []

    def draw(self) -> None:
        """From the top."""
        self.stack.draw(self.canv, 0, self.height)


class TogetherFlowable(Flowable):
    """What is not parted as long as a page can hold the whole."""

    def __init__(self, stack: Stack, page_height: float) -> None:
        """A stack as wide as its column; `page_height` is the room on an empty page, pt."""
        super().__init__()
        self.stack, self.page_height = stack, page_height
        ends = stack.flowables[:1] + stack.flowables[-1:]
        self.spaceBefore = max((float(flowable.getSpaceBefore()) for flowable in ends[:1]), default=0.0)
        self.spaceAfter = max((float(flowable.getSpaceAfter()) for flowable in ends[-1:]), default=0.0)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """As high as what it holds."""
        self.width, self.height = availWidth, self.stack.height(self.canv)
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """Nothing while a page can hold the whole; else two stacks."""
        self.wrap(availWidth, availHeight)
        if self.height <= self.page_height:
            return []
        first, rest = self.stack.split(self.canv, availHeight, forced=availHeight >= self.page_height)
        if not (first.flowables and rest.flowables):
            return []
        return [TogetherFlowable(part, self.page_height) for part in (first, rest)]

    def draw(self) -> None:
        """From the top."""
        self.stack.draw(self.canv, 0, self.height)


@dataclass(frozen=True)
class Box:
    """Measures of a panel, pt: distances to its edges, bar at the left, ruled lines and the distance between them."""

    styles: Styles
    lines: int

    @property
    def _look(self) -> PanelLook:
        return self.styles.typography.panel

    @property
    def side(self) -> float:
        """From the text to the box's right edge, and from its bar to the text."""
        return Mm(self._look.side).pt

    @property
    def above(self) -> float:
        """From the box's upper edge to its text."""
        return Mm(self._look.above).pt

    @property
    def below(self) -> float:
        """From the box's lower edge to the last line."""
        return Mm(self._look.above).pt

    @property
    def bar(self) -> float:
        """Width of the bar."""
        return Mm(self._look.bar).pt

    @property
    def pitch(self) -> float:
        """From one ruled line to the next."""
        return Mm(self._look.writing).pt

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
        self.spaceBefore = self.spaceAfter = box.styles.lines(box.styles.typography.panel.around)

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
        room = availHeight - self.box.above - self.box.below
        first, rest = self.stack.split(self.canv, room, forced=availHeight >= self.page_height)
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
