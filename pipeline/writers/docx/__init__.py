"""Word: a flowing document as a .docx that can be edited, that a screen reader can read, and that never varies."""

from __future__ import annotations

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from pipeline.document import Break, Document, walk
from pipeline.writers.docx import running
from pipeline.writers.docx.blocks import BlockWriter
from pipeline.writers.docx.house import House
from pipeline.writers.docx.links import Relations, places_in
from pipeline.writers.docx.ooxml import Element, clark, node
from pipeline.writers.docx.package import empty_file, furnish, packed
from pipeline.writers.docx.page import Page, first_section, page, section
from pipeline.writers.look import Look
from pipeline.writers.written import Written

__all__ = ["write"]


def write(document: Document, look: Look) -> Written:
    """The document as a Word file; the same bytes for the same document and look, on every machine.

    Raises KeyError for a Jump to an anchor that no heading has, and ValueError for an anchor at two headings, a web
    address that is not https, http or mailto, or a table row that has not as many cells as the header: all of these
    are the composer's faults, never the author's.
    """
    word, relations = empty_file()
    if look.template is not None:
        house = House(look.template, look, document, word)
        _write_text(document, house.look, house.page, word, relations)
        house.complete(relations, _count(document))
    else:
        measures = page(look)
        furnish(word, relations, look, measures, document.metadata)
        _write_text(document, look, measures, word, relations)
        first_section(next(word.element.body.iter(clark("w:sectPr"))), _ends(document, look, relations, word.part))
    return Written(packed(word.part.package, document.metadata), None)


def _write_text(document: Document, look: Look, measures: Page, word: WordFile, relations: Relations) -> None:
    blocks = document.blocks
    writer = BlockWriter(look, measures, relations, places_in(blocks))
    writer.write(blocks)
    writer.flow.finish(section(measures))
    word.element.body.extend(writer.flow.elements)


def _count(document: Document) -> int:
    """How many pages there are, plausibly, until Word has counted; a break that begins the document begins none."""
    return 1 + sum(isinstance(block, Break) for block in walk(document.blocks[1:]))


def _ends(document: Document, look: Look, relations: Relations, main: Part) -> list[Element]:
    """References to the header and the footer, which are the same on all pages."""
    pages = _count(document)
    written = (
        ("header", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER, running.header(document.running, look)),
        ("footer", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER, running.footer(document.running, look, pages)),
    )
    found = []
    for name, content, kind, data in written:
        relation = relations.part(kind, Part(PackURI(f"/word/{name}1.xml"), content, data, main.package))
        found.append(node(f"w:{name}Reference", {"type": "default", "r:id": relation}))
    return found
