"""Limits of text sizes: 8 and 11 pt in the hand, and 21.5 pt for each metre on the wall."""

import pytest

from pipeline.checks.legibility import text_in_the_hand, text_on_the_wall
from pipeline.checks.scope import ThemeInUse
from pipeline.diagnostics import Report
from pipeline.lengths import Pt
from pipeline.theme import ReadingDistances
from tests.diagnostics.project import KNOWN
from tests.support.real import real_programme, real_project

THEME = real_project().theme
HAND = THEME.sheet("karta", "A3")
WALL = THEME.sheet("affisch", "A1")


def _found(check, sheet, **changes):
    theme = THEME.model_copy(update={"sheets": (sheet.model_copy(update=changes),)})
    # Each once, as a report tells them: the web page borrows the map's measures.
    report = Report.of(check(ThemeInUse(theme, real_programme(), KNOWN)))
    return [(finding.code, finding.details) for finding in report.findings]


def _codes(check, sheet, **changes):
    return [code for code, _ in _found(check, sheet, **changes)]


@pytest.mark.parametrize("field", ["step_least", "legend", "arrow_name", "heading"])
def test_eight_points_on_a_map_in_the_hand_and_not_less(field):
    assert _codes(text_in_the_hand, HAND, **{field: Pt(8)}) == []
    assert _codes(text_in_the_hand, HAND, **{field: Pt(7.9)}) == ["U616"]


def test_eleven_points_of_running_text_and_not_less():
    assert _codes(text_in_the_hand, HAND, body=Pt(11)) == []
    assert _codes(text_in_the_hand, HAND, body=Pt(10.9)) == ["U617"]


def test_a_sheet_for_the_wall_is_judged_by_its_distances_alone():
    assert _codes(text_in_the_hand, WALL, step_least=Pt(4)) == []
    assert _codes(text_on_the_wall, HAND, step_least=Pt(4)) == []


@pytest.mark.parametrize(("size", "codes"), [(8.6, []), (8.5, ["U618"]), (4.3, ["U618"]), (4.2, ["U619"])])
def test_steps_at_arms_length(size, codes):
    """0.4 m asks for 8.6 pt; half of that is the fault's limit."""
    distances = ReadingDistances(steps=0.4, heads=0.4)
    assert _codes(text_on_the_wall, WALL, step_least=Pt(size), distances=distances) == codes


@pytest.mark.parametrize("field", ["title", "heading", "arrow_name"])
def test_heads_at_two_metres(field):
    """2 m asks for 43 pt."""
    fit = {"title": Pt(100), "heading": Pt(43), "arrow_name": Pt(43)}
    distances = ReadingDistances(steps=0.4, heads=2)
    assert _codes(text_on_the_wall, WALL, **fit, distances=distances) == []
    assert _codes(text_on_the_wall, WALL, **{**fit, field: Pt(42)}, distances=distances) == ["U618"]
    assert _codes(text_on_the_wall, WALL, **{**fit, field: Pt(21)}, distances=distances) == ["U619"]


def test_the_finding_names_metres_that_are_never_rounded_up():
    """8 pt: 0.372 m, as in print.md section 5."""
    distances = ReadingDistances(steps=0.4, heads=0.4)
    ((_, details),) = _found(text_on_the_wall, WALL, step_least=Pt(8), distances=distances)
    told = dict(details)
    assert (told["key"], told["size"], told["reach"], told["distance"]) == ("steg_minst", "8", "0,37", "0,4")


def test_the_shipped_theme_is_silent():
    in_use = ThemeInUse(THEME, real_programme(), KNOWN)
    assert [*text_in_the_hand(in_use), *text_on_the_wall(in_use)] == []
