"""The body while it grows: each paragraph takes over what a page break, a rule, a gap or a box asks of it.

A break or a rule never becomes a paragraph of its own if there is one to carry it: an empty paragraph is read out as
"blank" by screen readers, and is in the way of the one who edits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from pipeline.colour import Colour
from pipeline.writers.docx import styles
from pipeline.writers.docx.formats import PLAIN, Edge, Edges, ParagraphFormat
from pipeline.writers.docx.frame import Frame
from pipeline.writers.docx.ooxml import Element, clark, column_break, keep_with_next, paragraph

_HAIR = 0.125
# How a section starts (ISO/IEC 29500-1, 17.18.77).
GOES_ON, ON_A_PAGE, ON_A_RIGHT_PAGE = "continuous", "nextPage", "oddPage"
_SECTION = f"{clark('w:pPr')}/{clark('w:sectPr')}"


@dataclass
class Flow:
    """The elements so far, and what waits for the next paragraph. `gap` is the air after a table or box, pt."""

    ink: Colour
    hairline: Colour
    mist: Colour
    gap: float
    frame: Frame
    elements: list[Element] = field(default_factory=list)
    boxed: bool = False
    _break: bool = False
    _column: bool = False
    _top: bool = False
    _below_columns: bool = False
    _ended: Element | None = None
    _rule: bool = False
    _after: bool = False
    _table_last: bool = False
    _field_last: bool = False
    _turn: int = 0
    _starts: str = GOES_ON
    _opened: bool = False

    def page_break(self) -> None:
        """Let the next paragraph begin a page; nothing at the start of the document or where a page begins anyway."""
        self._break = bool(self.elements) and not self._opened

    def section_page(self, before: Element, starts: str) -> None:
        """Let what follows be a section that starts on a page; `before` are the properties of the one that ends.

        Nothing at the start of the document.
        """
        self._end_section(before)
        if self.elements:
            self._starts, self._break, self._opened = starts, False, True

    def kept_together(self, start: int) -> None:
        """Keep the elements from `start` on with each other: each paragraph but the last stays with the next.

        Not the last before columns and the first below them: LibreOffice would move columns over other text.
        """
        paragraphs = [found for element in self.elements[start:] for found in element.iter(clark("w:p"))]
        for before, one in zip([None, *paragraphs], paragraphs[:-1], strict=False):
            parted = any(found is not None and found.find(_SECTION) is not None for found in (before, one))
            if not parted:
                keep_with_next(one)

    def rule(self) -> None:
        """Let the next paragraph carry a line above it."""
        self._rule = True

    def paragraph(self, style: str, contents: Iterable[Element], look: ParagraphFormat = PLAIN) -> None:
        """Add a paragraph, with what waits for it."""
        if look.edges and self._rule:
            self._lone_rule()
        completed = self._completed(style, look)
        if self._column and (completed.edges or style == styles.BULLETED):
            # Word would leave the frame or the bullet behind in the column before.
            self._bare()
        words = [column_break(), *contents] if self._column else contents
        self._add(paragraph(style, completed, words))
        self._break = self._column = self._top = self._rule = self._after = self._table_last = False
        self._below_columns = False

    def table(self, table: Element) -> None:
        """Add a table; Word joins tables that touch, so a small paragraph parts them."""
        if self._rule or self._break:
            self._lone_rule()
        elif self._table_last or self._column:
            self._bare()
        self._add(table)
        self._after = self._table_last = True
        self._top = False

    def field_ended(self) -> None:
        """Say that the last paragraph ends a field of several paragraphs."""
        self._field_last = True

    def open_box(self) -> None:
        """Begin a box: paragraphs with one ground and one bar at the left, joined by Word as their lines are alike."""
        if self._rule:
            self._lone_rule()
        self._turn += 1
        self.boxed = self._after = True

    def close_box(self) -> None:
        """End the box."""
        self.boxed = False
        self._after = True

    def open_columns(self, before: Element) -> None:
        """Begin columns that stand as high as each other; `before` are the properties of the section that ends."""
        self._end_section(before)
        self._top = True

    def column(self) -> None:
        """Let the next paragraph begin a column."""
        if self._rule:
            self._lone_rule()
        self._column = self._top = True
        self._after = False

    def close_columns(self, section: Element) -> None:
        """End the columns, a section of their own with these properties."""
        self._end_section(section)
        self._column = self._top = False
        self._below_columns = True

    def finish(self, section: Element) -> None:
        """Settle what still waits, and end the last section: by its own end if nothing was written after that."""
        self._settle()
        self.elements.append(self._started(section) if self._ended is None else self._ended)

    def _end_section(self, section: Element) -> None:
        """End a section here; nothing if nothing was written since the last one ended."""
        self._settle()
        if self.elements and self._ended is None:
            self._ended = self._started(section)

    def _started(self, section: Element) -> Element:
        """The section's properties with how it began: it goes on from the one before, or on a right-hand page."""
        for kind in section.iterchildren(clark("w:type")):
            kind.set(clark("w:val"), self._starts)
        self._starts = GOES_ON
        return section

    def _settle(self) -> None:
        """A rule that nothing carries, and the paragraph that Word wants after a table at the end of a section.

        After a field of several paragraphs too: LibreOffice loses the page numbers where one ends with its section.
        """
        if self._rule:
            self._lone_rule()
        elif self._table_last or self._field_last:
            self._bare()

    def _add(self, element: Element) -> None:
        """Add an element; if a section ended before it, the last paragraph carries that section's properties."""
        if self._ended is not None:
            self.elements[-1][0].append(self._ended)
            self._ended = None
        self._opened = self._field_last = False
        self.elements.append(element)

    def _bare(self) -> None:
        """A paragraph without words, only where Word asks for one; what waits goes on waiting, but a column."""
        look = ParagraphFormat(before=self.gap) if self._after else PLAIN
        self._add(paragraph(styles.TABLE_TEXT, look, [column_break()] if self._column else []))
        self._column = self._after = self._table_last = False

    def lines_round(self, colour: Colour, width: float, gap: int) -> Edges:
        """A frame, not joined with the frame of the paragraph before."""
        self._turn += 1
        edge = Edge(colour, width + self._odd, gap)
        return Edges(edge, edge, edge, edge)

    @property
    def _odd(self) -> float:
        """Word joins neighbours with equal lines, LibreOffice looks at the weights only: by turns a hair heavier."""
        return self._turn % 2 * _HAIR

    def _lone_rule(self) -> None:
        self._rule = False
        self.paragraph(styles.RULE, ())

    def _completed(self, style: str, look: ParagraphFormat) -> ParagraphFormat:
        if self._break:
            look = replace(look, page_break=True, before=0.0)
        elif self._after and (self._top or style not in styles.ALL_HEADINGS):  # a heading brings more air of its own
            look = replace(look, before=self.gap)
        elif self._top:
            look = replace(look, before=0.0)
        if self._rule:
            self._turn += 1
            look = replace(look, edges=Edges(top=Edge(self.hairline, self.frame.rule + self._odd, self.frame.rule_gap)))
        if self.boxed and not look.edges:
            look = self._in_box(look)
        if self._below_columns and (look.keep_next or style in styles.KEPT_WITH_NEXT):
            # LibreOffice would move the columns to where this and the next fit together, and paint them over others.
            look = replace(look, keep_next=False)
        return look

    def _in_box(self, look: ParagraphFormat) -> ParagraphFormat:
        """All paragraphs of a box have the same lines and indents; else Word would draw a box round each."""
        frame = self.frame
        end, side = (Edge(self.mist, frame.line + self._odd, gap) for gap in (frame.above, frame.side))
        edges = Edges(top=end, left=Edge(self.ink, frame.bar + self._odd, frame.side), bottom=end, right=side)
        keep_next = True if look.keep_next is None else look.keep_next
        return replace(
            look,
            edges=edges,
            fill=self.mist,
            left=frame.left,
            right=frame.right,
            hanging=0.0,
            keep_next=keep_next,
            keep_lines=True,
        )
