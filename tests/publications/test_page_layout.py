"""Every real PDF as a typographer reads it: no torn paragraph, lost heading, split row, small figure or overlap."""

import pytest

from pipeline.release.build import brief_of
from pipeline.release.plan import planned
from tests.support.pdf_layout import Line, layout_of
from tests.support.pdf_readers import poppler_text
from tests.support.pdf_typography import typographic_faults
from tests.support.real import real_programme, real_project

PDFS = [artefact for artefact in planned(real_programme()) if artefact.format == "pdf"]


@pytest.mark.parametrize("artefact", PDFS, ids=lambda artefact: artefact.path)
def test_a_typographer_marks_nothing(made, artefact):
    sheet = brief_of(real_project(), artefact).text_sheet
    assert typographic_faults(made[artefact.path].data, sheet) == []


@pytest.mark.tool("pdftotext")
def test_the_layout_is_read_as_poppler_reads_it(made):
    """Each of poppler's words stands on a line that was read: what the judgement rests on misses nothing."""
    data = next(one.data for path, one in made.items() if path.startswith("handout/") and path.endswith("pdf"))
    pieces = list(layout_of(data).pieces())
    for number, text in enumerate(poppler_text(data).split("\f")[:-1], 1):
        read = {word for piece in pieces if piece.page == number for word in piece.text.split()}
        halves = {word for word in text.split() if word not in read}
        assert all(any(part in word for part in read) for word in halves), (number, halves)
        assert len(read) >= len(set(text.split())) - len(halves)


def test_raised_numbers_stand_on_the_line_of_their_text(made):
    """Without that, a note's mark would count as a line of its own, and a lone line would pass as two."""
    data = next(one.data for path, one in made.items() if path.startswith("handout/") and path.endswith("pdf"))
    lines: list[Line] = [line for unit in layout_of(data).top.walk() if unit.role == "P" for line in unit.lines]
    assert not [line.text for line in lines if line.text.isdigit() and line.size < 8]
