"""Ways through a map, drawn in a tiny language: one fault for each cause, none for what follows from it."""

import pytest

from pipeline.checks import CHECKS, OfMap
from pipeline.checks.scope import walked
from tests.unit.checks.flows import PREFIX, flow


def told(text: str) -> list[tuple[str, str]]:
    """Code and step of everything that the checks of a map find."""
    drawn = flow(text)
    found = [finding for check in CHECKS if isinstance(check, OfMap) for finding in check.find(drawn)]
    return sorted((finding.code, dict(finding.details).get("step", "").removeprefix(PREFIX)) for finding in found)


def test_the_language_itself() -> None:
    drawn = flow("start > a; a ?ja> b; a ?nej> stop; b > stop")
    assert [step.title for step in drawn.actor.steps] == ["start", "a?", "b", "stop"]
    assert drawn.leads == {"x-start": ["x-a"], "x-a": ["x-b", "x-stop"], "x-b": ["x-stop"], "x-stop": []}
    assert drawn.comes_from == {"x-start": [], "x-a": ["x-start"], "x-b": ["x-a"], "x-stop": ["x-a", "x-b"]}
    assert walked(["x-b"], drawn.leads) == {"x-b", "x-stop"}


@pytest.mark.parametrize(
    "text",
    [
        "start > stop",
        "start > a; a > b; b > stop",
        "start > a; a ?ja> b; a ?nej> stop; b > stop",
        "start > a; a > b; b > a; b > stop",
        "start > a; start > b; a > stop; b > stop",
        # One way that is always open beside ways with a condition; and conditions only.
        "start > a; a > b; a ?skuld> c; b > stop; c > stop",
        "start > a; a ?akut> b; a ?annars> stop; b > stop",
    ],
)
def test_sound_maps(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # A step apart, and what follows it: only the first is named.
        ("start > stop; a > b; b > stop", [("P111", "a")]),
        ("start > stop; a > b; b > a; b > stop", [("P111", "a")]),
        ("start > stop; a > stop; b > stop", [("P111", "a"), ("P111", "b")]),
        # Round and round without an end.
        ("start > a; a > b; b > a; start > stop", [("P112", "a")]),
        ("start > a; a > b; b > c; c > a; start > stop", [("P112", "a")]),
        # Where a way is lost, what would have followed is not blamed.
        ("start > a; a > lost; b > stop", [("P113", "lost")]),
        ("start > a; a; b > stop", [("P113", "a")]),
        ("start > a; a ?ja> b; b > stop; c > stop", [("P103", "a")]),
        # Without a start or a stop only that is told.
        ("a > b; b > stop", [("P109", "")]),
        ("start > a; a > b; b > a", [("P110", "")]),
        ("start > a; a > stop; a > start", [("P101", "a")]),
        ("start > a; a > start; b > stop", [("P101", "a")]),
        ("start > a; a > stop; stop > a", [("P102", "stop")]),
        ("start > a; a > a; a > stop", [("P116", "a")]),
        ("start > a; a > stop; a > stop", [("P117", "a")]),
        ("start > a; a ?ja> stop; a ?ja> b; b > stop", [("P106", "a")]),
        ("start > a; a ?ja> stop; a > b; b > stop", [("P121", "a")]),
        ("start > a; a ?ja> stop; a ?nja> b; b > stop", [("P105", "a")]),
        ("start > a; a ?ja> stop; a ?ja> stop", [("P106", "a")]),
        ("start > a; a ?ja> stop; a > stop", [("P121", "a")]),
        ("start > a; a ?ja> stop; a ?nej> stop", [("P128", "a")]),
        ("start > a; a ?ja> a; a ?nej> a; start > stop", [("P116", "a"), ("P116", "a")]),
        # A third arrow that leads nowhere came here from elsewhere: nothing is asked of its label.
        ("start > a; a ?ja> stop; a ?nej> b; a > a; b > stop", [("P116", "a")]),
        ("start > a; a ?ja> stop; a ?nej> b; a ?nej> a; b > stop", [("P116", "a")]),
        # Some conditions, and more than one way without.
        ("start > a; a ?skuld> b; a > c; a > stop; b > stop; c > stop", [("P125", "a")]),
        ("start > a; a ?skuld> stop; a > stop; a > b; b > stop", [("P117", "a")]),
        ("start > a; a ?skuld> b; a > stop; a > stop; b > stop", [("P117", "a")]),
        ("start > a; a ?skuld> b; a > stop; a > a; b > stop", [("P116", "a")]),
    ],
)
def test_one_fault_for_each_cause(text: str, found: list[tuple[str, str]]) -> None:
    assert told(text) == found


def test_a_long_map_costs_no_more_than_its_length() -> None:
    # Ten thousand steps in a ring: recursion or work for each pair of steps would show.
    ring = "; ".join(f"s{n} > s{(n + 1) % 10_000}" for n in range(10_000))
    assert told(f"start > stop; {ring}") == [("P111", "s0"), ("P112", "s0")]
