"""A Word file against the content that it was made from: nothing is lost, doubled or out of order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from pipeline.document import (
    Band,
    Block,
    Contents,
    Definitions,
    Document,
    Figure,
    Heading,
    Index,
    Inlines,
    Jump,
    Landing,
    NoteMark,
    Table,
    Web,
    WritingTable,
    running_text,
    walk,
)
from pipeline.writers.docx.gate.reading import levels
from pipeline.writers.docx.links import bookmark_name, note_bookmark, safe_address
from pipeline.writers.docx.ooxml import Element
from pipeline.writers.docx.opened import OpenedFile, named, paragraphs, tag, words
from pipeline.writers.written import Finding, Part

# Word has nine levels of headings, of which the writer's styles name four.
_DEEPEST = 4
_SAME = str.maketrans({"\u00ad": None, "\u00a0": " ", "\u2011": "-", "\u200b": None})
_TOLD = 60
# What Word shows of a property.
_PROPERTY_LIMIT = 255


def against(opened: OpenedFile, document: Document) -> Iterator[Finding]:
    """Everything in which the file is not what the document says."""
    blocks = tuple(walk(document.blocks))
    yield from _headings(opened, blocks)
    yield from _tables(opened, blocks)
    yield from _figures(opened, blocks)
    yield from _places(opened, blocks)
    yield from _links(opened, blocks)
    yield from _texts(opened, blocks)
    yield from _description(opened, document)
    yield from _running(opened, document)


def plain(text: str) -> str:
    """One space between words, and without the characters that only typesetting needs."""
    return re.sub(r"\s+", " ", text.translate(_SAME)).strip()


def _first_difference(code: str, wanted: list[str], found: list[str]) -> Iterator[Finding]:
    for one, other in zip_longest(wanted, found):
        if one != other:
            yield Finding(code, f"{(other or '')[:_TOLD]!r} != {(one or '')[:_TOLD]!r}", Part.WORDS)
            return


def _headings(opened: OpenedFile, blocks: tuple[Block, ...]) -> Iterator[Finding]:
    """The same headings in the same order and level."""
    said = (block for block in blocks if isinstance(block, Heading))
    wanted = [f"{min(block.level, _DEEPEST)} {plain(block.text)}" for block in said]
    found = [f"{level} {plain(words(paragraph))}" for level, paragraph in levels(opened)]
    yield from _first_difference("headings_differ", wanted, found)


def _tables(opened: OpenedFile, blocks: tuple[Block, ...]) -> Iterator[Finding]:
    """The same tables with the same rows and cells; a box to tick may hold a mark that is no word."""
    told = [block for block in blocks if isinstance(block, Table)]
    found = list(opened.main.iter(tag("w:tbl")))
    titles = [_title(table) for table in found]
    yield from _first_difference("tables_differ", [plain(block.title) for block in told], titles)
    for block, table in zip(told, found, strict=False):
        ticked = block.ticked if isinstance(block, WritingTable) else None
        rows = [[plain(head) for head in block.header], *([plain(spoken(cell)) for cell in row] for row in block.rows)]
        read = [[_cell(cell) for cell in row.findall(tag("w:tc"))] for row in table.findall(tag("w:tr"))]
        yield from _first_difference("rows_differ", _lines(rows, ticked), _lines(read, ticked))


def _lines(rows: list[list[str]], ticked: int | None) -> list[str]:
    """Rows as lines; below the header without the column of boxes to tick."""
    return [
        " | ".join(cell for column, cell in enumerate(row) if not at or column != ticked) for at, row in enumerate(rows)
    ]


def _title(table: Element) -> str:
    properties = table.find(tag("w:tblPr"))
    return "" if properties is None else plain(named(properties, "w:tblCaption") or "")


def _cell(cell: Element) -> str:
    return plain(" ".join(map(words, cell.iter(tag("w:p")))))


def spoken(parts: Inlines) -> str:
    """The words of inline parts, marks of notes by their numbers."""
    return "".join(str(part.number) if isinstance(part, NoteMark) else part.text for part in parts)


def _figures(opened: OpenedFile, blocks: tuple[Block, ...]) -> Iterator[Finding]:
    """The same figures, told by their alternatives; in mc:AlternateContent that of the branch that Word reads."""
    wanted = [plain(block.alternative) for block in blocks if isinstance(block, Figure)]
    aside = tag("mc:Fallback")
    drawn = (one for one in opened.main.iter(tag("wp:docPr")) if next(one.iterancestors(aside), None) is None)
    yield from _first_difference("figures_differ", wanted, [plain(one.get("descr", "")) for one in drawn])


# ---------------------------------------------------------------- places and links


def _places(opened: OpenedFile, blocks: tuple[Block, ...]) -> Iterator[Finding]:
    """A bookmark for each anchor, in the order of reading; there may be others between them."""
    wanted = [bookmark_name(anchor) for block in blocks for anchor in _anchors(block)]
    names = [start.get(tag("w:name"), "") for start in opened.main.iter(tag("w:bookmarkStart"))]
    known = {*wanted}
    yield from _first_difference("bookmarks_differ", wanted, [name for name in names if name in known])


def _anchors(block: Block) -> Iterator[str]:
    if isinstance(block, Heading) and block.anchor:
        yield block.anchor
    for parts in running_text(block):
        yield from (part.anchor for part in parts if isinstance(part, Landing))


def _links(opened: OpenedFile, blocks: tuple[Block, ...]) -> Iterator[Finding]:
    """Every link of the content is there with its words, as often as there."""
    addresses = {one.key: one.target for one in opened.relations if one.source == "word/document.xml"}
    found = Counter(
        (plain(words(link)), link.get(tag("w:anchor")) or addresses.get(link.get(tag("r:id"), ""), ""))
        for link in opened.main.iter(tag("w:hyperlink"))
    )
    wanted = Counter(link for block in blocks for link in _wanted_links(block))
    yield from (Finding("link_lost", f"{text} -> {target}", Part.WORDS) for text, target in sorted(wanted - found))


def _wanted_links(block: Block) -> Iterator[tuple[str, str]]:
    for parts in running_text(block):
        for part in parts:
            match part:
                case Jump(text, anchor):
                    yield plain(text), bookmark_name(anchor)
                case Web(text, address):
                    yield plain(text), safe_address(address)
                case NoteMark(number):
                    yield str(number), note_bookmark(number)
                case _:
                    pass
    if isinstance(block, Contents):
        yield from ((plain(entry.text), bookmark_name(entry.anchor)) for entry in block.entries)


# ---------------------------------------------------------------- words


def _texts(opened: OpenedFile, blocks: tuple[Block, ...]) -> Iterator[Finding]:
    """All words of the content in its order; between them may stand what the writer adds, as "Figur 1"."""
    # Without white space: a tab, a line break and a new paragraph part words alike.
    read = _squeezed("".join(map(words, paragraphs(opened.main))))
    at = 0
    for block in blocks:
        for text in _said(block):
            wanted = _squeezed(text)
            place = read.find(wanted, at)
            if place < 0:
                yield Finding("words_missing", text[:_TOLD], Part.WORDS)
                return
            at = place + len(wanted)


def _squeezed(text: str) -> str:
    return plain(text).replace(" ", "")


def _said(block: Block) -> Iterator[str]:
    """The words of a block itself, piece by piece as they are read; tables are compared cell by cell elsewhere."""
    match block:
        case Heading(_, text):
            yield text
        case Band(number, text, detail):
            yield from (number, text, detail)
        case Definitions(pairs):
            for name, parts in pairs:
                yield from (name, spoken(parts))
        case Contents(entries):
            yield from (entry.text for entry in entries)
        case Index(groups):
            for group in groups:
                yield group.letter
                yield from (entry.text for entry in group.entries)
        case Table():
            yield from block.header
        case _:
            yield from (spoken(parts) for parts in running_text(block))


def _description(opened: OpenedFile, document: Document) -> Iterator[Finding]:
    """Title, language and own properties as the content says."""
    said, core = document.metadata, opened.properties
    for name, value in (("title", said.title[:_PROPERTY_LIMIT]), ("language", said.language)):
        if (core.findtext(tag(f"dc:{name}")) or "") != value:
            yield Finding("metadata_differs", name, Part.WORDS)
    root = opened.roots.get("docProps/custom.xml")
    own = () if root is None else root.iter(tag("custom:property"))
    values = {one.get("name", ""): "".join(map(str, one.itertext())) for one in own}
    for fact in said.facts:
        if values.get(fact.key) != fact.value[:_PROPERTY_LIMIT]:
            yield Finding("metadata_differs", fact.key, Part.WORDS)


def _running(opened: OpenedFile, document: Document) -> Iterator[Finding]:
    """Status, stamp and the address of what is current stand in headers or footers, whoever's these are."""
    ends = {name: root for name, root in opened.stories.items() if root is not opened.main}
    read = plain(" ".join(words(paragraph) for root in ends.values() for paragraph in root.iter(tag("w:p"))))
    for name in ("status", "stamp", "current"):
        if plain(getattr(document.running, name)) not in read:
            yield Finding("running_text_missing", name, Part.WORDS)
