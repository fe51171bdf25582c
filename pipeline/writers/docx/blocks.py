"""The blocks of a document as Word's paragraphs and tables, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from math import ceil, fsum
from typing import Any

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
    Index,
    IndexEntry,
    Inlines,
    ItemList,
    NoteMark,
    Notes,
    Panel,
    Paragraph,
    Rule,
    Table,
    Together,
    WritingTable,
)
from pipeline.lengths import Mm, Pt
from pipeline.typeface import Face
from pipeline.writers.docx import figures, ooxml, styles, tables
from pipeline.writers.docx.flow import ON_A_PAGE, ON_A_RIGHT_PAGE, Flow
from pipeline.writers.docx.formats import PLAIN, CharacterFormat, ParagraphFormat, Tab
from pipeline.writers.docx.frame import frame
from pipeline.writers.docx.inlines import InlineWriter
from pipeline.writers.docx.links import Places, Relations
from pipeline.writers.docx.ooxml import Element
from pipeline.writers.docx.page import Page, section
from pipeline.writers.docx.running import framed
from pipeline.writers.look import Look

_BOLD = CharacterFormat(bold=True)
# The widest column of names, as a share of the text; a longer name puts its text on the next line.
_WIDEST_NAME = 0.35
_BAND_LINE, _BAND_GAP = 0.75, 6
# How much wider the family of an agency's template may be than ours: Verdana in bold is about so much.
_WIDER = 1.2


class BlockWriter:
    """Writes blocks into a flow. Raises KeyError for a Jump to an anchor that no heading has."""

    def __init__(self, look: Look, page: Page, relations: Relations, places: Places) -> None:
        """Begin an empty body; `places` are those of the whole document."""
        inks = look.theme.inks
        self.flow = Flow(ink=inks.ink, hairline=inks.rule, mist=inks.mist, gap=styles.lines(look, 1), frame=frame(look))
        self._look, self._page = look, page
        self._places = places
        self._parts = InlineWriter(relations, places.bookmarks)
        self._has_contents = False
        self._figures = figures.FigureWriter(look, relations)
        self._width = page.text_width
        self._parted = self._on_its_own = False
        self._writers: dict[type[Block], Callable[[Any], None]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            ItemList: self._list,
            Definitions: self._definitions,
            Table: self._table,
            WritingTable: self._table,
            Figure: self._figure,
            Contents: self._contents,
            Index: self._index,
            Notes: self._notes,
            Band: self._band,
            Panel: self._panel,
            Columns: self._columns,
            # Word pins nothing to a page's foot but what floats, and that is read in no order: it follows.
            Foot: lambda block: self.write(block.blocks),
            Together: self._together,
            Rule: lambda _: self.flow.rule(),
            Break: self._break,
        }

    def write(self, blocks: Iterable[Block]) -> None:
        """Add the blocks to the flow."""
        every = tuple(blocks)
        for block, after in zip_longest(every, every[1:]):
            if isinstance(block, Paragraph) and isinstance(after, Table):
                self._paragraph(block, ParagraphFormat(keep_next=True))  # what introduces a table stays with it
            else:
                self._writers[type(block)](block)

    def _heading(self, block: Heading) -> None:
        words: Iterable[Element] = [ooxml.run(block.text)]
        if block.anchor:
            words = self._parts.landing(block.anchor, words)
        self.flow.paragraph(styles.heading_style(block.level, block.set_as), words)

    def _paragraph(self, block: Paragraph, look: ParagraphFormat = PLAIN) -> None:
        self.flow.paragraph(styles.TONES[block.tone], self._inlines(block.parts), look)

    def _list(self, block: ItemList) -> None:
        style = styles.BULLETED if block.bulleted else styles.PLAIN_LIST
        # In a box the indent is the box's, so the bullet needs a tab stop for its text.
        inset = Tab(self.flow.frame.left + styles.units(self._look, 1))
        look = ParagraphFormat(tabs=(inset,) if block.bulleted and self.flow.boxed else ())
        for entry in block.entries:
            self.flow.paragraph(style, self._inlines(entry), look)

    def _definitions(self, block: Definitions) -> None:
        """Bold name, tab, text with a hanging indent: it looks like two columns and is read as one sentence a pair.

        A table without borders would be announced as a table without a header row, and be harder to edit.
        """
        size, room = Pt(self._look.sheet.body), self._end * _WIDEST_NAME
        air = styles.units(self._look, 1)
        widths = [self._measured(name, size) for name, _ in block.entries]
        column = max((width for width in widths if width <= room), default=room - air) + air
        shift = self.flow.frame.left if self.flow.boxed else 0.0
        look = ParagraphFormat(left=column, hanging=column, tabs=(Tab(column + shift),))
        for (name, parts), width in zip(block.entries, widths, strict=True):
            gap = "\t" if width <= room else "\n"
            self.flow.paragraph(
                styles.DEFINITION, [ooxml.run(name, _BOLD), ooxml.run(gap), *self._inlines(parts)], look
            )

    def _measured(self, name: str, size: Pt) -> float:
        """Width of a name in bold, pt; a character the family lacks counts as wide, and so does a template's family."""
        advances = self._look.family.fonts[Face.BOLD].advances
        return fsum(advances.get(ord(char), 1.0) for char in name) * size * (_WIDER if self._look.template else 1)

    def _table(self, block: Table) -> None:
        widths = tables.column_widths(block.widths, self._end)
        head = tables.row(widths, ([ooxml.run(name)] for name in block.header), head=True)
        room, style, ticked = 0.0, styles.TABLE, None
        if isinstance(block, WritingTable):
            room, style, ticked = block.room, styles.WRITING_TABLE, block.ticked
        rows = (tables.row(widths, map(self._inlines, cells), least=room, ticked=ticked) for cells in block.rows)
        description, first = ", ".join(block.header), block.named_by == 0
        self.flow.table(tables.table(block.title, description, widths, [head, *rows], style, first))

    def _figure(self, block: Figure) -> None:
        drawing = block.scene.size
        inset = Pt(self.flow.frame.left + self.flow.frame.right).mm if self.flow.boxed else 0.0
        shrunk = figures.scale(drawing, self._look, self._page, self._width - inset, self._lines_of(block.caption))
        look = ParagraphFormat(keep_next=bool(block.caption))
        self.flow.paragraph(styles.FIGURE, [self._figures.run(block, shrunk)], look)
        if block.caption:
            self.flow.paragraph(styles.CAPTION, self._inlines(block.caption))

    def _lines_of(self, caption: Inlines) -> int:
        """How many lines a caption takes at most: counted in bold, which is wider than what it is set in."""
        words = "".join(str(part.number) if isinstance(part, NoteMark) else part.text for part in caption)
        return ceil(self._measured(words, self._look.theme.typography.scale.caption.size(self._look.sheet)) / self._end)

    def _contents(self, block: Contents) -> None:
        """Word's own field with its result filled in: links without page numbers, which nothing but Word knows.

        It is not renewed unasked, as Word would ask the reader first; whoever adds headings renews it. Then it lists
        the headings of the levels that our entries have (decision 0024). A second list of contents, of a part of the
        document, is links alone.
        """
        known = self._places.levels
        levels = [known[entry.anchor] for entry in block.entries if entry.anchor in known]
        is_field, self._has_contents = bool(levels) and not self._has_contents, True
        for entry in block.entries:
            words = [ooxml.jump(entry.text, self._places.bookmarks[entry.anchor], "")]
            if is_field and entry is block.entries[0]:
                words[:0] = ooxml.field_begin(f'TOC \\o "{min(levels)}-{max(levels)}" \\u \\h \\z \\n')
            if is_field and entry is block.entries[-1]:
                words.append(ooxml.field_end())
            self.flow.paragraph(styles.CONTENTS[entry.level - 1], words)
        if is_field:
            self.flow.field_ended()

    def _index(self, block: Index) -> None:
        """Links without page numbers, as in the contents: where an entry has several places, by the words there."""
        for group in block.groups:
            self.flow.paragraph(styles.CONTENTS[0], [ooxml.run(group.letter, _BOLD)])
            for entry in group.entries:
                self.flow.paragraph(styles.CONTENTS[1], self._index_entry(entry))

    def _index_entry(self, entry: IndexEntry) -> Iterator[Element]:
        if len(entry.anchors) == 1:
            yield ooxml.jump(entry.text, self._places.bookmarks[entry.anchors[0]], "")
            return
        yield ooxml.run(entry.text)
        for number, anchor in enumerate(entry.anchors):
            yield ooxml.run("; " if number else ": ")
            yield ooxml.jump(self._places.words[anchor], self._places.bookmarks[anchor], "")

    def _break(self, block: Break) -> None:
        """A page; or a section, where it begins on a right-hand page, or is to be turned by itself as a map is.

        The running drawing is left out: in Word a header changes only with a section of its own.
        """
        if self._parted or not (block.right or block.own or self._on_its_own):
            self.flow.page_break()
            return
        self.flow.section_page(section(self._page), ON_A_RIGHT_PAGE if block.right else ON_A_PAGE)
        self._on_its_own = block.own

    def _together(self, block: Together) -> None:
        """Columns in it stand one after the other: Word parts sections where it likes."""
        start, whole, self._parted = len(self.flow.elements), self._parted, True
        self.write(block.blocks)
        self.flow.kept_together(start)
        self._parted = whole

    def _notes(self, block: Notes) -> None:
        for number, parts in enumerate(block.entries, 1):
            self.flow.paragraph(styles.NOTE, [*self._parts.note(number), *self._inlines(parts)])

    def _band(self, block: Band) -> None:
        """A framed paragraph on the phase's colour; the number in a white frame stands for the ring."""
        inks, inset = self._look.theme.inks, _BAND_LINE + _BAND_GAP
        edges = self.flow.lines_round(inks.ink, _BAND_LINE, _BAND_GAP)
        end = Tab(self._end - inset, right=True)
        look = ParagraphFormat(edges=edges, fill=block.fill, tabs=(end,), left=inset, right=inset)
        name = CharacterFormat(bold=True, colour=block.ink)
        size = self._look.theme.typography.scale.band_detail.size(self._look.sheet)
        detail = CharacterFormat(bold=False, colour=block.ink, size=size)
        words = [ooxml.run(f"  {block.text}" if block.number else block.text, name)]
        if block.number:
            ring = CharacterFormat(bold=True, colour=inks.ink, frame=inks.ink, fill=inks.paper)
            words.insert(0, framed(block.number, ring, air=" "))
        if block.detail:
            words.append(ooxml.run(f"\t{block.detail}", detail))
        self.flow.paragraph(styles.PHASE_BAND, words, look)

    def _panel(self, block: Panel) -> None:
        """A box of paragraphs; each writing line is a tab stop with a line up to it, so that no paragraph is empty.

        Border lines would do on paper, but Word joins a box only of paragraphs whose borders are all alike. The lines
        are one paragraph: LibreOffice finds less room than there is for boxed paragraphs that are to stay together.
        """
        self.flow.open_box()
        self.write(block.blocks)
        end = (Tab(self._end - self.flow.frame.right, right=True, ruled=True),)
        if block.lines:
            lines = ooxml.run("\n".join("\t" * block.lines))
            self.flow.paragraph(styles.WRITING_LINE, [lines], ParagraphFormat(tabs=end, keep_next=False))
        self.flow.close_box()

    def _columns(self, block: Columns) -> None:
        """Two columns of Word's own, in a section between two others; inside a box or a column, one after the other.

        A table would be announced as one, and text boxes are read in no order; columns are read as they are written.
        """
        if self._parted or self.flow.boxed or not (block.main and block.side):
            self.write(block.main)
            self.write(block.side)
            return
        self.flow.open_columns(section(self._page))
        self._parted = True
        self._write_within(self._page.main_width, block.main)
        self.flow.column()
        self._write_within(self._page.side_width, block.side)
        self._parted = False
        self.flow.close_columns(section(self._page, parted=True))

    def _write_within(self, width: float, blocks: Iterable[Block]) -> None:
        """Write blocks in a column of this width, mm."""
        whole, self._width = self._width, width
        self.write(blocks)
        self._width = whole

    @property
    def _end(self) -> float:
        """Where a line ends, pt."""
        return Mm(self._width).pt

    def _inlines(self, parts: Inlines) -> Iterator[Element]:
        return self._parts.written(parts)
