"""What makes a file good to go on with: contents as a field, sections to turn, steps kept whole, its own words."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.colour import Colour
from pipeline.document import (
    Band,
    Block,
    Break,
    Columns,
    Contents,
    Document,
    Entry,
    Heading,
    HeadingLook,
    Panel,
    Paragraph,
    Table,
    Text,
    Together,
)
from pipeline.writers import docx as word
from pipeline.writers.docx.check import findings
from pipeline.writers.look import Look
from tests.unit.writers.docx.word_file import Element, W, WordFile, has, text_of

FileOf = Callable[..., WordFile]
TITLE = Heading(1, "Titel")
CHAPTERS = (Heading(2, "Karta", "karta"), Heading(2, "Ta emot", "ta-emot", HeadingLook.CHAPTER))
LIST = Contents((Entry(1, "Karta", "karta"), Entry(1, "Fas 1", "ta-emot"), Entry(2, "1 Ta emot", "ta-emot")))
BAND = Band("1", "fas", "", Colour(0xF7, 0xEA, 0xB3), Colour(0x1A, 0x1A, 0x1A))


def said(words: str) -> Paragraph:
    return Paragraph((Text(words),))


def marks(paragraph: Element) -> list[str]:
    return [mark.get(f"{W}fldCharType", "") for mark in paragraph.iter(f"{W}fldChar")]


def instructions(file: WordFile) -> list[list[str]]:
    return [(code.text or "").split() for code in file.body.iter(f"{W}instrText")]


def starts(file: WordFile) -> list[str]:
    kinds = [section.find(f"{W}type") for section in file.body.iter(f"{W}sectPr")]
    return ["" if kind is None else kind.get(f"{W}val", "") for kind in kinds]


def kept(file: WordFile) -> list[str]:
    """The words of the paragraphs that themselves say to stay with the next."""
    return [text_of(found).strip() for found in file.paragraphs if has(found, "keepNext")]


def test_contents_are_one_field_from_the_first_line_to_the_last(file_of: FileOf) -> None:
    file = file_of(TITLE, LIST, *CHAPTERS)
    lines = [marks(found) for found in file.paragraphs if found.find(f"{W}hyperlink") is not None]
    assert lines == [["begin", "separate"], [], ["end"]]
    assert findings(file.data) == ()


def test_the_field_finds_headings_of_all_looks_and_gives_links_without_page_numbers(file_of: FileOf) -> None:
    """ISO/IEC 29500-1, 17.16.5.68: u takes outline levels, so that styles based on a heading's are found too."""
    ((name, *switches),) = instructions(file_of(TITLE, LIST, *CHAPTERS))
    assert name == "TOC"
    assert switches[switches.index("\\o") + 1] == '"2-2"'  # the level of the headings, not of the lines
    assert {"\\u", "\\h", "\\n"} <= set(switches)


def test_the_field_is_never_renewed_unasked(file_of: FileOf) -> None:
    file = file_of(TITLE, LIST, *CHAPTERS)
    assert not [mark for mark in file.body.iter(f"{W}fldChar") if mark.get(f"{W}dirty")]
    assert file.part("word/settings.xml").find(f"{W}updateFields") is None


def test_a_list_of_a_part_is_links_alone(file_of: FileOf) -> None:
    part = Contents((Entry(2, "1 Ta emot", "ta-emot"),))
    file = file_of(TITLE, LIST, *CHAPTERS, part)
    assert len(instructions(file)) == 1
    assert marks(file.paragraphs[-1]) == []


def test_a_map_is_a_section_that_ends_with_its_page(file_of: FileOf) -> None:
    file = file_of(TITLE, said("a"), Break(own=True), Heading(2, "Karta"), Break(), said("b"), Break(), said("c"))
    assert starts(file) == ["", "nextPage", "nextPage"]
    assert [text_of(found) for found in file.paragraphs if has(found, "pageBreakBefore")] == ["c"]
    ends = [text_of(found) for found in file.paragraphs if found.find(f"{W}pPr/{W}sectPr") is not None]
    assert ends == ["a", "Karta"]
    assert findings(file.data) == ()


def test_maps_after_one_another_are_a_section_each(file_of: FileOf) -> None:
    maps = (block for name in "ab" for block in (Break(own=True), Heading(2, name)))
    assert starts(file_of(TITLE, *maps)) == ["", "nextPage", "nextPage"]


def test_a_section_of_its_own_names_no_header_and_so_has_that_of_all_pages(file_of: FileOf) -> None:
    file = file_of(TITLE, Break(own=True), Heading(2, "Karta"), Break(), said("b"))
    references = [len(section.findall(f"{W}headerReference")) for section in file.body.iter(f"{W}sectPr")]
    assert references == [1, 0, 0]


def test_a_break_later_in_a_right_hand_part_begins_a_page(file_of: FileOf) -> None:
    file = file_of(TITLE, Break(right=True), Heading(2, "b"), said("c"), Break(), said("d"))
    assert starts(file) == ["", "oddPage"]
    assert has(file.find("d"), "pageBreakBefore")


def test_what_stands_together_stays_with_the_next_but_for_the_last(file_of: FileOf) -> None:
    file = file_of(TITLE, Together((BAND, said("a"), said("b"), said("c"))), said("efter"))
    assert kept(file) == ["1   fas", "a", "b"]


def test_columns_that_stand_together_are_one_after_the_other(file_of: FileOf) -> None:
    file = file_of(TITLE, Together((said("a"), Columns((said("b"),), (said("c"),)), said("d"))))
    assert starts(file) == [""]
    assert kept(file) == ["a", "b", "c"]
    after = file_of(TITLE, Together((said("a"),)), Columns((said("b"),), (said("c"),)))
    assert starts(after) == ["", "continuous"]


def test_rows_stay_together_too(file_of: FileOf) -> None:
    table = Table("T", ("x",), (((Text("1"),),), ((Text("2"),),)), (1,))
    file = file_of(TITLE, Together((said("a"), table, said("b"))), said("efter"))
    assert kept(file) == ["a", "x", "1", "2"]


@pytest.mark.parametrize("below", [Heading(2, "b"), BAND, Panel((said("b"),), 1)])
def test_what_stands_below_columns_does_not_pull_them_along(file_of: FileOf, below: Block) -> None:
    file = file_of(TITLE, Columns((said("a"),), (said("c"),)), below, said("d"))
    first = file.paragraphs[3]
    found = first.find(f"{W}pPr/{W}keepNext")
    assert found is not None
    assert found.get(f"{W}val") == "0"


def test_every_page_says_that_the_file_is_a_copy(document_of: Callable[..., Document], look: Look) -> None:
    document = document_of(TITLE)
    running = replace(document.running, editable="Redigerbar kopia")
    file = WordFile(word.write(replace(document, running=running), look).data)
    lines = [text_of(found) for found in file.part("word/footer1.xml").iter(f"{W}p")]
    assert len(lines) == 2
    assert lines[1] == "Redigerbar kopia"
    assert findings(file.data) == ()
