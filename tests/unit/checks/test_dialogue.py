"""Each step asks one question."""

import pytest

from tests.unit.checks.small import codes


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Vad händer?", []),
        ("Vad händer, och när?", []),
        ("Prata om vad som händer.", ["S710"]),
        ("Vad händer? Prata om det.", ["S710"]),
        ("Vad händer? När?", ["S711"]),
        # Not both: whoever cuts it to one question sees to its end.
        ("Vad händer? När? Säg det.", ["S711"]),
        ("Vad händer??", []),
        # A question that is quoted is not asked.
        ("Hur svarar vi på ”Vad händer?” i dag?", []),
        ("Vad menas med ”Vad händer?”", []),
        ("Vad händer (och när?)", []),
    ],
)
def test_questions(question: str, found: list[str]) -> None:
    assert codes(f"# file: sources/aktorer/fk.yaml\n# step: fk-brev\n  dialogfraga: {question}\n") == found
