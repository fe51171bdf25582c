"""Every block of a document is found in the Word file: its text, its style, its place."""

from collections.abc import Callable, Iterable

import docx
import pytest

from pipeline.colour import WHITE, Colour
from pipeline.document import (
    Band,
    Block,
    Break,
    Definitions,
    Document,
    Heading,
    ItemList,
    Panel,
    Paragraph,
    Rule,
    Table,
    Text,
    Tone,
    WritingTable,
)
from pipeline.writers.docx.check import findings
from pipeline.writers.look import Look
from tests.unit.writers.docx.word_file import W, WordFile, has, style_of, text_of

FileOf = Callable[..., WordFile]
STRAW, INK = Colour(0xF7, 0xEA, 0xB3), Colour(0x1A, 0x1A, 0x1A)


def said(words: str) -> tuple[Text, ...]:
    return (Text(words),)


def paragraph(words: str) -> Paragraph:
    return Paragraph(said(words))


def positions(text: str, wanted: Iterable[str]) -> list[int]:
    return [text.index(words) for words in wanted]


def test_every_text_is_there_in_reading_order(written: WordFile) -> None:
    text = "\n".join(line for _, line in written.lines)
    wanted = [
        "Kartläggning",
        "Steg 4 av 18 · Processkoppling",
        "Till vården: behov av läkarintyg",
        "Figurens text",
        "Vad händer",
        "Individen får råd att kontakta sin vårdcentral.",
        "Härifrån leder vägen",
        "Ja: steg 5, Kartlägg resurser",
        "Vem gör det",
        "Socialsekreterare",
        "En inledning.",
        "Tyst text, se lagtexten",
        "Skriftlig fråga",
        "Region Stockholm",
        "Fråga vem som är kontaktperson",
        "Lag",
        "SFB",
        "Samordning",
        "Hur formulerar vi frågor?",
        "Kartlägg resurser och behov",
        "Nästa sida.",
    ]
    found = positions(text, wanted)
    assert found == sorted(found)


def test_python_docx_reads_the_same_words(written: WordFile) -> None:
    read = docx.Document(written.archive.fp)
    assert "Nästa sida." in [paragraph.text for paragraph in read.paragraphs]
    assert [cell.text for cell in read.tables[0].rows[1].cells] == ["SFB", "Samordning"]


@pytest.mark.parametrize(
    ("block", "style"),
    [
        (Heading(1, "Titel"), "Heading1"),
        (Heading(2, "Titel"), "Heading2"),
        (Heading(3, "Titel"), "Heading3"),
        (paragraph("Titel"), "Normal"),
        (Paragraph(said("Titel"), Tone.LEAD), "Lead"),
        (Paragraph(said("Titel"), Tone.QUIET), "Quiet"),
        (Paragraph(said("Titel"), Tone.QUESTION), "Question"),
        (ItemList((said("Titel"),)), "ListBullet"),
        (ItemList((said("Titel"),), bulleted=False), "List"),
    ],
)
def test_a_block_has_its_style(file_of: FileOf, block: Block, style: str) -> None:
    assert file_of(block).lines == [(style, "Titel")]


def test_headings_are_words_own_and_in_its_outline(written: WordFile) -> None:
    for level in (1, 2, 3):
        style = written.style(f"Heading{level}")
        name, outline = style.find(f"{W}name"), style.find(f"{W}pPr/{W}outlineLvl")
        assert name is not None
        assert name.get(f"{W}val") == f"heading {level}"
        assert outline is not None
        assert outline.get(f"{W}val") == str(level - 1)
        assert has(style, "keepNext")
        assert has(style, "keepLines")
        assert has(style, "suppressAutoHyphens")


def test_strong_words_are_bold(file_of: FileOf) -> None:
    (found,) = file_of(Paragraph((Text("Ja: ", strong=True), Text("vidare")))).paragraphs
    bold = [text_of(run) for run in found.iter(f"{W}r") if run.find(f"{W}rPr/{W}b") is not None]
    assert bold == ["Ja: "]


def test_bullets_come_from_a_numbering_definition(file_of: FileOf) -> None:
    file = file_of(ItemList((said("ett"), said("två"))))
    number = file.style("ListBullet").find(f"{W}pPr/{W}numPr/{W}numId")
    assert number is not None
    numbering = file.part("word/numbering.xml")
    used = {found.get(f"{W}numId") for found in numbering.iter(f"{W}num")}
    assert number.get(f"{W}val") in used
    assert [found.get(f"{W}val") for found in numbering.iter(f"{W}lvlText")] == ["\u2022", "%1."]  # and notes


def test_definitions_are_a_bold_name_and_a_hanging_text(file_of: FileOf) -> None:
    file = file_of(Definitions((("AF", said("ringer")), ("Regionen", said("svarar")))))
    assert [line for _, line in file.lines] == ["AF\tringer", "Regionen\tsvarar"]
    indents = [found.attrib for found in file.body.iter(f"{W}ind")]
    assert indents[0] == indents[1]
    assert indents[0][f"{W}left"] == indents[0][f"{W}hanging"]


def test_a_name_too_wide_for_its_column_has_its_text_below(file_of: FileOf) -> None:
    name = "Stadsdelsförvaltningens mottagningsgrupp för ekonomiskt bistånd"
    file = file_of(Definitions(((name, said("ringer")), ("AF", said("svarar")))))
    assert [line for _, line in file.lines] == [f"{name}\nringer", "AF\tsvarar"]


def test_a_band_says_number_name_and_detail_on_its_colour(file_of: FileOf) -> None:
    (found,) = file_of(Band("5", "Insatser", "Steg 12 av 18", Colour(5, 0x57, 0xA3), Colour(255, 255, 255))).paragraphs
    assert " ".join(text_of(found).split()) == "5 Insatser Steg 12 av 18"
    shade = found.find(f"{W}pPr/{W}shd")
    assert shade is not None
    assert shade.get(f"{W}fill") == "0557A3"
    colours = [paint.get(f"{W}val") for paint in found.iter(f"{W}color")]
    assert colours == ["1A1A1A", "FFFFFF", "FFFFFF"]  # the number stands in ink on white


def test_bands_after_one_another_are_not_joined(file_of: FileOf) -> None:
    bands = [Band(str(number), "Namn", "", STRAW, INK) for number in range(3)]
    lines = [found.find(f"{W}pPr/{W}pBdr/{W}left") for found in file_of(*bands).paragraphs]
    weights = [line.get(f"{W}sz") for line in lines if line is not None]
    assert weights[0] != weights[1] != weights[2]


def test_a_panel_is_one_box_with_lines_to_write_on(file_of: FileOf) -> None:
    inside = (Paragraph(said("Fråga"), Tone.QUIET), Paragraph(said("Hur?"), Tone.QUESTION))
    file = file_of(Panel(inside, lines=2), paragraph("Efter"))
    *box, after = file.paragraphs
    assert [style_of(found) for found in box] == ["Quiet", "Question", "WritingLine"]
    assert text_of(box[-1]) == "\t\n\t"
    alike = {tuple(line.attrib.items()) for found in box for line in found.iter(f"{W}left")}
    assert len(alike) == 1  # Word joins only paragraphs whose lines are alike
    assert [has(found, "keepNext") for found in box] == [True, True, False]
    leaders = [tab.get(f"{W}leader") for tab in box[-1].iter(f"{W}tab") if tab.get(f"{W}leader")]
    assert leaders == ["underscore"]
    assert after.find(f"{W}pPr/{W}pBdr") is None


def test_a_rule_is_carried_by_the_paragraph_after_it(file_of: FileOf) -> None:
    before, after = file_of(paragraph("a"), Rule(), paragraph("b")).paragraphs
    assert before.find(f"{W}pPr/{W}pBdr") is None
    assert after.find(f"{W}pPr/{W}pBdr/{W}top") is not None


@pytest.mark.parametrize("block", [Panel((paragraph("b"),)), Band("1", "b", "", STRAW, INK)])
def test_a_rule_before_a_box_stands_alone(file_of: FileOf, block: Block) -> None:
    file = file_of(paragraph("a"), Rule(), block)
    assert [style_of(found) for found in file.paragraphs][1] == "Rule"
    assert len(file.paragraphs) == 3


def test_a_rule_at_the_end_is_drawn(file_of: FileOf) -> None:
    assert [style for style, _ in file_of(paragraph("a"), Rule()).lines] == ["Normal", "Rule"]


def test_a_break_begins_a_page_with_the_next_paragraph(file_of: FileOf) -> None:
    file = file_of(Break(), paragraph("a"), Break(), Heading(1, "b"), Break(), Panel((paragraph("c"),)))
    assert [has(found, "pageBreakBefore") for found in file.paragraphs] == [False, True, True]
    assert len(file.paragraphs) == 3


def test_a_table_flags_its_header_and_splits_no_row(file_of: FileOf) -> None:
    rows = tuple((said(f"a{number}"), said("b")) for number in range(3))
    table = file_of(Table("Lagrum", ("Lag", "Om"), rows, (1, 3))).body.find(f"{W}tbl")
    assert table is not None
    flags = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
    assert flags == [True, False, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.iter(f"{W}tr"))
    title, description = (table.find(f"{W}tblPr/{W}{name}") for name in ("tblCaption", "tblDescription"))
    assert title is not None
    assert title.get(f"{W}val") == "Lagrum"
    assert description is not None
    assert description.get(f"{W}val") == "Lag, Om"


def test_rows_to_write_in_are_at_least_so_high_and_have_lines_that_can_be_seen(file_of: FileOf) -> None:
    rows = ((said("a"), ()), (said("b"), ()))
    file = file_of(WritingTable("Att göra", ("Vad", "Signatur"), rows, (1, 1), room=12.7), Heading(1, "Efter"))
    heights = [(node.get(f"{W}val"), node.get(f"{W}hRule")) for node in file.body.iter(f"{W}trHeight")]
    assert heights == [("720", "atLeast")] * 2  # half an inch; the header is as low as it can be
    style = next(node.get(f"{W}val") for node in file.body.iter(f"{W}tblStyle"))
    lines = file.part("word/styles.xml").find(f"{W}style[@{W}styleId='{style}']/{W}tblPr/{W}tblBorders/{W}insideH")
    assert lines is not None
    assert Colour.from_hex(f"#{lines.get(f'{W}color')}").contrast(WHITE) >= 3  # WCAG 2.1, 1.4.11
    assert findings(file.data) == ()


def test_what_introduces_a_table_stays_with_it(file_of: FileOf) -> None:
    file = file_of(paragraph("a"), paragraph("b"), Table("T", ("x",), ((said("1"),),), (1,)), paragraph("c"))
    assert [has(file.find(words), "keepNext") for words in "abc"] == [False, True, False]


def test_a_plain_table_has_rows_as_low_as_they_can_be(file_of: FileOf) -> None:
    file = file_of(Table("T", ("a",), ((said("1"),),), (1,)))
    assert next(file.body.iter(f"{W}trHeight"), None) is None


def test_columns_of_a_table_share_the_text_width(file_of: FileOf) -> None:
    file = file_of(Table("T", ("a", "b"), ((said("1"), said("2")),), (1, 3)))
    grid = [int(column.get(f"{W}w", "0")) for column in file.body.iter(f"{W}gridCol")]
    cells = [int(cell.get(f"{W}w", "0")) for cell in file.body.iter(f"{W}tcW")]
    assert cells == grid * 2
    assert sum(grid) == round((210 - 18 - 22) / 25.4 * 72 * 20)
    assert abs(grid[1] - 3 * grid[0]) <= 3


def test_a_row_of_another_length_is_refused(document_of: Callable[..., Document], look: Look, file_of: FileOf) -> None:
    with pytest.raises(ValueError, match="zip"):
        file_of(Table("T", ("a", "b"), ((said("1"),),), (1, 1)))


def test_tables_that_touch_are_parted_and_the_last_has_a_paragraph_after_it(file_of: FileOf) -> None:
    table = Table("T", ("a",), ((said("1"),),), (1,))
    tags = [str(element.tag).removeprefix(W) for element in file_of(table, table).body]
    assert tags == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_cell_to_tick_is_a_box_and_others_are_not(file_of: FileOf) -> None:
    rows = ((said("1"), (), ()), (said("2"), (), ()))
    file = file_of(
        WritingTable("Lista", ("Nr", "Vad", "Klart"), rows, (1, 5, 1), room=10, ticked=2), Heading(1, "Efter")
    )
    rows_of_cells = [list(row.iter(f"{W}tc")) for row in file.body.iter(f"{W}tr")]
    boxes = [[len(cell.findall(f"{W}tcPr/{W}tcBorders/*")) for cell in cells] for cells in rows_of_cells]
    assert boxes == [[0, 0, 0], [0, 0, 4], [0, 0, 4]]
    assert findings(file.data) == ()
