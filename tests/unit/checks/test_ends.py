"""One start in a map; a second that an arrow leads into is told as that."""

import pytest

from tests.unit.checks.small import codes, told

OTHER_START = """\
# file: sources/aktorer/ss.yaml
# step: ss-start
  pilar: [{till: ss-slut}]
# step: ss-mote
  form: start-stopp
  ande: start
"""


def test_a_second_start() -> None:
    assert codes(OTHER_START) == ["P129"]


def test_a_start_with_an_arrow_into_it_is_told_once() -> None:
    assert codes(OTHER_START.replace("ss-slut", "ss-mote")) == ["P101"]


@pytest.mark.parametrize(
    ("step", "lines", "found"),
    [
        # One end marked as the other, which is then missing: told at the mark.
        ("fk-start", "  ande: stopp\n", [("P109", "fk.yaml", 22)]),
        ("fk-slut", "  ande: start\n", [("P110", "fk.yaml", 76)]),
        # Another kind than an end: nothing is asked of that kind.
        ("fk-slut", "  form: ja-nej\n  ande: stopp\n", [("P108", "fk.yaml", 76)]),
        ("fk-beslut", "  kort: Svar\n  ande: stopp\n", [("P108", "fk.yaml", 37)]),
        ("fk-slut", "  form: processkoppling\n  ande: stopp\n", [("P108", "fk.yaml", 76)]),
    ],
)
def test_one_slip_at_an_end_is_one_fault(step: str, lines: str, found: list[tuple[str, str, int]]) -> None:
    assert told(f"# file: sources/aktorer/fk.yaml\n# step: {step}\n{lines}") == found


def test_the_stop_may_be_what_an_arrow_looks_for() -> None:
    case = "# file: sources/aktorer/ss.yaml\n# step: ss-mote\n  pilar: [{till: ss-lost}]\n"
    back = "# step: ss-slut\n# without: ande\n  form: en-flera\n"
    back += "  pilar: [{till: ss-mote, atergang: true, etikett: om}]\n"
    assert codes(case + back) == ["P114"]
    assert codes("# file: sources/aktorer/ss.yaml\n" + back) == ["P110"]


def test_an_end_without_a_side_could_be_either() -> None:
    # Without it the second terminal may be the start that was meant.
    assert codes(OTHER_START.replace("  ande: start\n", "")) == ["P107"]
