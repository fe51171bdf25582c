"""What belongs to a person is repeated in no format, whatever else is wrong with it."""

import pytest

from pipeline.cli.reports import FORMATS
from pipeline.diagnostics import diagnose
from pipeline.spans import Place
from tests.unit.cli.reports.findings import shown

# From the Swedish Tax Agency's list of numbers for tests; the others are nobody's (PTS's series, example.org).
NUMBER, PHONE, MAIL = "19121212-1212", "070-174 06 35", "eva.ek@example.org"
PLACE = Place("a.yaml", 2, 1)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("code", "text"), [("D801", NUMBER), ("D803", PHONE), ("D804", MAIL)])
def test_other_findings_on_its_line_are_told_without_it(form: str, code: str, text: str) -> None:
    files = {"a.yaml": f"rad: 1\n{text}: ja\nrad2: 2\n".encode()}
    found = (
        diagnose(code, PLACE),
        diagnose("A101", PLACE, step=text, key=text),
        diagnose("A101", Place("a.yaml", 3, 1), step="9-12"),
    )
    told = shown(form, *found, files=files)
    assert text not in told
    assert "A101" in told
    assert "9-12" in told


def test_what_is_nobodys_stays() -> None:
    told = shown("short", diagnose("D801", PLACE), diagnose("A101", PLACE, step="af-samtal 12"))
    assert "”af-samtal 12”" in told
    assert "2026-11-21" in shown("short", diagnose("A101", PLACE, step="2026-11-21"))
