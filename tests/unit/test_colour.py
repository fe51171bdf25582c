"""Colours: lightness and difference in CIE Lab, and what the colour-blind see."""

from itertools import combinations

import pytest

from pipeline.colour import WHITE, Colour, Lab, Sight
from tests.support.real import real_project

RED, GREEN, BLUE, BLACK = Colour(255, 0, 0), Colour(0, 255, 0), Colour(0, 0, 255), Colour(0, 0, 0)


@pytest.mark.parametrize(
    ("colour", "lab"),
    [  # Of the sRGB primaries, as published by B. Lindbloom's calculator (D65, 2 degrees) and repeated widely.
        (RED, (53.2408, 80.0925, 67.2032)),
        (GREEN, (87.7347, -86.1827, 83.1793)),
        (BLUE, (32.2970, 79.1875, -107.8602)),
        (WHITE, (100, 0, 0)),
        (BLACK, (0, 0, 0)),
        (Colour(119, 119, 119), (50.0344, 0, 0)),  # 116 * cbrt(0.18447) - 16
        (Colour(10, 10, 10), (2.7417, 0, 0)),  # below the bend: 10 / 255 / 12.92 * 903.3
    ],
)
def test_lab_of_known_colours(colour: Colour, lab: tuple[float, float, float]) -> None:
    found = colour.lab()
    assert (found.lightness, found.red, found.yellow) == pytest.approx(lab, abs=0.001)


def test_difference_is_the_distance_in_lab() -> None:
    assert Lab(50, 3, 0).difference(Lab(50, 0, 4)) == pytest.approx(5)
    assert BLACK.lab().difference(WHITE.lab()) == pytest.approx(100)


@pytest.mark.parametrize("sight", Sight)
@pytest.mark.parametrize("grey", [0, 10, 128, 255])
def test_greys_look_the_same_to_all(sight: Sight, grey: int) -> None:
    """Every row of the paper's matrices adds up to one."""
    colour = Colour(grey, grey, grey)
    assert colour.lab(sight).difference(colour.lab()) < 0.001


@pytest.mark.parametrize(
    ("colour", "sight", "seen"),
    [  # A primary becomes its column of the matrix; the nearest sRGB, worked out by hand from IEC 61966-2-1.
        (RED, Sight.PROTANOPIA, Colour(109, 95, 0)),  # 0.152286, 0.114503, below 0
        (GREEN, Sight.PROTANOPIA, Colour(255, 229, 0)),  # above 1, 0.786281, below 0
        (RED, Sight.DEUTERANOPIA, Colour(163, 144, 0)),  # 0.367322, 0.280085, below 0
        (BLUE, Sight.TRITANOPIA, Colour(0, 107, 150)),  # below 0, 0.147602, 0.303900
    ],
)
def test_primaries_as_the_colour_blind_see_them(colour: Colour, sight: Sight, seen: Colour) -> None:
    assert colour.lab(sight).difference(seen.lab()) < 0.7  # half a step of a channel


@pytest.mark.parametrize(
    ("colour", "sight", "seen"),
    [  # As above.
        (RED, Sight.PROTANOPIA, Colour(109, 95, 0)),
        (GREEN, Sight.PROTANOPIA, Colour(255, 229, 0)),
        (RED, Sight.DEUTERANOPIA, Colour(163, 144, 0)),
        (BLUE, Sight.TRITANOPIA, Colour(0, 107, 150)),
        (BLACK, Sight.TRITANOPIA, BLACK),
        (WHITE, Sight.DEUTERANOPIA, WHITE),
    ],
)
def test_what_the_colour_blind_see_as_a_colour_to_show(colour: Colour, sight: Sight, seen: Colour) -> None:
    assert colour.seen(sight) == seen


@pytest.mark.parametrize(
    ("colour", "level"),
    [  # 1.055 * luminance ** (1 / 2.4) - 0.055, by hand: of 0.2126, 0.7152 and 0.0722.
        (RED, 127),
        (GREEN, 220),
        (BLUE, 76),
        (Colour(3, 3, 3), 3),
        (WHITE, 255),
    ],
)
def test_the_grey_of_a_colour_is_as_light(colour: Colour, level: int) -> None:
    assert colour.grey == Colour(level, level, level)


def test_a_grey_copy_keeps_the_contrast() -> None:
    for colour in (RED, GREEN, BLUE, Colour(5, 87, 163)):
        assert colour.grey.contrast(WHITE) == pytest.approx(colour.contrast(WHITE), rel=0.01)


def test_the_simulation_works_in_linear_light() -> None:
    """On gamma-coded channels the red would become 0.152 of them, (39, 29, 0), and far too dark."""
    assert RED.lab(Sight.PROTANOPIA).lightness > 40


def test_the_standard_palette_has_the_numbers_of_its_design() -> None:
    """Those of the design's table, which were computed apart from this code."""
    theme = real_project().theme
    assert theme
    fills = [colours.fill for colours in theme.phases]
    levels = [fill.lab().lightness for fill in fills]
    assert levels == pytest.approx([92.5, 84.2, 75.9, 67.7, 36.9, 25.2], abs=0.05)
    assert min(one - other for one, other in combinations(levels, 2)) == pytest.approx(8.2, abs=0.05)
    least = {
        sight: min(one.lab(sight).difference(other.lab(sight)) for one, other in combinations(fills, 2))
        for sight in (None, *Sight)
    }
    numbers = {None: 24.6, Sight.PROTANOPIA: 21.2, Sight.DEUTERANOPIA: 18.2, Sight.TRITANOPIA: 18.0}
    assert least == pytest.approx(numbers, abs=0.05)
