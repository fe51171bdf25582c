"""Documents as pages: every block's text is there, pages are counted, links lead on, and hard content holds.

Text is read back with poppler's pdftotext, outline and links with pikepdf.
"""

import io
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from pipeline.colour import Colour
from pipeline.document import (
    Band,
    Break,
    Columns,
    Document,
    Figure,
    Heading,
    ItemList,
    Panel,
    Paragraph,
    Rule,
    Table,
    Text,
    WritingTable,
)
from pipeline.geometry import Size
from pipeline.scene import Scene
from pipeline.writers import pdf
from pipeline.writers.look import Look
from pipeline.writers.pdf.gate import checked
from pipeline.writers.written import TooLarge

DocumentOf = Callable[..., Document]
MM = 72 / 25.4
HOSTILE = "<script>alert(1)</script> a & b ]]> {{ x }} \"/><b> '</para> &amp; <br/>"


def text_of(data: bytes, page: int | None = None) -> str:
    only = ["-f", str(page), "-l", str(page)] if page else []
    command = ["pdftotext", "-enc", "UTF-8", *only, "-", "-"]
    found = subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
    return " ".join(found.split())


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


@pytest.mark.tool("pdftotext")
def test_every_text_is_there(document: Document, look: Look) -> None:
    found = text_of(pdf.write(document, look).data)
    for wanted in (
        "Stockholms stad Handledning för medarbetare",
        "UTKAST",
        "Utkast 2026-11-21 · 4f1c09ab · illustrativt exempel, ej granskat av aktören",
        "Kartläggning",
        "Steg 4 av 18 · Processkoppling",
        "Till vården: behov av läkarintyg",
        "Kartlägg behov",
        "om SIP behövs",
        "Figurens text",
        "Vad händer",
        "Individen får råd att kontakta sin vårdcentral.",
        "Ja: steg 5, Kartlägg resurser",
        "Socialsekreterare",
        "En inledning.",
        "Tyst text, se lagtexten",
        "Skriftlig fråga",
        "Region Stockholm",
        "Fråga vem som är kontaktperson",
        "Lag",
        "Samordning",
        "Hur formulerar vi frågor?",
        "Kartlägg resurser och behov",
        "Nästa sida.",
    ):
        assert wanted in found


@pytest.mark.tool("pdftotext")
def test_pages_are_counted(document: Document, look: Look) -> None:
    written = pdf.write(document, look)
    assert written.pages == 2
    assert [f"Sida {page} (2)" in text_of(written.data, page) for page in (1, 2)] == [True, True]


@pytest.mark.tool("pdftotext")
def test_hostile_text_stays_text(document_of: DocumentOf, look: Look) -> None:
    cell = (Text(HOSTILE),)
    blocks = (
        Heading(1, HOSTILE, HOSTILE),
        paragraph(HOSTILE),
        ItemList((cell,)),
        Table(HOSTILE, (HOSTILE,), ((cell,),), (1,)),
        Band("1", HOSTILE, "", Colour(0, 0, 0), Colour(255, 255, 255)),
    )
    content = document_of(*blocks)
    written = pdf.write(content, look)
    assert text_of(written.data).count(HOSTILE) == 6  # the head of the table stands for itself
    assert checked(written.data, content) == ()


def test_bookmarks_are_the_headings(document: Document, look: Look) -> None:
    with pikepdf.Pdf.open(io.BytesIO(pdf.write(document, look).data)) as found, found.open_outline() as outline:
        (first,) = outline.root
        assert first.title == "Till vården: behov av läkarintyg"
        assert [below.title for below in first.children] == ["Kartlägg resurser och behov"]


def test_skipped_levels_do_not_stop_the_bookmarks(document_of: DocumentOf, look: Look) -> None:
    blocks = (Heading(3, "c"), Heading(2, "b"), Heading(1, "a"), Heading(2, "b"))
    assert pdf.write(document_of(*blocks), look).pages == 1


def test_jump_leads_to_its_heading(document: Document, look: Look) -> None:
    with pikepdf.Pdf.open(io.BytesIO(pdf.write(document, look).data)) as found:
        notes: list[Any] = list(found.pages[0].obj.get("/Annots", ()))
        (jump,) = (note for note in notes if "/Dest" in note)
        assert jump["/Dest"][0].objgen == found.pages[1].obj.objgen


def test_only_our_fonts_are_in_the_file(document: Document, look: Look) -> None:
    with pikepdf.Pdf.open(io.BytesIO(pdf.write(document, look).data)) as found:
        fonts = {
            str(thing.BaseFont)
            for thing in found.objects
            if isinstance(thing, pikepdf.Dictionary) and "/BaseFont" in thing
        }
    assert fonts
    assert all("AtkinsonHyperlegible" in name for name in fonts)


@pytest.mark.tool("pdftotext")
def test_margins_are_mirrored(document_of: DocumentOf, look: Look) -> None:
    written = pdf.write(document_of(paragraph("Vänster"), Break(), paragraph("Vänster")), look)
    command = ["pdftotext", "-bbox", "-", "-"]
    boxes = subprocess.run(command, input=written.data, capture_output=True, check=True).stdout.decode()
    left = [float(line.split('"')[1]) for line in boxes.splitlines() if ">Vänster<" in line]
    assert left == pytest.approx([22 * MM, 18 * MM], abs=0.1)


def test_breaks_leave_no_page_empty(document_of: DocumentOf, look: Look) -> None:
    blocks = (Break(), Break(), paragraph("a"), Break(), Break(), paragraph("b"), Break())
    assert pdf.write(document_of(*blocks), look).pages == 2


def test_empty_document_is_one_page(document_of: DocumentOf, look: Look) -> None:
    assert pdf.write(document_of(), look).pages == 1


@pytest.mark.tool("pdftotext")
def test_long_paragraph_loses_nothing(document_of: DocumentOf, look: Look) -> None:
    words = " ".join(f"ord{number}" for number in range(2600))
    assert 19_000 < len(words) < 20_000
    found = text_of(pdf.write(document_of(paragraph(words)), look).data)
    assert all(f"ord{number}" in found for number in range(2600))


@pytest.mark.tool("pdftotext")
def test_long_table_repeats_its_header(document_of: DocumentOf, look: Look) -> None:
    rows = tuple(((Text(f"rad{number}"),), (Text("text"),)) for number in range(200))
    written = pdf.write(document_of(Heading(2, "Tabell"), Table("T", ("Huvud", "Annat"), rows, (1, 1))), look)
    found = text_of(written.data)
    assert all(f"rad{number}" in found for number in range(200))
    assert found.count("Huvud") == written.pages
    assert "rad0" in text_of(written.data, 1)


def tops_of(data: bytes, words: list[str]) -> list[float]:
    """How far down their page these words stand, pt, as poppler finds them."""
    found = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=data, capture_output=True, check=True)
    places = {text: float(top) for top, text in re.findall(r'yMin="([0-9.]+)"[^>]*>([^<]*)<', found.stdout.decode())}
    return [places[word] for word in words]


@pytest.mark.tool("pdftotext")
def test_rows_to_write_in_are_as_high_as_asked_or_higher(document_of: DocumentOf, look: Look) -> None:
    texts = ["rad0", "rad1", "lång " * 60 + "rad2", "rad3", "rad4"]
    rows = tuple(((Text(text),), ()) for text in texts)
    data = pdf.write(document_of(WritingTable("T", ("Vad", "Signatur"), rows, (1, 1), room=15)), look).data
    first, second, third, fourth, fifth = tops_of(data, ["rad0", "rad1", "rad2", "rad3", "rad4"])
    assert second - first == pytest.approx(15 * MM, abs=0.1)
    assert third - second > 16 * MM  # the end of the long text
    assert fifth - fourth == pytest.approx(15 * MM, abs=0.1)


@pytest.mark.tool("pdftotext")
def test_a_row_to_write_in_that_is_longer_than_a_page_loses_nothing(document_of: DocumentOf, look: Look) -> None:
    words = " ".join(f"ord{number}." for number in range(1500))
    rows = tuple(((Text(text),), ()) for text in ("före", words, "efter"))
    content = document_of(WritingTable("T", ("Vad", "Signatur"), rows, (1, 1), room=12))
    written = pdf.write(content, look)
    found = text_of(written.data)
    assert all(found.count(f" ord{number}. ") == 1 for number in range(1500))
    assert found.index("före") < found.index("ord0.") < found.index("efter")
    assert checked(written.data, content) == ()


@pytest.mark.tool("pdftotext")
def test_long_word_keeps_its_letters(document_of: DocumentOf, look: Look) -> None:
    word = "arbetsmarknadsförsörjningsstödssamordningsrehabiliteringskoordinatorsutbildning"
    narrow = Columns((paragraph(word),), (paragraph(word),))
    found = text_of(pdf.write(document_of(Heading(1, word), narrow, paragraph("x" * 80)), look).data)
    letters = found.replace("-", "").replace(" ", "").lower()
    assert letters.count("koordinatorsutbildning") == 3


@pytest.mark.tool("pdftotext")
def test_columns_longer_than_a_page_lose_nothing(document_of: DocumentOf, look: Look) -> None:
    main = tuple(paragraph(f"huvud{number} " + "text " * 30) for number in range(60))
    side = tuple(paragraph(f"sida{number}") for number in range(70))
    written = pdf.write(document_of(paragraph("Före"), Columns(main, side), paragraph("Efter")), look)
    found = text_of(written.data)
    assert all(found.count(f"huvud{number} ") == 1 for number in range(60))
    assert all(f"sida{number} " in found for number in range(70))
    assert written.pages and written.pages > 2


@pytest.mark.tool("pdftotext")
def test_paragraph_longer_than_a_page_in_a_column_loses_nothing(document_of: DocumentOf, look: Look) -> None:
    words = " ".join(f"ord{number}." for number in range(1500))
    found = text_of(pdf.write(document_of(Columns((paragraph(words),), (paragraph("sida"),))), look).data)
    assert all(found.count(f"ord{number}.") == 1 for number in range(1500))


@pytest.mark.tool("pdftotext")
def test_panel_longer_than_a_page_loses_nothing(document_of: DocumentOf, look: Look) -> None:
    inner = tuple(paragraph(f"del{number} " + "text " * 40) for number in range(60))
    found = text_of(pdf.write(document_of(Panel(inner, 2)), look).data)
    assert all(found.count(f"del{number} ") == 1 for number in range(60))


@pytest.mark.tool("pdftotext")
def test_panel_is_kept_whole(document_of: DocumentOf, look: Look) -> None:
    filler = tuple(paragraph("rad") for _ in range(25))
    panel = Panel(tuple(paragraph(f"del{number}") for number in range(12)), 4)
    written = pdf.write(document_of(*filler, panel), look)
    pages = [text_of(written.data, page) for page in (1, 2)]
    assert written.pages == 2
    assert "del" not in pages[0]
    assert "del0 del1" in pages[1]


@pytest.mark.tool("pdftotext")
@pytest.mark.parametrize("count", range(22, 32))
def test_heading_never_ends_a_page(document_of: DocumentOf, look: Look, count: int) -> None:
    filler = tuple(paragraph("rad") for _ in range(count))
    written = pdf.write(document_of(*filler, Heading(2, "Rubrik"), paragraph("text " * 300)), look)
    page = next(page for page in (1, 2) if "Rubrik" in text_of(written.data, page))
    assert "Rubrik text text" in text_of(written.data, page)


@pytest.mark.parametrize("count", range(24, 32))
def test_rule_stands_between_two_things_of_one_page(document_of: DocumentOf, look: Look, count: int) -> None:
    blocks = (*(paragraph("rad") for _ in range(count)), Rule(), Heading(3, "Rubrik"), paragraph("text " * 300))
    with pikepdf.Pdf.open(io.BytesIO(pdf.write(document_of(*blocks), look).data)) as found:
        lines = [sum(str(step.operator) == "l" for step in pikepdf.parse_content_stream(page)) for page in found.pages]
        parts = [text_of_page(page) for page in found.pages]
    # Each foot has one line; the other stands on the page that holds text above and below it, if there is one.
    assert lines == [1 + (part > count) for part in parts[:1]] + [1] * (len(parts) - 1)


def text_of_page(page: pikepdf.Page) -> int:
    """How many lines of text the page's flow holds, without the three of the head and the two of the foot."""
    return sum(str(step.operator) == "Tj" for step in pikepdf.parse_content_stream(page)) - 5


def test_figure_too_large_is_scaled_down(document_of: DocumentOf, look: Look, scene: Scene) -> None:
    large = Scene(Size(600, 900), scene.items, "t", "d")
    assert pdf.write(document_of(Heading(1, "Karta"), Figure(large, "x", (Text("Bildtext"),))), look).pages == 2
    small = Figure(Scene(Size(100, 40), scene.items, "t", "d"), "x")
    assert pdf.write(document_of(small), look).pages == 1


@pytest.mark.tool("pdftotext")
def test_words_of_a_header_have_room_beside_each_other(document_of: DocumentOf, look: Look) -> None:
    row = tuple((Text(text),) for text in ("1", "Kartlägg behov", ""))
    table = Table("t", ("Stegnummer", "Titel", "Signatur"), (row,), (0.05, 0.9, 0.05))
    small = replace(look, paper=Size(105, 148))
    found = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"],
        input=pdf.write(document_of(table), small).data,
        capture_output=True,
        check=True,
    )
    places = re.findall(r'xMin="([0-9.]+)"[^>]* xMax="([0-9.]+)"[^>]*>([^<]*)<', found.stdout.decode())
    edges = {text: (float(left), float(right)) for left, right, text in places}
    assert edges["Stegnummer"][1] < edges["Titel"][0] < edges["Titel"][1] < edges["Signatur"][0]
    assert edges["Signatur"][1] < 105 * MM


@pytest.mark.tool("pdftotext")
def test_head_and_foot_stay_on_narrow_paper(document_of: DocumentOf, look: Look) -> None:
    data = pdf.write(document_of(paragraph("text")), replace(look, paper=Size(105, 148))).data
    found = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=data, capture_output=True, check=True)
    places = re.findall(r'xMax="([0-9.]+)" yMax="([0-9.]+)">([^<]*)<', found.stdout.decode())
    assert max(float(lower) for _, lower, _ in places) < 148 * MM
    (left_of,) = (float(right) for right, _, text in places if text == "medarbetare")
    status = re.search(r'xMin="([0-9.]+)"[^>]*>UTKAST<', found.stdout.decode())
    assert status and left_of < float(status[1])


@pytest.mark.tool("pdftotext")
def test_a_row_that_fits_a_page_is_not_parted_so_each_page_has_one_header(document_of: DocumentOf, look: Look) -> None:
    rows = tuple(((Text(f"rad{number}"),), (Text("ord " * 90),)) for number in range(30))
    written = pdf.write(document_of(Table("t", ("Huvud", "Annat"), rows, (1, 1))), look)
    assert written.pages > 3
    assert text_of(written.data).count("Huvud") == written.pages


def test_more_columns_than_there_is_room_for_are_refused(document_of: DocumentOf, look: Look) -> None:
    columns = 60
    table = Table("t", ("a",) * columns, (((Text("b"),),) * columns,), (1,) * columns)
    with pytest.raises(TooLarge):
        pdf.write(document_of(table), look)


def test_a_caption_higher_than_a_page_is_refused(document_of: DocumentOf, look: Look, scene: Scene) -> None:
    with pytest.raises(TooLarge):
        pdf.write(document_of(Figure(scene, "x", (Text("ord " * 9000),))), look)


@pytest.mark.tool("pdftotext")
@pytest.mark.parametrize("count", range(26, 34))
def test_no_line_of_a_paragraph_stands_alone_on_a_page(document_of: DocumentOf, look: Look, count: int) -> None:
    filler = tuple(paragraph("fyll") for _ in range(count))
    written = pdf.write(document_of(*filler, paragraph("\n".join(f"rad{number}" for number in range(5)))), look)
    counts = [text_of(written.data, page).count("rad") for page in range(1, written.pages + 1)]
    assert sum(counts) == 5
    assert 1 not in counts
