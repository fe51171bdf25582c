"""What a document is made of: inline parts, blocks, what runs on each page, and publications of drawings."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from pipeline.colour import Colour
from pipeline.scene import Metadata, Scene


@dataclass(frozen=True, slots=True)
class Text:
    """Words, perhaps strong (bold); a line feed begins a new line.

    `language` is a BCP 47 tag where it is not the document's own. `edition` is true of words that name the edition,
    its release and date: they change though the content does not.
    """

    text: str
    strong: bool = False
    language: str = ""
    edition: bool = False


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

BESIDE: Final = {"beside": True}
"""Marks a field that says nothing of the content, but how one format holds it: no content code covers it."""


class Tone(Enum):
    """The part a paragraph plays; the writer looks its style up in the theme."""

    BODY = "body"
    LEAD = "lead"
    QUIET = "quiet"
    QUESTION = "question"


class HeadingLook(Enum):
    """How large a heading is set: as the document's title, as a chapter's, as a section's, or as one in the text."""

    TITLE = "title"
    CHAPTER = "chapter"
    SECTION = "section"
    RUN_IN = "run-in"


_LOOKS = {1: HeadingLook.TITLE, 2: HeadingLook.SECTION}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's title. `anchor` is where a Jump lands.

    `look` is left out where the level says it: level 1 is the title, level 2 a section, deeper ones are run-in heads.
    """

    level: int
    text: str
    anchor: str = ""
    look: HeadingLook | None = None

    @property
    def set_as(self) -> HeadingLook:
        """How large it is set."""
        return self.look or _LOOKS.get(self.level, HeadingLook.RUN_IN)


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
    """A table to be written in by hand; `room` is the least height of the rows below its header, mm.

    The cells of the column `ticked`, if there is one, are boxes to tick: they hold no words.
    """

    room: float
    ticked: int | None = field(default=None, kw_only=True)


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
class IndexEntry:
    """A line of an index: words, and the headings or Landings whose pages it names, by their anchors."""

    text: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """The entries under one letter, in the order of the alphabet."""

    letter: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """An alphabetical index: each page number leads to its place. In two columns where there is room."""

    groups: tuple[IndexGroup, ...]


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
class Foot:
    """Blocks that stand together at the foot of their page, so that they have the same place on every page.

    Where the page has no room for them below what goes before, they stand at the foot of the next; blocks higher than
    a page simply follow.
    """

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page where a page can hold them; they begin a new one rather than be parted."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across the text."""


@dataclass(frozen=True, slots=True)
class Break:
    """A new page. `head` is the running drawing at its top, and on the pages after it until the next Break.

    `right`: the new page is a right-hand one (odd), so that a chapter opens there; a page before it may stay blank.
    `own`: what stands up to the next Break is a section of its own, in formats whose pages can be turned by sections.
    """

    head: Scene | None = None
    right: bool = False
    own: bool = field(default=False, kw_only=True, metadata=BESIDE)


Block = (
    Heading
    | Paragraph
    | ItemList
    | Definitions
    | Table
    | Figure
    | Contents
    | Index
    | Notes
    | Band
    | Panel
    | Columns
    | Foot
    | Together
    | Rule
    | Break
)


@dataclass(frozen=True, slots=True)
class Running:
    """What stands on every page: names at the head, status mark, stamp line, and the page label with its gaps.

    `page_label` holds {page} and {pages}. `editable` is what a format that can be edited says of itself on every page:
    which edition it is a copy of. `current` says where one sees if a printed page is current. Both are set with the
    stamp.
    """

    strong: str
    quiet: str
    status: str
    stamp: str
    page_label: str
    editable: str = field(default="", kw_only=True, metadata=BESIDE)
    current: str = field(default="", kw_only=True, metadata=BESIDE)


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
