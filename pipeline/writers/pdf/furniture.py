"""What stands on every page: names and status at the head, the running drawing, and the foot with the page label."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.document import Running
from pipeline.lengths import Mm, Pt
from pipeline.scene import Scene
from pipeline.theme import FrameLook
from pipeline.typeface import Face
from pipeline.typesetting import Typesetter
from pipeline.writers.pdf.canvas import TaggedCanvas
from pipeline.writers.pdf.flowables import paint_line
from pipeline.writers.pdf.paint import Placing, fill_colour, paint, stroke_colour
from pipeline.writers.pdf.structure import FOOTER, HEADER, Artifact, Node
from pipeline.writers.pdf.styles import Styles

_FRAME_PADDING = Mm(2).pt  # beside the framed status word
_SMALLEST = 5.0  # pt; on narrow paper a long stamp is set smaller rather than off the paper's edge
_WIDEST_PAGE = 888  # what room the page label is given for
_BETWEEN = Mm(3).pt  # between the two names at the head


@dataclass(frozen=True)
class Furniture:
    """Draws head and foot, as artifacts; but the first page's stamp belongs to `stamp`, so that it is heard once."""

    running: Running
    styles: Styles
    typesetter: Typesetter
    stamp: Node | Artifact

    def margins(self, page: int) -> tuple[float, float]:
        """Left and right margin of a page, pt; the outer edge is right on odd pages."""
        sheet = self.styles.look.sheet
        outer, inner = Mm(sheet.outer).pt, Mm(sheet.inner).pt
        return (inner, outer) if page % 2 else (outer, inner)

    def top(self, head: Scene | None) -> float:
        """From the paper's upper edge to the text, pt."""
        look = self._look
        drawing = look.to_drawing + head.size.height if head else 0.0
        return Mm(self.styles.look.sheet.top + look.head + drawing + look.to_text).pt

    @property
    def bottom(self) -> float:
        """From the paper's lower edge to the text, pt."""
        return Mm(self.styles.look.sheet.bottom + self._look.to_foot).pt

    @property
    def _look(self) -> FrameLook:
        return self.styles.typography.frame

    @property
    def _head_height(self) -> float:
        return Mm(self._look.head).pt

    def draw(self, canvas: TaggedCanvas, page: int, head: Scene | None) -> None:
        """Head and foot of a page, except for the page label."""
        width, height = Mm(self.styles.look.paper.width).pt, Mm(self.styles.look.paper.height).pt
        left, right_margin = self.margins(page)
        canvas.saveState()
        upper = height - Mm(self.styles.look.sheet.top).pt
        with canvas.inside(HEADER):
            self._names(canvas, left, upper, width - right_margin - self._status_width)
            self._status(canvas, width - right_margin, upper)
            if head:
                placing = Placing(left, upper - self._head_height - Mm(self._look.to_drawing).pt)
                paint(canvas, head, self.styles.fonts, placing, HEADER)
        self._foot(canvas, left, width - right_margin, self.stamp if page == 1 else FOOTER)
        canvas.restoreState()

    def label(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """The page label, once the pages are counted."""
        text = self._label(page, pages)
        right = Mm(self.styles.look.paper.width).pt - self.margins(page)[1]
        size = self.styles.foot().size
        with canvas.inside(FOOTER):
            self._words(canvas, (right - self._width(text, size, Face.BOLD), self._foot_line), text, size, Face.BOLD)

    def _label(self, page: int, pages: int) -> str:
        return self.running.page_label.format(page=page, pages=pages)

    @property
    def _foot_line(self) -> float:
        """The baseline of the foot's first line, pt."""
        return Mm(self.styles.look.sheet.bottom - self._look.foot).pt - self.styles.foot().size

    def _names(self, canvas: TaggedCanvas, left: float, upper: float, right: float) -> None:
        """The names, set smaller where they would reach the status word."""
        size = self.styles.head().size
        strong, quiet = self.running.strong, self.running.quiet
        wide = self._width(strong, size, Face.BOLD) + self._width(quiet, size, Face.REGULAR)
        size *= min(1.0, (right - left - 2 * _BETWEEN) / max(wide, 1.0))
        baseline = upper - self._head_height / 2 - self._cap(size) / 2
        width = self._words(canvas, (left, baseline), strong, size, Face.BOLD)
        gap = _BETWEEN if strong else 0
        self._words(canvas, (left + width + gap, baseline), quiet, size, Face.REGULAR)

    @property
    def _status_width(self) -> float:
        status, size = self.running.status, self.styles.foot().size
        return self._width(status, size, Face.BOLD) + 2 * _FRAME_PADDING if status else 0.0

    def _status(self, canvas: TaggedCanvas, right: float, upper: float) -> None:
        if not self.running.status:
            return
        size, wide = self.styles.foot().size, self._status_width
        stroke_colour(canvas, self.styles.theme.inks.ink)
        canvas.setLineWidth(Mm(self._look.status_rule).pt)
        canvas.rect(right - wide, upper - self._head_height, wide, self._head_height, stroke=1, fill=0)
        baseline = upper - self._head_height / 2 - self._cap(size) / 2
        self._words(canvas, (right - wide + _FRAME_PADDING, baseline), self.running.status, size, Face.BOLD)

    def _foot(self, canvas: TaggedCanvas, left: float, right: float, stamp: Node | Artifact) -> None:
        """The rule, and the stamp in as many lines as it needs beside the page label."""
        inks, style = self.styles.theme.inks, self.styles.foot()
        with canvas.inside(FOOTER):
            paint_line(canvas, inks.ink, self.styles.outline, (left, right), Mm(self.styles.look.sheet.bottom).pt)
        wide = self._width(self._label(_WIDEST_PAGE, _WIDEST_PAGE), style.size, Face.BOLD)
        if not self.running.stamp:
            return
        lines, size = self._stamp_lines(Pt(right - left - wide - Mm(6).pt).mm)
        pitch = size * style.leading / style.size
        with canvas.inside(stamp):
            for number, line in enumerate(lines):
                self._words(canvas, (left, self._foot_line - number * pitch), f"{line} ", size, Face.REGULAR)
        self._current(canvas, (left, self._foot_line - len(lines) * pitch), right, size)

    def _stamp_lines(self, room: float) -> tuple[tuple[str, ...], float]:
        """The stamp in lines of `room` mm, smaller where they and the line below them would leave the paper."""
        style, below = self.styles.foot(), bool(self.running.current)
        size, pitch = style.size, style.leading / style.size
        lines = self.typesetter.broken(self.running.stamp, room, Pt(size)).lines
        while len(lines) + below > 1 and (len(lines) + below) * size * pitch > self._foot_line and size > _SMALLEST:
            size = Pt(size - 0.5)
            lines = self.typesetter.broken(self.running.stamp, room, Pt(size)).lines
        return lines, size

    def _current(self, canvas: TaggedCanvas, at: tuple[float, float], right: float, size: float) -> None:
        """Where one sees if the page is current, on one line; left out where that has no room for it."""
        words = self.running.current
        wide = self._width(words, size, Face.REGULAR) if words else 0.0
        size = size * min((right - at[0]) / max(wide, 1.0), 1.0)
        if words and size >= _SMALLEST:
            with canvas.inside(FOOTER):
                self._words(canvas, at, words, size, Face.REGULAR)

    def _words(self, canvas: TaggedCanvas, at: tuple[float, float], text: str, size: float, face: Face) -> float:
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
