"""Headings, entries, rules, figures and bands: a flowable each, with the element of the structure tree it fills.

Lengths are in points. A flowable is drawn with its lower left corner at the origin.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace

from reportlab.platypus import Flowable

from pipeline.colour import WHITE, Colour
from pipeline.document import Band
from pipeline.geometry import Rect
from pipeline.lengths import Mm, Pt
from pipeline.scene import Scene
from pipeline.typeface import Face
from pipeline.typesetting import Typesetter
from pipeline.writers.pdf.canvas import Box, TaggedCanvas, canvas_of
from pipeline.writers.pdf.engine import Canvas, FontNames
from pipeline.writers.pdf.paint import Placing, fill_colour, paint, stroke_colour
from pipeline.writers.pdf.structure import DECORATION, Node
from pipeline.writers.pdf.styles import Styles, TextStyle
from pipeline.writers.pdf.text import TextFlowable, Writing
from pipeline.writers.pdf.words import Line, Run

# What must fit below a run-in head, so that it does not end a page; and below what such a head may follow.
_ROOM_BELOW_RUN_IN = Mm(22).pt
_ROOM_BELOW_OTHERS = Mm(36).pt
# Radius of the ring in a band.
_RING = Mm(4.2).pt


def paint_line(canvas: Canvas, colour: Colour, weight: float, across: tuple[float, float], y: float) -> None:
    """A level line from one x to another."""
    canvas.setLineWidth(weight)
    canvas.setDash([])
    stroke_colour(canvas, colour)
    canvas.line(across[0], y, across[1], y)


def _at_top(flowable: Flowable) -> bool:
    """True if nothing stands above it on the page; False inside columns and panels."""
    frame = getattr(flowable, "_frame", None)
    return bool(frame and frame._atTop)


def _height_claimed(flowable: Flowable, height: float, room: float, below: float = _ROOM_BELOW_OTHERS) -> float:
    """The height, or more than the room if `below` would not be left under it: then it moves to the next page."""
    in_page = getattr(flowable, "_frame", None) is not None
    crowded = in_page and not _at_top(flowable) and height + below > room
    return room + height if crowded else height


@dataclass(frozen=True)
class Landmark:
    """Where a heading stands in the file: its destination, and its entry in the bookmarks (level -1: none)."""

    key: str
    title: str
    level: int


class HeadingFlowable(TextFlowable):
    """A heading that moves to the next page rather than ending one, with its bookmark and destination.

    Its lines are as equal as they can be; `many` is its style if it takes more than one.
    """

    stays_with_next = True
    many: TextStyle | None = None

    def __init__(self, run: Run, style: TextStyle, writing: Writing, landmark: Landmark) -> None:
        """A heading of one run."""
        super().__init__((run,), style, writing)
        self.landmark = landmark

    def break_lines(self, room: float) -> tuple[Line, ...]:
        """The lines in a column of `room` pt; a run-in head fills them."""
        if self.landmark.level < 0:
            return super().break_lines(room)
        lines = self.writing.breaker.balanced(self.runs, room)
        if len(lines) > 1 and self.many:
            self.style, self.many = self.many, None
            self.runs = [replace(run, size=self.style.size) for run in self.runs]
            return self.writing.breaker.balanced(self.runs, room)
        return lines

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """Its size; too high for the frame if what follows would not have room below it."""
        width, height = super().wrap(availWidth, availHeight)
        below = _ROOM_BELOW_RUN_IN if self.landmark.level < 0 else _ROOM_BELOW_OTHERS
        return width, _height_claimed(self, height, availHeight, below)

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """Never: a heading stays in one piece."""
        return []

    def draw(self) -> None:
        """The text, its destination a little above it, and its bookmark."""
        canvas = canvas_of(self)
        if self.landmark.key:
            canvas.land(self.landmark.key, self.height + self.style.size)
        if self.landmark.level >= 0:
            canvas.addOutlineEntry(self.landmark.title, self.landmark.key, self.landmark.level)
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

    stays_with_next = True

    def __init__(self, colour: Colour, weight: float, distance: float) -> None:
        """A line of this weight with `distance` on both sides."""
        super().__init__()
        self.colour, self.weight = colour, weight
        self.spaceBefore = self.spaceAfter = distance

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """As wide as the column."""
        self.width, self.height = availWidth, self.weight
        self.idle = _at_top(self)
        return self.width, _height_claimed(self, self.height, availHeight)

    def draw(self) -> None:
        """The line."""
        if not self.idle:
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
        self.scale = min(1.0, availWidth / wide, (self.tallest - below) / high)
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
