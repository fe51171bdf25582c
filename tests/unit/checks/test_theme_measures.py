"""The measures of a theme: the numbers of the design's table, and what the checks hold against them."""

import pytest

from pipeline.checks.theme_measures import (
    SIZES,
    PhaseMeasures,
    closest_greys,
    most_alike,
    phase_measures,
    size_measures,
)
from pipeline.colour import WHITE, Colour, Sight
from pipeline.theme import ReadingDistances, Sheet, Theme
from pipeline.values import Points
from tests.support.real import real_project


def theme() -> Theme:
    found = real_project().theme
    assert found
    return found


def measures(*fills: str) -> tuple[PhaseMeasures, ...]:
    """Of phases with these fills, black text and white edges."""
    first = theme().phases[0]
    look = {"text": Colour(0, 0, 0), "edge": WHITE}
    made = [
        first.model_copy(update={**look, "number": at, "fill": Colour.from_hex(fill)})
        for at, fill in enumerate(fills, 1)
    ]
    return phase_measures(made, WHITE)


def test_the_standard_theme_has_the_numbers_of_its_design() -> None:
    """Those of the design's table, which were computed apart from this code."""
    found = phase_measures(theme().phases, theme().inks.paper)
    assert [one.text for one in found] == pytest.approx([14.4, 11.5, 9.1, 7.1, 7.2, 11.1], abs=0.06)
    assert [one.lightness for one in found] == [92.5, 84.2, 75.9, 67.7, 36.9, 25.2]
    assert [one.step for one in found] == [8.3, 8.3, 8.2, 30.8, 11.7, None]
    least = {sight: pair.amount for sight in (None, *Sight) if (pair := most_alike(found, sight))}
    numbers = {None: 24.6, Sight.PROTANOPIA: 21.2, Sight.DEUTERANOPIA: 18.2, Sight.TRITANOPIA: 18.0}
    assert least == pytest.approx(numbers, abs=0.05)
    grey = closest_greys(found)
    assert grey
    assert (grey.one, grey.other, grey.amount) == (3, 4, 8.2)


def test_the_nearest_phase_need_not_be_the_next() -> None:
    red, green, dark_red = measures("#FF0000", "#00FF00", "#F00000")
    assert [one.nearest[None].phase for one in (red, dark_red)] == [3, 1]
    assert green.nearest[None].difference > 100


def test_a_phase_stands_out_by_its_fill_or_by_its_edge() -> None:
    """A white edge on white paper is nothing; black on white has 21 to 1 (WCAG 2.1)."""
    assert measures("#000000")[0].edge == pytest.approx(21)
    assert measures("#FFFFFF")[0].edge == pytest.approx(1)


def test_a_theme_with_one_phase_has_nothing_to_compare() -> None:
    (only,) = measures("#FF0000")
    assert (only.step, dict(only.nearest)) == (None, {})
    assert most_alike([only], None) is None
    assert closest_greys([only]) is None


def sheet(**changes: object) -> Sheet:
    return theme().sheet("handout", "A4").model_copy(update=changes)


def asked(of: Sheet) -> dict[str, float | None]:
    return {one.field: one.least for one in size_measures(of)}


def test_in_the_hand_maps_need_8_pt_and_running_text_11() -> None:
    assert asked(sheet()) == {
        **dict.fromkeys(SIZES),
        **{"heading": 8, "step_least": 8, "legend": 8, "arrow_name": 8, "body": 11},
    }


def test_on_the_wall_sizes_follow_the_distances() -> None:
    """21.5 pt a metre: 16 pt at 0.75 m, 43 at 2 m."""
    far = sheet(distances=ReadingDistances(steps=0.75, heads=2))
    heads = {"title": 43.0, "heading": 43.0, "arrow_name": 43.0, "step_least": 16.125}
    assert asked(far) == {**dict.fromkeys(SIZES), **heads}


@pytest.mark.parametrize(("size", "is_enough"), [(7.9, False), (8, True), (12, True)])
def test_a_size_is_enough_from_the_least_on(size: float, is_enough: bool) -> None:
    (found,) = [one for one in size_measures(sheet(legend=size)) if one.field == "legend"]
    assert found.is_enough is is_enough


def test_every_size_of_a_sheet_is_measured() -> None:
    points = {name for name, field in Sheet.model_fields.items() if field.metadata == _metadata(Points)}
    assert set(SIZES) == points - {"baseline"}


def _metadata(alias: object) -> list[object]:
    return list(getattr(alias, "__metadata__", ()))
