"""Hostile and enormous text: shown as it is, and in time that follows its length."""

from collections.abc import Callable

import pytest

from pipeline.colour import Colour
from pipeline.document import Band, Block, Definitions, Document, Heading, ItemList, Panel, Paragraph, Table, Text
from pipeline.writers import docx as word
from pipeline.writers.docx.check import findings
from pipeline.writers.look import Look
from tests.unit.writers.docx.word_file import W, WordFile, text_of

FileOf = Callable[..., WordFile]
HOSTILE = [
    "<script>alert(1)</script>",
    "a & b &amp; c",
    "]]>",
    "{{ 7*7 }}",
    "\"dubbla\" 'enkla'",
    "<!-- -->",
    "  två  ",
]


def everywhere(words: str) -> tuple[Block, ...]:
    said = (Text(words),)
    return (
        Heading(1, words, words),
        Paragraph(said),
        ItemList((said,)),
        Definitions(((words, said),)),
        Table(words, (words,), ((said,),), (1,)),
        Panel((Paragraph(said),)),
        Band(words, words, words, Colour(0xF7, 0xEA, 0xB3), Colour(0x1A, 0x1A, 0x1A)),
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words(file_of: FileOf, words: str) -> None:
    file = file_of(*everywhere(words))
    assert sum(line.count(words) for _, line in file.lines) == 11
    assert findings(file.data) == ()


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_in_properties_and_furniture_are_words(look: Look, document: Document, words: str) -> None:
    fields = {"strong": words, "quiet": words, "status": words, "stamp": words, "page_label": words}
    changed = Document(
        type(document.metadata)(words, words, words, "sv-SE", "2026-11-21", (words,)),
        type(document.running)(**fields),
        document.blocks,
    )
    file = WordFile(word.write(changed, look).data)
    assert text_of(file.part("word/header1.xml")).count(words) == 3
    assert text_of(file.part("word/footer1.xml")).count(words) == 2
    assert findings(file.data) == ()


def test_breaks_tabs_and_hyphens_are_words_own(file_of: FileOf) -> None:
    (found,) = file_of(Paragraph((Text("a\nb\tc\u00add\u2011e\r\nf"),))).paragraphs
    signs = [str(sign.tag).removeprefix(W) for run in found.iter(f"{W}r") for sign in run]
    assert signs == ["t", "br", "t", "tab", "t", "softHyphen", "t", "noBreakHyphen", "t", "br", "t"]


@pytest.mark.parametrize("words", ["ord " * 5_000, "a" * 20_000, "å" * 5_000])
def test_a_very_long_text_is_whole(file_of: FileOf, words: str) -> None:
    assert file_of(Paragraph((Text(words),)), Heading(1, words)).lines == [("Normal", words), ("Heading1", words)]


def test_a_very_long_title_is_cut_only_in_the_properties(document: Document, look: Look) -> None:
    metadata = type(document.metadata)("x" * 5_000, "", "", "sv-SE", "2026-11-21", ("y" * 300,))
    file = WordFile(word.write(Document(metadata, document.running, document.blocks), look).data)
    assert file.archive.read("docProps/core.xml").count(b"x" * 255) == 1


def test_a_table_of_300_rows_is_whole(file_of: FileOf) -> None:
    rows = tuple(((Text(f"rad {number}"),), (Text("text"),)) for number in range(300))
    file = file_of(Table("Lång", ("Rad", "Text"), rows, (1, 1)))
    assert len(list(file.body.iter(f"{W}tr"))) == 301
    assert file.lines[-3:-1] == [("TableText", "rad 299"), ("TableText", "text")]
