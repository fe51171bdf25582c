"""The finished annex as its readers get it: fields in order, the register's number on each page, links that land."""

from dataclasses import replace
from functools import cache
from io import BytesIO

import pikepdf
import pytest

from pipeline.compose.annex import annex
from pipeline.compose.stamp import Stamp, content_code, stamped
from pipeline.document import Document, Heading, HeadingLook, walk
from pipeline.writers import WRITERS
from tests.support.decided import decided_programme
from tests.support.pdf_readers import plain, poppler_text
from tests.support.real import brief_for, look_of, real_programme

pytestmark = pytest.mark.tool("pdftotext")

ACTOR = "region-stockholm"
COVER = (
    *("Bilaga till riktlinje", "Process för samordning", "Region Stockholm", "Utgåva 2026.1", "Fastställd", "Beslut"),
    *("Ansvarig förvaltning", "Kontoret", "Diarienummer", "KS 2026/17 <a&b>", "Version", "1.0"),
    *("Beslutad av", "Nämnden", "Beslutsdatum", "2026-11-20", "Giltig från", "2026-12-01"),
    *("Giltig till", "tills vidare", "Ersätter", "ingen", "Kontakt", "Registrator"),
    *("Lagrum granskade", "2026-10-02", "Beslutskod"),
)


@cache
def made(others: bool = False, **fields: object) -> tuple[Document, bytes]:
    """The annex of a released edition with a full record but for these fields, and its PDF."""
    brief = brief_for("bilaga", ACTOR, decided_programme(ACTOR, **fields))
    publication = brief.publication.model_copy(update={"other_maps": others})
    brief = replace(brief, publication=publication, released=True)
    content = annex(brief)
    document = stamped(brief, content, Stamp("2026-11-21", content_code(content)))
    assert isinstance(document, Document)
    return document, WRITERS["pdf"].write(document, look_of(brief)).data


def pages(data: bytes) -> list[str]:
    return [plain(page) for page in poppler_text(data).split("\f")[:-1]]


def test_the_cover_tells_type_title_whose_and_every_field_in_order() -> None:
    rest = pages(made()[1])[0]
    for words in COVER:
        _, found, rest = rest.partition(words)
        assert found, words


def test_a_decided_annex_says_nowhere_that_it_is_not() -> None:
    settings = real_programme().settings
    text = " ".join(pages(made()[1]))
    for words in ("EJ FASTSTÄLLD", "UTKAST", "ännu inte fastställt", settings.disclaimer, settings.disclaimer_en):
        assert plain(words) not in text


def test_one_with_a_hole_says_so_on_every_page() -> None:
    _, data = made(decided_by=None)
    told = pages(data)
    assert [number for number, page in enumerate(told, 1) if "EJ FASTSTÄLLD" not in page] == []
    assert plain(real_programme().settings.disclaimer) in told[0]
    assert "Beslutad av" not in told[0]


def test_the_registers_number_and_the_count_of_pages_stand_on_every_page() -> None:
    told = pages(made()[1])
    for number, page in enumerate(told, 1):
        assert "dnr KS 2026/17 <a&b>" in page, number
        assert f"Sida {number} ({len(told)})" in page


@pytest.mark.parametrize("others", [False, True], ids=["own", "all"])
def test_it_passes_the_gate(others: bool) -> None:
    document, data = made(others)
    assert WRITERS["pdf"].check(data, document) == ()


def leads(data: bytes) -> list[list[int]]:
    """For each page the numbers of the pages that its links lead to, in the file; raises KeyError for none."""
    with pikepdf.open(BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        found = [[note for note in page.get("/Annots", []) if "/Dest" in note] for page in pdf.pages]
        return [[numbers[note.Dest[0].objgen] for note in notes] for notes in found]


@pytest.mark.parametrize("others", [False, True], ids=["own", "all"])
def test_every_link_lands_on_a_page_and_every_section_is_in_the_bookmarks(others: bool) -> None:
    document, data = made(others)
    assert sum(map(len, leads(data))) > 100
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        titles = [item.title for top in outline.root for item in (top, *top.children)]
    wanted = [
        block.text
        for block in walk(document.blocks)
        if isinstance(block, Heading) and block.set_as is not HeadingLook.RUN_IN
    ]
    assert [plain(title) for title in titles] == [plain(text) for text in wanted]


def test_the_map_leads_to_every_step_and_every_step_back() -> None:
    """A step's page is the one with a band that says which of how many it is."""
    region = real_programme().actor(ACTOR)
    assert region is not None
    told, found = pages(made()[1]), leads(made()[1])
    total = len(region.steps)
    homes = [
        next(number for number, page in enumerate(told, 1) if f"Steg {one} av {total} ·" in page)
        for one in range(1, total + 1)
    ]
    home = next(number for number, page in enumerate(told, 1) if "Samma steg, vägar och kopplingar" in page)
    assert sorted(set(found[home - 1])) == [home + 1, *homes]
    assert [number for number in homes if home not in found[number - 1]] == []
