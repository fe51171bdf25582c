"""Paragraph styles and distances of a document, derived from the theme's sheet; all lengths here in points."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportlab.lib.colors import Color

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
    """A colour as ReportLab's table takes it."""
    return Color(colour.red / 255, colour.green / 255, colour.blue / 255)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph looks; lengths in pt. The larger of two neighbours' distances holds between them.

    The names of the distances are those that ReportLab asks for.
    """

    face: Face
    size: float
    leading: float
    colour: Colour
    spaceBefore: float = 0.0  # noqa: N815 - ReportLab's name
    spaceAfter: float = 0.0  # noqa: N815 - ReportLab's name
    indent: float = 0.0


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

    def title(self, lines: int = 1) -> TextStyle:
        """The title; smaller when it takes more than one line."""
        size = self.look.sheet.title - (_TITLE_STEP_DOWN if lines > 1 else 0)
        return self._style(size, 1.1, Face.BOLD, before=1.5, after=1.5)

    def subtitle(self) -> TextStyle:
        """A heading of the second level."""
        return self._style(self.look.sheet.body * _SUBTITLE, 1.2, Face.BOLD, before=1.5, after=0.75)

    def run_in(self, before: float = 1.0) -> TextStyle:
        """A heading of the third level: `before` grid units from what stands above it."""
        return self._style(self.look.sheet.heading, 1.3, Face.BOLD, before=before, after=0.15)

    def tone(self, tone: Tone) -> TextStyle:
        """Running text in one of its tones."""
        sheet = self.look.sheet
        match tone:
            case Tone.BODY:
                return self._style(sheet.body, 1.4, after=0.5)
            case Tone.LEAD:
                return self._style(sheet.body * _LEAD, 1.4, after=0.75)
            case Tone.QUIET:
                return self._style(sheet.body * _QUIET, 1.35, colour=self.theme.inks.grey, after=0.35)
            case Tone.QUESTION:
                return self._style(sheet.question, 1.25, Face.BOLD, after=0.75)

    def entry(self, bulleted: bool) -> TextStyle:
        """A line of a list."""
        style = self._style(self.look.sheet.body, 1.4, after=0.25 if bulleted else 0)
        return replace(style, indent=self.units(1) if bulleted else 0.0)

    def term(self) -> TextStyle:
        """The name in a list of definitions."""
        return self._style(self.look.sheet.body, 1.4, Face.BOLD)

    def meaning(self) -> TextStyle:
        """The text beside such a name."""
        return self._style(self.look.sheet.body, 1.4)

    def cell(self, header: bool) -> TextStyle:
        """A cell of a table."""
        return self._style(self.look.sheet.body * _QUIET, 1.3, Face.BOLD if header else Face.REGULAR)

    def contents(self, level: int) -> TextStyle:
        """A line of the list of contents; those of the second level stand further in."""
        face = Face.BOLD if level == 1 else Face.REGULAR
        style = self._style(self.look.sheet.body, 1.35, face, before=0.5 if level == 1 else 0.0, after=0.1)
        return replace(style, indent=0.0 if level == 1 else self.units(1.25))

    def note(self) -> TextStyle:
        """A note."""
        return replace(self._style(self.look.sheet.body * _QUIET, 1.35, after=0.25), indent=self.units(1.5))

    def caption(self) -> TextStyle:
        """The line under a figure."""
        return self._style(self.look.sheet.small, 1.35, colour=self.theme.inks.grey)

    def band(self) -> float:
        """Size of the name in a band, pt."""
        return self.look.sheet.body * _BAND

    def _style(
        self,
        size: float,
        leading: float,
        face: Face = Face.REGULAR,
        *,
        colour: Colour | None = None,
        before: float = 0,
        after: float = 0,
    ) -> TextStyle:
        """A style; `before` and `after` in grid units."""
        return TextStyle(
            face, size, size * leading, colour or self.theme.inks.ink, self.units(before), self.units(after)
        )
