"""What a reader should hear: the elements of a document or of sheets, with their words, in reading order.

This is derived from the content alone, by the mapping of blocks to standard structure types (ISO 32000-1, 14.8.4) that
docs/guides/pdf.md states; the writer has its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from typing import assert_never

from pipeline.document import (
    Band,
    Block,
    Break,
    Columns,
    Contents,
    Definitions,
    Document,
    Entry,
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
    Sheets,
    Table,
    Text,
    Together,
    Web,
    is_web,
    reading_order,
    running_text,
    walk,
)
from pipeline.scene import Group, Item, Link, Role, Scene, TextLine
from pipeline.scene import walk as walk_items

BULLET = "\u2022"

_Entries = ItemList | Definitions | Table | Contents | Index | Notes


@dataclass(frozen=True, slots=True)
class Spoken:
    """An element as it is heard: how deep it lies, its role, its words, and what else is said of it.

    `said` is an alternative, a language, a scope, a summary or a kind of numbering. `anchors` are names of places in
    it, where it begins; words that end with the number of a page name that heading's in `page_of`. The pages of
    the places in `indexed` follow the words, in order and each once, as a Reference > Link each. Elements that only
    group have no words.
    """

    depth: int
    role: str
    text: str = ""
    said: str = ""
    anchors: tuple[str, ...] = ()
    page_of: str = ""
    indexed: tuple[str, ...] = ()


def expected(content: Sheets | Document) -> Iterator[Spoken]:
    """Every element that the file should have, in reading order."""
    yield Spoken(0, "Document")
    speaker = _Speaker(_anchors(content))
    if isinstance(content, Document):
        yield from _with_stamp(speaker.blocks(content.blocks, 1), content.running.stamp)
        return
    for number, page in enumerate(content.pages):
        yield from speaker.sheet(page, "H2" if number else "H1")
    if content.text:
        yield from speaker.blocks(content.text.blocks, 1)


@dataclass(frozen=True)
class _Speaker:
    """Tells blocks; `anchors` are the places that words may lead to."""

    anchors: Set[str]

    def blocks(self, blocks: tuple[Block, ...], depth: int) -> Iterator[Spoken]:
        for at in reading_order(blocks):
            yield from self._block(blocks[at], depth)

    def _block(self, block: Block, depth: int) -> Iterator[Spoken]:
        match block:
            case Heading(level, text, anchor):
                yield Spoken(depth, f"H{level}", text, anchors=(anchor,) if anchor else ())
            case Paragraph(parts, _):
                yield from self._holding("P", parts, depth)
            case Band(number, text, detail):
                yield Spoken(depth, "P", f"{number} {text} {detail}")
            case Figure(scene, alternative, caption):
                yield from self._figure(scene.items, alternative, depth)
                if caption:
                    yield from self._holding("Caption", caption, depth)
            case Panel(inner, _):
                yield Spoken(depth, "Div")
                yield from self.blocks(inner, depth + 1)
            case Columns(main, side):
                yield from self.blocks((*main, *side), depth)
            case Foot(inner) | Together(inner):
                yield from self.blocks(inner, depth)
            case Rule() | Break():
                pass
            case _:
                yield from self._entries(block, depth)

    def _entries(self, block: _Entries, depth: int) -> Iterator[Spoken]:
        match block:
            case ItemList(entries, bulleted):
                yield from self._list(entries, bulleted, depth)
            case Definitions():
                yield from self._definitions(block, depth)
            case Table():
                yield from self._table(block, depth)
            case Contents(lines):
                yield from self._contents(lines, depth)
            case Index():
                yield from self._index(block, depth)
            case Notes(notes):
                yield from self._notes(notes, depth)
            case _:
                assert_never(block)

    def sheet(self, page: Scene, heading: str) -> Iterator[Spoken]:
        """A drawing: its title as a heading, and all else but its stamp in a figure."""
        yield from _of_role(page, Role.TITLE, heading)
        yield from _of_role(page, Role.ABOUT, "P")
        if heading == "H1":  # what is stamped on every page is said once
            yield from _of_role(page, Role.STAMP, "P")
        yield from self._figure(_without(page.items, {Role.TITLE, Role.ABOUT, Role.STAMP}), page.title, 1)

    def _holding(self, role: str, parts: Inlines, depth: int, said: str = "") -> Iterator[Spoken]:
        """An element that holds running text, and what lies within that."""
        places = tuple(part.anchor for part in parts if isinstance(part, Landing))
        yield Spoken(depth, role, "".join(map(_words, parts)), said, places)
        for part in parts:
            yield from self._inline(part, depth + 1)

    def _inline(self, part: Inline, depth: int) -> Iterator[Spoken]:
        match part:
            case Text(text, _, language):
                if language:
                    yield Spoken(depth, "Span", text, language)
            case Jump(text, anchor):
                if anchor in self.anchors:
                    yield Spoken(depth, "Link", text)
            case Web(text, address):
                if is_web(address):
                    yield Spoken(depth, "Link", text)
            case NoteMark(number):
                yield Spoken(depth, "Reference", str(number))
                yield Spoken(depth + 1, "Link", str(number))
            case Landing():
                pass
            case _:
                assert_never(part)

    def _list(self, entries: tuple[Inlines, ...], bulleted: bool, depth: int) -> Iterator[Spoken]:
        yield Spoken(depth, "L", said="Disc" if bulleted else "None")
        for entry in entries:
            yield Spoken(depth + 1, "LI")
            if bulleted:
                yield Spoken(depth + 2, "Lbl", BULLET)
            yield from self._holding("LBody", entry, depth + 2)

    def _definitions(self, block: Definitions, depth: int) -> Iterator[Spoken]:
        yield Spoken(depth, "L", said="None")
        for name, meaning in block.entries:
            yield Spoken(depth + 1, "LI")
            yield Spoken(depth + 2, "Lbl", name)
            yield from self._holding("LBody", meaning, depth + 2)

    def _table(self, table: Table, depth: int) -> Iterator[Spoken]:
        yield Spoken(depth, "Table", said=table.title)
        yield Spoken(depth + 1, "THead")
        yield Spoken(depth + 2, "TR")
        yield from (Spoken(depth + 3, "TH", text, "Column") for text in table.header)
        if table.rows:
            yield Spoken(depth + 1, "TBody")
        for row in table.rows:
            yield Spoken(depth + 2, "TR")
            for column, cell in enumerate(row):
                names = column == table.named_by
                yield from self._holding("TH" if names else "TD", cell, depth + 3, "Row" if names else "")

    def _figure(self, items: tuple[Item, ...], alternative: str, depth: int) -> Iterator[Spoken]:
        yield Spoken(depth, "Figure", _drawn(items), alternative)
        for item in walk_items(items):
            if isinstance(item, Link) and self._leads(item.target):
                yield Spoken(depth + 1, "Link", _drawn(item.items))

    def _leads(self, target: str) -> bool:
        return is_web(target) or target.removeprefix("#") in self.anchors

    def _contents(self, entries: tuple[Entry, ...], depth: int) -> Iterator[Spoken]:
        yield Spoken(depth, "TOC")
        before = 1
        for entry in entries:
            if entry.level > before:
                yield Spoken(depth + 1, "TOC")
            before = entry.level
            inner = depth + entry.level
            yield Spoken(inner, "TOCI")
            yield Spoken(inner + 1, "Reference", entry.text, page_of=entry.anchor)
            yield Spoken(inner + 2, "Link", entry.text, page_of=entry.anchor)

    def _index(self, block: Index, depth: int) -> Iterator[Spoken]:
        yield Spoken(depth, "Index")
        for group in block.groups:
            yield Spoken(depth + 1, "P", group.letter)
            yield Spoken(depth + 1, "L", said="None")
            for entry in group.entries:
                yield Spoken(depth + 2, "LI")
                yield Spoken(depth + 3, "LBody", entry.text, indexed=entry.anchors)

    def _notes(self, entries: tuple[Inlines, ...], depth: int) -> Iterator[Spoken]:
        for number, entry in enumerate(entries, start=1):
            yield Spoken(depth, "Note")
            yield Spoken(depth + 1, "Lbl", f"{number}.")
            yield from self._holding("P", entry, depth + 1)


def _anchors(content: Sheets | Document) -> frozenset[str]:
    """Names of headings and landings; for sheets, also of the groups drawn on them."""
    document = content if isinstance(content, Document) else content.text
    blocks = tuple(walk(document.blocks)) if document else ()
    texts = (part for block in blocks for parts in running_text(block) for part in parts)
    found = {block.anchor for block in blocks if isinstance(block, Heading)}
    found |= {part.anchor for part in texts if isinstance(part, Landing)}
    if isinstance(content, Sheets):
        groups = (item for page in content.pages for item in walk_items(page.items) if isinstance(item, Group))
        found |= {group.name for group in groups}
    return frozenset(found - {""})


def _with_stamp(spoken: Iterator[Spoken], stamp: str) -> Iterator[Spoken]:
    """The stamp, which stands on every page, is said once, after what the document begins with."""
    blocks = 0
    for element in spoken:
        blocks += element.depth == 1
        if blocks == 2 and stamp:
            yield Spoken(1, "P", stamp)
            stamp = ""
        yield element
    if stamp:
        yield Spoken(1, "P", stamp)


def _of_role(page: Scene, role: Role, tag: str) -> Iterator[Spoken]:
    """The words of the page's groups of a role, as one element."""
    if text := " ".join(_drawn(group.items) for group in _outermost(page.items, role)):
        yield Spoken(1, tag, text)


def _outermost(items: tuple[Item, ...], role: Role) -> Iterator[Group]:
    """The groups of a role; what lies in one of them is told with it."""
    for item in items:
        if isinstance(item, Group) and item.role is role:
            yield item
        elif isinstance(item, Group | Link):
            yield from _outermost(item.items, role)


def _words(part: Inline) -> str:
    return str(part.number) if isinstance(part, NoteMark) else part.text


def _drawn(items: tuple[Item, ...]) -> str:
    """The lines of text of a drawing, a space between them."""
    return " ".join(item.text for item in walk_items(items) if isinstance(item, TextLine))


def _without(items: tuple[Item, ...], roles: Set[Role]) -> tuple[Item, ...]:
    """The items without the groups of these roles, at any depth."""
    kept: list[Item] = []
    for item in items:
        if isinstance(item, Group) and item.role in roles:
            continue
        kept.append(replace(item, items=_without(item.items, roles)) if isinstance(item, Group | Link) else item)
    return tuple(kept)
