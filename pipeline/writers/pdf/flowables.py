"""The blocks that ReportLab has no flowable for; one flowable per block, so that a structure node can hang on it.

Lengths are in points. A flowable is drawn with its lower left corner at the origin.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from pipeline.colour import WHITE, Colour
from pipeline.document import Band
from pipeline.lengths import Mm, Pt
from pipeline.scene import Scene
from pipeline.typeface import Face
from pipeline.typesetting import Typesetter
from pipeline.writers.pdf.engine import Canvas, FontNames
from pipeline.writers.pdf.paint import Placing, fill_colour, paint, stroke_colour
from pipeline.writers.pdf.styles import Styles

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


class HeadingFlowable(Paragraph):
    """A heading that moves to the next page rather than ending one, with its bookmark and destination."""

    stays_with_next = True

    def __init__(self, markup: str, style: ParagraphStyle, landmark: Landmark) -> None:
        """A heading of one paragraph."""
        super().__init__(markup, style)
        self.landmark = landmark

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
        top = self.height + self.style.fontSize
        if self.landmark.key:
            self.canv.bookmarkHorizontal(self.landmark.key, 0, top)
        if self.landmark.level >= 0:
            self.canv.addOutlineEntry(self.landmark.title, self.landmark.key, self.landmark.level)
        super().draw()


class EntryFlowable(Paragraph):
    """A line of a list with a dot drawn before it; no bullet character, which the font may lack."""

    dotted = True

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803 - ReportLab's names
        """Its parts; only the first keeps the dot."""
        parts: list[Any] = list(super().split(availWidth, availHeight))
        for part in parts[1:]:
            part.dotted = False
        return parts

    def draw(self) -> None:
        """The dot at the middle of the small letters, and the text."""
        if self.dotted:
            size = self.style.fontSize
            self.canv.saveState()
            self.canv.setFillColor(self.style.textColor)
            baseline = self.height - size
            self.canv.circle(size * 0.17, baseline + size * 0.25, size * 0.15, stroke=0, fill=1)
            self.canv.restoreState()
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
            paint_line(self.canv, self.colour, self.weight, (0, self.width), self.weight / 2)


class FigureFlowable(Flowable):
    """A drawing, flush left, at its own size or as much smaller as it must be; its caption below."""

    def __init__(self, scene: Scene, fonts: FontNames, anchors: Set[str], caption: Paragraph | None) -> None:
        """A figure whose links lead to these anchors."""
        super().__init__()
        self.scene, self.fonts, self.anchors, self.caption = scene, fonts, anchors, caption
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
        paint(self.canv, self.scene, self.fonts, Placing(0, self.height, self.scale), self.anchors)
        if self.caption:
            self.caption.drawOn(self.canv, 0, 0)


class BandFlowable(Flowable):
    """A bar in a phase's colour that runs off the outer edge of its page: a thumb index."""

    stays_with_next = True

    def __init__(self, band: Band, styles: Styles, typesetter: Typesetter) -> None:
        """The bar; it stays with what follows."""
        super().__init__()
        self.band, self.styles, self.typesetter = band, styles, typesetter
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
        outer_right = self.canv.getPageNumber() % 2 == 1
        self._bar(outer_right)
        left = self._pad if outer_right else 0.0
        self._ring(left + _RING)
        size = self.styles.band()
        fill_colour(self.canv, self.band.ink)
        baseline = self._baseline(size) + (len(self.lines) - 1) * self._leading / 2
        self.canv.setFont(self.styles.fonts[Face.REGULAR], self.styles.look.sheet.body)
        self.canv.drawRightString(self.width - (0 if outer_right else self._pad), baseline, self.band.detail)
        self.canv.setFont(self.styles.fonts[Face.BOLD], size)
        for number, line in enumerate(self.lines):
            self.canv.drawString(left + self._name_left, baseline - number * self._leading, line)

    def _bar(self, outer_right: bool) -> None:
        """From the inner edge of the text past the paper's edge, so that no line shows there."""
        reach = Mm(self.styles.look.sheet.outer + 3).pt
        fill_colour(self.canv, self.band.fill)
        stroke_colour(self.canv, self.styles.theme.inks.ink)
        self.canv.setLineWidth(Mm(0.35).pt)
        self.canv.rect(0 if outer_right else -reach, 0, self.width + reach, self.height, stroke=1, fill=1)

    def _ring(self, x: float) -> None:
        """White with an ink edge, its number centred on the height of its capitals."""
        fill_colour(self.canv, WHITE)
        stroke_colour(self.canv, self.styles.theme.inks.ink)
        self.canv.setLineWidth(Mm(0.45).pt)
        self.canv.circle(x, self.height / 2, _RING, stroke=1, fill=1)
        size = self.styles.band()
        fill_colour(self.canv, self.styles.theme.inks.ink)
        self.canv.setFont(self.styles.fonts[Face.BOLD], size)
        self.canv.drawCentredString(x, self._baseline(size), self.band.number)

    def _baseline(self, size: float) -> float:
        """Where capitals of this size stand in the middle of the bar."""
        cap = self.styles.look.family.cap_height(Pt(size), Face.BOLD)
        return self.height / 2 - Mm(cap).pt / 2
