"""Faults with one cause are told once, at the place of the cause."""

import pytest

from pipeline.diagnostics import Diagnostic
from pipeline.model import Actor
from pipeline.reading import read_value

STEP = """\
- id: fk-a
  titel: T
  kort: K
  fas: 1
  form: en-flera
  vad_hander: [Något.]
  vem_gor: Någon
  lagstod: []
  underlag:
  - Brev
  kontaktpunkter: []
  pilar:
  - till: fk-b
    etikett: ja
  dialogfraga: Vad?
  kallor:
  - lagen
"""
ACTOR = f"id: fk\nnamn: K\nkortnamn: K\nprefix: fk\nuppdrag: U.\nsteg:\n{STEP}{STEP.replace('fk-a', 'fk-b')}"
FIRST = 7  # the line of the first step
CONTACT = "  - aktor: b\n    steg: b-x\n    varfor: V\n"
KEY_TOO_FAR_IN = f"  kontaktpunkter:\n{CONTACT}    pilar:\n"


def told(text: str) -> list[tuple[str, int]]:
    findings: tuple[Diagnostic, ...] = read_value("f", text.encode(), Actor, lambda _: True)[1].findings
    return [(finding.code, finding.place.line) for finding in findings]


def test_the_file_is_sound() -> None:
    assert told(ACTOR) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # A key written for another: at the one whose value does not fit, else at the second.
        ("  fas: 1", "  form: 1", [("F230", FIRST + 3)]),
        ("  kort: K", "  titel: K", [("F230", FIRST + 2)]),
        ("  underlag:\n", "  kontaktpunkter:\n", [("F230", FIRST + 8)]),
        # One key too few and one too many, however short.
        ("  fas: 1", "  fsa: 1", [("F202", FIRST + 3)]),
        ("- id: fk-a", "- di: fk-a", [("F202", FIRST)]),
        ("  titel: T", "  titel:T t", [("L011", FIRST + 1)]),
        # A key indented into the entry above.
        ("  dialogfraga: Vad?", "    dialogfraga: Vad?", [("F202", FIRST + 14)]),
        ("  kontaktpunkter: []\n  pilar:\n", KEY_TOO_FAR_IN, [("F202", FIRST + 14)]),
        # A dash that begins an entry of the list outside.
        (
            "  pilar:\n  - till: fk-b\n    etikett: ja\n",
            "  pilar:\n- till: fk-b\n  etikett: ja\n",
            [("L045", FIRST + 12)],
        ),
        # The key of a list left out: its entries stand in the list above.
        ("  pilar:\n", "", [("L044", FIRST + 11)]),
        ("  kontaktpunkter: []\n  pilar:\n", "  kontaktpunkter:\n", [("F201", FIRST + 11)]),
        ("  kontaktpunkter: []\n", f"{CONTACT}{CONTACT}", [("F201", FIRST + 10)]),
        # A key twice, the first empty: the second holds the value.
        ("  underlag:\n", "  underlag:\n  underlag:\n", [("L023", FIRST + 9)]),
        # An entry of texts moved out to the list of steps.
        ("  kallor:\n  - lagen\n", "  kallor:\n- lagen\n", [("L045", FIRST + 16)]),
        ("  kallor:\n  - lagen\n", "  kallor:\n- lagen\n- b\n", [("L045", FIRST + 16), ("L045", FIRST + 17)]),
    ],
)
def test_one_cause_is_told_once(old: str, new: str, expected: list[tuple[str, int]]) -> None:
    assert told(ACTOR.replace(old, new, 1)) == expected


def test_an_entry_cut_in_two_by_a_dash_is_one_fault() -> None:
    assert told(ACTOR.replace("  kort: K", "- kort: K", 1)) == [("L045", FIRST + 2)]
