"""Terms, colours and shapes: every phase, shape and term once, in their order, and no heading over nothing."""

from dataclasses import replace

from pipeline.compose.flaws import flaws
from pipeline.compose.terms_sheet import terms_sheet
from pipeline.document import Definitions, Document, Figure, Heading, NoteMark, Notes, Table
from pipeline.model import Programme, StepKind, Term
from tests.support.real import brief_for, real_programme


def sheet(programme: Programme | None = None) -> Document:
    return terms_sheet(brief_for("begrepp", programme=programme))


def table_of(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def cells(document: Document) -> list[tuple[str, ...]]:
    """The rows of the table of terms, without the marks of notes."""
    return [
        tuple("".join(part.text for part in cell if not isinstance(part, NoteMark)).strip() for cell in row)
        for row in table_of(document).rows
    ]


def terms(*names: str) -> Programme:
    """The real programme with these terms only."""
    source = real_programme().terms[0].source
    return replace(
        real_programme(), terms=tuple(Term(name=name, text=f"Betyder {name}.", source=source) for name in names)
    )


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def test_every_term_stands_once() -> None:
    named = [row[0].partition("\n")[0] for row in cells(sheet())]
    assert sorted(named) == sorted(term.name for term in real_programme().terms)


def test_terms_are_in_the_order_of_the_swedish_alphabet() -> None:
    found = cells(sheet(terms("öppenvård", "ärende", "Zon", "ångest", "AF", "vård", "arbete")))
    assert [row[0] for row in found] == ["AF", "arbete", "vård", "Zon", "ångest", "ärende", "öppenvård"]


def test_a_term_has_its_spelled_out_form_below_it_and_its_meaning_beside() -> None:
    row = next(row for row in cells(sheet()) if row[0].startswith("SIP"))
    assert row[0] == "SIP\nSamordnad individuell plan"
    assert row[1].startswith("Plan som region och kommun gör")


def test_the_actors_that_use_a_term_are_named_and_no_others() -> None:
    used = {row[0].partition("\n")[0]: row[2] for row in cells(sheet())}
    assert used["SIUS"] == "AF"
    assert used["kunskapsdialog"] == ""
    assert set(used["SGI"].split(", ")) == {actor.short for actor in real_programme().actors}


def test_the_sources_of_the_terms_and_no_others_are_notes() -> None:
    document = sheet()
    notes = next(block for block in document.blocks if isinstance(block, Notes))
    assert len(notes.entries) == len({term.source for term in real_programme().terms})
    marks = [part.number for row in table_of(document).rows for part in row[1] if isinstance(part, NoteMark)]
    assert len(marks) == len(real_programme().terms)
    assert set(marks) == set(range(1, len(notes.entries) + 1))


def test_every_phase_has_its_number_name_and_meaning_below_the_arrow() -> None:
    document = sheet()
    at = next(n for n, block in enumerate(document.blocks) if isinstance(block, Definitions))
    meanings, arrow = document.blocks[at], document.blocks[at - 1]
    assert isinstance(meanings, Definitions)
    assert isinstance(arrow, Figure)
    assert [name for name, _ in meanings.entries] == [f"{one.number} {one.name}" for one in real_programme().phases]
    assert all(name in arrow.alternative for name, _ in meanings.entries)


def test_every_shape_and_sign_is_drawn_and_told() -> None:
    figure = [block for block in sheet().blocks if isinstance(block, Figure)][1]
    for kind in StepKind:
        meaning = real_programme().meaning(kind)
        assert f"{meaning.name}: {meaning.meaning.rstrip('.')}" in figure.alternative
    for sign in ("Svaret är ja.", "Svaret är nej.", "Tillbaka till ett tidigare steg.", "Fasens nummer."):
        assert sign in figure.alternative


def test_without_terms_there_is_neither_heading_nor_table_nor_page() -> None:
    document = sheet(terms())
    assert {"Begreppen", "Källor"} & set(headings(document)) == set()
    assert not [block for block in document.blocks if isinstance(block, Table | Notes)]
    assert flaws(document) == ()
    assert {"Begreppen", "Källor"} <= set(headings(sheet()))


def test_it_ends_with_the_colophon() -> None:
    assert headings(sheet())[-1] == "Om materialet"
    assert flaws(sheet()) == ()
