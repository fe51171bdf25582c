"""Tables and lists of definitions: cells are paragraphs only, so that no default font gets in."""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus import Table as PlatypusTable

from pipeline.document import Definitions, Table, WritingTable
from pipeline.lengths import Mm
from pipeline.typeface import Face
from pipeline.writers.pdf.inline import Markup
from pipeline.writers.pdf.styles import Styles, paint_colour

_GUTTER = Mm(4).pt
_NAME_COLUMN = Mm(45).pt
# Narrower than this there is no room for a column of names.
_LEAST_FOR_TWO_COLUMNS = Mm(100).pt

_Commands = list[tuple[Any, ...]]


def table(block: Table, width: float, styles: Styles, markup: Markup) -> Flowable:
    """A table whose header row is repeated on every page; hairlines between rows, an ink line under the header."""
    shares = [width * share / sum(block.widths) for share in block.widths]
    rooms = [share - _GUTTER for share in shares[:-1]] + [shares[-1]]
    head, body = styles.cell(header=True), styles.cell(header=False)
    rows = [[Paragraph(markup.plain(text, head, room), head) for text, room in zip(block.header, rooms, strict=True)]]
    for row in block.rows:
        rows.append([Paragraph(markup.of(cell, body, room), body) for cell, room in zip(row, rooms, strict=True)])
    inks = styles.theme.inks
    # Who writes by hand needs to see the lines.
    room, hairline = (Mm(block.room).pt, inks.grey) if isinstance(block, WritingTable) else (0.0, inks.rule)
    lines: _Commands = [
        ("LINEBELOW", (0, 1), (-1, -1), styles.outline, paint_colour(hairline)),
        ("LINEBELOW", (0, 0), (-1, 0), styles.outline * 1.6, paint_colour(inks.ink)),
        ("TOPPADDING", (0, 0), (-1, -1), styles.units(0.3)),
        ("BOTTOMPADDING", (0, 0), (-1, -1), styles.units(0.4)),
    ]
    made = _grid(rows, shares, styles, lines, repeat=1, least=[0.0, *(room for _ in block.rows)])
    made.spaceBefore, made.spaceAfter = styles.units(0.5), styles.units(1.5)
    return made


def definitions(block: Definitions, width: float, styles: Styles, markup: Markup) -> list[Flowable]:
    """Names and what they mean, in two columns where there is room, else one after the other."""
    if width < _LEAST_FOR_TWO_COLUMNS:
        return _stacked(block, width, styles, markup)
    widths = [_NAME_COLUMN, width - _NAME_COLUMN]
    term, meaning = styles.term(), styles.meaning()
    rows = [
        [
            Paragraph(markup.plain(name, term, widths[0] - _GUTTER), term),
            Paragraph(markup.of(text, meaning, widths[1]), meaning),
        ]
        for name, text in block.entries
    ]
    padding: _Commands = [
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), styles.units(0.25)),
    ]
    made = _grid(rows, widths, styles, padding, repeat=0)
    made.spaceBefore, made.spaceAfter = styles.units(0.5), styles.units(1)
    return [made]


def _stacked(block: Definitions, width: float, styles: Styles, markup: Markup) -> list[Flowable]:
    term, meaning = styles.term(), styles.meaning()
    term.keepWithNext = 1
    meaning.spaceAfter = styles.units(0.5)
    found: list[Flowable] = []
    for name, text in block.entries:
        found.append(Paragraph(markup.plain(name, term, width), term))
        found.append(Paragraph(markup.of(text, meaning, width), meaning))
    return found


def _grid(
    rows: list[list[Paragraph]],
    widths: list[float],
    styles: Styles,
    extra: _Commands,
    repeat: int,
    least: list[float] | None = None,
) -> PlatypusTable:
    """A flush left table without side padding, so that its text stands on the page's left edge.

    `least` are the least heights of its rows, pt.
    """
    commands: _Commands = [
        ("FONT", (0, 0), (-1, -1), styles.fonts[Face.REGULAR], styles.look.sheet.body),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-2, -1), _GUTTER),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        *extra,
    ]
    return PlatypusTable(
        rows,
        colWidths=widths,
        style=commands,
        repeatRows=repeat,
        splitByRow=1,
        splitInRow=1,
        hAlign="LEFT",
        minRowHeights=least,
    )
