"""Each block of a document as what ReportLab flows: one flowable per block, per entry in a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import assert_never

from reportlab.platypus import Flowable, PageBreak
from reportlab.platypus import Paragraph as PlatypusParagraph
from reportlab.platypus.doctemplate import ActionFlowable

from pipeline.document import (
    Band,
    Block,
    Break,
    Columns,
    Definitions,
    Figure,
    Heading,
    ItemList,
    Panel,
    Paragraph,
    Rule,
    Table,
)
from pipeline.lengths import Mm
from pipeline.writers.pdf.containers import Box, ColumnsFlowable, PanelFlowable
from pipeline.writers.pdf.flowables import (
    BandFlowable,
    EntryFlowable,
    FigureFlowable,
    HeadingFlowable,
    Landmark,
    RuleFlowable,
)
from pipeline.writers.pdf.inline import Markup, markup_lines
from pipeline.writers.pdf.stack import Stack
from pipeline.writers.pdf.styles import Styles
from pipeline.writers.pdf.tables import definitions, table

# Main column to side column (visual direction, section 2: 7 and 4.5 of 12 columns).
_MAIN, _SIDE = 7.0, 4.5
_GUTTER = Mm(10).pt


@dataclass
class Flow:
    """Makes the flowables of one document. `page_height` is the least room on an empty page, pt."""

    styles: Styles
    markup: Markup
    page_height: float
    _headings: int = field(default=0)
    _outline: int = field(default=-1)

    def all(self, blocks: tuple[Block, ...], width: float, inner: bool = False) -> tuple[Flowable, ...]:
        """The flowables of blocks in a column of this width, pt; `inner` inside columns and panels."""
        found: list[Flowable] = []
        for before, block in zip((None, *blocks), blocks, strict=False):
            found += self._made(block, before, width, inner)
        for above, block_below in pairwise(found):
            if isinstance(above, HeadingFlowable) and isinstance(block_below, FigureFlowable | PanelFlowable):
                above.keepWithNext = 1
        return tuple(found)

    def _made(self, block: Block, before: Block | None, width: float, inner: bool) -> list[Flowable]:
        match block:
            case Heading():
                return [self._heading(block, before, width)]
            case Paragraph(parts, tone):
                style = self.styles.tone(tone)
                return [PlatypusParagraph(self.markup.of(parts, style, width), style)]
            case ItemList():
                return list(self._entries(block, width))
            case Definitions():
                return definitions(block, width, self.styles, self.markup)
            case Break(head):
                return [ActionFlowable(("newHead", head)), PageBreak()]
            case _:
                return [self._drawn(block, width, inner)]

    def _drawn(self, block: Table | Figure | Band | Panel | Columns | Rule, width: float, inner: bool) -> Flowable:
        match block:
            case Table():
                return table(block, width, self.styles, self.markup)
            case Figure():
                return self._figure(block, width)
            case Band():
                return BandFlowable(block, self.styles, self.markup.typesetter)
            case Panel():
                return self._panel(block, width)
            case Columns():
                return self._columns(block, width)
            case Rule():
                inks = self.styles.theme.inks
                return RuleFlowable(inks.rule if inner else inks.ink, self.styles.outline, self.styles.units(1))
        assert_never(block)

    def _heading(self, block: Heading, before: Block | None, width: float) -> Flowable:
        landmark = self._landmark(block)
        if block.level > 2:
            style = self.styles.run_in(0.75 if isinstance(before, Rule) else 1.0)
            return HeadingFlowable(self.markup.plain(block.text, style, width), style, landmark)
        style = self.styles.subtitle() if block.level == 2 else self.styles.title()
        lines = self.markup.balanced(block.text, style, width)
        if block.level == 1 and len(lines) > 1:
            style = self.styles.title(len(lines))
            lines = self.markup.balanced(block.text, style, width)
        return HeadingFlowable(markup_lines(lines), style, landmark)

    def _landmark(self, block: Heading) -> Landmark:
        """Bookmarks for levels 1 and 2; a level may not be skipped, so a lone second level stands first."""
        self._headings += 1
        if block.level > 2:
            return Landmark(block.anchor, block.text, -1)
        self._outline = min(block.level - 1, self._outline + 1)
        return Landmark(block.anchor or f"heading {self._headings}", block.text, self._outline)

    def _entries(self, block: ItemList, width: float) -> Iterator[Flowable]:
        style = self.styles.entry(block.bulleted)
        made = [EntryFlowable(self.markup.of(entry, style, width), style) for entry in block.entries]
        for entry in made:
            entry.dotted = block.bulleted
        if made:  # the last keeps the distance of a paragraph
            made[-1].spaceAfter = self.styles.units(0.5)
        yield from made

    def _figure(self, block: Figure, width: float) -> Flowable:
        style = self.styles.caption()
        text = self.markup.plain(block.caption, style, width)
        caption = PlatypusParagraph(text, style) if block.caption else None
        figure = FigureFlowable(block.scene, self.styles.fonts, self.markup.anchors, caption)
        figure.tallest, figure.gap = self.page_height, self.styles.units(0.5)
        figure.spaceBefore, figure.spaceAfter = self.styles.units(1), self.styles.units(1.25)
        return figure

    def _panel(self, block: Panel, width: float) -> Flowable:
        box = Box(self.styles, block.lines)
        room = width - box.inset - box.side
        return PanelFlowable(Stack(self.all(block.blocks, room, inner=True), room), box, self.page_height)

    def _columns(self, block: Columns, width: float) -> Flowable:
        main = (width - _GUTTER) * _MAIN / (_MAIN + _SIDE)
        side = width - _GUTTER - main
        return ColumnsFlowable(
            Stack(self.all(block.main, main, inner=True), main),
            Stack(self.all(block.side, side, inner=True), side),
            _GUTTER,
            self.page_height,
            self.styles.units(1),
        )
