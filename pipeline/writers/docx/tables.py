"""Tables: fixed widths, a header row that is repeated and named, and no row split by a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import fsum

from pipeline.colour import Colour
from pipeline.lengths import Mm
from pipeline.theme import TableLook
from pipeline.writers.docx import styles
from pipeline.writers.docx.ooxml import Attributes, Element, node, paragraph, twips, value

_EIGHTHS = 8  # Word counts the width of lines in eighths of a point
_BOX_LINE = _EIGHTHS  # round a box to tick: 1 pt, in eighths


def column_widths(shares: Sequence[float], room: float) -> tuple[int, ...]:
    """Shares of a room (pt) as whole twips that together fill it."""
    total = fsum(shares)
    ends = [twips(room * fsum(shares[: at + 1]) / total) for at in range(len(shares))]
    return tuple(end - start for start, end in zip([0, *ends], ends, strict=False))


def table(
    title: str,
    description: str,
    widths: Sequence[int],
    rows: Iterable[Element],
    style: str = styles.TABLE,
    named_first: bool = True,
) -> Element:
    """A table of fixed column widths (twips) whose first row is its header; title and description are for readers.

    `named_first`: the cells of the first column name their rows, which screen readers then say with each cell.
    """
    look: Attributes = {
        "val": "04A0" if named_first else "0420",
        "firstRow": 1,
        "lastRow": 0,
        "firstColumn": int(named_first),
        "lastColumn": 0,
        "noHBand": 0,
        "noVBand": 1,
    }
    properties = node(
        "w:tblPr",
        None,
        value("w:tblStyle", style),
        node("w:tblW", {"w": sum(widths), "type": "dxa"}),
        node("w:tblLayout", {"type": "fixed"}),
        node("w:tblLook", look),
        value("w:tblCaption", title),
        value("w:tblDescription", description),
    )
    grid = node("w:tblGrid", None, *(node("w:gridCol", {"w": width}) for width in widths))
    return node("w:tbl", None, properties, grid, *rows)


def row(
    widths: Sequence[int],
    cells: Iterable[Iterable[Element]],
    head: bool = False,
    least: float = 0.0,
    ticked: int | None = None,
) -> Element:
    """A row of one paragraph a cell, from the runs of each; `least` is its least height, mm.

    The cell of the column `ticked` is a box to tick: it has a line on every side.
    Raises ValueError if cells and columns differ in number.
    """
    style = styles.TABLE_HEAD if head else styles.TABLE_TEXT
    filled = [
        _cell(width, paragraph(style, contents=cell), is_box=column == ticked)
        for column, (width, cell) in enumerate(zip(widths, cells, strict=True))
    ]
    height = [node("w:trHeight", {"val": twips(Mm(least).pt), "hRule": "atLeast"})] if least else []
    repeated = [node("w:tblHeader")] if head else []
    return node("w:tr", None, node("w:trPr", None, node("w:cantSplit"), *height, *repeated), *filled)


def _cell(width: int, contents: Element, is_box: bool) -> Element:
    properties = [node("w:tcW", {"w": width, "type": "dxa"})]
    if is_box:
        sides = ("w:top", "w:left", "w:bottom", "w:right")
        line: Attributes = {"val": "single", "sz": _BOX_LINE, "space": 0, "color": "auto"}
        properties.append(node("w:tcBorders", None, *(node(side, line) for side in sides)))
    return node("w:tc", None, node("w:tcPr", None, *properties), contents)


def table_style(key: str, name: str, ink: Colour, hairline: Colour, look: TableLook) -> Element:
    """A table's style: a line under the header, hairlines between rows, text flush with the margin."""
    thin, heavy = (round(Mm(width).pt * _EIGHTHS) for width in (look.rule, look.head_rule))
    lines = node("w:tblBorders", None, _line("w:bottom", hairline, thin), _line("w:insideH", hairline, thin))
    gap = node("w:right", {"w": twips(Mm(look.gap).pt), "type": "dxa"})
    margins = node("w:tblCellMar", None, node("w:left", {"w": 0, "type": "dxa"}), gap)
    under_head = node("w:tcPr", None, node("w:tcBorders", None, _line("w:bottom", ink, heavy)))
    return node(
        "w:style",
        {"type": "table", "customStyle": 1, "styleId": key},
        value("w:name", name),
        value("w:basedOn", "TableNormal"),
        node("w:qFormat"),
        node("w:tblPr", None, lines, margins),
        node("w:tblStylePr", {"type": "firstRow"}, under_head),
    )


def _line(side: str, colour: Colour, weight: int) -> Element:
    return node(side, {"val": "single", "sz": weight, "space": 0, "color": colour.hex[1:]})
