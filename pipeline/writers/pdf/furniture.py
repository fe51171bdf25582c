"""What stands on every page: names and status at the head, the running drawing, and the foot with the page label."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.document import Running
from pipeline.lengths import Mm, Pt
from pipeline.scene import Scene
from pipeline.typeface import Face
from pipeline.typesetting import Typesetter
from pipeline.writers.pdf.engine import Canvas
from pipeline.writers.pdf.flowables import paint_line
from pipeline.writers.pdf.paint import Placing, fill_colour, paint, stroke_colour
from pipeline.writers.pdf.styles import Styles

_HEAD_HEIGHT = Mm(5.2).pt  # the framed status word
_HEAD_TO_DRAWING = Mm(3).pt
_DRAWING_TO_TEXT = Mm(5).pt
_TEXT_TO_FOOT = Mm(3.5).pt
_FRAME_PADDING = Mm(2).pt
_LARGER = 1.0  # the head's names are this much larger than the foot, pt


@dataclass(frozen=True)
class Furniture:
    """Draws head and foot; `pages` is the number of pages, 0 while it is not known."""

    running: Running
    styles: Styles
    typesetter: Typesetter
    pages: int

    def margins(self, page: int) -> tuple[float, float]:
        """Left and right margin of a page, pt; the outer edge is right on odd pages."""
        sheet = self.styles.look.sheet
        outer, inner = Mm(sheet.outer).pt, Mm(sheet.inner).pt
        return (inner, outer) if page % 2 else (outer, inner)

    def top(self, head: Scene | None) -> float:
        """From the paper's upper edge to the text, pt."""
        drawing = _HEAD_TO_DRAWING + Mm(head.size.height).pt if head else 0.0
        return Mm(self.styles.look.sheet.top).pt + _HEAD_HEIGHT + drawing + _DRAWING_TO_TEXT

    @property
    def bottom(self) -> float:
        """From the paper's lower edge to the text, pt."""
        return Mm(self.styles.look.sheet.bottom).pt + _TEXT_TO_FOOT

    def draw(self, canvas: Canvas, page: int, head: Scene | None) -> None:
        """Head and foot of a page."""
        width, height = Mm(self.styles.look.paper.width).pt, Mm(self.styles.look.paper.height).pt
        left, right_margin = self.margins(page)
        canvas.saveState()
        upper = height - Mm(self.styles.look.sheet.top).pt
        self._names(canvas, left, upper)
        self._status(canvas, width - right_margin, upper)
        if head:
            paint(canvas, head, self.styles.fonts, Placing(left, upper - _HEAD_HEIGHT - _HEAD_TO_DRAWING))
        self._foot(canvas, left, width - right_margin, page)
        canvas.restoreState()

    def _names(self, canvas: Canvas, left: float, upper: float) -> None:
        size = self.styles.look.sheet.small + _LARGER
        baseline = upper - _HEAD_HEIGHT / 2 - self._cap(size) / 2
        width = self._words(canvas, (left, baseline), self.running.strong, size, Face.BOLD)
        gap = Mm(3).pt if self.running.strong else 0
        self._words(canvas, (left + width + gap, baseline), self.running.quiet, size, Face.REGULAR)

    def _status(self, canvas: Canvas, right: float, upper: float) -> None:
        if not self.running.status:
            return
        size = self.styles.look.sheet.small
        wide = self._width(self.running.status, size, Face.BOLD) + 2 * _FRAME_PADDING
        stroke_colour(canvas, self.styles.theme.inks.ink)
        canvas.setLineWidth(Mm(0.35).pt)
        canvas.rect(right - wide, upper - _HEAD_HEIGHT, wide, _HEAD_HEIGHT, stroke=1, fill=0)
        baseline = upper - _HEAD_HEIGHT / 2 - self._cap(size) / 2
        self._words(canvas, (right - wide + _FRAME_PADDING, baseline), self.running.status, size, Face.BOLD)

    def _foot(self, canvas: Canvas, left: float, right: float, page: int) -> None:
        """The rule, the stamp in as many lines as it needs, and the page label at the right."""
        inks, size = self.styles.theme.inks, self.styles.look.sheet.small
        y = Mm(self.styles.look.sheet.bottom).pt
        paint_line(canvas, inks.ink, self.styles.outline, (left, right), y)
        baseline = y - Mm(1.6).pt - size
        label = self.running.page_label.format(page=page, pages=self.pages)
        wide = self._width(label, size, Face.BOLD)
        self._words(canvas, (right - wide, baseline), label, size, Face.BOLD)
        room = Pt(right - left - wide - Mm(6).pt).mm
        for number, line in enumerate(self.typesetter.broken(self.running.stamp, room, Pt(size)).lines):
            self._words(canvas, (left, baseline - number * size * 1.2), line, size, Face.REGULAR)

    def _words(self, canvas: Canvas, at: tuple[float, float], text: str, size: float, face: Face) -> float:
        """Bold in ink, else in grey; gives the width."""
        inks = self.styles.theme.inks
        fill_colour(canvas, inks.ink if face is Face.BOLD else inks.grey)
        canvas.setFont(self.styles.fonts[face], size)
        canvas.drawString(*at, text)
        return self._width(text, size, face)

    def _width(self, text: str, size: float, face: Face) -> float:
        return Mm(self.typesetter.width(text, Pt(size), face)).pt

    def _cap(self, size: float) -> float:
        return Mm(self.styles.look.family.cap_height(Pt(size), Face.BOLD)).pt
