"""Dates of review against the date of the material: calendar months, and never the clock."""

import datetime

import pytest

from pipeline.checks.review import is_older
from tests.unit.checks.small import told


@pytest.mark.parametrize(
    ("day", "today", "older"),
    [
        ("2025-09-01", "2026-11-21", True),
        ("2025-11-20", "2026-11-21", True),
        ("2025-11-21", "2026-11-21", False),
        ("2025-12-31", "2026-01-01", False),
        ("2024-12-31", "2026-01-01", True),
        # Twelve months from a leap day are over when February is.
        ("2024-02-29", "2025-02-28", False),
        ("2024-02-29", "2025-03-01", True),
        ("2026-11-21", "2026-11-21", False),
    ],
)
def test_twelve_calendar_months(day: str, today: str, older: bool) -> None:
    assert is_older(datetime.date.fromisoformat(day), datetime.date.fromisoformat(today)) is older


def test_every_date_of_review_is_looked_at() -> None:
    case = """\
# file: sources/program.yaml
faktaunderlag_per: '2024-01-01'
lagtext_kontrollerad_per: '2027-01-01'
# file: sources/aktorer/fk.yaml
granskning: {datum: '2024-01-01', av: Chefen, lag_per: '2027-01-01'}
# file: sources/aktorer/ss.yaml
granskning: {datum: '2026-01-01', av: Chefen}
"""
    found = [(code, file) for code, file, _ in told(case)]
    assert sorted(found) == [
        ("G901", "fk.yaml"),
        ("G901", "program.yaml"),
        ("G902", "fk.yaml"),
        ("G902", "program.yaml"),
    ]


def test_the_date_of_the_material_decides() -> None:
    dates = "# file: sources/program.yaml\ndatum: '{}'\n"
    assert told(dates.format("2027-11-21")) == []
    assert [code for code, *_ in told(dates.format("2027-11-22"))] == ["G901", "G901"]
    assert [code for code, *_ in told(dates.format("2026-11-20"))] == ["G902", "G902"]
