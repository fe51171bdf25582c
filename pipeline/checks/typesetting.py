"""What a theme's typography comes to: room between the margins, and sizes that can be read in the hand."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.legibility import LEAST_ON_MAPS, LEAST_RUNNING, in_swedish
from pipeline.checks.scope import ThemeInUse
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.theme import Sheet, TypeScale

# A sheet with less between its margins shows nothing, mm.
LEAST_ROOM = 40.0
# ISO 216, upright, mm: the text pages behind a larger drawing stand on A4.
_A3, _A4 = (297.0, 420.0), (210.0, 297.0)

_RUNNING = ("body", "lead", "bulleted", "listed", "term", "meaning")


def margins_leave_room(in_use: ThemeInUse) -> Iterator[Diagnostic]:
    """The margins leave room on every paper of the publications, and on the text pages behind large drawings."""
    told = set()
    for sheet, paper, size in _sheets_on_papers(in_use):
        margin = margin_without_room(sheet, *size)
        if margin and (place := sheet.place(margin)) not in told:
            told.add(place)
            yield diagnose("U697", place, paper=paper)


def margin_without_room(sheet: Sheet, width: float, height: float) -> str:
    """The field of the margin to blame where next to nothing is left of a paper (mm); empty if there is room."""
    for side, across, room in (("outer", "inner", width), ("top", "bottom", height)):
        if room - getattr(sheet, side) - getattr(sheet, across) < LEAST_ROOM:
            return max(side, across, key=lambda field: float(getattr(sheet, field)))
    return ""


def _sheets_on_papers(in_use: ThemeInUse) -> Iterator[tuple[Sheet, str, tuple[float, float]]]:
    theme, sizes = in_use.theme, in_use.known.paper_sizes
    for one in in_use.programme.publications if in_use.programme else ():
        for paper in one.papers:
            if paper not in sizes or not theme.has_sheet(one.kind, paper, one.view):
                continue
            yield theme.sheet(one.kind, paper, one.view), paper, sizes[paper]
            is_large = sizes[paper][0] > _A3[0] or sizes[paper][1] > _A3[1]
            if is_large and theme.has_sheet(one.kind, "A4", one.view):
                yield theme.sheet(one.kind, "A4", one.view), "A4", _A4


def roles_can_be_read(in_use: ThemeInUse) -> Iterator[Diagnostic]:
    """No role of text becomes smaller in the hand than text on maps may be, and running text not than its own least.

    Told once a role, for the sheet where it is smallest; what the sheet itself says too small is told there.
    """
    scale = in_use.theme.typography.scale
    in_hand = [sheet for sheet in in_use.theme.all_sheets() if sheet.distances is None]
    for field in TypeScale.model_fields.keys() - {"origin"}:
        role, least = getattr(scale, field), LEAST_RUNNING if field in _RUNNING else LEAST_ON_MAPS
        small = [sheet for sheet in in_hand if role.size(sheet) < least <= role.base(sheet)]
        if small:
            worst = min(small, key=role.size)
            yield diagnose(
                "U620",
                role.place("part"),
                role=scale.key(field),
                size=in_swedish(round(role.size(worst), 2)),
                least=in_swedish(least),
                kind=worst.kind,
            )


def borrowed_sheets_exist(in_use: ThemeInUse) -> Iterator[Diagnostic]:
    """Measures that are those of another kind are those of one that has measures of its own."""
    theme = in_use.theme
    for entry in theme.like_sheets:
        if theme.base_of(entry) is None:
            allowed = ", ".join(sorted({sheet.kind for sheet in theme.sheets}))
            yield diagnose("U621", entry.place("like"), name=entry.like, allowed=allowed)
