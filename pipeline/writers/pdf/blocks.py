"""Each block of a document as what ReportLab flows, and as elements of the structure tree, in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import assert_never

from reportlab.platypus import Flowable

from pipeline.document import (
    Band,
    Block,
    Break,
    Columns,
    Contents,
    Definitions,
    Figure,
    Foot,
    Heading,
    HeadingLook,
    Index,
    ItemList,
    Notes,
    Panel,
    Paragraph,
    Rule,
    Table,
    Together,
    Tone,
    reading_order,
)
from pipeline.lengths import Mm
from pipeline.writers.pdf.band import BandFlowable
from pipeline.writers.pdf.canvas import Landmark
from pipeline.writers.pdf.containers import Box, ColumnsFlowable, FootFlowable, PanelFlowable, TogetherFlowable
from pipeline.writers.pdf.contents import contents
from pipeline.writers.pdf.flowables import (
    EntryFlowable,
    FigureFlowable,
    HeadingFlowable,
    RuleFlowable,
)
from pipeline.writers.pdf.index import index
from pipeline.writers.pdf.inline import note_anchor
from pipeline.writers.pdf.setting import Setter
from pipeline.writers.pdf.stack import Stack
from pipeline.writers.pdf.structure import Node
from pipeline.writers.pdf.styles import TextStyle
from pipeline.writers.pdf.tables import definitions, table


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
        return [flowable for flowables in made for flowable in flowables]

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
            case Index():
                found = index(block, width, setter, parent)
            case Foot(inside) | Together(inside):
                whole = Stack(tuple(self.all(inside, width, parent, inner)), width)
                found = [FootFlowable(whole) if isinstance(block, Foot) else TogetherFlowable(whole, self.page_height)]
            case Break():
                found = []  # in a column or a box; the others part the document
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
                return RuleFlowable(colour, styles.outline, styles.lines(styles.typography.rule.around))
        assert_never(block)

    def _heading(self, block: Heading, before: Block | None, parent: Node) -> Flowable:
        styles, writing, landmark = self.setter.styles, self.setter.writing, self._landmark(block)
        node = parent.add(f"H{block.level}")
        style = self._heading_style(block.set_as, before)
        run_in = block.set_as is HeadingLook.RUN_IN
        made = HeadingFlowable(self.setter.run(block.text, style, node), style, writing, landmark, run_in)
        made.many = None if run_in else styles.heading(block.set_as, many=True)
        return made

    def _heading_style(self, look: HeadingLook, before: Block | None) -> TextStyle:
        run_in_under_rule = look is HeadingLook.RUN_IN and isinstance(before, Rule)
        return self.setter.styles.heading(look, under_rule=run_in_under_rule)

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
            made[-1].spaceAfter = setter.styles.tone(Tone.BODY).spaceAfter
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
        around = styles.typography.figure
        figure.tallest, figure.gap = self.page_height, styles.lines(around.caption)
        figure.spaceBefore, figure.spaceAfter = styles.lines(around.before), styles.lines(around.after)
        return figure

    def _panel(self, block: Panel, width: float, node: Node) -> Flowable:
        box = Box(self.setter.styles, block.lines)
        room = width - box.inset - box.side
        stack = Stack(tuple(self.all(block.blocks, room, node, inner=True)), room)
        return PanelFlowable(stack, box, self.page_height)

    def _columns(self, block: Columns, width: float, parent: Node) -> Flowable:
        grid = self.setter.styles.typography.grid
        gutter = Mm(grid.gutter).pt
        main = (width - gutter) * grid.main / (grid.main + grid.side)
        side = width - gutter - main
        return ColumnsFlowable(
            Stack(tuple(self.all(block.main, main, parent, inner=True)), main),
            Stack(tuple(self.all(block.side, side, parent, inner=True)), side),
            gutter,
            self.page_height,
            self.setter.styles.lines(self.setter.styles.typography.grid.around),
        )
