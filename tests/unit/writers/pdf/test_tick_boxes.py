"""The boxes to tick of a table: one square a row, in its own column, on every page, and no part of what is read."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest

from pipeline.document import Document, Text, WritingTable
from pipeline.writers import pdf
from pipeline.writers.look import Look
from pipeline.writers.pdf.gate import checked

MM = 72 / 25.4


def _squares(data: bytes) -> list[tuple[int, float]]:
    """Page and left edge of every rectangle as wide as it is high, from the drawing operators of the pages."""
    found = []
    for number, page in enumerate(pikepdf.open(io.BytesIO(data)).pages, 1):
        left = 0.0
        for instruction in pikepdf.parse_content_stream(page):
            operands, operator = instruction.operands, instruction.operator
            if str(operator) == "re" and float(operands[2]) == pytest.approx(float(operands[3]), abs=0.01):
                left = float(operands[0])
                found.append((number, left))
    return found


def _table(count: int, **more: Any) -> WritingTable:
    rows = tuple(((Text(f"rad {number}"),), (), ()) for number in range(count))
    return WritingTable("Lista", ("Nr", "Vad", "Klart"), rows, (1, 3, 1), 12, **more)


def test_each_row_below_a_header_has_one_box(document_of: Callable[..., Document], look: Look) -> None:
    content = document_of(_table(30, ticked=2))
    data = pdf.write(content, look).data
    squares = _squares(data)
    assert len(squares) == 30
    assert len({page for page, _ in squares}) > 1
    assert checked(data, content) == ()


def test_a_table_without_such_a_column_has_none(document_of: Callable[..., Document], look: Look) -> None:
    assert _squares(pdf.write(document_of(_table(3)), look).data) == []


def test_the_boxes_stand_where_their_column_begins(document_of: Callable[..., Document], look: Look) -> None:
    first = {left for _, left in _squares(pdf.write(document_of(_table(3, ticked=0)), look).data)}
    last = {left for _, left in _squares(pdf.write(document_of(_table(3, ticked=2)), look).data)}
    assert len(first) == len(last) == 1
    width = (look.paper.width - look.sheet.outer - look.sheet.inner) * MM
    assert last.pop() - first.pop() == pytest.approx(width * 4 / 5, abs=0.5)
