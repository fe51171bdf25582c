"""Inline parts as runs: what leads somewhere is an element of its own, and leads only where it may."""

import pytest

from pipeline.document import Inline, Jump, Landing, NoteMark, Text, Tone, Web
from pipeline.typeface import Face
from pipeline.writers.look import Look
from pipeline.writers.pdf.engine import font_names
from pipeline.writers.pdf.inline import Inking, note_anchor
from pipeline.writers.pdf.structure import Node
from pipeline.writers.pdf.styles import Styles, TextStyle
from pipeline.writers.pdf.words import Run


@pytest.fixture(scope="session")
def body(look: Look) -> TextStyle:
    return Styles(look, font_names(look.family)).tone(Tone.BODY)


def run_of(part: Inline, body: TextStyle) -> Run:
    (run,) = Inking(frozenset({"steg", note_anchor(1)})).runs((part,), body, Node("P"))
    return run


@pytest.mark.parametrize(
    ("part", "text", "target", "role"),
    [
        (Text("a < b & c"), "a < b & c", "", "P"),
        (Text("&nbsp;</para>"), "&nbsp;</para>", "", "P"),
        (Text("case management", language="en"), "case management", "", "Span"),
        (Jump("steg 5", "steg"), "steg 5", "#steg", "Link"),
        (Jump("steg 9", "saknas"), "steg 9", "", "P"),
        (Landing("Kartan", "karta"), "Kartan", "", "P"),
        (Web("lag", "https://x.se/?a=å"), "lag", "https://x.se/?a=å", "Link"),
        (Web("fara", "javascript:alert(1)"), "fara", "", "P"),
        (Web("fara", "file:///etc/passwd"), "fara", "", "P"),
        (NoteMark(1), "1", "#note 1", "Link"),
        (NoteMark(2), "2", "", "Reference"),
        (Text("binde\u2011streck"), "binde-streck", "", "P"),
    ],
)
def test_part(part: Inline, text: str, target: str, role: str, body: TextStyle) -> None:
    run = run_of(part, body)
    assert (run.text, run.target, run.node.role) == (text, target, role)


def test_strong_is_bold(body: TextStyle) -> None:
    parts = (Text("a", strong=True), Jump("b", "steg", strong=True), Landing("c", "x", strong=True))
    assert [run_of(part, body).face for part in parts] == [Face.BOLD] * 3


def test_language_is_the_span_s(body: TextStyle) -> None:
    assert run_of(Text("case", language="en"), body).node.language == "en"


def test_a_note_s_number_is_small_and_raised(body: TextStyle) -> None:
    run = run_of(NoteMark(1), body)
    assert run.size < body.size
    assert 0 < run.rise < body.size


def test_an_element_takes_its_place_when_it_is_drawn(body: TextStyle) -> None:
    paragraph = Node("P")
    link, mark = Inking(frozenset({"steg", note_anchor(1)})).runs((Jump("a", "steg"), NoteMark(1)), body, paragraph)
    assert paragraph.kids == []
    mark.node.place()
    link.node.place()
    assert [kid.role for kid in paragraph.kids if isinstance(kid, Node)] == ["Reference", "Link"]
