"""The same text by python-docx alone: headings, paragraphs, runs and tables, nothing else.

No links, bookmarks, boxes, columns or fonts, and the styles of its own template. As its manual has it, with a style by
its name, most of the time goes to looking that name up, anew for every paragraph: `lean` sets its id at once.
"""

import io

import docx
from docx.text.paragraph import Paragraph as WordParagraph

from pipeline.document import (
    Band,
    Block,
    Break,
    Columns,
    Contents,
    Definitions,
    Document,
    Foot,
    Heading,
    Inlines,
    ItemList,
    NoteMark,
    Notes,
    Panel,
    Paragraph,
    Table,
    Text,
    Together,
)

_LINE = "_" * 60


def plain_docx(document: Document, lean: bool) -> bytes:
    """The text of the document as a Word file; figures are left out."""
    plain = _Plain(lean)
    for block in document.blocks:
        plain.write(block)
    about = document.metadata
    plain.word.core_properties.title, plain.word.core_properties.author = about.title, about.author
    target = io.BytesIO()
    plain.word.save(target)
    return target.getvalue()


class _Plain:
    def __init__(self, lean: bool) -> None:
        self.word, self.lean = docx.Document(), lean

    def _styled(self, style: str) -> WordParagraph:
        if not self.lean:
            return self.word.add_paragraph(style=style)
        paragraph = self.word.add_paragraph()
        paragraph._p.style = style.replace(" ", "")
        return paragraph

    def write(self, block: Block) -> None:
        match block:
            case Heading(level, text):
                self._styled(f"Heading {level}").add_run(text)
            case Paragraph(parts):
                self._paragraph(parts)
            case Table():
                self._table(block)
            case Break():
                self.word.add_page_break()
            case Band(number, text, detail):
                self.word.add_paragraph(f"{number}  {text}\t{detail}")
            case ItemList() | Definitions() | Contents() | Notes():
                self._lines(block)
            case _:
                self._write_within(block)

    def _write_within(self, block: Block) -> None:
        """The blocks of a block, one after the other; a figure or a rule has none."""
        match block:
            case Columns(main, side):
                within = (*main, *side)
            case Foot(blocks) | Together(blocks) | Panel(blocks):
                within = blocks
            case _:
                within = ()
        for one in within:
            self.write(one)
        for _ in range(block.lines if isinstance(block, Panel) else 0):
            self.word.add_paragraph(_LINE)

    def _lines(self, block: Block) -> None:
        match block:
            case ItemList(entries):
                for entry in entries:
                    self._paragraph(entry, "List Bullet")
            case Definitions(entries):
                for name, parts in entries:
                    self._paragraph((Text(name, strong=True), Text("\t"), *parts))
            case Contents(entries):
                for line in entries:
                    self.word.add_paragraph(line.text)
            case Notes(entries):
                for parts in entries:
                    self._paragraph(parts, "List Number")

    def _paragraph(self, parts: Inlines, style: str | None = None) -> None:
        paragraph = self._styled(style) if style else self.word.add_paragraph()
        for part in parts:
            if isinstance(part, NoteMark):
                paragraph.add_run(str(part.number)).font.superscript = True
            else:
                run = paragraph.add_run(part.text)
                if getattr(part, "strong", False):
                    run.bold = True

    def _table(self, block: Table) -> None:
        table = self.word.add_table(rows=1, cols=len(block.header), style="Table Grid")
        for cell, text in zip(table.rows[0].cells, block.header, strict=True):
            cell.text = text
        for row in block.rows:
            for cell, parts in zip(table.add_row().cells, row, strict=True):
                cell.text = "".join(part.text for part in parts if not isinstance(part, NoteMark))
