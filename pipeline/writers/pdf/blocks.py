"""Each block of a document as what ReportLab flows, and as elements of the structure tree, in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import assert_never

from reportlab.platypus import Flowable, PageBreak
from reportlab.platypus.doctemplate import ActionFlowable

from pipeline.document import (
    Band,
    Block,
    Break,
    Columns,
    Contents,
    Definitions,
    Figure,
    Heading,
    ItemList,
    Notes,
    Panel,
    Paragraph,
    Rule,
    Table,
    reading_order,
)
from pipeline.lengths import Mm
from pipeline.writers.pdf.band import BandFlowable
from pipeline.writers.pdf.canvas import Landmark
from pipeline.writers.pdf.containers import Box, ColumnsFlowable, PanelFlowable
from pipeline.writers.pdf.contents import contents
from pipeline.writers.pdf.flowables import (
    EntryFlowable,
    FigureFlowable,
    HeadingFlowable,
    RuleFlowable,
)
from pipeline.writers.pdf.inline import note_anchor
from pipeline.writers.pdf.setting import Setter
from pipeline.writers.pdf.stack import Stack
from pipeline.writers.pdf.structure import Node
from pipeline.writers.pdf.tables import definitions, table

# Main column to side column (visual direction, section 2: 7 and 4.5 of 12 columns).
_MAIN, _SIDE = 7.0, 4.5
_GUTTER = Mm(10).pt


@dataclass
class Flow:
    """Makes the flowables of one document. `page_height` is the least room on an empty page, pt."""

    setter: Setter
    page_height: float
    _headings: int = field(default=0)

    def all(self, blocks: tuple[Block, ...], width: float, parent: Node, inner: bool = False) -> list[Flowable]:
        """The flowables of blocks in a column of this width, pt; `inner` inside columns and panels."""
        made: list[list[Flowable]] = [[] for _ in blocks]
        for at in reading_order(blocks):  # so that the elements come to stand in it
            made[at] = self._made(blocks[at], blocks[at - 1] if at else None, width, parent, inner)
        found = [flowable for flowables in made for flowable in flowables]
        for above, block_below in pairwise(found):
            if isinstance(above, HeadingFlowable) and isinstance(block_below, FigureFlowable | PanelFlowable):
                above.keepWithNext = 1
        return found

    def _made(self, block: Block, before: Block | None, width: float, parent: Node, inner: bool) -> list[Flowable]:
        setter = self.setter
        found: list[Flowable]
        match block:
            case Heading():
                found = [self._heading(block, before, parent)]
            case Paragraph(parts, tone):
                found = [setter.text(parts, setter.styles.tone(tone), parent.add("P"))]
            case ItemList():
                found = list(self._entries(block, parent))
            case Notes():
                found = list(self._notes(block, parent))
            case Contents():
                found = list(contents(block, setter, parent))
            case Definitions():
                found = definitions(block, width, self.page_height, setter, parent)
            case Break(head):
                found = [ActionFlowable(("newHead", head)), PageBreak()]
            case _:
                found = [self._drawn(block, width, parent, inner)]
        return found

    def _drawn(
        self, block: Table | Figure | Band | Panel | Columns | Rule, width: float, parent: Node, inner: bool
    ) -> Flowable:
        match block:
            case Table():
                return table(block, width, self.page_height, self.setter, parent)
            case Figure():
                return self._figure(block, parent)
            case Band():
                return BandFlowable(block, parent.add("P"), self.setter)
            case Panel():
                return self._panel(block, width, parent.add("Div"))
            case Columns():
                return self._columns(block, width, parent)
            case Rule():
                styles = self.setter.styles
                colour = styles.theme.inks.rule if inner else styles.theme.inks.ink
                return RuleFlowable(colour, styles.outline, styles.units(1))
        assert_never(block)

    def _heading(self, block: Heading, before: Block | None, parent: Node) -> Flowable:
        styles, writing, landmark = self.setter.styles, self.setter.writing, self._landmark(block)
        node = parent.add(f"H{block.level}")
        if block.level > 2:
            style = styles.run_in(0.75 if isinstance(before, Rule) else 1.0)
        else:
            style = styles.subtitle() if block.level == 2 else styles.title()
        made = HeadingFlowable(self.setter.run(block.text, style, node), style, writing, landmark)
        made.many = styles.title(2) if block.level == 1 else None
        return made

    def _landmark(self, block: Heading) -> Landmark:
        self._headings += 1
        return Landmark(self._headings, block.anchor or f"heading {self._headings}", block.text, block.level)

    def _entries(self, block: ItemList, parent: Node) -> Iterator[Flowable]:
        setter = self.setter
        node, style = parent.add("L"), setter.styles.entry(block.bulleted)
        node.numbering = "Disc" if block.bulleted else "None"
        label = setter.bullet if block.bulleted else ""
        made = [setter.entry(entry, style, node.add("LI"), label) for entry in block.entries]
        if made:  # the last keeps the distance of a paragraph
            made[-1].spaceAfter = setter.styles.units(0.5)
        yield from made

    def _notes(self, block: Notes, parent: Node) -> Iterator[Flowable]:
        style = self.setter.styles.note()
        for number, parts in enumerate(block.entries, 1):
            node = parent.add("Note")
            node.name = note_anchor(number)
            label = self.setter.run(f"{number}.", style, node.add("Lbl"))
            runs = self.setter.inking.runs(parts, style, node.add("P"))
            made = EntryFlowable(runs, style, self.setter.writing)
            made.label, made.anchor = label, note_anchor(number)
            yield made

    def _figure(self, block: Figure, parent: Node) -> Flowable:
        styles, node = self.setter.styles, parent.add("Figure")
        node.alternative = block.alternative
        caption = self.setter.text(block.caption, styles.caption(), parent.add("Caption")) if block.caption else None
        writing = self.setter.writing
        figure = FigureFlowable(block.scene, node, writing.fonts, self.setter.inking.anchors, caption)
        figure.tallest, figure.gap = self.page_height, styles.units(0.5)
        figure.spaceBefore, figure.spaceAfter = styles.units(1), styles.units(1.25)
        return figure

    def _panel(self, block: Panel, width: float, node: Node) -> Flowable:
        box = Box(self.setter.styles, block.lines)
        room = width - box.inset - box.side
        stack = Stack(tuple(self.all(block.blocks, room, node, inner=True)), room)
        return PanelFlowable(stack, box, self.page_height)

    def _columns(self, block: Columns, width: float, parent: Node) -> Flowable:
        main = (width - _GUTTER) * _MAIN / (_MAIN + _SIDE)
        side = width - _GUTTER - main
        return ColumnsFlowable(
            Stack(tuple(self.all(block.main, main, parent, inner=True)), main),
            Stack(tuple(self.all(block.side, side, parent, inner=True)), side),
            _GUTTER,
            self.page_height,
            self.setter.styles.units(1),
        )
