"""The list of contents: the number of each heading's page, although the list stands before them all."""

import io
import subprocess
from collections.abc import Callable

import pikepdf
import pytest

from pipeline.document import Break, Contents, Document, Entry, Heading, Paragraph, Text
from pipeline.writers import pdf
from pipeline.writers.look import Look

DocumentOf = Callable[..., Document]


@pytest.fixture
def data(document_of: DocumentOf, look: Look) -> bytes:
    entries = (Entry(1, "Karta", "karta"), Entry(2, "1 Första kontakt", "steg-1"), Entry(1, "Saknas", "ingenstans"))
    blocks = (Heading(1, "Handledning"), Contents(entries), Break(), Heading(2, "Karta", "karta"), Break(), Break())
    steps = (Paragraph((Text("ord " * 1500),)), Heading(2, "Första kontakt", "steg-1"))
    return pdf.write(document_of(*blocks, *steps), look).data


@pytest.mark.tool("pdftotext")
def test_each_line_ends_with_its_page(data: bytes) -> None:
    found = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True)
    pages = found.stdout.decode().split("\f")
    first = [" ".join(line.split()) for line in pages[0].splitlines()]
    (home,) = (number for number, page in enumerate(pages, 1) if "Första kontakt" in page and number > 1)
    assert home > 3
    assert [line for line in first if line.startswith(("Karta", "1 F", "Saknas"))] == [
        "Karta 2",
        f"1 Första kontakt {home}",
        "Saknas",
    ]


def test_words_and_number_lead_to_the_heading(data: bytes) -> None:
    with pikepdf.Pdf.open(io.BytesIO(data)) as found:
        areas = list(found.pages[0].obj.Annots)
        assert len(areas) == 4  # two lines that lead somewhere: their words, and their numbers
        assert {area.Dest[0].objgen for area in areas[:2]} == {found.pages[1].obj.objgen}
        assert [str(area.Contents) for area in areas] == ["Karta"] * 2 + ["1 Första kontakt"] * 2
