"""Each flaw of a document's structure is found, and a sound one has none."""

import pytest

from pipeline.compose.flaws import flaws
from pipeline.document import (
    Columns,
    Contents,
    Document,
    Entry,
    Figure,
    Heading,
    Landing,
    NoteMark,
    Notes,
    Panel,
    Paragraph,
    Running,
    Sheets,
    Table,
    Text,
    Web,
)
from pipeline.geometry import Size
from pipeline.scene import Metadata, Scene

METADATA = Metadata("T", "S", "A", "sv-SE", "2026-11-21")
SCENE = Scene(Size(10, 10), (), "Bild", "En bild")
CELL = (Text("a"),)
SOUND = (
    Heading(1, "Titel", "start"),
    Contents((Entry(1, "Del", "del"), Entry(2, "Steg", "steg"))),
    Heading(2, "Del", "del"),
    Paragraph((Text("a"), NoteMark(1))),
    Heading(3, "Kort"),
    Table("Tabell", ("x", "y"), (((Landing("1", "rad"),), CELL),), (1, 1), named_by=1),
    Figure(SCENE, "En bild"),
    Heading(2, "Steg", "steg"),
    Notes(((Web("b", "https://b.example"),),)),
)


def _document(*blocks):
    return Document(METADATA, Running("", "", "", "", ""), blocks)


def test_a_sound_document_has_none():
    assert flaws(_document(*SOUND)) == ()


@pytest.mark.parametrize(
    ("block", "flaw"),
    [
        (Panel((Heading(4, "Djupt"),)), "heading 4 after 2: Djupt"),
        (Heading(2, " ", "tom"), "heading without text: tom"),
        (Heading(2, "Igen", "del"), "anchor 2 times: del"),
        (Columns((Paragraph((Landing("x", "rad"),)),), (Paragraph(()),)), "anchor 2 times: rad"),
        (Contents((Entry(2, "Steg", "steg"),)), "entry of level 2 after 0: Steg"),
        (Contents((Entry(1, "Borta", "rad"),)), "entry leads nowhere: Borta"),
        (Paragraph((NoteMark(2),)), "mark without note: 2"),
        (Figure(SCENE, "x", (NoteMark(0),)), "mark without note: 0"),
        (Notes(()), "notes in 2 places"),
        (Figure(SCENE, " "), "figure without alternative: Bild"),
        (Table("T", ("x",), ((CELL, CELL),), (1,)), "row 1 of 2 cells in 1 columns: T"),
        (Table("T", ("x",), (), (1,), named_by=1), "table named by no column: T"),
        (Table("T", ("x",), (), (1, 2)), "table of 1 columns with 2 widths: T"),
        (Table("", ("x",), (), (1,)), "table without title: x"),
    ],
)
def test_each_flaw_is_found_alone(block, flaw):
    assert flaws(_document(*SOUND, block)) == (flaw,)


def test_headings_begin_at_the_first_level_and_behind_drawings_at_the_second():
    one, two = _document(Heading(1, "a")), _document(Heading(2, "a"))
    assert flaws(one) == ()
    assert flaws(two) == ("heading 2 first, not 1: a",)
    assert flaws(Sheets(METADATA, (SCENE,), two)) == ()
    assert flaws(Sheets(METADATA, (SCENE,), one)) == ("heading 1 first, not 2: a",)
    assert flaws(Sheets(METADATA, (SCENE,))) == ()
