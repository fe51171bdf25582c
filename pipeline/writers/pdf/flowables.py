"""Headings, entries, rules and figures: a flowable each, with the element of the structure tree it fills.

Lengths are in points. A flowable is drawn with its lower left corner at the origin.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from reportlab.platypus import Flowable

from pipeline.colour import Colour
from pipeline.geometry import Rect
from pipeline.lengths import Mm
from pipeline.scene import Scene
from pipeline.writers.pdf.canvas import Box, Landmark, TaggedCanvas, canvas_of
from pipeline.writers.pdf.engine import Canvas, FontNames
from pipeline.writers.pdf.paint import Placing, fill_colour, paint, stroke_colour
from pipeline.writers.pdf.structure import DECORATION, Node
from pipeline.writers.pdf.styles import TextStyle
from pipeline.writers.pdf.text import TextFlowable, Writing
from pipeline.writers.pdf.words import Line, Run
from pipeline.writers.written import TooLarge

# Headings down to this level are in the bookmarks, if they are no run-in heads.
_IN_BOOKMARKS = 3


def paint_line(canvas: Canvas, colour: Colour, weight: float, across: tuple[float, float], y: float) -> None:
    """A level line from one x to another."""
    canvas.setLineWidth(weight)
    canvas.setDash([])
    stroke_colour(canvas, colour)
    canvas.line(across[0], y, across[1], y)


class HeadingFlowable(TextFlowable):
    """A heading that moves to the next page rather than ending one, with its bookmark and destination.

    Its lines are as equal as they can be; `many` is its style if it takes more than one.
    """

    stays_with_next = True
    many: TextStyle | None = None

    def __init__(self, run: Run, style: TextStyle, writing: Writing, landmark: Landmark, run_in: bool) -> None:
        """A heading of one run."""
        super().__init__((run,), style, writing)
        self.landmark, self.run_in = landmark, run_in

    def break_lines(self, room: float) -> tuple[Line, ...]:
        """The lines in a column of `room` pt; a run-in head fills them."""
        if self.run_in:
            return super().break_lines(room)
        lines = self.writing.breaker.balanced(self.runs, room)
        if len(lines) > 1 and self.many:
            self.style, self.many = self.many, None
            self.runs = [replace(run, size=self.style.size) for run in self.runs]
            return self.writing.breaker.balanced(self.runs, room)
        return lines

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """Never: a heading stays in one piece."""
        return []

    def draw(self) -> None:
        """The text, its destination a little above it, and its bookmark."""
        canvas = canvas_of(self)
        if self.landmark.key:
            canvas.land(self.landmark.key, self.height + self.style.size)
        if self.landmark.level <= _IN_BOOKMARKS and not self.run_in:
            canvas.mark_heading(self.landmark)
        super().draw()


class EntryFlowable(TextFlowable):
    """An entry of a list or a note; `label` is its mark or number, left of the text, with the element it belongs to.

    `anchor` is the name of its place.
    """

    label: Run | None = None
    anchor = ""

    def _half(self, lines: tuple[Line, ...], first: bool) -> TextFlowable:
        """Only the first half has the label and the place."""
        half = EntryFlowable(self.runs, self.style, self.writing)
        half.lines = lines
        if first:
            half.label, half.anchor = self.label, self.anchor
        return half

    def draw(self) -> None:
        """The label on the first line, and the text."""
        canvas = canvas_of(self)
        if self.anchor:
            canvas.land(self.anchor, self.height)
        if self.label:
            fill_colour(canvas, self.style.colour)
            with canvas.inside(self.label.node):
                canvas.setFont(self.writing.fonts[self.label.face], self.label.size)
                canvas.drawString(0, self.height - self.style.size, f"{self.label.text} ")
        super().draw()


class RuleFlowable(Flowable):
    """A thin line across the column, between what stands above and below: never first or last on a page."""

    stays_with_next = only_between = True

    def __init__(self, colour: Colour, weight: float, distance: float) -> None:
        """A line of this weight with `distance` on both sides."""
        super().__init__()
        self.colour, self.weight = colour, weight
        self.spaceBefore = self.spaceAfter = distance

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """As wide as the column."""
        self.width, self.height = availWidth, self.weight
        return self.width, self.height

    def draw(self) -> None:
        """The line."""
        with canvas_of(self).inside(DECORATION):
            paint_line(self.canv, self.colour, self.weight, (0, self.width), self.weight / 2)


class FigureFlowable(Flowable):
    """A drawing, flush left, at its own size or as much smaller as it must be; its caption below."""

    def __init__(
        self, scene: Scene, node: Node, fonts: FontNames, anchors: Set[str], caption: TextFlowable | None
    ) -> None:
        """A figure whose links lead to these anchors."""
        super().__init__()
        self.scene, self.node, self.fonts, self.anchors, self.caption = scene, node, fonts, anchors, caption
        self.tallest = float("inf")
        self.gap = 0.0

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """Its size; `tallest` bounds the height."""
        wide, high = Mm(self.scene.size.width).pt, Mm(self.scene.size.height).pt
        below = self.caption.wrapOn(self.canv, availWidth, availHeight)[1] + self.gap if self.caption else 0.0
        self.scale = min(1.0, availWidth / wide, max(self.tallest - below, 0.0) / high)
        if self.scale <= 0:
            raise TooLarge(self.scene.title)
        self.width, self.height = wide * self.scale, high * self.scale + below
        return self.width, self.height

    def draw(self) -> None:
        """The drawing from the top, and the caption."""
        canvas = canvas_of(self)
        placing = Placing(0, self.height, self.scale)
        self.node.box = _on_page(canvas, placing.box(Rect(0, 0, self.scene.size.width, self.scene.size.height)))
        paint(canvas, self.scene, self.fonts, placing, self.node, self.anchors)
        if self.caption:
            self.caption.drawOn(canvas, 0, 0)


def _on_page(canvas: TaggedCanvas, box: Box) -> Box:
    """A box in the coordinates of the moment, in those of the page."""
    left, lower = canvas.absolutePosition(box[0], box[1])
    right, upper = canvas.absolutePosition(box[2], box[3])
    return left, lower, right, upper
