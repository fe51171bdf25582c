"""A handbook of any length for the bench: headings, text, lists, definitions, tables, figures and contents."""

from collections.abc import Iterator

from pipeline.document import (
    Block,
    Break,
    Contents,
    Definitions,
    Document,
    Entry,
    Figure,
    Heading,
    Inlines,
    ItemList,
    Jump,
    Paragraph,
    Running,
    Table,
    Text,
    Tone,
    Web,
)
from pipeline.scene import Metadata
from tests.bench.pdf.figure import flow
from tests.bench.pdf.swedish import Voice

TITLE = "Handledning för bänken"
CONTENTS = "Innehåll"
LANGUAGE = "sv-SE"
WEB = "https://www.example.org/handledning/"
# Measured with plain ReportLab: what a section takes, its lines in the list of contents included.
PAGES_A_SECTION = 2.0
# Every fourth section has a table that runs over pages.
_LONG_TABLE, _SHORT_TABLE = 45, 9
_HEADER = ("Nr", "Vad som görs", "Vem som gör det", "Underlag")
_SHARES = (0.1, 0.4, 0.25, 0.25)
_ROLES = 3


def handbook(pages: int) -> Document:
    """A document of about so many pages; the same for the same number."""
    sections = max(1, round(pages / PAGES_A_SECTION))
    voices = [Voice(number) for number in range(sections)]
    titles = [(voice.words(3, 6), voice.words(2, 4)) for voice in voices]
    contents = Contents(tuple(entry for number, pair in enumerate(titles) for entry in _entries(number, pair)))
    blocks = (
        Heading(1, TITLE, "start"),
        Paragraph((Text(Voice(-1).sentences(3)),), Tone.LEAD),
        Break(),
        Heading(2, CONTENTS, "innehall"),
        contents,
        Break(),
        *(block for number, voice in enumerate(voices) for block in _section(number, sections, voice, titles[number])),
    )
    return Document(_METADATA, _RUNNING, blocks)


_METADATA = Metadata(
    TITLE, "Prov av hur fort PDF skrivs", "processpil", LANGUAGE, "2026-11-21", ("prov", "handledning")
)
_RUNNING = Running(
    "Stockholms stad", "Handledning för medarbetare", "", "Utkast 2026-11-21 · 4f1c09ab", "Sida {page} ({pages})"
)


def _entries(number: int, titles: tuple[str, str]) -> tuple[Entry, Entry]:
    return Entry(1, titles[0], f"del-{number}"), Entry(2, titles[1], f"del-{number}-mer")


def _section(number: int, sections: int, voice: Voice, titles: tuple[str, str]) -> Iterator[Block]:
    yield Heading(2, titles[0], f"del-{number}")
    yield Paragraph((Text(voice.sentences(2)),), Tone.LEAD)
    yield Paragraph(_with_bold(voice))
    yield Paragraph(_with_links(voice, (number * 7 + 3) % sections))
    yield ItemList(tuple((Text(voice.sentences(1)),) for _ in range(5)))
    yield Figure(flow(voice), f"Tre steg efter varandra: {voice.words(4, 8)}.", (Text(voice.words(6, 10)),))
    yield Heading(3, titles[1], f"del-{number}-mer")
    yield Paragraph(_with_bold(voice))
    yield Definitions(tuple((voice.words(1, 2), (Text(voice.sentences(1)),)) for _ in range(4)))
    yield Paragraph((Text(voice.sentences(4)),))
    yield _table(voice, _LONG_TABLE if number % 4 == 3 else _SHORT_TABLE)
    yield Paragraph((Text(voice.sentences(2)),), Tone.QUIET)


def _with_bold(voice: Voice) -> Inlines:
    return Text(voice.sentences(2) + " "), Text(voice.words(2, 5), strong=True), Text(" " + voice.sentences(2))


def _with_links(voice: Voice, other: int) -> Inlines:
    """A paragraph with a link out of the file and one to another section."""
    before, web = Text(voice.sentences(2) + " Läs mer i "), Web(voice.words(2, 4), f"{WEB}{other}")
    return before, web, Text(" och i "), Jump(voice.words(2, 4), f"del-{other}"), Text(". " + voice.sentences(1))


def _table(voice: Voice, rows: int) -> Table:
    cells = tuple(
        (
            (Text(str(number)),),
            (Text(voice.words(4, 11)),),
            (Text(voice.words(1, _ROLES)),),
            (Text(voice.words(1, _ROLES)),),
        )
        for number in range(1, rows + 1)
    )
    return Table(voice.words(2, 4), _HEADER, cells, _SHARES)
