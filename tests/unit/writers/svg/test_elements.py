"""Numbers and ids as they stand in an SVG file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.writers.svg.elements import number, slug


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.0, "1"), (0.30000000000000004, "0.3"), (-0.001, "0"), (100.0, "100"), (2.346, "2.35"), (-1.5, "-1.5")],
)
def test_number_is_short(value: float, text: str) -> None:
    assert number(value) == text


@given(st.text())
def test_slug_needs_no_escaping(name: str) -> None:
    assert all(char.isascii() and (char.isalnum() or char in ".-") for char in slug(name))
    assert slug(name)[0].isalpha()
