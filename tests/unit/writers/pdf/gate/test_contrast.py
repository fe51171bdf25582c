"""Text is judged against the topmost area under its letters; expected ratios are those of WCAG 2.1 for the colours."""

import pytest

from pipeline.writers.pdf.gate.contrast import contrast_findings
from tests.unit.writers.pdf.gate.pages import page_of

# Grey 119 (#777777) on white is 4.48, grey 118 (#767676) 4.54; grey 148 (#949494) 3.03, grey 150 (#969696) 2.96.
TEXT = "BT /{font} {size} Tf 20 50 Td (abba) Tj ET"


def found(content: str) -> list[str]:
    return [finding.code for finding in contrast_findings(1, page_of(content.encode()))]


def grey(level: int) -> str:
    return f"{level / 255} g "


@pytest.mark.parametrize(
    ("level", "font", "size", "well"),
    [
        (118, "F1", 10, True),
        (119, "F1", 10, False),
        (119, "F1", 17.9, False),
        (148, "F1", 18, True),
        (150, "F1", 18, False),
        (148, "FB", 14, True),
        (148, "FB", 13.9, False),
        (148, "F1", 14, False),
    ],
)
def test_the_least_contrast_depends_on_size_and_weight(level: int, font: str, size: float, well: bool) -> None:
    assert found(grey(level) + TEXT.format(font=font, size=size)) == ([] if well else ["contrast_low"])


SMALL = TEXT.format(font="F1", size=10)  # letters from x 20 to 40, their middles 2.5 above y 50


@pytest.mark.parametrize(
    ("under", "well"),
    [
        ("0 g 10 40 60 30 re f 1 g", True),  # white on black
        ("0 g 10 40 60 30 re f", False),  # black on black
        ("0 g 10 40 60 30 re f 1 g 15 45 50 20 re f 0 g", True),  # black on white on black
        ("0 g 10 40 60 30 re S 1 g", False),  # an outline is no ground
        ("0 g 100 100 9 9 re f 0 g", True),  # elsewhere
        ("0 g 33 40 30 30 re f 0 g", False),  # under the last letters only
        ("0 g 10 40 m 70 40 l 70 70 l 10 70 l h f 1 g", True),  # the same box as a path
        ("0 g 10 40 60 30 re 15 45 50 20 re f* 0 g", True),  # a frame, by even-odd
        ("0 g 10 40 60 30 re 15 45 50 20 re f 1 g", True),  # no frame, by winding
        ("q 0 0 5 5 re W n 0 g 10 40 60 30 re f Q 0 g", True),  # cut away by a clip
        ("q 2 0 0 2 0 0 cm 0 g 5 20 30 15 re f Q 1 g", True),  # placed by a matrix
    ],
)
def test_the_ground_is_what_lies_topmost_under_the_letters(under: str, well: bool) -> None:
    assert found(f"{under} {SMALL}") == ([] if well else ["contrast_low"])


def test_the_corner_of_a_diamonds_box_does_not_count() -> None:
    diamond = "0 g 60 50 m 100 90 l 140 50 l 100 10 l h f 0 g "
    assert found(diamond + "BT /F1 10 Tf 61 80 Td (abba) Tj ET") == []
    assert found(diamond + "BT /F1 10 Tf 90 50 Td (abba) Tj ET") == ["contrast_low"]


def test_a_curve_counts_as_it_bends() -> None:
    upper = "100 50 m 100 77.6 77.6 100 50 100 c 22.4 100 0 77.6 0 50 c "
    lower = "0 22.4 22.4 0 50 0 c 77.6 0 100 22.4 100 50 c "
    circle = f"0 g {upper}{lower}f "
    assert found(circle + "BT /F1 10 Tf 2 92 Td (a) Tj ET") == []
    assert found(circle + "BT /F1 10 Tf 20 80 Td (a) Tj ET") == ["contrast_low"]


def test_what_is_painted_later_is_no_ground() -> None:
    assert found(f"{SMALL} 0 g 0 0 100 10 re f") == []


def test_spaces_beyond_the_edge_do_not_count() -> None:
    box = "0 g 18 40 23 30 re f 1 g "
    assert found(box + "BT /F1 10 Tf 20 50 Td (abba   ) Tj ET") == []


def test_a_picture_or_pattern_cannot_be_judged() -> None:
    assert found(f"q 100 0 0 100 0 0 cm /I1 Do Q {SMALL}") == ["contrast_unknown"]
    assert found(f"/P1 scn {SMALL}") == ["contrast_unknown"]


def test_invisible_text_is_not_judged() -> None:
    assert found("1 g BT 3 Tr /F1 10 Tf 20 50 Td (abba) Tj ET") == []
