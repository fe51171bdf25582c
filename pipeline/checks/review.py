"""Dates of review: when facts and law were last gone through, against the date of the material, never the clock."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from pipeline.checks.scope import Known
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model import Programme
from pipeline.values import Value

# A review is good for so many calendar months (users.md, section 6).
GOOD_FOR = 12


def review_dates(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """What was reviewed long before the date of the material, or after it."""
    today = programme.settings.date
    for value, field in _dated(programme):
        day: datetime.date | None = getattr(value, field)
        if day is None:
            continue
        details = {"key": value.key(field), "day": day.isoformat(), "date": today.isoformat()}
        if day > today:
            yield diagnose("G902", value.place(field), **details)
        elif is_older(day, today):
            yield diagnose("G901", value.place(field), months=GOOD_FOR, **details)


def is_older(day: datetime.date, today: datetime.date, months: int = GOOD_FOR) -> bool:
    """True if more than so many calendar months lie between: from 21 November it is the 22nd a year later."""
    passed = (today.year - day.year) * 12 + today.month - day.month
    return (passed, today.day) > (months, day.day)


def _dated(programme: Programme) -> Iterator[tuple[Value, str]]:
    """Each value that says when something was reviewed, with the field that says it."""
    yield programme.settings, "facts_date"
    yield programme.settings, "law_date"
    for actor in programme.actors:
        if actor.review:
            yield actor.review, "date"
            yield actor.review, "law_date"
