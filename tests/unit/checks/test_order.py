"""Arrows back: marked as such, and with a word about when."""

import pytest

from tests.unit.checks.small import codes

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
        ("till: fk-lost, atergang: true", ["P114"]),
    ],
)
def test_a_return_says_that_it_is_one_and_when(arrow: str, found: list[str]) -> None:
    assert codes(BACK.replace("ARROW", arrow)) == found


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
