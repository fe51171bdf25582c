"""The index: letters, words and the numbers of pages, which are drawn late and lead to their places."""

import io
from collections.abc import Callable
from itertools import pairwise

import pikepdf
import pytest

from pipeline.document import (
    Block,
    Break,
    Columns,
    Document,
    Heading,
    Index,
    IndexEntry,
    IndexGroup,
    Landing,
    Paragraph,
    Text,
)
from pipeline.writers import pdf
from pipeline.writers.look import Look
from pipeline.writers.pdf.gate import checked
from pipeline.writers.pdf.index import first_places
from pipeline.writers.written import Written
from tests.support.pdf_layout import Line, Placed, layout_of

DocumentOf = Callable[..., Document]


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def chapters(count: int) -> tuple[Block, ...]:
    """Chapters on a page each, from page 2; each ends with a place of its own."""
    found: list[Block] = [Heading(1, "Bok")]
    for number in range(2, count + 2):
        place = Paragraph((Landing("här", f"plats{number}"),))
        found += [Break(), Heading(2, f"Kapitel {number}", f"k{number}"), paragraph("text"), place]
    return tuple(found)


def groups(letters: str, entries: int, *anchors: str) -> tuple[IndexGroup, ...]:
    return tuple(
        IndexGroup(letter, tuple(IndexEntry(f"{letter.lower()}ord {n}", anchors) for n in range(entries)))
        for letter in letters
    )


def entries(written: Written) -> list[Placed]:
    (index,) = (one for one in layout_of(written.data).top.walk() if one.role == "Index")
    return [one for one in index.walk() if one.role == "LBody"]


def said(written: Written) -> list[str]:
    return [" ".join("".join(piece.text for piece in entry.pieces).split()) for entry in entries(written)]


@pytest.fixture
def made(document_of: DocumentOf, look: Look) -> Callable[..., Written]:
    """The file of an index behind six chapters, which the gate passes."""

    def write(*index: IndexGroup) -> Written:
        content = document_of(*chapters(6), Break(), Heading(2, "Register"), Index(index))
        written = pdf.write(content, look)
        assert checked(written.data, content) == ()
        return written

    return write


def test_an_entry_names_each_of_its_pages_once_and_in_order(made: Callable[..., Written]) -> None:
    several = IndexEntry("flera", ("k5", "plats3", "k3", "k7"))
    found = made(IndexGroup("F", (several, IndexEntry("ett", ("k2",)), IndexEntry("inget", ()))))
    assert said(found) == ["flera 3, 5, 7", "ett 2", "inget"]


def test_each_number_leads_to_its_page(made: Callable[..., Written]) -> None:
    data = made(IndexGroup("F", (IndexEntry("flera", ("k4", "k6")),))).data
    with pikepdf.Pdf.open(io.BytesIO(data)) as found:
        areas = list(found.pages[-1].obj.Annots)
        pages = [page.obj.objgen for page in found.pages]
        assert [pages.index(area.Dest[0].objgen) + 1 for area in areas] == [4, 6]
        assert [str(area.Contents) for area in areas] == ["flera 4", "flera 6"]


def test_the_tree_of_an_index(made: Callable[..., Written]) -> None:
    found = layout_of(made(*groups("AB", 1, "k2", "k3")).data).top
    (index,) = (one for one in found.walk() if one.role == "Index")
    entry = ["L", "LI", "LBody", "Reference", "Link", "Reference", "Link"]
    assert [one.role for one in index.walk()] == ["Index", "P", *entry, "P", *entry]


def columns(lines: list[Line]) -> dict[float, list[Line]]:
    """Lines by the left edge of their column."""
    found: dict[float, list[Line]] = {}
    for line in lines:
        found.setdefault(round(line.left), []).append(line)
    return found


def test_the_columns_of_a_short_index_are_of_equal_height(made: Callable[..., Written]) -> None:
    entry_lines = [entry.lines[0] for entry in entries(made(*groups("ABCD", 6, "k2")))]
    left, right = columns(entry_lines).values()
    assert abs(len(left) - len(right)) <= 2
    assert left[0].base == pytest.approx(right[0].base, abs=0.1)


def test_an_index_longer_than_a_page_fills_column_after_column(made: Callable[..., Written]) -> None:
    written = made(*groups("ABCDEFGHIJKLMNO", 14, "k2", "k3"))
    found = [entry.lines[0] for entry in entries(written)]
    assert len(found) == 15 * 14
    assert written.pages and written.pages > 8
    order = [(line.page, round(line.left), -line.base) for line in found]
    assert order == sorted(order)


def test_a_letter_never_ends_a_column(made: Callable[..., Written]) -> None:
    for count in range(3, 9):
        found = layout_of(made(*groups("ABCDEFGHIJKLMNO", count, "k2")).data).top
        (index,) = (one for one in found.walk() if one.role == "Index")
        letters = [one.lines[0] for one in index.walk() if one.role == "P"]
        firsts = [one.lines[0] for one in index.walk() if one.role == "LBody"][::count]
        assert all(0 < a.base - b.base < 40 and a.page == b.page for a, b in zip(letters, firsts, strict=True))


def test_many_numbers_go_on_below_further_in(document_of: DocumentOf, look: Look) -> None:
    every = tuple(f"k{number}" for number in range(2, 42))
    content = document_of(*chapters(40), Break(), Index((IndexGroup("A", (IndexEntry("allt", every),)),)))
    written = pdf.write(content, look)
    (entry,) = entries(written)
    assert len(entry.lines) > 1
    assert len({round(line.left, 1) for line in entry.lines}) == 2
    assert said(written) == ["allt " + ", ".join(str(number) for number in range(2, 42))]
    assert checked(written.data, content) == ()


def test_an_index_before_its_places_leaves_room_for_their_numbers(document_of: DocumentOf, look: Look) -> None:
    """Words of all lengths: where the number just fits its line, and where it needs the next."""
    words = tuple(IndexEntry("o" * count, ("k3",)) for count in range(30, 60))
    content = document_of(Heading(1, "a"), Index((IndexGroup("O", words),)), *chapters(3)[1:])
    written = pdf.write(content, look)
    bases = [line.base for entry in entries(written) for line in entry.lines]
    assert min(abs(a - b) for a, b in pairwise(bases)) > 11
    assert said(written) == [f"{entry.text} 3" for entry in words]
    assert checked(written.data, content) == ()


def test_in_a_column_there_is_one_column(document_of: DocumentOf, look: Look) -> None:
    index = Index(groups("AB", 3, "a"))
    content = document_of(Heading(1, "a", "a"), Columns((index,), (paragraph("sida"),)))
    written = pdf.write(content, look)
    assert len({round(entry.lines[0].left) for entry in entries(written)}) == 1
    assert checked(written.data, content) == ()


def test_places_by_page() -> None:
    assert first_places(("b", "x", "a", "c"), {"a": 9, "b": 4, "c": 9}) == {4: "b", 9: "a"}
