"""What stands twice: one fault for what was doubled, however many of its fields must be one of a kind."""

import pytest

from tests.diagnostics.project import STADEN
from tests.unit.checks.small import codes, told

KINDS = "# file: sources/former.yaml\n# line: - {id: ja-nej\n"
MEANING = "namn: N, betydelse: B., regel: R."


@pytest.mark.parametrize(
    ("case", "found"),
    [
        (f"{KINDS}- {{id: en-flera, {MEANING}}}\n", ["R322"]),
        (f"{KINDS}- {{id: en-flera, {MEANING}}}\n- {{id: en-flera, {MEANING}}}\n", ["R308", "R309", "R309"]),
        (KINDS, ["R308"]),
    ],
)
def test_kinds(case: str, found: list[str]) -> None:
    assert codes(case) == found


def test_an_id_and_a_title_of_two_other_steps_are_two_faults() -> None:
    step = STADEN[STADEN.index("- id: ss-mote") : STADEN.index("- id: ss-slut")]
    both = step.replace("kontaktpunkter: [{aktor: fk, steg: fk-mote, varfor: Båda möts}]", "kontaktpunkter: []")
    case = f"# file: sources/aktorer/ss.yaml\n# whole\n{STADEN}{both}"
    assert [code for code, *_ in told(case)] == ["R301", "P120"]
    other = case.replace(both, both.replace("Kort ss-mote", "Kort ss-slut"))
    assert [code for code, *_ in told(other)] == ["R301", "R307", "P120"]


def test_an_actors_file_copied_for_a_new_actor_is_told_by_its_prefix() -> None:
    copied = STADEN.replace("id: ss\n", "id: vv\n", 1)
    assert codes(f"# file: sources/aktorer/vv.yaml\n# whole\n{copied}") == ["R304"]
