"""A flowing document: headings, paragraphs, lists, tables and figures; each writer breaks its own lines and pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise

from pipeline.colour import Colour
from pipeline.scene import Link, Metadata, Scene
from pipeline.scene import walk as walk_items


@dataclass(frozen=True, slots=True)
class Text:
    """Words, perhaps strong (bold); a line feed begins a new line.

    `language` is a BCP 47 tag where it is not the document's own.
    """

    text: str
    strong: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Landing:
    """Words, perhaps strong, that a Jump may lead to as it may to a heading."""

    text: str
    anchor: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Jump:
    """Words that lead to a heading or a Landing of the same document by its anchor; without that, words only."""

    text: str
    anchor: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Web:
    """Words that lead to an https, http or mailto address."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The raised number of a note in the same document, which it leads to; `said` is what the mark is called."""

    number: int
    said: str = ""


Inline = Text | Landing | Jump | Web | NoteMark
Inlines = tuple[Inline, ...]


class Tone(Enum):
    """The part a paragraph plays; the writer looks its style up in the theme."""

    BODY = "body"
    LEAD = "lead"
    QUIET = "quiet"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's title. `anchor` is where a Jump lands; a run-in head has level 3."""

    level: int
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of inline parts."""

    parts: Inlines
    tone: Tone = Tone.BODY


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; each entry is a line of inline parts. Plain lists carry no bullet."""

    entries: tuple[Inlines, ...]
    bulleted: bool = True


@dataclass(frozen=True, slots=True)
class Definitions:
    """Pairs of a name and what it means, in two columns where there is room."""

    entries: tuple[tuple[str, Inlines], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; `title` names it for screen readers; `widths` are shares of the full width.

    `named_by` is the column whose cell names its row: the row's header.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    widths: tuple[float, ...]
    named_by: int = field(default=0, kw_only=True)


@dataclass(frozen=True, slots=True)
class WritingTable(Table):
    """A table to be written in by hand; `room` is the least height of the rows below its header, mm."""

    room: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with its text alternative, and a line below it, which may be empty."""

    scene: Scene
    alternative: str
    caption: Inlines = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list of contents: level 1 is a section, level 2 stands below it; `anchor` is a heading's."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Contents:
    """A list of contents: each line leads to its heading and ends with the number of its page."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """Notes, numbered from 1, that a NoteMark leads to."""

    entries: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A bar in a phase's colour: a number in a ring, a name, and a detail at the far end.

    It stands above the heading that follows it, and is read after that.
    """

    number: str
    text: str
    detail: str
    fill: Colour
    ink: Colour


@dataclass(frozen=True, slots=True)
class Panel:
    """A quiet box of blocks with ruled lines for handwriting below."""

    blocks: tuple[Block, ...]
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Columns:
    """A main text and a narrower one beside it; where there is no room, one after the other."""

    main: tuple[Block, ...]
    side: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across the text."""


@dataclass(frozen=True, slots=True)
class Break:
    """A new page. `head` is the running drawing at its top, and on the pages after it until the next Break."""

    head: Scene | None = None


Block = (
    Heading
    | Paragraph
    | ItemList
    | Definitions
    | Table
    | Figure
    | Contents
    | Notes
    | Band
    | Panel
    | Columns
    | Rule
    | Break
)


@dataclass(frozen=True, slots=True)
class Running:
    """What stands on every page: names at the head, status mark, stamp line, and the page label with its gaps.

    `page_label` holds {page} and {pages}.
    """

    strong: str
    quiet: str
    status: str
    stamp: str
    page_label: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its blocks, what runs on each page, and its metadata."""

    metadata: Metadata
    running: Running
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Sheets:
    """A publication of finished drawings, one a page, and what they show in words (`text`), on pages behind them.

    A Jump of the text may lead to a drawing, by the name of a group in it.
    """

    metadata: Metadata
    pages: tuple[Scene, ...]
    text: Document | None = None


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block, containers before what they hold, in reading order."""
    for block in blocks:
        yield block
        match block:
            case Panel(inner, _):
                yield from walk(inner)
            case Columns(main, side):
                yield from walk(main)
                yield from walk(side)
            case _:
                pass


def reading_order(blocks: tuple[Block, ...]) -> tuple[int, ...]:
    """The blocks' places in the order in which they are read: a band after the heading that it stands above."""
    places = list(range(len(blocks)))
    for at, (block, below) in enumerate(pairwise(blocks)):
        if isinstance(block, Band) and isinstance(below, Heading):
            places[at : at + 2] = at + 1, at
    return tuple(places)


def running_text(block: Block) -> Iterator[Inlines]:
    """Each running text of a block, without those of blocks inside it."""
    match block:
        case Paragraph(parts, _) | Figure(_, _, parts):
            yield parts
        case ItemList(entries, _) | Notes(entries):
            yield from entries
        case Definitions(pairs):
            yield from (meaning for _, meaning in pairs)
        case Table():
            yield from (cell for row in block.rows for cell in row)
        case _:
            pass


def is_web(target: str) -> bool:
    """True for the three kinds of address that may lead out of a file."""
    return target.startswith(("https://", "http://", "mailto:"))


def addresses_of(content: Sheets | Document) -> frozenset[str]:
    """Every web and mail address that a publication leads to."""
    document = content if isinstance(content, Document) else content.text
    blocks = tuple(walk(document.blocks)) if document else ()
    texts = (part for block in blocks for parts in running_text(block) for part in parts)
    scenes = [block.scene for block in blocks if isinstance(block, Figure)]
    scenes += content.pages if isinstance(content, Sheets) else ()
    drawn = (item for scene in scenes for item in walk_items(scene.items))
    found = {part.address for part in texts if isinstance(part, Web)}
    found |= {item.target for item in drawn if isinstance(item, Link)}
    return frozenset(filter(is_web, found))
