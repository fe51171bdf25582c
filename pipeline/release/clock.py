"""The one place that knows what day it is: for the withdrawal of a release, which no frozen file shows."""

from __future__ import annotations

import datetime


def today() -> str:
    """The day on this machine, YYYY-MM-DD."""
    return datetime.date.today().isoformat()  # noqa: DTZ011, TID251 - the day where its user is; the one place
