"""An entry twice in a list, and a language with more than a language."""

import pytest

from tests.diagnostics.project import patched
from tests.unit.checks.small import told

STEP = "# file: sources/aktorer/fk.yaml\n# step: fk-brev\n"


@pytest.mark.parametrize(
    ("case", "code", "line"),
    [
        (f"{STEP}  kallor:\n  - lagen\n  - lagen\n", "R330", 3),
        (f"{STEP}  underlag:\n  - Brev\n  - Beslut\n  - Brev\n", "R330", 4),
        (f"{STEP}  vad_hander:\n  - Något händer enligt SGI.\n  - Något händer enligt SGI.\n", "R330", 3),
        (
            f"{STEP}  lagstod:\n  - hanvisning: 8 § lagen\n    kontroll: belagd\n"
            "  - hanvisning: 8 § lagen\n    kontroll: belagd\n",
            "R330",
            4,
        ),
    ],
)
def test_an_entry_twice_is_told_at_the_second(case: str, code: str, line: int) -> None:
    found = [place for place in told(case) if place[0] == code]
    assert len(found) == 1
    text = patched(case)["sources/aktorer/fk.yaml"].decode()
    start = text[: text.index(case.removeprefix(STEP))].count("\n") + 1
    assert found[0][2] == start + line - 1


@pytest.mark.parametrize(
    ("language", "expected"), [("sv", []), ("sv-SE", []), ("sv-SE och en", ["R331"]), ("sv-", ["R331"])]
)
def test_a_language_is_a_language_and_a_country(language: str, expected: list[str]) -> None:
    assert [code for code, *_ in told(f"# file: sources/program.yaml\nsprak: {language}\n")] == expected


def test_an_unknown_language_is_told_once() -> None:
    assert [code for code, *_ in told("# file: sources/program.yaml\nsprak: tlh och mer\n")] == ["R320"]
