"""What leads a reader through a Word file: places to land, contents, notes, captions, languages, row heads."""

from collections.abc import Callable

import pytest

from pipeline.document import (
    Block,
    Contents,
    Entry,
    Figure,
    Heading,
    Inlines,
    Jump,
    Landing,
    NoteMark,
    Notes,
    Paragraph,
    Table,
    Text,
    Web,
)
from pipeline.geometry import Size
from pipeline.scene import Scene
from pipeline.writers.docx.check import findings
from pipeline.writers.docx.links import bookmarks
from tests.unit.writers.docx.word_file import Element, W, WordFile, style_of, text_of

FileOf = Callable[..., WordFile]


def table(*cells: Inlines, named_by: int = 0) -> Table:
    header = tuple(f"Rubrik {number}" for number in range(len(cells)))
    return Table("Karta", header, (cells,), (1.0,) * len(cells), named_by=named_by)


def bold(element: Element) -> list[str]:
    return [text_of(run) for run in element.iter(f"{W}r") if run.find(f"{W}rPr/{W}b") is not None]


def anchors(file: WordFile) -> list[str | None]:
    return [link.get(f"{W}anchor") for link in file.body.iter(f"{W}hyperlink")]


def landing_of(file: WordFile, name: str) -> Element:
    """The paragraph that a bookmark stands in."""
    start = next(mark for mark in file.body.iter(f"{W}bookmarkStart") if mark.get(f"{W}name") == name)
    found = start.getparent()
    assert found is not None
    return found


def test_a_jump_leads_to_words_in_a_cell(file_of: FileOf) -> None:
    file = file_of(
        table((Landing("Steg 1", "a-i-text"),), (Jump("steg 1", "a-i-text", strong=True),)), Heading(1, "Efter")
    )
    assert anchors(file) == ["a_i_text"]
    assert text_of(landing_of(file, "a_i_text")) == "Steg 1"
    assert bold(file.body) == ["steg 1"]  # the header is bold by its style
    assert findings(file.data) == ()


@pytest.mark.parametrize(
    "block", [Heading(1, "a", "ett"), Paragraph((Landing("x", "ett"),)), table((Landing("x", "ett"),))]
)
def test_an_anchor_at_two_places_is_refused(block: Block) -> None:
    with pytest.raises(ValueError, match="ett"):
        bookmarks((Paragraph((Landing("y", "ett"),)), block))


def test_contents_lead_to_their_headings_in_words_own_styles(file_of: FileOf) -> None:
    contents = Contents((Entry(1, "Kartan", "karta"), Entry(2, "1 Steg", "steg")))
    file = file_of(contents, Heading(1, "Kartan", "karta"), Heading(2, "Steg", "steg"))
    assert file.lines[:2] == [("TOC1", "Kartan"), ("TOC2", "1 Steg")]
    assert anchors(file) == ["karta", "steg"]
    assert file.style("TOC1").find(f"{W}name").get(f"{W}val") == "toc 1"
    assert findings(file.data) == ()


def test_a_mark_is_raised_and_leads_to_its_note(file_of: FileOf) -> None:
    notes = Notes(((Web("lagen", "https://a.example"),), (Text("en bok"),)))
    file = file_of(Paragraph((Text("Så är det."), NoteMark(2))), notes, Heading(1, "Efter"))
    marked, *listed, _ = file.paragraphs
    (link,) = marked.iter(f"{W}hyperlink")
    assert text_of(link) == "2"
    assert text_of(landing_of(file, link.get(f"{W}anchor", ""))) == "en bok"
    kind = link.find(f"{W}r/{W}rPr/{W}rStyle")
    raised = file.style(kind.get(f"{W}val")).find(f"{W}rPr/{W}vertAlign")
    assert raised.get(f"{W}val") == "superscript"
    assert [text_of(one) for one in listed] == ["lagen", "en bok"]
    assert findings(file.data) == ()


def test_notes_are_counted_by_word(file_of: FileOf) -> None:
    file = file_of(Notes(((Text("a"),), (Text("b"),))))
    (style,) = {style_of(paragraph) for paragraph in file.paragraphs}
    used = file.style(style).find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
    numbering = file.part("word/numbering.xml")
    kind = numbering.find(f"{W}num[@{W}numId='{used}']/{W}abstractNumId").get(f"{W}val")
    level = numbering.find(f"{W}abstractNum[@{W}abstractNumId='{kind}']/{W}lvl")
    assert level.find(f"{W}numFmt").get(f"{W}val") == "decimal"
    assert level.find(f"{W}start").get(f"{W}val") == "1"


def test_a_caption_leads_on(file_of: FileOf) -> None:
    caption = (Text("Se "), Jump("Kartan i text", "text"), Text("."))
    file = file_of(
        Heading(1, "Karta"),
        Figure(Scene(Size(50, 20), (), "Karta", ""), "En karta", caption),
        Heading(2, "Text", "text"),
    )
    assert ("Caption", "Se Kartan i text.") in file.lines
    assert anchors(file) == ["text"]


def test_words_of_another_language_say_so(file_of: FileOf) -> None:
    file = file_of(Paragraph((Text("Friskrivning: "), Text("illustrative", language="en"))))
    spoken = [(text_of(run), tag.get(f"{W}val")) for run in file.body.iter(f"{W}r") for tag in run.iter(f"{W}lang")]
    assert spoken == [("illustrative", "en")]


def test_a_line_feed_begins_a_new_line_in_its_cell(file_of: FileOf) -> None:
    file = file_of(table((Text("Steg 1\n"), Text("Fas 1"))))
    (cell,) = list(file.body.iter(f"{W}tc"))[1:]
    assert text_of(cell) == "Steg 1\nFas 1"
    assert len(list(cell.iter(f"{W}br"))) == 1


@pytest.mark.parametrize(("named_by", "first", "bits"), [(0, "1", 0x04A0), (1, "0", 0x0420)])
def test_the_first_column_heads_the_rows_that_it_names(file_of: FileOf, named_by: int, first: str, bits: int) -> None:
    """ISO/IEC 29500-1, 17.4.56: 0x0080 is the first column, 0x0020 the first row, 0x0400 no bands of columns."""
    (look,) = file_of(table((Text("a"),), (Text("b"),), named_by=named_by)).body.iter(f"{W}tblLook")
    assert look.get(f"{W}firstColumn") == first
    assert int(look.get(f"{W}val", "0"), 16) == bits
