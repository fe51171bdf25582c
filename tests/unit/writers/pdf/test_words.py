"""Lines: filled from the start, no letter lost, and a space or a soft hyphen wherever a reader needs one."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.typeface import Face
from pipeline.typesetting import Family, Typesetter
from pipeline.writers.pdf.structure import Node
from pipeline.writers.pdf.words import Line, LineBreaker, Run

SIZE = 10.0


@pytest.fixture(scope="session")
def breaker(family: Family) -> LineBreaker:
    return LineBreaker(Typesetter(family, "sv-SE"))


def run(text: str, face: Face = Face.REGULAR) -> Run:
    return Run(text, face, SIZE, Node("P"))


def drawn(lines: Sequence[Line]) -> list[str]:
    return ["".join(segment.text for segment in line.segments) for line in lines]


def read(lines: Sequence[Line]) -> str:
    """What a reader hears: a hyphen of ours is a soft one."""
    parts = (segment for line in lines for segment in line.segments)
    return "".join("" if part.run.node.actual == "\u00ad" else part.text for part in parts).removesuffix(" ")


def test_every_line_ends_with_a_space(breaker: LineBreaker) -> None:
    lines = drawn(breaker.lines((run("ett två tre fyra fem sex sju åtta nio tio"),), 60))
    assert len(lines) > 2
    assert all(line == f"{line.strip()} " for line in lines)


def test_the_space_at_the_end_takes_no_room(breaker: LineBreaker, family: Family) -> None:
    exact = family.fonts[Face.REGULAR].width("ett två") * SIZE
    first, second = breaker.lines((run("ett två tre"),), exact)
    assert drawn([first, second]) == ["ett två ", "tre "]
    assert first.width == pytest.approx(exact)


def test_a_word_of_two_looks_stays_whole(breaker: LineBreaker, family: Family) -> None:
    room = family.fonts[Face.REGULAR].width("xxxxxxxxxx halv") * SIZE
    lines = breaker.lines((run("xxxxxxxxxx halv"), run("halvt", Face.BOLD), run(" y")), room)
    assert drawn(lines) == ["xxxxxxxxxx ", "halvhalvt y "]


def test_a_space_belongs_to_the_run_it_was_written_in(breaker: LineBreaker) -> None:
    words = (run("ja "), run("nej"), run(" kanske"))
    (line,) = breaker.lines(words, 500)
    assert [segment.text for segment in line.segments] == ["ja ", "nej", " kanske "]


def test_a_wide_word_breaks_at_its_points_with_hyphens_that_are_read_as_soft(breaker: LineBreaker) -> None:
    word = "rehabiliteringssamordningsansvar"
    lines = breaker.lines((run(word),), 80)
    assert len(lines) > 1
    assert all(line.segments[-1].text == "-" for line in lines[:-1])
    assert read(lines) == word


def test_a_hyphen_of_the_author_s_is_read(breaker: LineBreaker) -> None:
    word = "arbetsförmedlings-rehabiliteringssamordning"
    assert read(breaker.lines((run(word),), 95)) == word


def test_a_wide_address_breaks_without_hyphens(breaker: LineBreaker) -> None:
    address = "https://www.exempel.se/en/lang/vag/till/sidan?fraga=svar"
    lines = breaker.lines((run(address),), 100)
    assert len(lines) > 1
    assert read(lines) == address


def test_soft_hyphens_show_only_where_a_word_breaks(breaker: LineBreaker) -> None:
    assert drawn(breaker.lines((run("mjuk\u00adt"),), 500)) == ["mjukt "]
    assert read(breaker.lines((run("samord\u00adnings\u00adansvar"),), 45)) == "samordningsansvar"


def test_a_run_begins_once(breaker: LineBreaker) -> None:
    lines = breaker.lines((run("ett två rehabiliteringssamordningsansvar tre"),), 60)
    assert [segment.begins for line in lines for segment in line.segments].count(True) == 1


def test_no_words_no_lines(breaker: LineBreaker) -> None:
    assert breaker.lines((run(" \n "), run("")), 100) == ()


def test_a_balanced_heading_has_as_few_lines_but_more_equal_ones(breaker: LineBreaker) -> None:
    words = (run("Samverkan om individens planering och uppföljning av stöd"),)
    filled, equal = breaker.lines(words, 200), breaker.balanced(words, 200)
    assert len(filled) == len(equal) > 1
    assert max(line.width for line in equal) <= max(line.width for line in filled)
    assert read(equal) == words[0].text


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.text(alphabet="abcåäö -\u00a0.,§", max_size=60), max_size=5),
    st.floats(min_value=20, max_value=300),
)
def test_nothing_is_lost_and_no_line_is_wider_than_its_longest_piece(
    breaker: LineBreaker, texts: list[str], room: float
) -> None:
    lines = breaker.lines([run(text) for text in texts], room)
    assert read(lines).split(" ") == [word for word in "".join(texts).split(" ") if word] or not lines
    for line in lines:
        shown = "".join(part.text for part in line.segments).strip(" ")
        assert line.width <= room + 1e-3 or " " not in shown


def test_a_line_feed_ends_the_line_but_not_the_reader_s_sentence(breaker: LineBreaker) -> None:
    lines = breaker.lines((run("Steg 1\nav tre"), run("\n"), run("\n\nslut ")), 500)
    assert drawn(lines) == ["Steg 1 ", "av tre ", "slut "]


def test_words_that_belong_together_are_parted_rather_than_lost_at_the_paper_s_edge(breaker: LineBreaker) -> None:
    text = "100\u00a0000\u00a0" * 8 + "kr"
    lines = breaker.lines((run(text),), 100)
    assert all(line.width <= 100 for line in lines)
    assert "".join(drawn(lines)).rstrip(" ") == text


def test_a_language_without_hyphenation_keeps_its_words_whole(family: Family) -> None:
    lines = LineBreaker(Typesetter(family, "tlh")).lines((run("rehabiliteringssamordningsansvar"),), 40)
    assert drawn(lines) == ["rehabiliteringssamordningsansvar "]
