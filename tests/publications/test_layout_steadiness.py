"""docs/reference/layout-steadiness.md holds: every edit is drawn anew; of the random sequences, the first."""

import re

import pytest

from pipeline.layout import Hold
from tests.bench.layout.cases import at_once
from tests.bench.layout.steadiness import SEQUENCE, STEADY, Steadiness, sequences, steadiness
from tests.bench.layout.steadiness_page import STEADY_PAGE, goal_lines
from tests.bench.layout.tables import section

KEPT = STEADY_PAGE.read_text(encoding="utf-8")
ANEW = "not as kept: if that is meant, run nox -s layout-bench"
RANDOM = 8  # sequences drawn anew
FEW_EDITS = 2  # are enough to see that a lock says nothing


@pytest.fixture(scope="module")
def found() -> dict[str, Steadiness]:
    return dict(zip(STEADY, at_once(steadiness, STEADY), strict=True))


def test_the_edits_are_as_kept(found: dict[str, Steadiness]) -> None:
    shown = [[str(value) for value in (name, *one.cells())] for name, one in found.items()]
    assert [list(line.values()) for line in section(KEPT, "Edits")] == shown, ANEW


def test_the_goals_are_reached_as_kept(found: dict[str, Steadiness]) -> None:
    faults = re.findall(r"^- (sequence .*)$", KEPT, re.MULTILINE)
    shown = [[str(value) for value in line] for line in goal_lines(found, faults)]
    assert [list(line.values()) for line in section(KEPT, "Goals")] == shown, ANEW


def test_no_random_sequence_goes_wrong() -> None:
    known = set(re.findall(r"^- (sequence .*)$", KEPT, re.MULTILINE))
    assert set(sequences(range(RANDOM))) <= known


def test_arrows_that_share_a_port_are_joined_by_no_stranger() -> None:
    """The sequence that once went wrong: a decision with four arrows out, two of which left by one corner."""
    assert sequences([237]) == []


def test_five_hundred_sequences_were_tried() -> None:
    count = re.search(r"^([\d,]+) random graphs", KEPT, re.MULTILINE)
    assert count and int(count[1].replace(",", "")) >= 500
    assert SEQUENCE == 20


def test_a_lock_that_says_nothing_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The measure itself: when what a lock holds is not used, known steps change their cells."""
    monkeypatch.setattr("tests.bench.layout.steadiness._hold", lambda _: Hold())
    monkeypatch.setattr("tests.bench.layout.steadiness.EDITS", FEW_EDITS)
    spoiled = steadiness("map_fk")
    assert max(spoiled.moved_cells) > 2
    assert not spoiled.repeated
