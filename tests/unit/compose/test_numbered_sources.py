"""Sources as notes: each has one number, and marks come lowest first."""

from pipeline.compose.numbered_sources import NumberedSources
from pipeline.document import NoteMark, Notes, Text, Web
from pipeline.model import Source

SOURCES = NumberedSources(
    tuple(
        Source.model_validate({"id": name, "titel": name.upper(), "url": f"https://{name}.example"})
        for name in ("a", "b", "c")
    ),
    "källa {number}",
)


def test_marks_come_in_the_order_of_the_notes_with_air_between():
    assert SOURCES.marks(("c", "a")) == (NoteMark(1, "källa 1"), Text("\u00a0"), NoteMark(3, "källa 3"))


def test_a_source_that_is_no_note_has_no_mark():
    assert SOURCES.marks(("x",)) == ()


def test_a_note_is_the_title_that_leads_to_the_address():
    notes = SOURCES.notes()
    assert isinstance(notes, Notes)
    assert notes.entries[1] == (Web("B", "https://b.example"),)
