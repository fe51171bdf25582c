"""A paragraph as ReportLab flows it: our own line breaks, each run marked as the element it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from pipeline.writers.pdf.canvas import TaggedCanvas, canvas_of
from pipeline.writers.pdf.engine import FontNames
from pipeline.writers.pdf.paint import fill_colour, stroke_colour
from pipeline.writers.pdf.structure import DECORATION, REPEATED
from pipeline.writers.pdf.styles import TextStyle
from pipeline.writers.pdf.words import Line, LineBreaker, Run, Segment

# Parts of the size: where capitals and tall letters end above the baseline, tails below it, and the line under a link.
_ABOVE, _BELOW, _UNDERLINE, _UNDERLINE_WEIGHT = 0.8, 0.22, 0.13, 0.055


@dataclass(frozen=True, slots=True)
class Writing:
    """What every text of a file is written with."""

    breaker: LineBreaker
    fonts: FontNames


def draw_line(canvas: TaggedCanvas, fonts: FontNames, line: Line, x: float, y: float) -> None:
    """A line from a point on its baseline, pt, in the colour of the moment, each part marked as its own element."""
    for segment in line.segments:
        run = segment.run
        with canvas.inside(run.node):
            canvas.setFont(fonts[run.face], run.size)
            canvas.drawString(x + segment.x, y + run.rise, segment.text)


class TextFlowable(Flowable):
    """A paragraph. The halves of one that a page's end parts belong to the same elements."""

    def __init__(self, runs: Sequence[Run], style: TextStyle, writing: Writing) -> None:
        """Runs in a style; lines are broken when the width is known."""
        super().__init__()
        self.runs, self.style, self.writing = runs, style, writing
        self.lines: tuple[Line, ...] | None = None
        self._drawn = False

    def break_lines(self, room: float) -> tuple[Line, ...]:
        """The lines in a column of `room` pt."""
        return self.writing.breaker.lines(self.runs, room)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """As wide as the column."""
        if self.lines is None:
            self.lines = self.break_lines(availWidth - self.style.indent)
        self.width, self.height = availWidth, len(self.lines) * self.style.leading
        return self.width, self.height

    @property
    def is_single(self) -> bool:
        """True for a text of one line, once its width is known."""
        return self.lines is not None and len(self.lines) == 1

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """Two halves, neither of them a lone line; nothing if there is no room for that."""
        self.wrap(availWidth, availHeight)
        lines = self.lines or ()
        fitting = int((availHeight + 1e-6) / self.style.leading)
        if fitting >= len(lines):
            return [self]
        fitting = min(fitting, len(lines) - self.style.least_below)
        if fitting < self.style.least_above:
            return []
        return [self._half(lines[:fitting], True), self._half(lines[fitting:], False)]

    def _half(self, lines: tuple[Line, ...], first: bool) -> TextFlowable:
        half = TextFlowable(self.runs, self.style, self.writing)
        half.lines = lines
        return half

    def draw(self) -> None:
        """Line by line; a second time (a table's header on a further page) as an artifact."""
        canvas = canvas_of(self)
        if self._drawn:
            with canvas.inside(REPEATED):
                self._draw_lines(canvas)
        else:
            self._drawn = True
            self._draw_lines(canvas)

    def _draw_lines(self, canvas: TaggedCanvas) -> None:
        fill_colour(canvas, self.style.colour)
        y = self.height - self.style.size
        for number, line in enumerate(self.lines or ()):
            left = self.left_of(number)
            draw_line(canvas, self.writing.fonts, line, left, y)
            for segment in line.segments:
                self._add_to_segment(canvas, segment, left + segment.x, y)
            y -= self.style.leading

    def left_of(self, number: int) -> float:
        """Where a line begins, counted from 0; pt."""
        return self.style.indent

    def _add_to_segment(self, canvas: TaggedCanvas, segment: Segment, x: float, y: float) -> None:
        """What there is beside words: a place to land on, a line under them, an area that leads somewhere."""
        run = segment.run
        if run.anchor and segment.begins and not canvas.in_artifact:
            canvas.land(run.anchor, y + self.style.leading)
        if run.underlined and segment.width:
            self._underline(canvas, x, segment.width, y)
        if run.target and segment.width:
            box = (x, y + run.rise - _BELOW * run.size, x + segment.width, y + run.rise + _ABOVE * run.size)
            canvas.link(run.node, box, run.target, run.said or run.text)

    def _underline(self, canvas: TaggedCanvas, x: float, width: float, y: float) -> None:
        size = self.style.size
        with canvas.inside(DECORATION):
            stroke_colour(canvas, self.style.colour)
            canvas.setLineWidth(size * _UNDERLINE_WEIGHT)
            canvas.setDash([])
            canvas.line(x, y - size * _UNDERLINE, x + width, y - size * _UNDERLINE)
