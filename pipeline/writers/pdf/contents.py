"""The list of contents: words that lead to their heading, dots, and the page's number, drawn once it is known."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable

from pipeline.document import Contents, Jump
from pipeline.lengths import Mm
from pipeline.writers.pdf.canvas import TaggedCanvas, canvas_of
from pipeline.writers.pdf.paint import fill_colour, stroke_colour
from pipeline.writers.pdf.setting import Setter
from pipeline.writers.pdf.structure import DECORATION, Node
from pipeline.writers.pdf.styles import TextStyle
from pipeline.writers.pdf.text import TextFlowable, Writing
from pipeline.writers.pdf.words import Run

_NUMBER_ROOM = Mm(14).pt  # four figures and air
_DOT, _DOT_PITCH = 0.6, 3.6  # pt


def contents(block: Contents, setter: Setter, parent: Node) -> list[TextFlowable]:
    """A line for each entry; those of the second level stand under the first-level entry above them."""
    return list(_lines(block, setter, parent.add("TOC")))


def _lines(block: Contents, setter: Setter, outer: Node) -> Iterator[TextFlowable]:
    inner: Node | None = None
    for entry in block.entries:
        if entry.level == 1:
            inner, place = None, outer
        else:
            inner = place = inner or outer.add("TOC")
        style = setter.styles.contents(entry.level)
        reference = place.add("TOCI").add("Reference")
        runs = setter.inking.runs((Jump(entry.text, entry.anchor),), style, reference)
        yield ContentsLine(runs[0], style, setter.writing, entry.anchor)


class ContentsLine(TextFlowable):
    """A line of the list. The whole line can be pressed."""

    def __init__(self, run: Run, style: TextStyle, writing: Writing, anchor: str) -> None:
        """Words that lead to an anchor."""
        super().__init__((run,), style, writing)
        self.run, self.anchor = run, anchor

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """As wide as the column; the words leave room for the number."""
        _, height = super().wrap(availWidth - _NUMBER_ROOM, availHeight)
        self.width = availWidth
        return availWidth, height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """Never: the number stays with the words."""
        return []

    def draw(self) -> None:
        """The words and the dots now, the number once the pages are counted."""
        super().draw()
        canvas = canvas_of(self)
        lines = self.lines or ()
        baseline = self.height - self.style.size - (len(lines) - 1) * self.style.leading
        ends = self.style.indent + lines[-1].width if lines else 0.0
        self._dots(canvas, ends + _DOT_PITCH, self.width - _NUMBER_ROOM + 2 * _DOT_PITCH, baseline)
        box = (self.width - _NUMBER_ROOM, baseline - 0.22 * self.style.size, self.width, baseline + self.style.size)
        if self.run.target:
            canvas.link(self.run.node, box, self.run.target, self.run.text)
        right, level = canvas.absolutePosition(self.width, baseline)
        canvas.later(lambda late: self._number(late, right, level))

    def _dots(self, canvas: TaggedCanvas, left: float, right: float, y: float) -> None:
        if right > left:
            with canvas.inside(DECORATION):
                stroke_colour(canvas, self.style.colour)
                canvas.setLineWidth(_DOT)
                canvas.setDash([_DOT, _DOT_PITCH - _DOT])
                # From the right, so that the dots of all lines stand under one another.
                canvas.line(right, y + _DOT / 2, left, y + _DOT / 2)
                canvas.setDash([])

    def _number(self, canvas: TaggedCanvas, right: float, y: float) -> None:
        page = canvas.landed.get(self.anchor)
        if page is None:
            return
        text = f" {page}"  # apart from the words, for those who hear it
        fill_colour(canvas, self.style.colour)
        with canvas.inside(self.run.node):
            canvas.setFont(self.writing.fonts[self.run.face], self.run.size)
            canvas.drawString(right - self.writing.breaker.width(text, self.run), y, text)
