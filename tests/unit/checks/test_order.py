"""Arrows back: marked as such, and with a word about when."""

import pytest

from tests.diagnostics.project import patched, report_on
from tests.unit.checks.small import codes

PAST_THE_MEETING = "pilar: [{till: fk-brev, etikett: ja}, {till: fk-slut, etikett: nej}]"
BACK = "# file: sources/aktorer/fk.yaml\n# step: fk-brev\n  pilar: [{till: fk-slut}, {ARROW}]\n"


@pytest.mark.parametrize(
    ("arrow", "found"),
    [
        ("till: fk-beslut, atergang: true", ["P122"]),
        ("till: fk-beslut, atergang: true, etikett: om planen brister", []),
        ("till: fk-beslut, etikett: om planen brister", ["P118"]),
        # Not marked: only that is told, not also that there is no condition.
        ("till: fk-beslut", ["P118"]),
        # Within the phase the reader sees it all in one piece.
        ("till: fk-mote, atergang: true", []),
        ("till: fk-start, atergang: true", ["P101"]),
        ("till: fk-start", ["P101"]),
        ("till: fk-lost, atergang: true", ["P114"]),
    ],
)
def test_a_return_says_that_it_is_one_and_when(arrow: str, found: list[str]) -> None:
    assert codes(BACK.replace("ARROW", arrow)) == found


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        # The way on turned back: nothing leads to the stop any more, or round and round.
        ({"fk-brev": "pilar: [{till: fk-beslut}]"}, ["P130"]),
        ({"fk-mote": "pilar: [{till: fk-beslut}]", "fk-brev": "pilar: [{till: fk-mote}]"}, ["P130"]),
        # Marked as a return it is meant, and what does not hang together is told by itself.
        ({"fk-brev": "pilar: [{till: fk-beslut, atergang: true, etikett: om}]"}, ["P112", "P111"]),
        # What is cut off before the arrow back is not cut off by it.
        ({"fk-beslut": PAST_THE_MEETING, "fk-brev": "pilar: [{till: fk-slut}, {till: fk-beslut}]"}, ["P111", "P118"]),
        # A wrong phase makes arrows lead back: the phase alone is told.
        ({"fk-start": "fas: 2"}, ["P120"]),
        ({"fk-slut": "fas: 1"}, ["P120"]),
    ],
)
def test_one_slip_is_one_fault(steps: dict[str, str], found: list[str]) -> None:
    case = "".join(f"# step: {name}\n  {line}\n" for name, line in steps.items())
    assert codes(f"# file: sources/aktorer/fk.yaml\n{case}") == found


def test_the_fault_names_the_steps_that_are_cut_off() -> None:
    case = "# file: sources/aktorer/fk.yaml\n# step: fk-brev\n  pilar: [{till: fk-beslut}]\n"
    (finding,) = report_on(patched(case)).findings
    assert dict(finding.details)["steps"] == "fk-brev, fk-slut"


def test_the_answer_of_a_decision_says_when() -> None:
    decision = "  form: ja-nej\n  titel: Räcker det?\n  kort: Räcker det?\n"
    arrows = "  pilar: [{till: fk-slut, etikett: ja}, {till: fk-beslut, etikett: nej, atergang: true}]\n"
    case = BACK.partition("  pilar")[0] + decision + arrows
    assert codes(case) == []
    assert codes(case.replace(", etikett: nej", "")) == ["P121"]


def test_a_return_without_reason_is_no_second_open_way() -> None:
    arrows = "{till: fk-slut}, {till: fk-mote, etikett: om fler behövs, atergang: true}, {ARROW}"
    case = BACK.replace("{till: fk-slut}, {ARROW}", arrows)
    assert codes(case.replace("ARROW", "till: fk-beslut, atergang: true")) == ["P122"]
    assert codes(case.replace("ARROW", "till: fk-beslut")) == ["P118"]
