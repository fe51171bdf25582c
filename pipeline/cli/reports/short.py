"""Findings for a person in a hurry: one line each, and the line that sums them up."""

from __future__ import annotations

from pipeline.cli.reports import Telling
from pipeline.cli.reports.full import listed


def told(telling: Telling) -> str:
    """One line for each finding, notes first and faults last, and the sum."""
    return listed(telling, frames=False)
