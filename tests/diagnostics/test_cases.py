"""Each annotated bad example gives exactly the faults that its comments name, on those lines, and nothing else."""

from pathlib import Path

import pytest

from pipeline.reading.yaml_tree import PARSERS
from tests.diagnostics.project import ROOT, expected, patched, report_on, small_project

CASES = sorted((ROOT / "pipeline/locale/sv/examples").glob("*.yaml"))


@pytest.mark.parametrize("path", CASES[::4], ids=lambda path: path.stem)
def test_case_without_libyaml(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sample of every fourth case: the same faults where PyYAML was built without its C parser."""
    monkeypatch.setitem(PARSERS, "c", PARSERS["pure"])
    test_case(path)


def test_the_small_project_is_without_findings() -> None:
    assert report_on(small_project()).findings == ()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    files = patched(path.read_text(encoding="utf-8"))
    found = [(finding.place.file, finding.place.line, finding.code) for finding in report_on(files).findings]
    assert sorted(found) == expected(files)
    assert {code for _, _, code in found} >= set(path.stem.split("-", 1)[:1]), "a case is named after its code"
