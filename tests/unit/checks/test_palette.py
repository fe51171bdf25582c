"""The palette's checks: the real one is silent, and only the phases of the programme are judged."""

import dataclasses

import pytest

from pipeline.checks import LOOKS, OfTheme
from pipeline.checks.scope import ThemeInUse
from pipeline.colour import Colour
from pipeline.model import Programme
from pipeline.theme import Theme
from tests.diagnostics.project import KNOWN
from tests.support.real import real_programme, real_project


def theme_with(**fills: str) -> Theme:
    """The standard theme with other fills, by the phase's number: p3="#123456"; text that can be read on any."""
    theme = real_project().theme
    assert theme
    changed = []
    for colours in theme.phases:
        fill = Colour.from_hex(fills.get(f"p{colours.number}", colours.fill.hex))
        text = Colour(0, 0, 0) if fill.luminance > 0.179 else Colour(255, 255, 255)
        changed.append(colours.model_copy(update={"fill": fill, "text": text}))
    return theme.model_copy(update={"phases": tuple(changed)})


def found(theme: Theme, programme: Programme | None = None) -> list[tuple[str, dict[str, str]]]:
    """Codes and details of the palette's checks."""
    in_use = ThemeInUse(theme, programme or real_programme(), KNOWN)
    findings = [finding for check in LOOKS if is_of_palette(check) for finding in check.find(in_use)]
    return [(finding.code, dict(finding.details)) for finding in findings]


def is_of_palette(check: OfTheme) -> bool:
    return check.find.__module__.endswith("palette")


def test_the_standard_palette_is_silent() -> None:
    assert found(theme_with()) == []


def test_a_phase_that_nobody_has_is_not_judged() -> None:
    programme = real_programme()
    fewer = dataclasses.replace(programme, phases=tuple(phase for phase in programme.phases if phase.number != 3))
    same_as_its_neighbour = theme_with(p3="#FDCA77")
    assert {code for code, _ in found(same_as_its_neighbour)} >= {"U609", "U610"}
    assert found(same_as_its_neighbour, fewer) == []


def test_one_finding_a_pair_with_the_three_numbers() -> None:
    """Two of the same colour: no difference at all, to anybody, told once each for grey and for colour."""
    twice = found(theme_with(p3="#FDCA77"))
    assert [code for code, _ in twice] == ["U609", "U610"]
    (_, grey), (_, colour) = twice
    assert (grey["phase"], grey["other"], grey["first"], grey["second"], grey["step"]) == (*"23", "84,2", "84,2", "0,0")
    assert (colour["protanopia"], colour["deuteranopia"], colour["tritanopia"]) == ("0,0", "0,0", "0,0")


@pytest.mark.parametrize(
    ("fills", "culprit"),
    [
        ({"p3": "#FFFFFF"}, "3"),  # a light one in the middle
        ({"p1": "#000000"}, "1"),  # the first alone is dark
        ({"p6": "#FFFFFF"}, "6"),  # the last alone is light
        ({"p2": "#FFA2A3", "p3": "#FDCA77"}, "3"),  # two have changed places: the later is named
    ],
)
def test_the_phase_that_breaks_the_order_is_named(fills: dict[str, str], culprit: str) -> None:
    assert [details["phase"] for code, details in found(theme_with(**fills)) if code == "U612"] == [culprit]


def test_either_direction_is_an_order() -> None:
    real = [colours.fill.hex for colours in theme_with().phases]
    backwards = {f"p{number}": fill for number, fill in enumerate(reversed(real), 1)}
    assert found(theme_with(**backwards)) == []


def test_a_number_that_is_too_small_never_looks_enough() -> None:
    """#767676 on white is 4.54, #777777 is 4.478: told as 4,4 and not as 4,5."""
    theme = theme_with()
    grey = theme.model_copy(update={"inks": theme.inks.model_copy(update={"grey": Colour.from_hex("#777777")})})
    assert [(code, details["ratio"]) for code, details in found(grey)] == [("U605", "4,4")]
