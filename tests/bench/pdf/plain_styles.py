"""Fonts, styles and colours of the yardstick: the handout's sizes and distances in the project's theme, in points."""

from collections.abc import Mapping

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import TableStyle

from pipeline.typeface import Face

REGULAR, BOLD, ITALIC, BOLD_ITALIC = "plain", "plain-bold", "plain-italic", "plain-bold-italic"
FACES = {REGULAR: Face.REGULAR, BOLD: Face.BOLD, ITALIC: Face.ITALIC, BOLD_ITALIC: Face.BOLD_ITALIC}
INK, GREY, RULE = HexColor("#1A1A1A"), HexColor("#5B5F66"), HexColor("#C9CCD1")
_UNIT = 4 * mm


def register(fonts: Mapping[str, TTFont]) -> None:
    """Makes the fonts known, so that bold text within a paragraph is found."""
    for font in fonts.values():
        pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, BOLD, ITALIC, BOLD_ITALIC)


def _style(name: str, size: float, leading: float, font: str, before: float = 0, after: float = 0) -> ParagraphStyle:
    """A style; `leading` in parts of the size, distances in grid units of 4 mm."""
    return ParagraphStyle(
        name,
        fontName=font,
        bulletFontName=font,
        fontSize=size,
        leading=size * leading,
        textColor=INK,
        spaceBefore=_UNIT * before,
        spaceAfter=_UNIT * after,
        allowWidows=0,
        allowOrphans=0,
    )


TITLE = _style("title", 26, 1.1, BOLD, before=1.5, after=1.5)
HEADING = _style("heading", 16, 1.2, BOLD, before=1.5, after=0.75)
RUN_IN = _style("run-in", 11, 1.3, BOLD, before=1, after=0.15)
for _heading in (TITLE, HEADING, RUN_IN):
    _heading.keepWithNext = 1
LEAD = _style("lead", 12.5, 1.4, REGULAR, after=0.75)
BODY = _style("body", 11, 1.4, REGULAR, after=0.5)
QUIET = _style("quiet", 9.5, 1.35, REGULAR, after=0.35)
QUIET.textColor = GREY
ENTRY = _style("entry", 11, 1.4, REGULAR, after=0.25)
TERM = _style("term", 11, 1.4, BOLD)
MEANING = _style("meaning", 11, 1.4, REGULAR)
CELL = _style("cell", 9.5, 1.3, REGULAR)
HEADER_CELL = _style("header", 9.5, 1.3, BOLD)
CAPTION = _style("caption", 8, 1.35, REGULAR, after=1.25)
CAPTION.textColor = GREY
CONTENTS = (_style("contents-1", 11, 1.4, REGULAR), _style("contents-2", 11, 1.4, REGULAR))
CONTENTS[1].leftIndent = 2 * _UNIT
CONTENTS_TABLE = TableStyle([(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("TOP", "BOTTOM", "LEFT", "RIGHT")])
