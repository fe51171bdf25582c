"""What a document should say, block by block: written out by hand from the table of roles in docs/guides/pdf.md."""

from dataclasses import replace

import pytest

from pipeline.document import (
    Contents,
    Document,
    Entry,
    Figure,
    Heading,
    ItemList,
    Jump,
    Landing,
    NoteMark,
    Notes,
    Panel,
    Paragraph,
    Sheets,
    Table,
    Text,
    Web,
)
from pipeline.writers.pdf.gate.expected import Spoken, expected
from pipeline.writers.pdf.gate.speech import plain, same
from tests.unit.writers.pdf.gate.sample import METADATA, RUNNING, drawing, figure_drawing


def lines(*blocks) -> list[str]:
    """Each element as dots for its depth, role, words, and what else is said."""
    return told(Document(METADATA, replace(RUNNING, stamp=""), blocks))[1:]


def told(content: Sheets | Document) -> list[str]:
    return [f"{'.' * one.depth}{one.role}|{one.text}|{one.said}" for one in expected(content)]


def test_a_paragraph_is_heard_whole_and_then_what_lies_in_it() -> None:
    parts = (Text("Läs "), Web("lagen", "https://a.se"), Text(" på "), Text("English", language="en"), NoteMark(3))
    assert lines(Paragraph(parts)) == [
        ".P|Läs lagen på English3|",
        "..Link|lagen|",
        "..Span|English|en",
        "..Reference|3|",
        "...Link|3|",
    ]


def test_words_lead_only_where_there_is_a_place() -> None:
    parts = (Jump("hit", "a"), Jump("dit", "b"), Jump("bort", "c"), Web("ut", "ftp://a.se"))
    blocks = (Heading(1, "Rubrik", "a"), Paragraph(parts), Paragraph((Landing("plats", "b"),)))
    assert [line for line in lines(*blocks) if "Link" in line] == ["..Link|hit|", "..Link|dit|"]


def test_a_list_and_its_kind() -> None:
    entries = ((Text("ett"),),)
    assert lines(ItemList(entries)) == [".L||Disc", "..LI||", "...Lbl|\u2022|", "...LBody|ett|"]
    assert lines(ItemList(entries, bulleted=False)) == [".L||None", "..LI||", "...LBody|ett|"]


def test_a_table_and_the_column_that_names_its_rows() -> None:
    table = Table("Tider", ("A", "B"), (((Text("1"),), (Text("2"),)),), (1, 1), named_by=1)
    assert lines(table) == [
        ".Table||Tider",
        "..THead||",
        "...TR||",
        "....TH|A|Column",
        "....TH|B|Column",
        "..TBody||",
        "...TR||",
        "....TD|1|",
        "....TH|2|Row",
    ]


def test_a_figure_its_links_and_its_caption() -> None:
    assert lines(Figure(figure_drawing(), "Bild", (Text("Text"),))) == [
        ".Figure|Kartlägg behov Klart?|Bild",
        "..Link|Kartlägg behov|",
        ".Caption|Text|",
    ]


def test_contents_with_a_level_below() -> None:
    entries = (Entry(1, "A", "a"), Entry(2, "B", "b"), Entry(2, "C", "c"), Entry(1, "D", "d"))
    assert [line for line in lines(Contents(entries)) if "TOC" in line or "Link" in line] == [
        ".TOC||",
        "..TOCI||",
        "....Link|A|",
        "..TOC||",
        "...TOCI||",
        ".....Link|B|",
        "...TOCI||",
        ".....Link|C|",
        "..TOCI||",
        "....Link|D|",
    ]


def test_notes_and_panels_hold_what_is_in_them() -> None:
    assert lines(Notes(((Text("Not"),),))) == [".Note||", "..Lbl|1.|", "..P|Not|"]
    assert lines(Panel((Heading(2, "H"),))) == [".Div||", "..H2|H|"]


def test_sheets_are_a_title_and_a_figure_each_and_then_their_text() -> None:
    text = Document(METADATA, RUNNING, (Heading(2, "I text", "slut"),))
    assert told(Sheets(METADATA, (drawing(), drawing()), text)) == [
        "Document||",
        ".H1|Kartan över vägen|",
        ".P|Utkast|",
        ".Figure|Kartlägg behov Klart?|En karta",
        "..Link|Kartlägg behov|",
        "..Link|Klart?|",
        ".H2|Kartan över vägen|",
        ".Figure|Kartlägg behov Klart?|En karta",
        "..Link|Kartlägg behov|",
        "..Link|Klart?|",
        ".H2|I text|",
    ]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("ett  två\n", "ett två", True),
        ("arbets\u00admarknad", "arbetsmarknad", True),
        ("5\u00a0§", "5 §", True),
        ("SIP\u2011mötet", "SIP-mötet", True),
        ("ett två", "etttvå", False),
        ("arbets-marknad", "arbetsmarknad", False),
    ],
)
def test_words_are_compared_without_what_typesetting_adds(one: str, other: str, alike: bool) -> None:
    assert (plain(one) == plain(other)) is alike


@pytest.mark.parametrize(
    ("found", "alike"),
    [
        (Spoken(1, "Figure", "a", "En karta"), True),
        (Spoken(1, "Figure", "a", "En karta. Beskrivs i text på sidan 2."), True),
        (Spoken(1, "Figure", "a", "Karta"), False),
        (Spoken(1, "Figure", "b", "En karta"), False),
        (Spoken(2, "Figure", "a", "En karta"), False),
        (Spoken(1, "P", "a", "En karta"), False),
        (None, False),
    ],
)
def test_a_drawing_may_be_said_to_be_more_than_its_title(found: Spoken | None, alike: bool) -> None:
    assert same(Spoken(1, "Figure", "a", "En karta"), found) is alike
