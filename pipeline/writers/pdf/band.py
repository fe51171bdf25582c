"""The bar in a phase's colour above a step: number, name and detail, read as one paragraph."""

from __future__ import annotations

from reportlab.platypus import Flowable

from pipeline.colour import WHITE
from pipeline.document import Band
from pipeline.lengths import Mm, Pt
from pipeline.typeface import Face
from pipeline.typesetting import Typesetter
from pipeline.writers.pdf.canvas import TaggedCanvas, canvas_of
from pipeline.writers.pdf.paint import fill_colour, stroke_colour
from pipeline.writers.pdf.structure import DECORATION, Node
from pipeline.writers.pdf.styles import Styles

# Radius of the ring, pt.
_RING = Mm(4.2).pt


class BandFlowable(Flowable):
    """A bar in a phase's colour that runs off the outer edge of its page: a thumb index."""

    stays_with_next = True

    def __init__(self, band: Band, node: Node, styles: Styles, typesetter: Typesetter) -> None:
        """The bar; it stays with what follows."""
        super().__init__()
        self.band, self.node, self.styles, self.typesetter = band, node, styles, typesetter
        self.keepWithNext = 1
        self.spaceBefore, self.spaceAfter = styles.units(1.25), styles.units(1.25)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """As wide as the column, 15 mm high; higher if the name needs more than two lines."""
        room = availWidth - self._name_left - self._pad - self._detail_width
        self.lines = self.typesetter.broken(self.band.text, Pt(room).mm, Pt(self.styles.band()), Face.BOLD).lines
        self.width = availWidth
        self.height = max(Mm(13).pt, (len(self.lines) + 0.5) * self._leading)
        return self.width, self.height

    @property
    def _pad(self) -> float:
        return self.styles.units(0.85)

    @property
    def _leading(self) -> float:
        return self.styles.band() * 1.15

    @property
    def _name_left(self) -> float:
        """From the ring's left edge to the name."""
        return 2 * _RING + self.styles.units(0.6)

    @property
    def _detail_width(self) -> float:
        width = self.typesetter.width(self.band.detail, self.styles.look.sheet.body)
        return Mm(width).pt + (self.styles.units(2) if self.band.detail else 0)

    def draw(self) -> None:
        """The bar, the ring with its number, the name, and the detail at the far end."""
        canvas = canvas_of(self)
        outer_right = canvas.getPageNumber() % 2 == 1
        left = self._pad if outer_right else 0.0
        with canvas.inside(DECORATION):
            self._bar(canvas, outer_right)
            self._ring(canvas, left + _RING)
        with canvas.inside(self.node):
            self._words(canvas, left, self.width - (0 if outer_right else self._pad))

    def _words(self, canvas: TaggedCanvas, left: float, right: float) -> None:
        """Number, name and detail, each with a space after it, so that they are read as words of their own."""
        size, bold = self.styles.band(), self.styles.fonts[Face.BOLD]
        fill_colour(canvas, self.styles.theme.inks.ink)
        canvas.setFont(bold, size)
        wide = Mm(self.typesetter.width(self.band.number, Pt(size), Face.BOLD)).pt
        canvas.drawString(left + _RING - wide / 2, self._baseline(size), f"{self.band.number} ")
        fill_colour(canvas, self.band.ink)
        baseline = self._baseline(size) + (len(self.lines) - 1) * self._leading / 2
        for number, line in enumerate(self.lines):
            canvas.drawString(left + self._name_left, baseline - number * self._leading, f"{line} ")
        body = self.styles.look.sheet.body
        canvas.setFont(self.styles.fonts[Face.REGULAR], body)
        canvas.drawString(right - Mm(self.typesetter.width(self.band.detail, body)).pt, baseline, self.band.detail)

    def _bar(self, canvas: TaggedCanvas, outer_right: bool) -> None:
        """From the inner edge of the text past the paper's edge, so that no line shows there."""
        reach = Mm(self.styles.look.sheet.outer + 3).pt
        fill_colour(canvas, self.band.fill)
        stroke_colour(canvas, self.styles.theme.inks.ink)
        canvas.setLineWidth(Mm(0.35).pt)
        canvas.rect(0 if outer_right else -reach, 0, self.width + reach, self.height, stroke=1, fill=1)

    def _ring(self, canvas: TaggedCanvas, x: float) -> None:
        """White with an ink edge; its number is centred on the height of its capitals."""
        fill_colour(canvas, WHITE)
        stroke_colour(canvas, self.styles.theme.inks.ink)
        canvas.setLineWidth(Mm(0.45).pt)
        canvas.circle(x, self.height / 2, _RING, stroke=1, fill=1)

    def _baseline(self, size: float) -> float:
        """Where capitals of this size stand in the middle of the bar."""
        cap = self.styles.look.family.cap_height(Pt(size), Face.BOLD)
        return self.height / 2 - Mm(cap).pt / 2
