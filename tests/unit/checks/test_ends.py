"""One start in a map; a second that an arrow leads into is told as that."""

from tests.unit.checks.small import codes

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


def test_an_end_without_a_side_could_be_either() -> None:
    # Without it the second terminal may be the start that was meant.
    assert codes(OTHER_START.replace("  ande: start\n", "")) == ["P107"]
