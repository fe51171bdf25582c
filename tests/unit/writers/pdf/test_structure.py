"""The structure tree of each kind of block, read back from the file with pikepdf as an outline."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from PIL import Image as PillowImage

from pipeline.colour import Colour
from pipeline.document import (
    Band,
    Block,
    Break,
    Columns,
    Contents,
    Definitions,
    Document,
    Entry,
    Figure,
    Heading,
    Inlines,
    ItemList,
    Jump,
    Landing,
    NoteMark,
    Notes,
    Panel,
    Paragraph,
    Rule,
    Sheets,
    Table,
    Text,
    Web,
)
from pipeline.geometry import Point, Rect, Size
from pipeline.lengths import Pt
from pipeline.scene import Group, Image, Link, Metadata, Role, Scene, TextLine
from pipeline.writers import pdf
from pipeline.writers.look import Look
from pipeline.writers.pdf.gate import findings

INK = Colour(0, 0, 0)

DocumentOf = Callable[..., Document]
Outline = Callable[..., list[str]]


def said(text: str) -> Inlines:
    return (Text(text),)


def paragraph(text: str) -> Paragraph:
    return Paragraph(said(text))


def lines(element: Any, depth: int = 0) -> Iterator[str]:
    """One line an element: its role, and what else it says of itself."""
    attributes = element.get("/A", {})
    facts = [str(attributes[key]).lstrip("/") for key in ("/Scope", "/ListNumbering") if key in attributes]
    facts += [f"{key.lstrip('/')}={element[key]}" for key in ("/Alt", "/Lang", "/ID") if key in element]
    yield " ".join((" " * depth + str(element.S).lstrip("/"), *facts))
    kids = element.get("/K")
    for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from lines(kid, depth + 1)


def outline(data: bytes) -> list[str]:
    with pikepdf.Pdf.open(io.BytesIO(data)) as found:
        return list(lines(found.Root.StructTreeRoot.K[0]))


def without_stamp(found: list[str]) -> list[str]:
    """The outline of a document without the stamp, which comes after what it begins with."""
    _, at, *_ = (number for number, line in enumerate(found) if line.startswith(" ") and not line.startswith("  "))
    assert found[at] == " P"
    return [*found[:at], *found[at + 1 :]]


@pytest.fixture
def outline_of(document_of: DocumentOf, look: Look) -> Outline:
    return lambda *blocks: without_stamp(outline(pdf.write(document_of(*blocks), look).data))[1:]


def test_headings_and_paragraphs(outline_of: Outline) -> None:
    assert outline_of(Heading(1, "a"), paragraph("b"), Heading(2, "c"), Heading(3, "d")) == [" H1", " P", " H2", " H3"]


def test_links_and_languages_are_parts_of_their_paragraph(outline_of: Outline) -> None:
    parts = (Text("a "), Web("b", "https://x.se"), Text(" c"), Text("case", language="en"), Jump("d", "e"))
    assert outline_of(Heading(1, "a", "e"), Paragraph(parts)) == [" H1", " P", "  Link", "  Span Lang=en", "  Link"]


def test_a_link_over_several_lines_is_one_element_with_an_area_for_each(document_of: DocumentOf, look: Look) -> None:
    words = "mycket långt namn på en sida " * 10
    data = pdf.write(document_of(Heading(1, "a"), Paragraph((Web(words, "https://x.se"),))), look).data
    assert without_stamp(outline(data))[1:] == [" H1", " P", "  Link"]
    with pikepdf.Pdf.open(io.BytesIO(data)) as found:
        areas = list(found.pages[0].obj.Annots)
        link = found.Root.StructTreeRoot.K[0].K[2].K
        assert len(areas) > 2
        assert [str(area.Contents) for area in areas] == [words[:200]] * len(areas)
        assert [kid.Obj.objgen for kid in link.K if "/Obj" in kid] == [area.objgen for area in areas]


def test_lists(outline_of: Outline) -> None:
    entries = (said("a"), said("b"))
    item = ["  LI", "   Lbl", "   LBody"]
    assert outline_of(Heading(1, "a"), ItemList(entries)) == [" H1", " L Disc", *item, *item]
    plain = ["  LI", "   LBody"]
    assert outline_of(Heading(1, "a"), ItemList(entries, bulleted=False)) == [" H1", " L None", *plain, *plain]


def test_definitions_are_a_list_of_names_and_meanings(outline_of: Outline) -> None:
    item = ["  LI", "   Lbl", "   LBody"]
    wide, narrow = Definitions((("a", said("b")), ("c", said("d")))), Definitions((("e", said("f")),))
    found = outline_of(Heading(1, "a"), wide, Columns((narrow,), (paragraph("x"),)))
    assert found == [" H1", " L None", *item, *item, " L None", *item, " P"]


def test_tables_have_headers_with_scopes_and_keep_empty_cells(outline_of: Outline) -> None:
    block = Table("t", ("a", "b"), ((said("c"), said("d")), ((), said("f"))), (1, 1), named_by=1)
    head = ["  THead", "   TR", "    TH Column", "    TH Column"]
    row = ["   TR", "    TD", "    TH Row"]
    assert outline_of(Heading(1, "a"), block) == [" H1", " Table", *head, "  TBody", *row, *row]


def test_a_table_over_pages_is_one_table_with_one_header(outline_of: Outline) -> None:
    rows = tuple((said(f"rad {number}"),) for number in range(150))
    found = outline_of(Heading(1, "a"), Table("t", ("a",), rows, (1,)))
    assert [found.count(line) for line in (" Table", "  THead", "    TH Column", "    TH Row")] == [1, 1, 1, 150]


def test_a_caption_follows_its_figure(outline_of: Outline, scene: Scene) -> None:
    figure = Figure(scene, "En karta", (Text("Se "), Jump("texten", "e")))
    assert outline_of(Heading(1, "a", "e"), figure)[:2] == [" H1", " Figure Alt=En karta"]
    assert outline_of(Heading(1, "a", "e"), figure)[-2:] == [" Caption", "  Link"]


def test_contents_lead_to_their_headings_level_by_level(outline_of: Outline) -> None:
    entries = (Entry(1, "a", "a"), Entry(2, "b", "b"), Entry(2, "c", "b"), Entry(1, "d", "a"))
    line = ["TOCI", "Reference", "Link"]

    def at(depth: int) -> list[str]:
        return [" " * (depth + below) + role for below, role in enumerate(line)]

    found = outline_of(Heading(1, "a", "a"), Heading(2, "b", "b"), Contents(entries))
    assert found == [" H1", " H2", " TOC", *at(2), "  TOC", *at(3), *at(3), *at(2)]


def test_notes_have_names_and_marks_lead_to_them(outline_of: Outline) -> None:
    note = ["  Lbl", "  P"]
    found = outline_of(Heading(1, "a"), Paragraph((Text("b"), NoteMark(2))), Notes((said("c"), said("d"))))
    mark = [" P", "  Reference", "   Link"]
    assert found == [" H1", *mark, " Note ID=note 1", *note, " Note ID=note 2", *note]


def test_bands_panels_columns_and_rules(outline_of: Outline) -> None:
    band = Band("1", "a", "b", Colour(0, 0, 0), Colour(255, 255, 255))
    columns = Columns((paragraph("a"), Heading(2, "b")), (paragraph("c"),))
    blocks: tuple[Block, ...] = (Heading(1, "a"), band, Rule(), columns, Panel((paragraph("d"),), 2), Break())
    assert outline_of(*blocks) == [" H1", " P", " P", " H2", " P", " Div", "  P"]


def test_columns_over_pages_are_read_main_column_first(document_of: DocumentOf, look: Look) -> None:
    main = tuple(paragraph(f"huvud {number} " + "text " * 40) for number in range(30))
    side = tuple(ItemList((said(f"sida {number}"),), bulleted=False) for number in range(60))
    found = without_stamp(outline(pdf.write(document_of(Heading(1, "a"), Columns(main, side)), look).data))
    assert found == ["Document", " H1", *[" P"] * 30, *[" L None", "  LI", "   LBody"] * 60]


def test_halves_of_a_paragraph_are_one_element(document_of: DocumentOf, look: Look) -> None:
    data = pdf.write(document_of(Heading(1, "a"), paragraph("ord " * 3000)), look).data
    with pikepdf.Pdf.open(io.BytesIO(data)) as found:
        halves = found.Root.StructTreeRoot.K[0].K[2].K
        assert len({mark.Pg.objgen for mark in halves}) == len(found.pages) > 1


def test_drawings_are_a_heading_and_a_figure_and_text_follows(
    document_of: DocumentOf, look: Look, metadata: Metadata, scene: Scene
) -> None:
    text = document_of(Heading(2, "I text"), Paragraph((Jump("till kartan", "steg"),)))
    named = replace(scene, items=(Group(Role.TITLE, (TextLine("Karta", Point(1, 5), Pt(9), INK),)), *scene.items))
    found = outline(pdf.write(Sheets(metadata, (named, named), text), look).data)
    assert [line.split(" Alt")[0] for line in found if not line.startswith("  ")] == [
        "Document",
        " H1",
        " Figure",
        " H2",
        " Figure",
        " H2",
        " P",
    ]


def test_the_area_of_a_broken_link_is_the_link_s_not_its_hyphen_s(document_of: DocumentOf, look: Look) -> None:
    word = Web("rehabiliteringssamordningsansvarsfördelning", "https://x.se")
    table = Table("t", ("b", "c"), (((word,), said("a")),), (1, 9))
    with pikepdf.Pdf.open(io.BytesIO(pdf.write(document_of(Heading(1, "a"), table), look).data)) as found:
        (link,) = (one for one in found.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Link")
        hyphens = [kid for kid in link.K if kid.get("/S") == "/Span"]
        areas = [kid for kid in link.K if "/Obj" in kid]
        assert len(hyphens) + 1 == len(areas) == len(found.pages[0].obj.Annots) > 1
        assert all(hyphen.K.Type == pikepdf.Name.MCR for hyphen in hyphens)


def test_a_picture_is_part_of_its_figure(document_of: DocumentOf, look: Look) -> None:
    target = io.BytesIO()
    PillowImage.new("RGB", (3, 2), (200, 30, 30)).save(target, "PNG")
    scene = Scene(Size(60, 40), (Image(target.getvalue(), Rect(10, 5, 40, 30), "rum"),), "Rum", "Ett rum")
    document = document_of(Heading(1, "a"), Figure(scene, "Ett rum med sex stolar"))
    assert findings(pdf.write(document, look).data, document) == ()


def test_a_place_that_begins_with_a_space_can_be_led_to(outline_of: Outline) -> None:
    parts = (Text("se"), Landing(" här", "x"), Jump(" dit", "x"))
    assert outline_of(Heading(1, "a"), Paragraph(parts)) == [" H1", " P", "  Link"]


def test_bookmarks_of_headings_side_by_side_stand_in_the_document_s_order(document_of: DocumentOf, look: Look) -> None:
    main: tuple[Block, ...] = (*(paragraph("text " * 60) for _ in range(12)), Heading(1, "sist av huvuddelen"))
    data = pdf.write(document_of(Columns(main, (Heading(2, "bredvid"), paragraph("x")))), look).data
    with pikepdf.Pdf.open(io.BytesIO(data)) as found, found.open_outline() as bookmarks:
        (first,) = bookmarks.root
        assert [first.title, *(below.title for below in first.children)] == ["sist av huvuddelen", "bredvid"]


def areas(data: bytes) -> list[str]:
    """What the areas of the first page are called."""
    with pikepdf.Pdf.open(io.BytesIO(data)) as found:
        return [str(area.Contents) for area in found.pages[0].obj.Annots]


def test_an_area_in_a_drawing_is_called_by_its_group(document_of: DocumentOf, look: Look) -> None:
    link = Link("#a", Rect(1, 1, 9, 9), (TextLine("1 1 Ansökan", Point(1, 5), Pt(9), INK),))
    group = Group(Role.STEP, (link,), "Steg 1 av 18: Ansökan", "x")
    figure = Figure(Scene(Size(50, 20), (group,), "t", "d"), "alt")
    assert areas(pdf.write(document_of(Heading(1, "a", "a"), figure), look).data) == ["Steg 1 av 18: Ansökan"]


def test_the_mark_of_a_note_is_called_by_more_than_its_number(document_of: DocumentOf, look: Look) -> None:
    document = document_of(Heading(1, "a"), Paragraph((Text("b"), NoteMark(1, "källa 1"))), Notes((said("c"),)))
    assert areas(pdf.write(document, look).data) == ["källa 1"]


def test_a_band_is_read_after_the_heading_below_it(outline_of: Outline) -> None:
    band = Band("1", "a", "b", Colour(0, 0, 0), Colour(255, 255, 255))
    assert outline_of(Heading(1, "a"), band, Heading(2, "b"), Rule()) == [" H1", " H2", " P"]


def test_a_drawing_s_alternative_is_its_title_and_first_sentence(metadata: Metadata, scene: Scene, look: Look) -> None:
    told = replace(scene, title="Karta", description="Ett steg.\nSteg 1: Ansökan.")
    found = outline(pdf.write(Sheets(metadata, (told,)), look).data)
    assert " Figure Alt=Karta. Ett steg." in found
