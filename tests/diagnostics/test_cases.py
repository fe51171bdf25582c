"""Each annotated bad example gives exactly the faults that its comments name, on those lines, and nothing else."""

from pathlib import Path

import pytest

from tests.diagnostics.project import expected, patched, report_on, small_project

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


def test_the_small_project_is_without_findings() -> None:
    assert report_on(small_project()).findings == ()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    files = patched(path.read_text(encoding="utf-8"))
    found = [(finding.place.file, finding.place.line, finding.code) for finding in report_on(files).findings]
    assert sorted(found) == expected(files)
    assert {code for _, _, code in found} >= set(path.stem.split("-", 1)[:1]), "a case is named after its code"
