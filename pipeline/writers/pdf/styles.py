"""Paragraph styles and distances of a document, as the theme's typography says; all lengths here in points."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportlab.lib.colors import Color

from pipeline.colour import Colour
from pipeline.document import HeadingLook, Tone
from pipeline.lengths import Mm
from pipeline.theme import TextRole, Theme, TypeScale, Typography
from pipeline.typeface import Face
from pipeline.writers.look import Look
from pipeline.writers.pdf.engine import FontNames


def paint_colour(colour: Colour) -> Color:
    """A colour as ReportLab's table takes it."""
    return Color(colour.red / 255, colour.green / 255, colour.blue / 255)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph looks; lengths in pt. The larger of two neighbours' distances holds between them.

    The names of the distances are those that ReportLab asks for. `least_above` and `least_below` are the fewest lines
    of a paragraph that stay at a page's foot and go on at the next one's head.
    """

    face: Face
    size: float
    leading: float
    colour: Colour
    spaceBefore: float = 0.0  # noqa: N815 - ReportLab's name
    spaceAfter: float = 0.0  # noqa: N815 - ReportLab's name
    indent: float = 0.0
    least_above: int = 2
    least_below: int = 2


@dataclass(frozen=True)
class Styles:
    """Every style of a document; a style's name says what it is for."""

    look: Look
    fonts: FontNames

    @property
    def theme(self) -> Theme:
        """The colours and weights of line."""
        return self.look.theme

    @property
    def typography(self) -> Typography:
        """The grid, and the looks of what is no text."""
        return self.look.theme.typography

    def units(self, count: float) -> float:
        """So many grid units of the sheet, pt; indents are multiples of it."""
        return Mm(self.look.sheet.unit * count).pt

    def lines(self, count: float) -> float:
        """So many baselines of the sheet, pt; distances between blocks are multiples of it."""
        return self.look.sheet.baseline * count

    @property
    def outline(self) -> float:
        """The thinnest line in ink, pt."""
        return Mm(self.theme.strokes.thinnest).pt

    def heading(self, look: HeadingLook, *, many: bool = False, under_rule: bool = False) -> TextStyle:
        """A heading by its look: `many` for one of several lines, `under_rule` for one that a rule parts from above."""
        style = self._style(self.look.heading(look), many=many)
        return replace(style, spaceBefore=self.lines(self.typography.rule.around)) if under_rule else style

    def tone(self, tone: Tone) -> TextStyle:
        """Running text in one of its tones."""
        match tone:
            case Tone.BODY:
                return self._style(self._scale.body)
            case Tone.LEAD:
                return self._style(self._scale.lead)
            case Tone.QUIET:
                return self._style(self._scale.quiet, self.theme.inks.grey)
            case Tone.QUESTION:
                return self._style(self._scale.question)

    def entry(self, bulleted: bool) -> TextStyle:
        """A line of a list."""
        return self._style(self._scale.bulleted if bulleted else self._scale.listed)

    def term(self) -> TextStyle:
        """The name in a list of definitions."""
        return self._style(self._scale.term)

    def meaning(self) -> TextStyle:
        """The text beside such a name."""
        return self._style(self._scale.meaning)

    def cell(self, header: bool) -> TextStyle:
        """A cell of a table."""
        return self._style(self._scale.head_cell if header else self._scale.cell)

    def contents(self, level: int) -> TextStyle:
        """A line of the list of contents; those of the second level stand further in."""
        return self._style(self._scale.contents if level == 1 else self._scale.contents_below)

    def index_letter(self) -> TextStyle:
        """The letter over a group of the index."""
        return self._style(self._scale.index_letter)

    def index(self) -> TextStyle:
        """A line of the index."""
        return self._style(self._scale.index)

    def note(self) -> TextStyle:
        """A note."""
        return self._style(self._scale.note)

    def caption(self) -> TextStyle:
        """The line under a figure."""
        return self._style(self._scale.caption, self.theme.inks.grey)

    def band(self, colour: Colour) -> TextStyle:
        """The name in a band, in this colour."""
        return self._style(self._scale.band, colour)

    def band_detail(self, colour: Colour) -> TextStyle:
        """What stands at the far end of a band, in this colour."""
        return self._style(self._scale.band_detail, colour)

    def head(self) -> TextStyle:
        """The names at the head of every page."""
        return self._style(self._scale.head)

    def foot(self) -> TextStyle:
        """The stamp, the page label and the word on the status."""
        return self._style(self._scale.foot)

    @property
    def _scale(self) -> TypeScale:
        return self.typography.scale

    def _style(self, role: TextRole, colour: Colour | None = None, *, many: bool = False) -> TextStyle:
        paging = self.typography.paging
        return TextStyle(
            Face.BOLD if role.bold else Face.REGULAR,
            role.size(self.look.sheet, many),
            role.line_pitch(self.look.sheet, many),
            colour or self.theme.inks.ink,
            self.lines(role.before),
            self.lines(role.after),
            self.units(role.indent),
            paging.least_above,
            paging.least_below,
        )
