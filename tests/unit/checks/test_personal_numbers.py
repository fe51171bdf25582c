"""Numbers of persons: check digits by hand, and what only looks like one.

640823-3234 is the example of Skatteverket's SKV 704, 701063-2391 the one for coordination numbers: nobody has them.
"""

import pytest

from pipeline.checks.personal_numbers import has_check_digit, is_personal_number, personal_numbers
from pipeline.checks.scope import SourceText
from tests.diagnostics.project import KNOWN, patched, report_on


def found(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column."""
    source = SourceText("sources/a.yaml", text)
    return [(finding.code, finding.place.line, finding.place.column) for finding in personal_numbers(source, KNOWN)]


def codes(text: str) -> list[str]:
    return [code for code, *_ in found(text)]


def test_check_digit_by_hand() -> None:
    # 6 4 0 8 2 3 3 2 3, every second doubled: 12 4 0 8 4 3 6 2 6; digits 1+2+4+0+8+4+3+6+2+6 = 36; up to 40: 4.
    assert has_check_digit("6408233234")
    assert [digit for digit in "0123456789" if has_check_digit(f"640823323{digit}")] == ["4"]
    # 7 0 1 0 6 3 2 3 9: 14 0 2 0 12 3 4 3 18; 1+4+0+2+0+1+2+3+4+3+1+8 = 29; up to 30: 1.
    assert has_check_digit("7010632391")


@pytest.mark.parametrize(
    "text",
    [
        "640823-3234",
        "6408233234",
        "640823+3234",
        "640823 3234",
        "640823–3234",
        "19640823-3234",
        "196408233234",
        "(640823-3234)",
        "Nr 640823-3234.",
        "nr:640823-3234,",
        "'640823-3234'",
        "# 640823-3234",
        # 29 February of a year that is a leap year in one of the two centuries: 0 0 0 2 2 9 1 2 3, doubled and summed
        # 0+0+0+2+4+9+2+2+6 = 25; up to 30: 5.
        "000229-1235",
    ],
)
def test_personal_numbers(text: str) -> None:
    assert codes(text) == ["D801"]


@pytest.mark.parametrize("text", ["701063-2391", "19701063-2391", "7010632391"])
def test_coordination_numbers(text: str) -> None:
    assert codes(text) == ["D802"]


@pytest.mark.parametrize(
    "text",
    ["640823-T123", "19640823-T123", "19640823TF10", "19640823K067", "19640823-AB12", "992026123456", "99202612-3456"],
)
def test_reserve_numbers(text: str) -> None:
    assert codes(text) == ["D807"]


@pytest.mark.parametrize(
    "text",
    [
        "640823-3235",  # the check digit is another
        "641323-3235",  # there is no month 13
        "640832-3234",
        "190229-1234",
        "202100-5521",  # the number of an authority: its third digit is 2 or more
        "2010:110",
        "lagen (2010:6408233234)",
        "2026-11-21",
        "20261121T1200",
        "20261121-1200",
        "fk-6408233234",
        "6408233234-a",
        "a6408233234",
        "6408233234b",
        "16408233234",
        "64082332345",
        "3,6408233234",
        "https://example.org/640823-3234",
        "www.example.org/640823-3234",
        "ISBN 640823-3234-1",
        "19640823-ABCD",
        "19641323-T123",
        "99182612-3456",
    ],
)
def test_what_is_no_number_of_a_person(text: str) -> None:
    assert codes(text) == []


def test_every_number_is_told_at_its_place() -> None:
    assert found("a: b\nc: 640823-3234 och 701063-2391\n") == [("D801", 2, 4), ("D802", 2, 20)]


def test_whole_numbers_only() -> None:
    assert is_personal_number("640823-3234")
    assert not is_personal_number("640823-3234 x")
    assert not is_personal_number("19640823-T123")


def test_a_number_is_never_repeated_and_is_found_where_no_yaml_can_be_read() -> None:
    files = patched("# file: sources/aktorer/fk.yaml\n# whole\nid: fk: # 640823-3234\n")
    findings = report_on(files).findings
    assert "D801" in {finding.code for finding in findings}
    assert not any("3234" in str(finding.details) for finding in findings)
