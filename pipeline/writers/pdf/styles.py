"""Paragraph styles and distances of a document, derived from the theme's sheet; all lengths here in points."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle

from pipeline.colour import Colour
from pipeline.document import Tone
from pipeline.lengths import Mm
from pipeline.theme import Theme
from pipeline.typeface import Face
from pipeline.writers.look import Look
from pipeline.writers.pdf.engine import FontNames

# Parts of the running text's size; with 11 pt they give 12.5, 16 and 9.5 pt (visual direction, section 2).
_LEAD = 12.5 / 11
_SUBTITLE = 16 / 11
_QUIET = 9.5 / 11
_BAND = 14 / 11
# A title of several lines is this much smaller, pt.
_TITLE_STEP_DOWN = 2.0


def paint_colour(colour: Colour) -> Color:
    """A colour as ReportLab takes it."""
    return Color(colour.red / 255, colour.green / 255, colour.blue / 255)


@dataclass(frozen=True)
class Styles:
    """Every style of a document; a style's name says what it is for."""

    look: Look
    fonts: FontNames

    @property
    def theme(self) -> Theme:
        """The colours and weights of line."""
        return self.look.theme

    def units(self, count: float) -> float:
        """So many grid units of the sheet, pt; gaps are multiples of it."""
        return Mm(self.look.sheet.unit * count).pt

    @property
    def outline(self) -> float:
        """The thinnest line in ink, pt."""
        return Mm(self.theme.strokes.thinnest).pt

    def title(self, lines: int = 1) -> ParagraphStyle:
        """The title; smaller when it takes more than one line."""
        size = self.look.sheet.title - (_TITLE_STEP_DOWN if lines > 1 else 0)
        return self._style("title", size, 1.1, Face.BOLD, before=1.5, after=1.5)

    def subtitle(self) -> ParagraphStyle:
        """A heading of the second level."""
        return self._style("subtitle", self.look.sheet.body * _SUBTITLE, 1.2, Face.BOLD, before=1.5, after=0.75)

    def run_in(self, before: float = 1.0) -> ParagraphStyle:
        """A heading of the third level: `before` grid units from what stands above it."""
        return self._style("run-in", self.look.sheet.heading, 1.3, Face.BOLD, before=before, after=0.15)

    def tone(self, tone: Tone) -> ParagraphStyle:
        """Running text in one of its tones."""
        sheet = self.look.sheet
        match tone:
            case Tone.BODY:
                return self._style("body", sheet.body, 1.4, after=0.5)
            case Tone.LEAD:
                return self._style("lead", sheet.body * _LEAD, 1.4, after=0.75)
            case Tone.QUIET:
                return self._style("quiet", sheet.body * _QUIET, 1.35, colour=self.theme.inks.grey, after=0.35)
            case Tone.QUESTION:
                return self._style("question", sheet.question, 1.25, Face.BOLD, after=0.75)

    def entry(self, bulleted: bool) -> ParagraphStyle:
        """A line of a list."""
        style = self._style("entry", self.look.sheet.body, 1.4, after=0.25 if bulleted else 0)
        style.leftIndent = self.units(1) if bulleted else 0
        return style

    def term(self) -> ParagraphStyle:
        """The name in a list of definitions."""
        return self._style("term", self.look.sheet.body, 1.4, Face.BOLD)

    def meaning(self) -> ParagraphStyle:
        """The text beside such a name."""
        return self._style("meaning", self.look.sheet.body, 1.4)

    def cell(self, header: bool) -> ParagraphStyle:
        """A cell of a table."""
        return self._style("cell", self.look.sheet.body * _QUIET, 1.3, Face.BOLD if header else Face.REGULAR)

    def caption(self) -> ParagraphStyle:
        """The line under a figure."""
        return self._style("caption", self.look.sheet.small, 1.35, colour=self.theme.inks.grey)

    def band(self) -> float:
        """Size of the name in a band, pt."""
        return self.look.sheet.body * _BAND

    def _style(
        self,
        name: str,
        size: float,
        leading: float,
        face: Face = Face.REGULAR,
        *,
        colour: Colour | None = None,
        before: float = 0,
        after: float = 0,
    ) -> ParagraphStyle:
        """A style; `before` and `after` in grid units. The larger of two neighbours' distances holds."""
        return ParagraphStyle(
            name,
            fontName=self.fonts[face],
            bulletFontName=self.fonts[face],
            fontSize=size,
            leading=size * leading,
            textColor=paint_colour(colour or self.theme.inks.ink),
            spaceBefore=self.units(before),
            spaceAfter=self.units(after),
            splitLongWords=0,
            allowWidows=0,
            allowOrphans=0,
        )
