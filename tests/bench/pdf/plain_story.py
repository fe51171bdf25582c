"""The handbook's blocks as Platypus flowables, each the one that ReportLab has for it."""

from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, ListFlowable, ListItem, PageBreak, Paragraph
from reportlab.platypus import Table as PlatypusTable

from pipeline.document import (
    Block,
    Contents,
    Definitions,
    Document,
    Figure,
    Heading,
    Inline,
    Inlines,
    ItemList,
    Jump,
    Table,
    Text,
    Tone,
    Web,
)
from pipeline.document import Paragraph as ParagraphBlock
from tests.bench.pdf import plain_styles as styles
from tests.bench.pdf.plain_figure import PlainFigure

_WIDTH = 170 * mm
_GUTTER = 4 * mm
_NAMES = 45 * mm
_HEADINGS = {1: styles.TITLE, 2: styles.HEADING, 3: styles.RUN_IN}
_TONES = {Tone.BODY: styles.BODY, Tone.LEAD: styles.LEAD, Tone.QUIET: styles.QUIET}
_FLUSH: list[tuple[Any, ...]] = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-2, -1), _GUTTER),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
]
_RULED: list[tuple[Any, ...]] = [
    *_FLUSH,
    ("LINEBELOW", (0, 1), (-1, -1), 0.7, styles.RULE),
    ("LINEBELOW", (0, 0), (-1, 0), 1.1, styles.INK),
    ("TOPPADDING", (0, 0), (-1, -1), 1.2 * mm),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1.6 * mm),
]
_PAIRED: list[tuple[Any, ...]] = [
    *_FLUSH,
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1 * mm),
]


class PlainHeading(Paragraph):
    """A heading that the template finds again; `listed_level` from 0, None where no list of contents has it."""

    def __init__(self, heading: Heading, listed_level: int | None) -> None:
        super().__init__(escape(heading.text), _HEADINGS[heading.level])
        self.heading, self.listed_level = heading, listed_level


def story(document: Document, contents: Flowable) -> Iterator[Flowable]:
    """The flowables of the document, with this list of contents."""
    listed = {
        entry.anchor: entry.level - 1
        for block in document.blocks
        if isinstance(block, Contents)
        for entry in block.entries
    }
    for block in document.blocks:
        match block:
            case Heading():
                yield PlainHeading(block, listed.get(block.anchor))
            case Contents():
                yield contents
            case _:
                yield from _made(block)


def _made(block: Block) -> Iterator[Flowable]:
    match block:
        case ParagraphBlock(parts, tone):
            yield Paragraph(_markup(parts), _TONES[tone])
        case ItemList():
            yield _bulleted(block)
        case Definitions():
            yield _definitions(block)
        case Table():
            yield _table(block)
        case Figure(scene, _, caption):
            yield PlainFigure(scene)
            yield Paragraph(_markup(caption), styles.CAPTION)
        case _:
            yield PageBreak()


def _bulleted(block: ItemList) -> Flowable:
    entries: list[Any] = [ListItem(Paragraph(_markup(entry), styles.ENTRY)) for entry in block.entries]
    return ListFlowable(
        entries,
        bulletType="bullet",
        bulletFontName=styles.REGULAR,
        bulletFontSize=11,
        start="•",
        leftIndent=4 * mm,
        spaceAfter=1 * mm,
    )


def _definitions(block: Definitions) -> Flowable:
    rows = [
        [Paragraph(escape(name), styles.TERM), Paragraph(_markup(text), styles.MEANING)] for name, text in block.entries
    ]
    return PlatypusTable(
        rows, colWidths=[_NAMES, _WIDTH - _NAMES], style=_PAIRED, hAlign="LEFT", spaceBefore=2 * mm, spaceAfter=4 * mm
    )


def _table(block: Table) -> Flowable:
    rows = [[Paragraph(escape(text), styles.HEADER_CELL) for text in block.header]]
    rows += [[Paragraph(_markup(cell), styles.CELL) for cell in row] for row in block.rows]
    widths = [_WIDTH * share for share in block.widths]
    return PlatypusTable(
        rows, colWidths=widths, style=_RULED, repeatRows=1, hAlign="LEFT", spaceBefore=2 * mm, spaceAfter=6 * mm
    )


def _markup(parts: Inlines) -> str:
    return "".join(_part(part) for part in parts)


def _part(part: Inline) -> str:
    match part:
        case Text(text, strong):
            return f"<b>{escape(text)}</b>" if strong else escape(text)
        case Jump(text, anchor):
            return f"<a href={quoteattr('#' + anchor)}>{escape(text)}</a>"
        case Web(text, address):
            return f"<a href={quoteattr(address)}><u>{escape(text)}</u></a>"
        case _:
            raise TypeError(part)
