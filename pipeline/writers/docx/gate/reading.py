"""How a Word file is read: headings, tables, gaps, language, title, and the words of links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.writers.docx.ooxml import Element
from pipeline.writers.docx.opened import OpenedFile, named, paragraphs, style_of, tag, words
from pipeline.writers.written import Finding, Part

_BARE_ADDRESS = re.compile(r"\s*(https?://|mailto:|www\.)", re.IGNORECASE)
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_CONTENT = ("w:tab", "w:ptab", "w:drawing", "w:pict", "w:br", "w:sym", "w:fldChar", "w:fldSimple", "w:sdt")
_BODY_LEVEL = 9


def tables(opened: OpenedFile) -> Iterator[Finding]:
    """Tables of the text have a title and a header row that is marked and repeated; those of headers only lay out."""
    for table in opened.main.iter(tag("w:tbl")):
        row = table.find(tag("w:tr"))
        if row is None or row.find(f"{tag('w:trPr')}/{tag('w:tblHeader')}") is None:
            yield Finding("table_header_missing", words(table)[:40], Part.STRUCTURE)
        properties = table.find(tag("w:tblPr"))
        look = None if properties is None else properties.find(tag("w:tblLook"))
        if look is None or look.get(tag("w:firstRow")) not in {"1", "true", "on"}:
            yield Finding("table_header_unmarked", words(table)[:40], Part.STRUCTURE)
        if properties is None or not (named(properties, "w:tblCaption") or "").strip():
            yield Finding("table_untitled", words(table)[:40], Part.STRUCTURE)


def headings(opened: OpenedFile) -> Iterator[Finding]:
    """No level is jumped over on the way down; there is a heading, it is of level 1, and none is empty."""
    before = 0
    for level, paragraph in levels(opened):
        if level > before + 1:
            yield Finding("heading_jump", words(paragraph)[:40], Part.STRUCTURE)
        if not words(paragraph).strip():
            yield Finding("heading_empty", str(level), Part.STRUCTURE)
        before = level
    if not before:
        yield Finding("heading_missing", "word/document.xml", Part.STRUCTURE)


def levels(opened: OpenedFile) -> Iterator[tuple[int, Element]]:
    """The headings of the text with their levels."""
    for paragraph in paragraphs(opened.main):
        if level := _level(opened, paragraph):
            yield level, paragraph


def _level(opened: OpenedFile, paragraph: Element) -> int:
    """The level of a heading by the name of its style or its place in the outline, 0 for any other paragraph."""
    styles = list(opened.lineage(style_of(paragraph)))
    for style in styles:
        if found := _HEADING.fullmatch(named(style, "w:name") or ""):
            return int(found[1])
    for holder in (paragraph, *styles):
        properties = holder.find(tag("w:pPr"))
        level = None if properties is None else named(properties, "w:outlineLvl")
        if level is not None:
            return 0 if int(level) >= _BODY_LEVEL else int(level) + 1
    return 0


def gaps(opened: OpenedFile) -> Iterator[Finding]:
    """No paragraph of the text is empty only to make room."""
    for paragraph in paragraphs(opened.main):
        full = words(paragraph).strip() or next(paragraph.iter(*map(tag, _CONTENT)), None) is not None
        if not full and not _needed(paragraph) and not _bordered(opened, paragraph):
            yield Finding("paragraph_empty", style_of(paragraph) or "", Part.STRUCTURE)


def _needed(paragraph: Element) -> bool:
    """Whether the format itself asks for it: alone in a cell, between two tables, or a section's last after one.

    A section's last after a field's end too, which stands where a table of contents ends before a section does.
    """
    before, after, around = paragraph.getprevious(), paragraph.getnext(), paragraph.getparent()
    if around is not None and around.tag == tag("w:tc"):
        return len(around.findall(tag("w:p"))) == 1
    after_table = before is not None and before.tag == tag("w:tbl")
    ends_section = paragraph.find(f"{tag('w:pPr')}/{tag('w:sectPr')}") is not None
    if ends_section and before is not None and _ends_field(before):
        return True
    return after_table and (ends_section or after is None or after.tag in (tag("w:tbl"), tag("w:sectPr")))


def _ends_field(paragraph: Element) -> bool:
    """Whether more fields end in it than begin."""
    kinds = [mark.get(tag("w:fldCharType")) for mark in paragraph.iter(tag("w:fldChar"))]
    return kinds.count("end") > kinds.count("begin")


def _bordered(opened: OpenedFile, paragraph: Element) -> bool:
    """Whether a line is drawn: such a paragraph is a rule, not a gap."""
    border = f"{tag('w:pPr')}/{tag('w:pBdr')}"
    return any(found.find(border) is not None for found in (paragraph, *opened.lineage(style_of(paragraph))))


def description(opened: OpenedFile) -> Iterator[Finding]:
    """Title and language in the properties; the language also where Word and a screen reader look for it."""
    for name in ("title", "language"):
        if not (opened.properties.findtext(tag(f"dc:{name}")) or "").strip():
            yield Finding(f"{name}_missing", "core properties", Part.STRUCTURE)
    spoken = [language for default in opened.every("w:rPrDefault") for language in default.iter(tag("w:lang"))]
    for place, marks in (("styles", spoken), ("settings", list(opened.every("w:themeFontLang")))):
        if not any(mark.get(tag("w:val")) for mark in marks):
            yield Finding("language_missing", place, Part.STRUCTURE)


def link_texts(opened: OpenedFile) -> Iterator[Finding]:
    """A link is called something, and not by its address."""
    for link in opened.main.iter(tag("w:hyperlink")):
        text = words(link)
        if _BARE_ADDRESS.match(text):
            yield Finding("link_text_address", text[:40], Part.STRUCTURE)
        if not text.strip() and next(link.iter(tag("w:drawing")), None) is None:
            yield Finding("link_text_missing", link.get(tag("w:anchor"), ""), Part.STRUCTURE)


RULES = (tables, headings, gaps, description, link_texts)
