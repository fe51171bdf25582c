"""The finished handbook, read by poppler and pikepdf: every thing of the model once, and every link lands on it."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest

from pipeline.release.build import Made
from tests.support.pdf_readers import Element, Heard, heard, plain, poppler
from tests.support.real import real_programme

pytestmark = pytest.mark.tool("pdfinfo")

PATH = "handbok/handbok-alla-A4-utkast.pdf"
LARGEST = 600_000  # bytes


@pytest.fixture(scope="module")
def data(made: dict[str, Made]) -> bytes:
    return made[PATH].data


@pytest.fixture(scope="module")
def all_heard(data) -> tuple[Heard, ...]:
    return tuple(heard(poppler(data)))


def _said(everything: tuple[Heard, ...], role: str) -> Counter[str]:
    return Counter(one.text for one in everything if one.role == role)


def test_the_file_is_small(data):
    assert len(data) < LARGEST


def test_every_step_has_one_entry_of_its_own(all_heard):
    programme = real_programme()
    wanted = Counter(plain(f"{actor.number(step)} {step.title}") for actor, step in programme.steps())
    headings = _said(all_heard, "H3")
    assert {title: headings[title] for title in wanted} == wanted
    assert len(programme.actors) == sum(headings[f"1 {plain(actor.steps[0].title)}"] > 0 for actor in programme.actors)


def test_every_term_is_explained_once(all_heard):
    names = _said(all_heard, "Lbl")
    terms = [plain(term.name) for term in real_programme().terms]
    assert {name: names[name] for name in terms} == dict.fromkeys(terms, 1)


def test_every_source_is_one_note(all_heard):
    titles = [plain(source.title) for source in real_programme().sources]
    notes = list(_below(all_heard, "Note", "P"))
    assert Counter(notes) == Counter(titles)


def test_every_legal_reference_is_one_row(all_heard):
    wanted = {plain(legal.reference) for _, step in real_programme().steps() for legal in step.legal}
    rows = _said(all_heard, "TH")
    assert {reference: rows[reference] for reference in wanted} == dict.fromkeys(wanted, 1)


def _below(everything: tuple[Heard, ...], outer: str, inner: str) -> Iterator[str]:
    """The words of every `inner` right below an `outer`."""
    within = -1  # the depth of the outer one that we are in
    for one in everything:
        if one.depth <= within:
            within = -1
        if one.role == outer:
            within = one.depth
        elif within >= 0 and one.role == inner and one.depth == within + 1:
            yield one.text


# ---------------------------------------------------------------- links


def _links(pdf: pikepdf.Pdf) -> Iterator[tuple[int, pikepdf.Object]]:
    """Every link annotation with the number of its page, from 0."""
    for number, page in enumerate(pdf.pages):
        for annotation in page.obj.get("/Annots", []):
            if annotation.get("/Subtype") == "/Link":
                yield number, annotation


def _target(pdf: pikepdf.Pdf, link: pikepdf.Object, named: dict[str, pikepdf.Object]) -> pikepdf.Object | None:
    """Where an internal link leads: an array of page and place; None for a link to the web."""
    action = link.get("/A")
    if action is not None and action.get("/S") == "/URI":
        return None
    there = link.get("/Dest", action.get("/D") if action is not None else None)
    if isinstance(there, pikepdf.String | pikepdf.Name):
        there = named[str(there)]
    return there


def _named(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    found = {str(key): value for key, value in pdf.Root.get("/Dests", {}).items()}
    if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names:
        found |= {str(key): value for key, value in pikepdf.NameTree(pdf.Root.Names.Dests).items()}
    return {name: value.get("/D") if isinstance(value, pikepdf.Dictionary) else value for name, value in found.items()}


def test_every_internal_link_lands_on_a_page_of_the_file(data):
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        named, pages = _named(pdf), {page.obj.objgen for page in pdf.pages}
        inside = [there for _, link in _links(pdf) if (there := _target(pdf, link, named)) is not None]
        lost = [there for there in inside if there[0].objgen not in pages]
    # Each step is named at least in the contents, in the overview and in the index.
    assert len(inside) > 3 * len(list(real_programme().steps()))
    assert lost == []


def test_contents_and_index_name_the_page_where_the_step_begins(data):
    """The numbers as printed, held against the pages where the headings stand."""
    tree = poppler(data)
    starts = _pages_of_steps(data)
    listed = [one.text for one in heard(tree) if one.role == "Reference"]
    for actor, step in real_programme().steps():
        title = plain(f"{actor.number(step)} {step.title}")
        in_contents = [text for text in listed if _without_number(text) == title]
        assert {int(text.rsplit(" ", 1)[1]) for text in in_contents} == set(starts[title]), title
    index = next(element for element in _elements(tree) if element.role == "Index")
    entries = [one.text for one in heard(index) if one.role == "LBody"]
    for actor, step in real_programme().steps():
        words = plain(f"{step.title} ({actor.short} {actor.number(step)})")
        entry = next(text for text in entries if text.startswith(words))
        number = int("".join(char for char in entry.removeprefix(words) if char.isdigit()))
        assert number in starts[plain(f"{actor.number(step)} {step.title}")]


def _without_number(text: str) -> str:
    return text.rsplit(" ", 1)[0]


def _elements(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _elements(kid)


def _pages_of_steps(data: bytes) -> dict[str, list[int]]:
    """The pages, from 1, where an H3 with this text stands: by the outline."""
    found: dict[str, list[int]] = {}
    with pikepdf.Pdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        named = _named(pdf)
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        waiting = list(outline.root)
        while waiting:
            item = waiting.pop()
            waiting += item.children
            there = item.destination if item.destination is not None else item.action.D
            place = named[str(there)] if isinstance(there, pikepdf.String | pikepdf.Name) else there
            assert isinstance(place, pikepdf.Object)
            found.setdefault(plain(item.title), []).append(numbers[place[0].objgen])
    return found
