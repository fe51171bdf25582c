"""What the sheets of a proof show, in words, on the pages behind them."""

from __future__ import annotations

from pipeline.compose.brief import Brief
from pipeline.compose.proof.numbers import (
    Numbers,
    ink_numbers,
    measured,
    palette_numbers,
    sheet_numbers,
    stroke_numbers,
)
from pipeline.compose.proof.page import proof_title
from pipeline.compose.proof.scale import scale_numbers
from pipeline.compose.proof.views import printed_views, sight_views
from pipeline.document import Block, Definitions, Document, Heading, ItemList, Paragraph, Running, Table, Text

_ANCHOR = "i-ord"
_NAME_SHARE = 1.6  # of the column that names its rows, in columns of numbers


def proof_text(brief: Brief) -> Document:
    """The tables and notes of the sheets as a text."""
    words = brief.wording.proof
    title = proof_title(brief)
    inks = tuple((name, (Text(f"{value} {ratio}".rstrip()),)) for name, value, ratio in ink_numbers(brief).rows)
    blocks: tuple[Block, ...] = (
        Heading(2, words.in_words, _ANCHOR),
        Paragraph((Text(words.in_words_lead),)),
        Heading(3, words.shapes),
        Definitions(_views(brief)),
        Heading(3, words.palette),
        _table(words.palette, palette_numbers(brief), 1.0),
        Definitions(inks),
        Heading(3, words.strokes),
        ItemList(tuple((Text(text),) for text in stroke_numbers(brief))),
        Heading(3, words.scale),
        _table(words.scale, scale_numbers(brief), 2.0),
        Heading(3, words.sheets),
        _table(words.sheets, sheet_numbers(brief), _NAME_SHARE),
    )
    running = Running(title, "", "", "", words.page)
    return Document(brief.metadata(title), running, blocks)


def _views(brief: Brief) -> tuple[tuple[str, tuple[Text, ...]], ...]:
    words, measures = brief.wording.proof, measured(brief)
    views = (*printed_views(brief.theme, words, measures), *sight_views(brief.theme, words, measures))
    return tuple((view.name, (Text(view.note),)) for view in views if view.note)


def _table(title: str, numbers: Numbers, first: float) -> Table:
    """The table, its first column so many times as wide as another."""
    rows = tuple(tuple((Text(cell),) if cell else () for cell in row) for row in numbers.rows)
    whole = len(numbers.header) - 1 + first
    widths = (first / whole, *((1 / whole,) * (len(numbers.header) - 1)))
    return Table(title, numbers.header, rows, widths)
