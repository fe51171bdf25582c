"""Lengths of titles, and facts that are two or three whole sentences."""

import pytest

from pipeline.checks.titles import is_closed
from tests.unit.checks.small import codes, told

STEP = "# file: sources/aktorer/fk.yaml\n# step: fk-brev\n"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (f"  titel: {'x' * 40}\n", []),
        (f"  titel: {'x' * 41}\n", ["S701"]),
        (f"  kort: {'x' * 18}\n", []),
        (f"  kort: {'x' * 19}\n", ["S702"]),
        # A soft hyphen says where a word may break, and takes no room.
        (f'  kort: "{"x" * 9}\\u00ad{"x" * 9}"\n', []),
        # A long title is not told as a long sentence too.
        (f"  titel: {'ord ' * 27}\n", ["S701"]),
    ],
)
def test_lengths_of_titles(lines: str, found: list[str]) -> None:
    assert codes(STEP + lines) == found


def test_a_long_title_is_told_at_its_own_line() -> None:
    case = STEP + f"  titel: Titeln\n  kort: {'x' * 19}\n"
    line = case.splitlines().index(f"  kort: {'x' * 19}")
    assert [(code, file) for code, file, _ in told(case)] == [("S702", "fk.yaml")]
    assert line == 3


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ("[Ett.]", ["S714"]),
        ("[Ett., Två.]", []),
        ("[Ett., Två., Tre.]", []),
        ("[Ett., Två., Tre., Fyra.]", ["S714"]),
        ("[Ett, Två.]", ["S715"]),
        ("[Ett?, Två.]", []),
        ("[Ett!, Två.]", ["S715"]),
        ("['Ett:', Två.]", ["S715"]),
        ("[Ett m.m., Två.]", []),
        ("[Säg ”ett.”, (Två.)]", []),
    ],
)
def test_facts(facts: str, found: list[str]) -> None:
    assert codes(f"{STEP}  vad_hander: {facts}\n") == found


def test_closing_signs_do_not_count() -> None:
    assert is_closed("Säg ”hej.”)", (".",))
    assert not is_closed("Säg ”hej”)", (".",))
    assert not is_closed("”)", (".",))
