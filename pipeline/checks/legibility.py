"""Text is large enough where it is read: in the hand, or on the wall at the distances that the theme states.

What is judged is the smallest that the theme lets a group of texts become.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.scope import ThemeInUse
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.lengths import Pt
from pipeline.theme import Sheet

# Points of text for each metre of distance: 8 pt at 0.35 m, 16 at 0.7, 32 at 1.5, 160 at 7.5; used for posters by
# those who advise on them. A text of half that size can be read by few.
POINTS_PER_METRE = 21.5
POOR, UNREADABLE = 1.0, 0.5
# In the hand, about 0.35 m from the eye.
LEAST_ON_MAPS, LEAST_RUNNING = 8.0, 11.0

ON_MAPS = ("heading", "step_least", "legend", "arrow_name")
HEADS = ("title", "heading", "arrow_name")


def text_in_the_hand(in_use: ThemeInUse) -> Iterator[Diagnostic]:
    """Maps and running text can be read in the hand."""
    for sheet in in_use.theme.all_sheets():
        if sheet.distances is None:
            for field in ON_MAPS:
                if _size(sheet, field) < LEAST_ON_MAPS:
                    yield _too_small("U616", sheet, field, LEAST_ON_MAPS)
            if sheet.body < LEAST_RUNNING:
                yield _too_small("U617", sheet, "body", LEAST_RUNNING)


def text_on_the_wall(in_use: ThemeInUse) -> Iterator[Diagnostic]:
    """Each group of texts on a poster can be read from where the theme says that its readers stand."""
    for sheet in in_use.theme.all_sheets():
        if sheet.distances:
            yield from _seen_from(sheet, "step_least", sheet.distances.steps)
            for field in HEADS:
                yield from _seen_from(sheet, field, sheet.distances.heads)


def _seen_from(sheet: Sheet, field: str, distance: float) -> Iterator[Diagnostic]:
    size = _size(sheet, field)
    share = size / (POINTS_PER_METRE * distance)
    if share < POOR:
        reach = int(100 * size / POINTS_PER_METRE + 1e-6) / 100  # cut and not rounded, so that it never looks enough
        numbers = {"size": in_swedish(size), "reach": in_swedish(reach), "distance": in_swedish(distance)}
        code = "U619" if share < UNREADABLE else "U618"
        yield diagnose(code, sheet.place(field), key=sheet.key(field), **numbers)


def _too_small(code: str, sheet: Sheet, field: str, least: float) -> Diagnostic:
    size = in_swedish(_size(sheet, field))
    return diagnose(code, sheet.place(field), key=sheet.key(field), size=size, least=in_swedish(least))


def _size(sheet: Sheet, field: str) -> Pt:
    size: Pt = getattr(sheet, field)
    return size


def in_swedish(value: float) -> str:
    """A number with a decimal comma, as short as it can be."""
    return f"{value:g}".replace(".", ",")
