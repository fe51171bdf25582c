"""Lists of contents as Word's own field, sections of their own, blocks that stay together, and what the foot says."""

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
    Panel,
    Paragraph,
    Running,
    Table,
    Text,
    Together,
)
from pipeline.scene import Metadata
from pipeline.writers.docx import write
from pipeline.writers.docx.check import checked, findings
from pipeline.writers.look import Look
from tests.unit.writers.docx.word_file import Element, W, WordFile, has, text_of

FileOf = Callable[..., WordFile]
CONTENTS = Contents((Entry(1, "Kartan", "karta"), Entry(2, "1 Start", "start"), Entry(1, "Begrepp", "begrepp")))
HEADINGS = (Heading(2, "Kartan", "karta"), Heading(3, "Start", "start"), Heading(2, "Begrepp", "begrepp"))


def said(words: str) -> Paragraph:
    return Paragraph((Text(words),))


def sections(file: WordFile) -> list[tuple[str, str]]:
    """How each section begins, and the last words before its end."""
    found = []
    last = ""
    for element in file.body:
        last = text_of(element) or last
        for section in element.iter(f"{W}sectPr"):
            kind = section.find(f"{W}type")
            found.append(("" if kind is None else kind.get(f"{W}val", ""), last.strip()))
    return found


def field_marks(paragraph: Element) -> list[str | None]:
    return [mark.get(f"{W}fldCharType") for mark in paragraph.iter(f"{W}fldChar")]


def test_contents_are_one_field_from_the_first_line_to_the_last(file_of: FileOf) -> None:
    file = file_of(Heading(1, "Titel"), CONTENTS, *HEADINGS)
    lines = [line for line in file.paragraphs if text_of(line) in {"Kartan", "1 Start", "Begrepp"}][:3]
    assert [field_marks(line) for line in lines] == [["begin", "separate"], [], ["end"]]
    (code,) = file.body.iter(f"{W}instrText")
    # The levels of the headings that are listed; links, and no page numbers, which only Word knows.
    assert (code.text or "").split() == ["TOC", "\\o", '"2-3"', "\\u", "\\h", "\\z", "\\n"]
    assert findings(file.data) == ()


def test_a_list_of_a_part_of_the_document_is_links_alone(file_of: FileOf) -> None:
    """Renewed as a field it would become a list of everything."""
    file = file_of(Heading(1, "Titel"), CONTENTS, CONTENTS, *HEADINGS)
    assert sum(len(field_marks(line)) for line in file.paragraphs) == 3


def test_a_field_does_not_end_in_the_paragraph_that_ends_a_section(file_of: FileOf) -> None:
    """LibreOffice 7.4 then shows no page numbers in the foot."""
    file = file_of(Heading(1, "Titel"), CONTENTS, Break(own=True), *HEADINGS)
    (ending,) = (line for line in file.paragraphs if line.find(f"{W}pPr/{W}sectPr") is not None)
    assert field_marks(ending) == []
    assert findings(file.data) == ()


def test_a_map_has_a_section_of_its_own_which_the_next_break_ends(file_of: FileOf) -> None:
    blocks = (said("a"), Break(own=True), said("karta"), Break(), said("b"), Break(), said("c"))
    file = file_of(Heading(1, "Titel"), *blocks)
    assert sections(file) == [("", "a"), ("nextPage", "karta"), ("nextPage", "c")]
    assert [has(file.find(words), "pageBreakBefore") for words in ("karta", "b", "c")] == [False, False, True]


def test_two_maps_after_each_other_have_a_section_each(file_of: FileOf) -> None:
    file = file_of(
        Heading(1, "Titel"), Break(own=True), said("ett"), Break(own=True), said("tv\u00e5"), Break(), said("x")
    )
    assert [words for _, words in sections(file)] == ["Titel", "ett", "tv\u00e5", "x"]


def test_what_is_to_stay_together_is_kept_with_what_follows(file_of: FileOf) -> None:
    table = Table("T", ("h",), (((Text("1"),),),), (1,))
    whole = Together((Heading(3, "Steg"), said("a"), table, said("b")))
    file = file_of(Heading(1, "Titel"), said("f\u00f6re"), whole, said("efter"))
    kept = [has(file.find(words), "keepNext") for words in ("f\u00f6re", "Steg", "a", "h", "1", "b", "efter")]
    assert kept == [False, True, True, True, True, False, False]


def test_columns_of_what_is_to_stay_together_stand_after_each_other(file_of: FileOf) -> None:
    """Word parts sections over pages as it likes."""
    file = file_of(Heading(1, "Titel"), Together((said("a"), Columns((said("b"),), (said("c"),)), said("d"))))
    assert len(sections(file)) == 1
    assert [has(file.find(words), "keepNext") for words in "abcd"] == [True, True, True, False]


@pytest.mark.parametrize(
    "below",
    [
        Panel((said("ned"), said("x"))),
        Band("1", "ned", "", Colour(0, 0, 0), Colour(255, 255, 255)),
        Heading(2, "ned"),
    ],
)
def test_what_stands_below_columns_is_not_kept_with_the_next(file_of: FileOf, below: Block) -> None:
    """LibreOffice 7.4 would move the columns to where both fit, and paint them over what stands there."""
    file = file_of(Heading(1, "Titel"), Columns((said("b"),), (said("c"),)), below, said("y"))
    (first,) = (line for line in file.paragraphs if "ned" in text_of(line))
    mark = first.find(f"{W}pPr/{W}keepNext")
    assert mark is not None
    assert mark.get(f"{W}val") == "0"


def test_the_foot_says_that_the_file_is_a_copy_that_can_be_edited(
    metadata: Metadata, running: Running, look: Look
) -> None:
    words = "Redigerbar kopia av utgåva 2026.1."
    document = Document(metadata, replace(running, editable=words), (Heading(1, "Titel"),))
    file = WordFile(write(document, look).data)
    assert [text_of(line) for line in file.part("word/footer1.xml").iter(f"{W}p")][1:] == [words]
    assert findings(file.data) == ()


def test_the_foot_says_where_one_sees_if_a_page_is_current_and_the_gate_misses_it(
    metadata: Metadata, running: Running, look: Look
) -> None:
    words = "Gäller sidan? exempel.se/gallande.html"
    document = Document(metadata, replace(running, current=words, editable="En kopia."), (Heading(1, "Titel"),))
    file = WordFile(write(document, look).data)
    assert [text_of(line) for line in file.part("word/footer1.xml").iter(f"{W}p")][1:] == [words, "En kopia."]
    without = write(replace(document, running=running), look).data
    assert [found.detail for found in checked(without, document)] == ["current"]
