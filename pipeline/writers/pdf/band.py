"""The bar in a phase's colour above a step: number, name and detail, read as one paragraph."""

from __future__ import annotations

from reportlab.platypus import Flowable

from pipeline.document import Band
from pipeline.lengths import Mm, Pt
from pipeline.typeface import Face
from pipeline.writers.pdf.canvas import TaggedCanvas, canvas_of
from pipeline.writers.pdf.paint import fill_colour, stroke_colour
from pipeline.writers.pdf.setting import Setter
from pipeline.writers.pdf.structure import DECORATION, Node
from pipeline.writers.pdf.text import draw_line
from pipeline.writers.pdf.words import Run

# Where the name would have less room, the detail stands below it, pt.
_LEAST_NAME = Mm(45).pt
# How far the bar reaches past the paper's edge, so that no line and no white shows there when it is cut, mm.
_BLEED = 3.0


class BandFlowable(Flowable):
    """A bar in a phase's colour that runs off the outer edge of its page: a thumb index."""

    stays_with_next = True

    def __init__(self, band: Band, node: Node, setter: Setter) -> None:
        """The bar; it stays with what follows."""
        super().__init__()
        self.band, self.node, self.styles, self.writing = band, node, setter.styles, setter.writing
        self.keepWithNext = 1
        self.look = self.styles.typography.band
        self.spaceBefore, self.spaceAfter = self.styles.lines(self.look.before), self.styles.lines(self.look.after)
        self.style, detail = self.styles.band(band.ink), self.styles.band_detail(band.ink)
        self.name = Run(band.text, self.style.face, self.style.size, node)
        self.detail = Run(band.detail, detail.face, detail.size, node)
        self.beside = True

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """As wide as the column, as high as the theme says; higher if name and detail need more lines."""
        breaker, room = self.writing.breaker, availWidth - self._name_left - self._pad
        detail = breaker.width(self.band.detail, self.detail) + self.styles.units(2) if self.band.detail else 0.0
        self.beside = room - detail >= min(_LEAST_NAME, room)
        self.lines = breaker.lines((self.name,), room - detail if self.beside else room)
        self.details = breaker.lines((self.detail,), detail if self.beside else room)
        below = 0 if self.beside else len(self.details)
        self.width = availWidth
        self.height = max(Mm(self.look.height).pt, (len(self.lines) + below + 0.5) * self._leading)
        return self.width, self.height

    @property
    def _pad(self) -> float:
        return self.styles.units(0.85)

    @property
    def _leading(self) -> float:
        return self.style.leading

    @property
    def _radius(self) -> float:
        return Mm(self.look.ring).pt / 2

    @property
    def _name_left(self) -> float:
        """From the ring's left edge to the name."""
        return 2 * self._radius + self.styles.units(0.6)

    def draw(self) -> None:
        """The bar, the ring with its number, the name, and the detail at the far end or below."""
        canvas = canvas_of(self)
        outer_right = canvas.getPageNumber() % 2 == 1
        left = self._pad if outer_right else 0.0
        with canvas.inside(DECORATION):
            self._bar(canvas, outer_right)
            self._ring(canvas, left + self._radius)
        self._number(canvas, left + self._radius)
        self._words(canvas, left, self.width - (0 if outer_right else self._pad))

    def _number(self, canvas: TaggedCanvas, middle: float) -> None:
        fill_colour(canvas, self.styles.theme.inks.ink)
        wide = self.writing.breaker.width(self.band.number, self.name)
        with canvas.inside(self.node):
            canvas.setFont(self.writing.fonts[self.name.face], self.name.size)
            canvas.drawString(middle - wide / 2, self._baseline(self.name.size), f"{self.band.number} ")

    def _words(self, canvas: TaggedCanvas, left: float, right: float) -> None:
        fill_colour(canvas, self.band.ink)
        rows = len(self.lines) + (0 if self.beside else len(self.details))
        baseline = self._baseline(self.name.size) + (rows - 1) * self._leading / 2
        for number, line in enumerate(self.lines):
            draw_line(canvas, self.writing.fonts, line, left + self._name_left, baseline - number * self._leading)
        for number, line in enumerate(self.details):
            x = right - line.width if self.beside else left + self._name_left
            row = 0 if self.beside else len(self.lines) + number
            draw_line(canvas, self.writing.fonts, line, x, baseline - row * self._leading)

    def _bar(self, canvas: TaggedCanvas, outer_right: bool) -> None:
        """From the inner edge of the text past the paper's edge, so that no line shows there."""
        reach = Mm(self.styles.look.sheet.outer + _BLEED).pt
        fill_colour(canvas, self.band.fill)
        stroke_colour(canvas, self.styles.theme.inks.ink)
        canvas.setLineWidth(Mm(self.look.edge).pt)
        canvas.rect(0 if outer_right else -reach, 0, self.width + reach, self.height, stroke=1, fill=1)

    def _ring(self, canvas: TaggedCanvas, x: float) -> None:
        """The paper's colour with an ink edge; its number is centred on the height of its capitals."""
        fill_colour(canvas, self.styles.theme.inks.paper)
        stroke_colour(canvas, self.styles.theme.inks.ink)
        canvas.setLineWidth(Mm(self.look.ring_edge).pt)
        canvas.circle(x, self.height / 2, self._radius, stroke=1, fill=1)

    def _baseline(self, size: float) -> float:
        """Where capitals of this size stand in the middle of the bar."""
        cap = self.styles.look.family.cap_height(Pt(size), Face.BOLD)
        return self.height / 2 - Mm(cap).pt / 2
