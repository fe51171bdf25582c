"""Pages: what stays together, what stands at the foot, on which side a part begins; read back from the file."""

import io
from collections.abc import Callable

import pikepdf
import pytest

from pipeline.document import (
    Block,
    Break,
    Columns,
    Contents,
    Definitions,
    Document,
    Entry,
    Foot,
    Heading,
    HeadingLook,
    ItemList,
    Panel,
    Paragraph,
    Rule,
    Table,
    Text,
    WritingTable,
)
from pipeline.writers import pdf
from pipeline.writers.look import Look
from pipeline.writers.pdf.gate import checked
from pipeline.writers.written import Written
from tests.support.pdf_layout import Line, layout_of

DocumentOf = Callable[..., Document]
FOOT = Foot((Rule(), Heading(2, "Kontakt", look=HeadingLook.RUN_IN), Panel((Paragraph((Text("fråga"),)),), 2)))


QUESTION = Foot((Panel((Paragraph((Text("fråga"),)),), 2),))


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def filler(count: int) -> tuple[Block, ...]:
    return tuple(paragraph(f"fyll{number}") for number in range(count))


def lines(written: Written) -> list[Line]:
    """Every line of text that is part of the document, page by page, without the stamp."""
    found = [line for line in layout_of(written.data).top.lines if not line.text.startswith("Utkast")]
    return sorted(found, key=lambda line: (line.page, -line.base))


def page_of(written: Written, text: str) -> int:
    return next(line.page for line in lines(written) if line.text.startswith(text))


# ---------------------------------------------------------------- the foot of a page


@pytest.fixture
def question(document_of: DocumentOf, look: Look) -> Callable[..., Line]:
    """Where the question stands in a document of these blocks."""

    def place(*blocks: Block) -> Line:
        written = pdf.write(document_of(Heading(1, "a"), *blocks), look)
        return next(line for line in lines(written) if line.text == "fråga")

    return place


def test_a_foot_has_the_same_place_on_every_page(question: Callable[..., Line]) -> None:
    alone, below_much, on_the_next = question(FOOT), question(*filler(12), FOOT), question(*filler(32), FOOT)
    assert [alone.page, below_much.page, on_the_next.page] == [1, 1, 2]
    assert len({round(line.base, 2) for line in (alone, below_much, on_the_next)}) == 1


def test_a_question_that_has_a_page_for_itself_gets_lines_to_fill_it(document_of: DocumentOf, look: Look) -> None:
    """Its box then begins at the page's head: the question stands higher than on a page that it shares."""
    texts = (paragraph("ord " * count) for count in range(100, 1500, 25))
    made = (pdf.write(document_of(Heading(1, "a"), text, QUESTION), look) for text in texts)
    questions = [next(line for line in lines(one) if line.text == "fråga") for one in made]
    shared, alone = questions[0], next(line for line in questions if line.page == 2)
    assert alone.base > shared.base + 200


def test_a_foot_is_read_where_it_stands_in_the_document(document_of: DocumentOf, look: Look) -> None:
    content = document_of(Heading(1, "a"), FOOT, Break(), paragraph("efter"))
    assert checked(pdf.write(content, look).data, content) == ()


def test_a_foot_stands_where_the_text_before_it_ends(question: Callable[..., Line]) -> None:
    assert question(paragraph("ord " * 1500), FOOT).page == 2


def test_a_page_a_little_too_small_is_set_tighter(question: Callable[..., Line], monkeypatch) -> None:
    pages = {count: question(*filler(count), FOOT).page for count in range(18, 32)}
    tight = [count for count, page in pages.items() if page == 1]
    monkeypatch.setattr("pipeline.writers.pdf.pages._LEAST_AIR", 1.0)
    loose = [count for count in pages if question(*filler(count), FOOT).page == 1]
    assert max(loose) < max(tight) < max(pages)


def test_a_foot_higher_than_a_page_follows(document_of: DocumentOf, look: Look) -> None:
    high = Foot(tuple(paragraph(f"del{number} " + "text " * 40) for number in range(40)))
    written = pdf.write(document_of(paragraph("före"), high, paragraph("efter")), look)
    assert page_of(written, "del0") == 1
    assert [line.text for line in lines(written)][-1] == "efter"


def test_what_comes_after_a_foot_stands_on_the_next_page(document_of: DocumentOf, look: Look) -> None:
    written = pdf.write(document_of(paragraph("före"), FOOT, paragraph("efter")), look)
    assert (page_of(written, "fråga"), page_of(written, "efter")) == (1, 2)


def test_in_a_column_a_foot_follows(document_of: DocumentOf, look: Look) -> None:
    content = document_of(Heading(1, "a"), Columns((paragraph("före"), FOOT), (paragraph("sida"), Break())))
    written = pdf.write(content, look)
    pieces = layout_of(written.data).top.pieces
    above, below = (piece for piece in pieces if piece.text.strip() in {"före", "fråga"})
    assert 0 < above.base - below.base < 100
    assert checked(written.data, content) == ()


# ---------------------------------------------------------------- right-hand pages


def test_a_part_begins_on_a_right_hand_page_and_the_one_before_stays_blank(document_of: DocumentOf, look: Look) -> None:
    contents = Contents((Entry(1, "andra", "b"),))
    blocks = (Heading(1, "a"), contents, Break(right=True), Heading(2, "andra", "b"), paragraph("text"))
    content = document_of(*blocks)
    written = pdf.write(content, look)
    assert written.pages == 3
    assert page_of(written, "andra  3") == 1  # the list of contents names the page as its label counts it
    found = [piece for piece in layout_of(written.data).pieces() if piece.page == 2]
    assert found == []
    with pikepdf.Pdf.open(io.BytesIO(written.data)) as file:
        assert not pikepdf.parse_content_stream(file.pages[1]) or "/Annots" not in file.pages[1]
    labels = [piece.text for piece in layout_of(written.data).artifacts if piece.text.startswith("Sida")]
    assert labels == ["Sida 1 (3)", "Sida 3 (3)"]
    assert checked(written.data, content) == ()


def test_no_page_stays_blank_where_a_right_hand_page_comes_anyway(document_of: DocumentOf, look: Look) -> None:
    blocks = (paragraph("a"), Break(), paragraph("b"), Break(right=True), paragraph("c"))
    assert pdf.write(document_of(*blocks), look).pages == 3
    assert pdf.write(document_of(Break(right=True), *blocks), look).pages == 3


def test_of_several_breaks_in_a_row_one_may_ask_for_a_right_hand_page(document_of: DocumentOf, look: Look) -> None:
    written = pdf.write(document_of(paragraph("a"), Break(right=True), Break(), paragraph("b")), look)
    assert (written.pages, page_of(written, "b")) == (3, 3)


# ---------------------------------------------------------------- what stays together


def written_after(document_of: DocumentOf, look: Look, count: int, *blocks: Block) -> Written:
    return pdf.write(document_of(*filler(count), *blocks), look)


@pytest.mark.parametrize("count", range(24, 32))
def test_below_a_heading_stand_two_lines(document_of: DocumentOf, look: Look, count: int) -> None:
    """A line of one paragraph is not enough, nor an entry of a list; a bare term and its meaning are."""
    for below in (
        (paragraph("ett"), paragraph("två"), paragraph("tre")),
        (ItemList(((Text("ett"),), (Text("två"),), (Text("tre"),))),),
        (Definitions((("term", (Text("ett"),)), ("namn", (Text("två"),)), ("ord", (Text("tre"),)))),),
        (Table("t", ("Huvud",), (((Text("ett"),),), ((Text("två"),),)), (1,)),),
    ):
        written = written_after(document_of, look, count, Heading(3, "Rubrik"), *below)
        page = page_of(written, "Rubrik")
        following = [line.page for line in lines(written)]
        assert following[[line.text for line in lines(written)].index("Rubrik") :][:3] == [page] * 3


def test_a_section_of_one_line_may_end_a_page(document_of: DocumentOf, look: Look) -> None:
    section = (Heading(3, "Kort"), paragraph("rad"))
    pages = set[tuple[int, int]]()
    for count in range(24, 34):
        written = written_after(document_of, look, count, *section, Heading(3, "Nästa"), paragraph("text " * 300))
        pages.add((page_of(written, "Kort"), page_of(written, "Nästa")))
    assert (1, 2) in pages


@pytest.mark.parametrize("count", range(18, 28))
def test_the_last_row_of_a_table_is_not_alone(document_of: DocumentOf, look: Look, count: int) -> None:
    rows = tuple(((Text(f"rad{number}"),),) for number in range(count))
    written = written_after(document_of, look, 4, Table("t", ("Huvud",), rows, (1,)))
    assert page_of(written, f"rad{count - 1}") == page_of(written, f"rad{count - 2}")


def test_a_high_row_begins_below_those_before_it(document_of: DocumentOf, look: Look) -> None:
    meanings = (("kort", (Text("rad"),)), ("lång", (Text("ord " * 1200),)))
    written = written_after(document_of, look, 3, Definitions(meanings))
    assert (page_of(written, "kort"), page_of(written, "lång")) == (1, 1)


@pytest.mark.parametrize("count", range(24, 32))
def test_a_term_of_several_lines_stays_whole_above_its_meaning(document_of: DocumentOf, look: Look, count: int) -> None:
    term = ("ett mycket långt namn " * 5).strip()
    narrow = Columns((Definitions(((term, (Text("mening " * 9),)),)),), (paragraph("sida"),))
    written = written_after(document_of, look, count, narrow)
    (item,) = (one for one in layout_of(written.data).top.walk() if one.role == "LI")
    label, meaning = item.element.elements()
    assert {mark.page for mark in label.marks()} == {next(meaning.marks()).page}


def test_a_row_to_write_in_is_no_exception(document_of: DocumentOf, look: Look) -> None:
    rows = tuple(((Text(f"rad{number}"),), ()) for number in range(17))
    written = pdf.write(document_of(WritingTable("T", ("Vad", "Signatur"), rows, (1, 1), room=15)), look)
    assert page_of(written, "rad16") == page_of(written, "rad15") == 2
