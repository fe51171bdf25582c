"""The blocks of a document as HTML: one macro of a template for each kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import assert_never

from markupsafe import Markup

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
    Inline,
    Inlines,
    ItemList,
    Jump,
    Landing,
    NoteMark,
    Notes,
    Panel,
    Paragraph,
    Rule,
    Table,
    Text,
    Together,
    Web,
    WritingTable,
    is_web,
    reading_order,
)
from pipeline.typesetting import Family
from pipeline.writers.html.openings import drawing, macro, prose
from pipeline.writers.html.phase_colours import PhaseNames
from pipeline.writers.svg.inline import inline

_Arranged = Figure | Band | Panel | Columns | Foot | Together | Rule | Break
_BLOCKS, _DEEPEST = "blocks.html.j2", 6
_WIDE = 4  # a table with so many columns may be wider than a narrow screen


@dataclass
class BlockWriter:
    """Writes runs of blocks. `leads_out` is said after a link out of the page; drawings get ids in their order."""

    family: Family
    phases: PhaseNames
    leads_out: str
    _figures: int = field(default=0)

    def run(self, blocks: Iterable[Block], deeper: int = 0) -> Markup:
        """The blocks in reading order, their headings so many levels deeper than they say."""
        found = tuple(blocks)
        return Markup("\n").join(self._block(found[place], deeper) for place in reading_order(found))

    def inlines(self, parts: Inlines) -> Markup:
        """A running text."""
        return Markup("").join(self._inline(part) for part in parts)

    def _block(self, block: Block, deeper: int) -> Markup:
        match block:
            case Heading():
                made = _macro("heading", min(block.level + deeper, _DEEPEST), block.text, block.anchor)
            case Paragraph(parts, tone):
                made = _macro("paragraph", self.inlines(parts), tone.value)
            case ItemList(entries, bulleted):
                made = _macro("item_list", self._all(entries), bulleted)
            case Definitions(entries):
                made = _macro("definitions", [(name, self.inlines(meaning)) for name, meaning in entries])
            case Table():
                made = self._table(block)
            case Notes(notes):
                made = _macro("notes", self._all(notes))
            case Contents(lines):
                made = _macro("contents", lines)
            case Index(groups):
                made = _macro("index", groups)
            case _:
                made = self._arranged(block, deeper)
        return made

    def _arranged(self, block: _Arranged, deeper: int) -> Markup:
        """Blocks that hold others, or stand between them."""
        match block:
            case Figure():
                made = self._figure(block)
            case Band():
                made = _macro("band", block, self.phases.of(block.fill))
            case Panel(inner, _):
                made = _macro("panel", self.run(inner, deeper))
            case Columns(main, side):
                made = _macro("columns", self.run(main, deeper), self.run(side, deeper))
            case Foot(inner) | Together(inner):
                made = _macro("together", self.run(inner, deeper))
            case Rule():
                made = Markup("<hr>")
            case Break():
                made = Markup()
            case _:
                assert_never(block)
        return made

    def _all(self, entries: tuple[Inlines, ...]) -> list[Markup]:
        return [self.inlines(entry) for entry in entries]

    def _table(self, table: Table) -> Markup:
        """The table; nothing of one to write in by hand, which nobody does on a screen."""
        if isinstance(table, WritingTable):
            return Markup()
        rows = [self._all(row) for row in table.rows]
        return _macro("table", table, rows, len(table.header) >= _WIDE)

    def _figure(self, figure: Figure) -> Markup:
        """A drawing among the text. Its links lead nowhere here: the text says the same and has links."""
        self._figures += 1
        svg = drawing(inline(figure, self.family, f"bild--{self._figures}--", {}))
        return _macro("figure", svg, self.inlines(figure.caption))

    def _inline(self, part: Inline) -> Markup:
        match part:
            case Text():
                return _macro("text", part) if part.strong or part.language else prose(part.text)
            case Landing():
                return _macro("landing", part)
            case Jump():
                return _macro("jump", part)
            case Web(text, address):
                return _macro("web", text, address, self.leads_out) if is_web(address) else prose(text)
            case NoteMark():
                return _macro("note_mark", part)
        assert_never(part)


def _macro(name: str, /, *values: object) -> Markup:
    """What a macro makes of the values: it escapes all that is not markup already."""
    return Markup(macro(_BLOCKS, name)(*values))
