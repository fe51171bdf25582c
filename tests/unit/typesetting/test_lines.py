"""Breaking text: at spaces and Swedish hyphenation points only, never cut short."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.lengths import Pt
from pipeline.typeface import Face
from pipeline.typesetting.lines import break_points
from tests.support.real import brief_for

SETTER = brief_for("karta", "stockholms-stad").typesetter
SIZE = Pt(11.5)


def test_a_text_that_fits_is_one_line():
    assert SETTER.broken("Följ upp", 100, SIZE).lines == ("Följ upp",)


def test_lines_are_no_wider_than_the_room_when_words_allow_it():
    found = SETTER.broken("Utred försörjning och hinder hos den som söker bistånd", 30, SIZE)
    assert len(found.lines) > 1
    assert all(SETTER.width(line, SIZE) <= 30 for line in found.lines)


def test_a_long_word_breaks_at_the_joint_of_its_parts():
    found = SETTER.broken("koordineringsinsatser?", 32, SIZE)
    assert found.lines == ("koordinerings-", "insatser?")


def test_a_declared_soft_hyphen_wins_over_the_patterns():
    found = SETTER.broken("kun\u00adskapsdialog", 27, SIZE)
    assert found.lines == ("kun-", "skapsdialog")


def test_a_soft_hyphen_that_is_not_used_is_not_shown():
    assert SETTER.broken("kunskaps\u00addialog", 100, SIZE).lines == ("kunskapsdialog",)


def test_a_word_without_break_points_stays_whole_however_narrow_the_room():
    found = SETTER.broken("plan", 2, SIZE)
    assert found.lines == ("plan",)
    assert found.width > 2


def test_a_no_break_space_holds_its_words_together():
    assert SETTER.broken("Enligt 12\u00a0kap.\u00a01\u00a0§ gäller", 22, SIZE).lines[1] == "12\u00a0kap.\u00a01\u00a0§"


def test_words_held_by_no_break_spaces_break_inside_a_word_and_never_at_the_space():
    text = "30\u00a0kap.\u00a0socialf\u00f6rs\u00e4krings\u00a0balken"
    found = SETTER.broken(text, 30, SIZE)
    assert "".join(line.removesuffix("-") for line in found.lines) == text
    assert not any(line.startswith("\u00a0") or line.endswith("\u00a0-") for line in found.lines)


def test_a_line_break_in_a_source_is_a_space():
    assert SETTER.broken("Ring\neller skriv", 100, SIZE).lines == ("Ring eller skriv",)


def test_balancing_keeps_the_number_of_lines_and_evens_them_out():
    text = "Passar en arbetsplats just nu?"
    filled, even = SETTER.broken(text, 40, SIZE), SETTER.balanced(text, 40, SIZE)
    assert len(even.lines) == len(filled.lines)
    assert even.width <= filled.width


@pytest.mark.parametrize(
    ("word", "parts"),
    [("arbetsförmåga", "ar-bets-för-må-ga"), ("försäkringskassan", "för-säk-rings-kas-san")],
)
def test_break_points_are_swedish(word, parts):
    """Expected from the Swedish writing rules: compounds at their joint, one consonant to the next syllable."""
    allowed = {sum(map(len, parts.split("-")[:n])) for n in range(1, len(parts.split("-")))}
    assert set(break_points(word, "sv-SE")) <= allowed
    assert break_points(word, "sv-SE")


WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyzåäö", min_size=1, max_size=30), min_size=1, max_size=8)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(WORDS, st.floats(2, 60), st.sampled_from([8.0, 11.5, 21.5]))
def test_no_letter_is_ever_lost(words, room, size):
    text = " ".join(words)
    for found in (SETTER.broken(text, room, Pt(size)), SETTER.balanced(text, room, Pt(size))):
        assert "".join(line.removesuffix("-") for line in found.lines).replace(" ", "") == "".join(words)
        assert found.width == max(SETTER.width(line, Pt(size)) for line in found.lines)


def test_bold_is_measured_as_bold():
    assert SETTER.width("Region Stockholm", SIZE, Face.BOLD) > SETTER.width("Region Stockholm", SIZE)
