"""What is said of a step is the same in the web page, in the handout as PDF and in the handout as Word file.

The Word file's words of a step equal the page's, letter by letter; the PDF's lines stand between furniture of pages and
are found in the page's order. Numbers of notes are left out: each publication counts its own sources.
"""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from pipeline.model import Step
from tests.support.readers import joined, pdf_text
from tests.support.real import real_programme
from tests.support.web_reader import first, web_page
from tests.unit.writers.docx.word_file import Element, W, WordFile, style_of, text_of

ACTORS = [actor.name_id for actor in real_programme().actors]
_LEAVES = ("h4", "h5", "p", "li", "dt", "dd")
_MARK = "\x00"
_POSITION = re.compile(r"Steg (\d+) av \d+ \u00b7 ")


@pytest.fixture(scope="module", params=ACTORS)
def actor(request):
    return real_programme().actor(request.param)


@cache
def page_texts(data: bytes, step: str) -> tuple[str, ...]:
    """The words of the step's article, piece by piece; the question last, where paper has it."""
    columns = first(web_page(data).ids[step], "columns")
    question = first(columns, "question")
    asked, rest = list(_pieces(question)), []
    for part in ("what", "ways", "support"):
        rest += [text for one in first(columns, part) if one is not question for text in _pieces(one)]
    return tuple(text for text in (*rest, *asked) if text)


def _pieces(element) -> Iterator[str]:
    """The leaves in it, each up to the mark of a note and from there on."""
    for leaf in element.iter():
        if leaf.tag in _LEAVES:
            yield from (joined(one) for one in "".join(_unmarked(leaf)).split(_MARK))


def _unmarked(element) -> Iterator[str]:
    """Its words in order, with a sign where a note is marked."""
    yield element.text or ""
    for child in element:
        yield from (_MARK,) if child.tag == "sup" else _unmarked(child)
        yield child.tail or ""


def word_texts(data: bytes, actor) -> dict[str, str]:
    """The words of each step in the Word file, from its heading to the next step's band or the next chapter."""
    names = {step.name_id.replace("-", "_"): step.name_id for step in actor.steps}
    found: dict[str, str] = {}
    current = ""
    for paragraph in WordFile(data).body.iter(f"{W}p"):
        marks = {mark.get(f"{W}name", "") for mark in paragraph.iter(f"{W}bookmarkStart")} & names.keys()
        if marks:
            (name,) = marks
            current = names[name]
            found[current] = ""
        elif _POSITION.search(text_of(paragraph)) or style_of(paragraph) in {"Heading1", "Heading2"}:
            current = ""
        elif current:
            found[current] += joined(_without_marks(paragraph))
    return found


def _without_marks(paragraph: Element) -> str:
    """The words, but for the links that are marks of notes: to a note's own place."""
    links = paragraph.iter(f"{W}hyperlink")
    marks = {run for link in links if link.get(f"{W}anchor", "").startswith("note__") for run in link}
    return "".join(text_of(run) for run in paragraph.iter(f"{W}r") if run not in marks)


def pdf_texts(data: bytes, actor) -> dict[str, str]:
    """The words of each step in the PDF, from its place among the steps to the next one's."""
    parts = _POSITION.split(pdf_text(data))
    places = zip(parts[1::2], parts[2::2], strict=True)
    return {actor.steps[int(number) - 1].name_id: joined(text) for number, text in places}


def page(made) -> bytes:
    data: bytes = made["webb/webb-alla-utkast.html"].data
    return data


def test_the_page_says_every_text_of_a_step(made, actor):
    """Against the sources, so that the three do not agree on nothing."""
    for step in actor.steps:
        text = "".join(page_texts(page(made), step.name_id))
        assert [one for one in texts_of(step) if joined(one) not in text] == [], step.name_id


def texts_of(step: Step) -> Iterator[str]:
    yield from step.facts
    yield step.who
    yield from (one.reference for one in step.legal)
    yield from step.documents
    yield from (contact.why for contact in step.contacts)
    yield step.question


def test_the_word_file_says_of_each_step_what_the_page_says(made, actor):
    told = word_texts(made[f"handout/handout-{actor.name_id}-A4-utkast.docx"].data, actor)
    wanted = {step.name_id: "".join(page_texts(page(made), step.name_id)) for step in actor.steps}
    assert told == wanted


@pytest.mark.tool("pdftotext")
def test_the_pdf_says_of_each_step_what_the_page_says(made, actor):
    told = pdf_texts(made[f"handout/handout-{actor.name_id}-A4-utkast.pdf"].data, actor)
    for step in actor.steps:
        at = 0
        for text in page_texts(page(made), step.name_id):
            found = told[step.name_id].find(text, at)
            assert found >= 0, (step.name_id, text)
            at = found + len(text)
