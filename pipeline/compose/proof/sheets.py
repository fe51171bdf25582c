"""The sheet of a proof with the theme's sheets: where each is read, and whether its texts are large enough there."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.legibility import LEAST_ON_MAPS, LEAST_RUNNING, POINTS_PER_METRE
from pipeline.compose.brief import Brief
from pipeline.compose.proof.numbers import number, sheet_numbers
from pipeline.compose.proof.page import ProofPage
from pipeline.compose.proof.table import DrawnTable
from pipeline.scene import Scene


def sheets_pages(brief: Brief) -> Iterator[Scene]:
    """A row for each sheet of the theme, with its sizes of type. Raises CannotCompose."""
    words = brief.wording.proof
    least = {"least": number(LEAST_ON_MAPS), "running": number(LEAST_RUNNING), "metre": number(POINTS_PER_METRE)}
    page = ProofPage(brief, words.sheets, words.sheets_about.format(**least))
    yield from page.filled(DrawnTable(page, sheet_numbers(brief)).parts(), 0.0)
