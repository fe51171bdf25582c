"""A decision is a question, and nothing else is; told once for each step."""

import pytest

from tests.unit.checks.small import codes


@pytest.mark.parametrize(
    ("step", "lines", "found"),
    [
        ("fk-beslut", "  titel: Ansökan prövas\n", ["P126"]),
        ("fk-beslut", "  kort: Prövning\n", ["P126"]),
        ("fk-beslut", "  titel: Ansökan prövas\n  kort: Prövning\n", ["P126"]),
        ("fk-brev", "  titel: Brev?\n  kort: Brev?\n", ["P127"]),
        # Another kind made a decision by mistake; beside a link that alone is told.
        ("fk-brev", "  form: ja-nej\n", ["P131"]),
        ("fk-brev", "  form: ja-nej\n  pilar: [{till: fk-slut, etikett: klart}]\n", ["P131"]),
        ("fk-mote", "  form: ja-nej\n", ["K402"]),
        ("fk-brev", "  titel: Svara på frågan ”varför?”\n", []),
    ],
)
def test_question_marks(step: str, lines: str, found: list[str]) -> None:
    assert codes(f"# file: sources/aktorer/fk.yaml\n# step: {step}\n{lines}") == found
