"""Tables: fixed widths, a header row that is repeated and named, and no row split by a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.colour import Colour
from pipeline.lengths import Mm
from pipeline.writers.docx import styles
from pipeline.writers.docx.ooxml import Attributes, Element, node, paragraph, twips, value

_HAIRLINE, _HEADER_LINE = 4, 8  # eighths of a point
_CELL_GAP = 8.0


def column_widths(shares: Sequence[float], room: float) -> tuple[int, ...]:
    """Shares of a room (pt) as whole twips that together fill it."""
    total = sum(shares)
    ends = [twips(room * sum(shares[: at + 1]) / total) for at in range(len(shares))]
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


def row(widths: Sequence[int], cells: Iterable[Iterable[Element]], head: bool = False, least: float = 0.0) -> Element:
    """A row of one paragraph a cell, from the runs of each; `least` is its least height, mm.

    Raises ValueError if cells and columns differ in number.
    """
    style = styles.TABLE_HEAD if head else styles.TABLE_TEXT
    filled = [_cell(width, paragraph(style, contents=cell)) for width, cell in zip(widths, cells, strict=True)]
    height = [node("w:trHeight", {"val": twips(Mm(least).pt), "hRule": "atLeast"})] if least else []
    repeated = [node("w:tblHeader")] if head else []
    return node("w:tr", None, node("w:trPr", None, node("w:cantSplit"), *height, *repeated), *filled)


def _cell(width: int, contents: Element) -> Element:
    measure = node("w:tcPr", None, node("w:tcW", {"w": width, "type": "dxa"}))
    return node("w:tc", None, measure, contents)


def table_style(key: str, name: str, ink: Colour, hairline: Colour) -> Element:
    """A table's style: a line under the header, hairlines between rows, text flush with the margin."""
    lines = node("w:tblBorders", None, _line("w:bottom", hairline, _HAIRLINE), _line("w:insideH", hairline, _HAIRLINE))
    gap = node("w:right", {"w": twips(_CELL_GAP), "type": "dxa"})
    margins = node("w:tblCellMar", None, node("w:left", {"w": 0, "type": "dxa"}), gap)
    under_head = node("w:tcPr", None, node("w:tcBorders", None, _line("w:bottom", ink, _HEADER_LINE)))
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
