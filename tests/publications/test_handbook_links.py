"""Every internal link of the finished handbook lands on what its words name: read by pikepdf and poppler.

A link's words (`/Contents`) say what should stand where it leads; poppler tells what stands there.
"""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest

from tests.support.pdf_readers import plain
from tests.support.pdf_words import lines_below
from tests.support.real import real_programme

pytestmark = pytest.mark.tool("pdftotext")

PATH = "handbok/handbok-alla-A4-utkast.pdf"
PROGRAMME = real_programme()

# Words, page, and lines below the place.
Landing = tuple[str, int, tuple[str, ...]]


@pytest.fixture(scope="module")
def landings(made) -> list[Landing]:
    """For each internal link its words, the page that it leads to (from 1), and the lines that stand there."""
    return list(_landings(made[PATH].data))


def _landings(data: bytes) -> Iterator[Landing]:
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        for page in pdf.pages:
            for link in page.obj.get("/Annots", []):
                if "/Dest" in link:
                    number, top = numbers[link.Dest[0].objgen], float(link.Dest[3])
                    lines = lines_below(data, number, top, 2)
                    yield plain(str(link.Contents)), number, tuple(map(plain, lines))


def _names() -> dict[str, set[str]]:
    """What a step may be called, and the headings that it then leads to; short names belong to several actors."""
    found: dict[str, set[str]] = {}
    for actor, step in PROGRAMME.steps():
        number = actor.number(step)
        heading = plain(f"{number} {step.title}")
        named = f"{number}", f"Steg {number}", f"steg {number}, {step.title}", f"Steg {number}, {step.title}"
        for words in (*named, heading, f"{actor.short} {number}"):
            found.setdefault(plain(words), set()).add(heading)
    for phase in PROGRAMME.phases:
        within = ([step for step in actor.steps if step.phase == phase.number] for actor in PROGRAMME.actors)
        firsts = [(actor, steps[0]) for actor, steps in zip(PROGRAMME.actors, within, strict=True) if steps]
        headings = {plain(f"{actor.number(step)} {step.title}") for actor, step in firsts}
        found[f"Fas {phase.number}: {plain(phase.name)}"] = headings
    return found


_BOX = re.compile(r"Steg (?P<number>\d+) av \d+: (?P<rest>.+)")
_SOURCE = re.compile(r"källa (?P<number>\d+)")
_INDEXED = re.compile(r"(?P<title>.+) \((?P<actor>\S+) (?P<number>\d+)\) (?P<page>\d+)")
_CHAPTERS = ("Aktörerna", "Processpilen", "Teckenförklaring", "Alla steg tillsammans", "Var aktörerna möts", "Kartan")
_MORE = ("Möten med andra aktörer", "Fall att tala om", "Begrepp", "Lagstöd", "Källor", "Register", "Om materialet")


def _is_right(words: str, page: int, lines: tuple[str, ...], names: dict[str, set[str]]) -> bool:
    """Whether the first line is what the words name; a long heading goes on in the next line."""
    line = lines[0]
    if words in names:
        return any(heading.startswith(line) for heading in names[words])
    if box := _BOX.fullmatch(words):
        number, _, title = line.partition(" ")
        return number == box["number"] and box["rest"].startswith(title)
    if source := _SOURCE.fullmatch(words):
        return line.startswith(f"{source['number']}. ")
    if indexed := _INDEXED.fullmatch(words):
        right_page = page == int(indexed["page"])
        return right_page and f"{indexed['number']} {indexed['title']}".startswith(line)
    if words in {*_CHAPTERS, *_MORE, *(plain(actor.name) for actor in PROGRAMME.actors)}:
        # Above the largest headings there may be the running head, or the end of what goes before.
        return any(words.startswith(line) for line in lines)
    return _is_term(words, page, line)


def _is_term(words: str, page: int, line: str) -> bool:
    """An entry of the index: the term, and the page where its name and the first words of its explanation stand."""
    name, _, number = words.rpartition(" ")
    term = next((one for one in PROGRAMME.terms if plain(one.name) == name), None)
    if term is None or page != int(number):
        return False
    explained = plain(f"{term.spelled_out}. {term.text}" if term.spelled_out else term.text)
    said = line.split(" ")
    parts = ((" ".join(said[:at]).rstrip("-"), " ".join(said[at:])) for at in range(len(said)))
    return any(name.startswith(before) and explained.startswith(after) for before, after in parts)


def test_every_internal_link_lands_on_what_its_words_name(landings):
    names = _names()
    assert {(words, lines) for words, page, lines in landings if not _is_right(words, page, lines, names)} == set()


def test_every_step_term_and_actor_is_led_to(landings):
    led = {words for words, _, _ in landings}
    for actor, step in PROGRAMME.steps():
        number = actor.number(step)
        listed = plain(f"{number} {step.title}")
        assert listed in led
        assert any(words.startswith(f"{plain(step.title)} ({actor.short} {number}) ") for words in led), step.name_id
        assert any(words.startswith(f"Steg {number} av {len(actor.steps)}: {plain(step.title)}") for words in led)
    assert {plain(actor.name) for actor in PROGRAMME.actors} <= led
    for term in PROGRAMME.terms:
        assert any(re.fullmatch(rf"{re.escape(plain(term.name))} \d+", words) for words in led), term.name


def test_short_names_lead_into_the_chapter_of_their_actor(landings):
    """A number by itself could be any actor's; with the actor's short name it is the one in that chapter."""
    firsts = {words: page for words, page, _ in landings if words in {plain(actor.name) for actor in PROGRAMME.actors}}
    starts = sorted((page, actor) for actor in PROGRAMME.actors for page in [firsts[plain(actor.name)]])
    ends = [*(page for page, _ in starts[1:]), next(page for words, page, _ in landings if words == "Fall att tala om")]
    ranges = {actor.short: range(start, end) for (start, actor), end in zip(starts, ends, strict=True)}
    named = re.compile(rf"({'|'.join(map(re.escape, ranges))}) \d+")
    terms = {plain(term.name) for term in PROGRAMME.terms}
    led = [(words, page) for words, page, _ in landings if named.fullmatch(words)]
    led = [(words, page) for words, page in led if words not in {f"{term} {page}" for term in terms}]
    assert led
    assert [words for words, page in led if page not in ranges[words.rpartition(" ")[0]]] == []


def test_no_two_steps_share_a_place(landings):
    """As many places are led to from the lists of the chapters as there are steps."""
    places = {(lines, page) for words, page, lines in landings if re.match(r"\d+ \D", words)}
    assert len(places) == len(list(PROGRAMME.steps()))
