"""Phases that nobody, or one actor alone, has no step in."""

from tests.diagnostics.project import patched, report_on
from tests.unit.checks.small import codes, told

STAFF = "# file: sources/aktorer/ss.yaml\n# step: ss-slut\n  fas: {}\n"
FUND = "# file: sources/aktorer/fk.yaml\n" + "".join(
    f"# step: {step}\n  fas: 1\n" for step in ("fk-mote", "fk-brev", "fk-slut")
)


def test_one_actor_without_a_step() -> None:
    assert told(STAFF.format(1)) == [("P124", "ss.yaml", 9)]


def test_no_actor_with_a_step() -> None:
    assert told(STAFF.format(1) + FUND) == [("P123", "faser.yaml", 4)]


def test_a_phase_that_does_not_exist_is_told_alone() -> None:
    assert codes(STAFF.format(9)) == ["R310"]
    # Nor is it known whether the other phase has a step.
    assert codes(STAFF.format(9) + FUND) == ["R310"]


def test_a_phase_that_was_removed_is_told_once() -> None:
    # Three steps of the fund and one of the city are in it; that the theme has colours for it follows.
    removed = "# file: sources/faser.yaml\n# line: - {nr: 2,\n"
    (finding,) = report_on(patched(removed)).findings
    assert (finding.code, dict(finding.details)["count"]) == ("R310", "4")
    assert str(finding.place) == "sources/aktorer/fk.yaml:40:8"


def test_a_phase_with_another_number_is_told_once() -> None:
    other = "# file: sources/faser.yaml\n# line: - {nr: 2,\n- {nr: 7, id: b, namn: B, beskrivning: C.}\n"
    assert codes(other) == ["R310"]


def test_nothing_is_said_of_phases_where_a_file_was_not_read() -> None:
    assert codes(STAFF.format(1) + "# file: sources/kallor.yaml\n# whole\n- x\n") == ["F220"]
