"""A repealed law is told wherever it is cited, from the day it ceased."""

import pytest

from tests.diagnostics.project import patched, report_on
from tests.unit.checks.small import codes

STEP = "# file: sources/aktorer/fk.yaml\n# step: fk-brev\n"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("  lagstod:\n  - {hanvisning: 4 kap. 1 § SoL (2001:453), kontroll: belagd}\n", ["S713"]),
        ("  vad_hander: [Enligt lagen (2001:453) och 2001:453 gäller det., Sedan.]\n", ["S713"]),
        ("  lagstod:\n  - {hanvisning: 12 kap. socialtjänstlagen (2025:400), kontroll: belagd}\n", []),
        ("  vem_gor: Enligt 2001:4530 och 12001:453\n", []),
    ],
)
def test_repealed_law(lines: str, found: list[str]) -> None:
    assert codes(STEP + lines) == found


def test_what_applies_instead() -> None:
    (finding,) = report_on(patched(f"{STEP}  vem_gor: Enligt SoL (2001:453)\n")).findings
    assert dict(finding.details) == {
        "law": "socialtjänstlagen",
        "number": "2001:453",
        "since": "2025-07-01",
        "now": "socialtjänstlagen (2025:400)",
    }


@pytest.mark.parametrize(("day", "found"), [("2025-06-30", []), ("2025-07-01", ["S713"])])
def test_a_law_is_in_force_until_its_day(day: str, found: list[str]) -> None:
    dates = "".join(
        f"# line: {key}:\n{key}: '{day}'\n" for key in ("datum", "faktaunderlag_per", "lagtext_kontrollerad_per")
    )
    case = f"# file: sources/program.yaml\n{dates}{STEP}  vem_gor: Enligt SoL (2001:453)\n"
    assert codes(case) == found
