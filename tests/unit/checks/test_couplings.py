"""Couplings that only one side names: counted in the real sources, and silent beside faults."""

from collections import Counter

import pytest

from pipeline.checks.couplings import one_sided
from tests.diagnostics.project import KNOWN
from tests.support.real import real_programme
from tests.unit.checks.small import codes

LINK = "# file: sources/aktorer/fk.yaml\n# step: fk-mote\n"
MEETING = "# file: sources/aktorer/ss.yaml\n# step: ss-mote\n"


def test_the_numbers_of_the_starter_content() -> None:
    # 6 of 12 couplings and 14 of 40 contact points (features.md, note 1; check_facts.py counts the same).
    found = Counter(finding.code for finding in one_sided(real_programme(), KNOWN))
    assert found == {"K406": 6, "K407": 14}


@pytest.mark.parametrize(
    ("case", "found"),
    [
        ("", []),
        (f"{MEETING}  kontaktpunkter: []\n", ["K406"]),
        # A contact with another step is no answer, and asks for one itself.
        (f"{MEETING}  kontaktpunkter: [{{aktor: fk, steg: fk-brev, varfor: Nej}}]\n", ["K406", "K407"]),
        # Where a coupling is faulty, it may be the one that is looked for.
        (f"{MEETING}  kontaktpunkter: [{{aktor: fk, steg: fk-mota, varfor: Ja}}]\n", ["R314"]),
        (f"{LINK}  processkoppling: {{aktor: ss, steg: ss-mota}}\n", ["R314"]),
        (f"{LINK}# without: processkoppling\n  form: processkoppling\n", ["K401"]),
        (f"{LINK}  form: en-flera\n{MEETING}  kontaktpunkter: []\n", ["K402"]),
    ],
)
def test_answers(case: str, found: list[str]) -> None:
    assert codes(case) == found


def test_a_contact_is_answered_by_a_contact_or_a_link() -> None:
    back = LINK.replace("fk-mote", "fk-brev") + "  kontaktpunkter: [{aktor: ss, steg: ss-slut, varfor: Ja}]\n"
    there = MEETING.replace("ss-mote", "ss-slut") + "  kontaktpunkter: [{aktor: fk, steg: fk-brev, varfor: Ja}]\n"
    assert codes(back + there) == []
    assert codes(back) == ["K407"]
    assert codes(there) == ["K407"]


def test_a_contact_that_stands_twice_asks_for_one_answer() -> None:
    entry = "{aktor: fk, steg: fk-brev, varfor: Ja}"
    case = MEETING.replace("ss-mote", "ss-slut") + f"  kontaktpunkter: [{entry}, {entry}]\n"
    assert sorted(codes(case)) == ["K405", "K407"]
