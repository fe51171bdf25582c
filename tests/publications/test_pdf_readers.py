"""Readers other than ours, poppler and pdf.js, hear in our PDFs what the content says, in its order, and find it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from pipeline.compose import COMPOSERS
from pipeline.compose.stamp import Stamp, content_code, stamped
from pipeline.document import Document, Heading, Paragraph, Running, Sheets, Table, Text
from pipeline.model import Actor, Step
from pipeline.release.build import brief_of
from pipeline.release.plan import planned
from pipeline.writers.pdf.gate.expected import expected
from tests.support.pdf_judge import joined_lines, outer_findings, strange_words, torn
from tests.support.pdf_readers import Element, Found, Page, heard, pdfjs, plain, poppler, poppler_text
from tests.support.real import real_programme, real_project

pytestmark = pytest.mark.tool("pdfinfo", "node", "npm")

PDFS = [artefact for artefact in planned(real_programme()) if artefact.format == "pdf"]
ACTORS = [actor.name_id for actor in real_programme().actors]


def content_of(path: str) -> Sheets | Document:
    """What the PDF was made from."""
    artefact = next(one for one in PDFS if one.path == path)
    brief = brief_of(real_project(), artefact)
    content = COMPOSERS[artefact.publication.kind].compose(brief)
    content = stamped(brief, content, Stamp(content.metadata.date, content_code(content)))
    assert isinstance(content, Sheets | Document)
    return content


def _titles(actor: Actor) -> list[str]:
    return [plain(step.title) for step in actor.steps]


@pytest.mark.parametrize("artefact", PDFS, ids=lambda artefact: artefact.path)
def test_both_readers_hear_what_the_content_says_and_find_every_title(made, artefact):
    drawn_only = {"att-gora", "handout-kort"}  # the short one has the steps' titles in its drawing, broken into lines
    titles = _titles(artefact.actor) if artefact.actor and artefact.publication.kind not in drawn_only else []
    assert outer_findings(made[artefact.path].data, content_of(artefact.path), titles) == []


# ---------------------------------------------------------------- no word of the sources is lost


def _texts_of(step: Step) -> Iterator[str]:
    yield from step.texts
    yield from (one.reference for one in step.legal)
    yield from (step.review,) if step.review else ()


@pytest.mark.parametrize("actor", ACTORS)
def test_no_word_of_the_sources_is_lost_on_the_way_to_the_handout(made, actor):
    """Every text of the actor's file, whole and in one piece, in what each reader hears."""
    found = real_programme().actor(actor)
    labels = {arrow.label for step in found.steps for arrow in step.arrows}
    wanted = {text for step in found.steps for text in _texts_of(step)} - labels
    wanted |= {
        found.name,
        found.mission,
        *filter(None, (found.aim, found.contact)),
        *(unit.name for unit in found.units or ()),
    }
    data = made[f"handout/handout-{actor}-A4-utkast.pdf"].data
    spoken = " ".join(one.text for one in heard(poppler(data)))
    pages = pdfjs(data, _titles(found)).pages
    shown = "".join(one.text for page in pages for one in heard(page.tree)).replace(" ", "")
    assert len(wanted) > 100
    assert [text for text in sorted(wanted) if plain(text) not in spoken] == []
    assert [text for text in sorted(wanted) if plain(text).replace(" ", "") not in shown] == []


# ---------------------------------------------------------------- the readers and the judge themselves


@dataclass(frozen=True)
class Case:
    """A small real PDF with its content."""

    data: bytes
    content: Document


@pytest.fixture(scope="module")
def case(made) -> Case:
    path = next(one.path for one in PDFS if one.publication.kind == "att-gora")
    content = content_of(path)
    assert isinstance(content, Document)
    return Case(made[path].data, content)


def _without_a_paragraph(content: Document) -> Document:
    at = next(n for n, block in enumerate(content.blocks) if isinstance(block, Paragraph))
    return replace(content, blocks=content.blocks[:at] + content.blocks[at + 1 :])


def _two_in_other_order(content: Document) -> Document:
    first, second = [n for n, block in enumerate(content.blocks) if isinstance(block, Heading)][:2]
    blocks = list(content.blocks)
    blocks[first], blocks[second] = blocks[second], blocks[first]
    return replace(content, blocks=tuple(blocks))


def _a_deeper_heading(content: Document) -> Document:
    first = next(block for block in content.blocks if isinstance(block, Heading) and block.level == 2)
    blocks = tuple(replace(block, level=3) if block is first else block for block in content.blocks)
    return replace(content, blocks=blocks)


def _another_column_names_the_rows(content: Document) -> Document:
    def changed(block: Table) -> Table:
        return replace(block, named_by=(block.named_by + 1) % len(block.header))

    blocks = tuple(changed(block) if isinstance(block, Table) else block for block in content.blocks)
    return replace(content, blocks=blocks)


def _one_word_more(content: Document) -> Document:
    first = next(block for block in content.blocks if isinstance(block, Heading))
    blocks = tuple(replace(block, text=f"{block.text} till") if block is first else block for block in content.blocks)
    return replace(content, blocks=blocks)


OTHERS = (
    _without_a_paragraph,
    _two_in_other_order,
    _a_deeper_heading,
    _another_column_names_the_rows,
    _one_word_more,
)


@pytest.mark.parametrize("change", OTHERS, ids=lambda change: change.__name__.strip("_"))
def test_a_file_of_other_content_is_told_apart_by_each_reader(case, change):
    told = outer_findings(case.data, change(case.content))
    assert any(fault.startswith("poppler's tree") for fault in told)
    assert any(fault.startswith("pdf.js' tree") for fault in told)


def test_a_title_that_is_not_there_is_not_found(case):
    told = outer_findings(case.data, case.content, ["Ingen har skrivit detta"])
    assert told == [
        "pdf.js finds no 'Ingen har skrivit detta'",
        "pdftotext finds no 'Ingen har skrivit detta'",
    ]


def test_glued_words_are_strange_and_those_parted_by_a_hyphen_are_not(case):
    first, second, *_ = (word for word in plain(_words_of(case)).split() if 5 < len(word) < 18 and word.isalpha())
    assert strange_words(f"{first} {second} {first}{second}", case.content) == [f"{first}{second}"]
    assert strange_words(f"{first[:3]}-\n{first[3:]} {second[:3]}\u00ad\n{second[3:]}", case.content) == []
    assert strange_words(f"{first[:3]} {first[3:]}", case.content) != []


def _words_of(case: Case) -> str:
    return joined_lines(poppler_text(case.data))


def test_words_torn_over_two_pages_are_one_element_and_not_more():
    """A paragraph beside another: both go on over the page's end, and a third comes after."""
    blocks = tuple(Paragraph((Text(words),)) for words in ("one two", "three four", "five"))
    wanted = list(expected(Document(None, Running("", "", "", "", ""), blocks)))
    assert list(torn(wanted, _pages(["one", "three"], ["two", "four", "five"]))) == []
    assert list(torn(wanted, _pages(["one", "three"], ["four", "two", "five"]))) != []
    assert list(torn(wanted, _pages(["one", "three"], ["two", "five"]))) != []
    assert list(torn(wanted, _pages(["one", "three"], ["two", "four", "five", "five"]))) != []


def _pages(*pages: list[str]) -> Found:
    trees = (Element("Document", tuple(Element("P", (words,)) for words in page)) for page in pages)
    return Found(tuple(Page(tree, "") for tree in trees), {})


def test_the_search_of_pdf_js_tells_how_often_each_page_has_the_words(case):
    found = pdfjs(case.data, ["Behandlas ingenstans", "Signatur"])
    assert sum(found.times["Behandlas ingenstans"]) == 0
    shown = [len(re.findall("signatur", page.text, re.IGNORECASE)) for page in found.pages]
    assert list(found.times["Signatur"]) == shown
