"""The typographer of the tests is not blind: with a rule of the writer taken away, what goes wrong is marked."""

from typing import Any

import pytest

from pipeline.colour import Colour
from pipeline.document import (
    Block,
    Break,
    Columns,
    Definitions,
    Document,
    Figure,
    Heading,
    Paragraph,
    Running,
    Table,
    Text,
)
from pipeline.geometry import Point, Size
from pipeline.lengths import Pt
from pipeline.release.build import look_of
from pipeline.scene import Metadata, Scene, TextLine
from pipeline.writers import pdf
from tests.support.pdf_typography import nearly_empty_ends, typographic_faults
from tests.support.real import brief_for

WRITER = "pipeline.writers.pdf"
LOOK = look_of(brief_for("handout", "stockholms-stad"))
RUNNING = Running("Namn", "Detalj", "UTKAST", "", "Sida {page} ({pages})")
# So many lines stand above the blocks that are tried: somewhere among them the page ends inside these.
COUNTS = range(22, 33)


def data_of(*blocks: Block) -> bytes:
    return pdf.write(Document(Metadata("Titel", "", "", "sv-SE", "2026-11-21"), RUNNING, blocks), LOOK).data


def faults(*blocks: Block) -> list[str]:
    return typographic_faults(data_of(*blocks), LOOK.sheet)


def filler(count: int) -> tuple[Block, ...]:
    return tuple(Paragraph((Text("fyll"),)) for _ in range(count))


def long_text(words: int) -> Paragraph:
    return Paragraph((Text("ord " * words),))


def table(rows: int, words: int = 9) -> Table:
    cells = tuple(((Text(f"rad {number}"),), (Text("ord " * words),)) for number in range(rows))
    return Table("t", ("Huvud", "Annat"), cells, (1, 1))


def drawing(size: float, width: float = 100.0) -> Figure:
    line = TextLine("text", Point(10, 20), Pt(size), Colour(0, 0, 0))
    return Figure(Scene(Size(width, 40), (line,), "Bild", "En bild"), "En bild", (Text("Bildtext"),))


def terms_in_a_column() -> Columns:
    """As high as a page and more, so that it goes on over a page's end; a term without room for its meaning there."""
    terms = tuple((f"namn {number}", (Text("ord " * 40),)) for number in range(20))
    return Columns((Definitions(terms),), (long_text(60),))


def _line_by_line(self, width: float, room: float) -> list[Any]:
    """A paragraph's split that does not care for lone lines."""
    self.wrap(width, room)
    count = int(room / self.style.leading)
    if count >= len(self.lines):
        return [self]
    return [self._half(self.lines[:count], True), self._half(self.lines[count:], False)] if count else []


# What is set, what of the writer is taken away, and what is marked then.
SPOILT: tuple[tuple[tuple[Block, ...], str, Any, str], ...] = (
    ((long_text(70),), "text.TextFlowable.split", _line_by_line, "leaves a line alone"),
    ((Heading(2, "Rubrik"), *filler(9)), "stack._settled", lambda fitting, _: len(fitting), "is not followed by"),
    ((Heading(2, "Rubrik"), long_text(60)), "stack.is_kept", lambda _: False, "is not followed by"),
    ((terms_in_a_column(),), "stack.is_kept", lambda _: False, "is apart from its text"),
    ((table(8),), "tables._Grid._worth", lambda _self, fitting, *_: fitting, "is a last row alone"),
    ((table(3, 120),), "tables._HIGH", 0.0, "TR 'rad"),
)


@pytest.mark.parametrize("case", SPOILT, ids=lambda case: f"{case[1]}: {case[3]}")
def test_a_rule_that_is_taken_away_is_missed(monkeypatch, case):
    blocks, name, spoilt, sign = case
    assert not any(faults(*filler(count), *blocks) for count in COUNTS)
    monkeypatch.setattr(f"{WRITER}.{name}", spoilt)
    assert any(sign in fault for count in COUNTS for fault in faults(*filler(count), *blocks))


def test_small_text_in_a_drawing_is_marked():
    assert faults(drawing(8.0)) == []
    assert "has text of 7.50 pt" in faults(drawing(7.5))[0]


def test_a_drawing_that_is_set_smaller_is_marked():
    """Wider than the page: the writer makes it smaller, and its text with it."""
    assert any("has text of" in fault for fault in faults(drawing(8.5, 260)))


def test_text_outside_the_margins_is_marked():
    wider = LOOK.sheet.model_copy(update={"inner": LOOK.sheet.inner + 4})
    assert "reaches into the margin" in typographic_faults(data_of(long_text(99)), wider)[0]


def test_lines_on_top_of_each_other_are_marked(monkeypatch):
    def measured(self, canvas):
        return [(0.0, one.wrapOn(canvas, self.width, 9e9)[1] / 2) for one in self.flowables]

    monkeypatch.setattr(f"{WRITER}.stack.Stack._measured", measured)
    assert any("overlaps" in fault for fault in faults(*filler(5)))


def test_a_heading_with_nothing_below_it_is_marked():
    assert "has nothing below it" in faults(long_text(9), Heading(2, "Rubrik"))[0]


def test_a_last_page_with_one_line_is_told():
    assert nearly_empty_ends(data_of(*filler(1), Break(), *filler(1))) == ["page 2 of 2"]
    assert nearly_empty_ends(data_of(*filler(20))) == []
