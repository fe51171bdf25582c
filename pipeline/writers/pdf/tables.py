"""Tables and lists of definitions: cells are texts of ours only, so that all are tagged and no default font gets in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from math import fsum
from typing import Any

from reportlab.platypus import Flowable
from reportlab.platypus import Table as PlatypusTable

from pipeline.document import Definitions, Table, Text, WritingTable
from pipeline.lengths import Mm
from pipeline.typeface import Face
from pipeline.writers.pdf.canvas import canvas_of
from pipeline.writers.pdf.setting import Setter
from pipeline.writers.pdf.structure import DECORATION, Node
from pipeline.writers.pdf.styles import Styles, paint_colour
from pipeline.writers.pdf.text import TextFlowable
from pipeline.writers.written import TooLarge

# A row that would be parted so that less than this stands on the first page moves to the next instead.
_LEAST_PART = Mm(30).pt
# A row is parted only if it is higher than this share of a page.
_HIGH = 0.5
# Narrower than this there is no room for a column of names.
_LEAST_FOR_TWO_COLUMNS = Mm(100).pt

_BOX = Mm(4.5).pt  # side of a box to tick

_NO_FURTHER = 1e-6  # pt; heights are sums of many

_Commands = list[tuple[Any, ...]]


class _Grid(PlatypusTable):
    """ReportLab's table with its lines as artifacts. A row is parted only if it is high: `tallest` is a page, pt."""

    tallest = 0.0
    ticked: int | None = None
    tick_line = 0.0
    # ReportLab's own, after `wrap`.
    _rowHeights: list[float]  # noqa: N815 - ReportLab's name
    _cellvalues: list[list[tuple[TextFlowable, ...]]]
    _splitRows: Callable[..., list[Flowable]]  # noqa: N815 - ReportLab's name
    _rowpositions: list[float]
    _colpositions: list[float]

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """Between rows; in a row that takes half a page or more, where enough of it stands on both pages."""
        self.wrap(availWidth, availHeight)
        head, heights = fsum(self._rowHeights[: self.repeatRows]), self._rowHeights[self.repeatRows :]
        fitting = sum(head + end <= availHeight + _NO_FURTHER for end in accumulate(heights))
        if fitting == len(heights):
            return [self]
        left = availHeight - head - fsum(heights[:fitting])
        if heights[fitting] > self.tallest * _HIGH and left >= min(_LEAST_PART, self.tallest - head) - _NO_FURTHER:
            parts = list(self._splitRows(availHeight, doInRowSplit=1))
            if parts:
                return parts
        count = self._worth(fitting, heights, availHeight)
        return list(self._splitRows(head + fsum(heights[:count]) + _NO_FURTHER)) if count else []

    def _worth(self, fitting: int, heights: Sequence[float], room: float) -> int:
        """How many of the rows that fit may stay: the last row of all is not left alone, nor a first one of one line.

        Unless it must be so: where the rows left need a page each, and on a page that is empty.
        """
        if fitting == 1 and not self.repeatRows and room < self.tallest - _NO_FURTHER and self._is_single(0):
            return 0
        if fitting == len(heights) - 1 and fitting > 1 and fsum(heights[-2:]) <= self.tallest / 2:
            return fitting - 1
        return fitting

    def _is_single(self, row: int) -> bool:
        texts = (text for cell in self._cellvalues[row] for text in cell)
        return all(len(text.lines or ()) < 2 for text in texts)

    @property
    def is_single(self) -> bool:
        """True for one row of one line."""
        return len(self._cellvalues) == 1 and self._is_single(0)

    def onSplit(self, T: PlatypusTable, byRow: int = 1) -> None:  # noqa: N802, N803 - ReportLab's names
        """The parts are split by the same rule."""
        if isinstance(T, _Grid):
            T.tallest, T.ticked, T.tick_line = self.tallest, self.ticked, self.tick_line

    def _drawLines(self) -> None:  # noqa: N802 - ReportLab's name
        with canvas_of(self).inside(DECORATION):
            super()._drawLines()  # type: ignore[misc]  # not in the stub
            self._draw_boxes()

    def _draw_boxes(self) -> None:
        """A box to tick in each cell of the column for them, in the middle of its row; the font has no such glyph."""
        if self.ticked is None:
            return
        left, canvas = self._colpositions[self.ticked], self.canv
        canvas.setLineWidth(self.tick_line)
        for upper, lower in pairwise(self._rowpositions[self.repeatRows :]):
            canvas.rect(left, (upper + lower - _BOX) / 2, _BOX, _BOX)


def table(block: Table, width: float, tallest: float, setter: Setter, parent: Node) -> Flowable:
    """A table whose header row is repeated on every page; hairlines between rows, an ink line under the header.

    `width` of the column, `tallest` as of a page, pt. Raises TooLarge for more columns than there is room for.
    """
    styles, inks, look = setter.styles, setter.styles.theme.inks, setter.styles.typography.table
    shares = _shares(block, width, setter)
    if min(shares) <= _gutter(styles):
        raise TooLarge(block.title)
    # Who writes by hand needs to see the lines.
    room, hairline = (Mm(block.room).pt, inks.grey) if isinstance(block, WritingTable) else (0.0, inks.rule)
    lines: _Commands = [
        ("LINEBELOW", (0, 1), (-1, -1), Mm(look.rule).pt, paint_colour(hairline)),
        ("LINEBELOW", (0, 0), (-1, 0), Mm(look.head_rule).pt, paint_colour(inks.ink)),
        ("TOPPADDING", (0, 0), (-1, -1), styles.lines(look.above)),
        ("BOTTOMPADDING", (0, 0), (-1, -1), styles.lines(look.below)),
    ]
    rows = _table_rows(block, setter, parent)
    made = _grid(rows, shares, styles, lines, repeat=1, least=[0.0, *(room for _ in block.rows)])
    made.tallest = tallest
    if isinstance(block, WritingTable):
        made.ticked, made.tick_line = block.ticked, Mm(look.head_rule).pt
    made.spaceBefore, made.spaceAfter = styles.lines(look.before), styles.lines(look.after)
    return made


def _gutter(styles: Styles) -> float:
    """The air between two columns, pt."""
    return Mm(styles.typography.table.gap).pt


def _shares(block: Table, width: float, setter: Setter) -> list[float]:
    """Widths of the columns, pt: as asked, but none narrower than a word of its header where the others can give."""
    asked = [width * share / fsum(block.widths) for share in block.widths]
    head, breaker, gutter = setter.styles.cell(header=True), setter.writing.breaker, _gutter(setter.styles)
    node = Node("TH")
    words = ([breaker.width(word, setter.run(word, head, node)) for word in text.split()] for text in block.header)
    least = [max(widths, default=0.0) + gutter for widths in words]
    lacking = [max(need - share, 0.0) for need, share in zip(least, asked, strict=True)]
    spare = [max(share - need, 0.0) for need, share in zip(least, asked, strict=True)]
    if not fsum(lacking) or fsum(spare) < fsum(lacking):
        return asked
    part = fsum(lacking) / fsum(spare)
    return [share + lack - give * part for share, lack, give in zip(asked, lacking, spare, strict=True)]


def _table_rows(block: Table, setter: Setter, parent: Node) -> list[list[TextFlowable]]:
    """The cells, each in an element of its own: the first row and one column are headers of what they stand for."""
    node = parent.add("Table")
    node.title = block.title
    head, body = setter.styles.cell(header=True), setter.styles.cell(header=False)
    header = node.add("THead").add("TR")
    rows = [[setter.text((Text(text),), head, _header(header, "Column")) for text in block.header]]
    under = node.add("TBody")
    for row in block.rows:
        line = under.add("TR")
        cells = (_header(line, "Row") if at == block.named_by else line.add("TD") for at in range(len(row)))
        rows.append([setter.text(cell, body, element) for cell, element in zip(row, cells, strict=True)])
    return rows


def _header(row: Node, scope: str) -> Node:
    cell = row.add("TH")
    cell.scope = scope
    return cell


def definitions(block: Definitions, width: float, tallest: float, setter: Setter, parent: Node) -> list[Flowable]:
    """Names and what they mean, in two columns where there is room, else one after the other."""
    styles = setter.styles
    node = parent.add("L")
    node.numbering = "None"
    term, meaning = styles.term(), styles.meaning()
    rows: list[list[TextFlowable]] = []
    for name, text in block.entries:
        item = node.add("LI")
        rows.append([setter.text((Text(name),), term, item.add("Lbl")), setter.text(text, meaning, item.add("LBody"))])
    if width < _LEAST_FOR_TWO_COLUMNS:
        return _stacked(rows)
    padding: _Commands = [
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), meaning.spaceAfter),
    ]
    names = Mm(styles.typography.grid.names).pt
    made = _grid(rows, [names, width - names], styles, padding, repeat=0)
    made.tallest = tallest
    return [made]


def _stacked(rows: list[list[TextFlowable]]) -> list[Flowable]:
    for name, _ in rows:
        name.keepWithNext = 1
    return [text for row in rows for text in row]


def _grid(
    rows: list[list[TextFlowable]],
    widths: list[float],
    styles: Styles,
    extra: _Commands,
    repeat: int,
    least: list[float] | None = None,
) -> _Grid:
    """A flush left table without side padding, so that its text stands on the page's left edge.

    `least` are the least heights of its rows, pt.
    """
    commands: _Commands = [
        ("FONT", (0, 0), (-1, -1), styles.fonts[Face.REGULAR], styles.look.sheet.body),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-2, -1), _gutter(styles)),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        *extra,
    ]
    return _Grid(
        rows,
        colWidths=widths,
        style=commands,
        repeatRows=repeat,
        splitByRow=1,
        splitInRow=1,
        hAlign="LEFT",
        minRowHeights=least,
    )
