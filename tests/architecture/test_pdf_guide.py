"""The table of pitfalls in docs/guides/pdf.md names what is there: tests, and ways of making a good file bad."""

import re
from pathlib import Path

import pytest

from tests.unit.writers.pdf.gate.mutations import MUTATIONS

ROOT = Path(__file__).resolve().parents[2]
TABLE = (ROOT / "docs" / "guides" / "pdf.md").read_text(encoding="utf-8").partition("## Pitfalls")[2]
ROWS = [line.strip("| ").split(" | ") for line in TABLE.splitlines() if re.match(r"\| \d", line)]


@pytest.fixture(scope="module")
def tests() -> set[str]:
    """The names of all tests."""
    found = (path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    return {name for text in found for name in re.findall(r"^def (test_\w+)", text, re.MULTILINE)}


def test_every_pitfall_has_a_row() -> None:
    assert [int(number) for number, *_ in ROWS] == list(range(1, 33))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_its_guards_are_there(row: list[str], tests: set[str]) -> None:
    *_, guards = row
    named = re.findall(r"`(test_\w+)`", guards)
    assert [name for name in named if name not in tests] == []
    assert [what for what in re.findall(r'"([^"]+)"', guards) if what not in {one.name for one in MUTATIONS}] == []
    assert named or guards.startswith("none: ")
