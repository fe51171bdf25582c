"""No-break spaces: told where they hold ordinary words, not where they belong."""

import pytest

from tests.diagnostics.project import patched, report_on


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ett_brev", ("Ett", "brev")),
        ("Ett,_brev", ("Ett", "brev")),
        ("Slut._Nytt", ("Slut", "Nytt")),
        ("(ett_brev)", ("ett", "brev")),
        ("Ett _brev", ("Ett", "brev")),
        ("Ett_ _brev", ("Ett", "brev")),
        # Only the first of a text is named.
        ("Ett_brev_till", ("Ett", "brev")),
        # By a digit, a paragraph sign, an abbreviation, an initial or a dash.
        ("30_dagar", None),
        ("dag_30", None),
        ("12_kap._1_§_lagen", None),
        ("kap._lagen", None),
        ("t.ex._brev", None),
        ("nr_fem", None),
        ("SGI_saknas", None),
        ("saknar_SGI", None),
        ("A_Andersson", None),
        ("led_a", None),
        ("Ett_–_två", None),
        # Set by the rule when the text was read, not by the author.
        ("12 kap. 1 § lagen, 30 dagar", None),
    ],
)
def test_blanks(text: str, found: tuple[str, str] | None) -> None:
    case = "# file: sources/aktorer/fk.yaml\n# step: fk-brev\n  vem_gor: {}\n".format(text.replace("_", "\u00a0"))
    findings = report_on(patched(case)).findings
    told = [(dict(finding.details)["before"], dict(finding.details)["after"]) for finding in findings]
    assert told == ([found] if found else [])
    assert {finding.code for finding in findings} <= {"S712"}
