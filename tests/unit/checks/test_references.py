"""What is pointed at and missing: told once, at the first place that points at it."""

from tests.diagnostics.project import patched, report_on
from tests.unit.checks.small import codes

OTHER_SOURCE = """\
# file: sources/kallor.yaml
# line: - {id: lagen
- {id: laget, titel: Lagen, url: 'https://example.org/'}
"""


def test_a_source_that_was_renamed_is_told_once() -> None:
    # Eight steps and a term refer to it; the other name is not used yet, which is a note.
    fault, note = report_on(patched(OTHER_SOURCE)).findings
    assert (fault.code, note.code) == ("R311", "N505")
    assert dict(fault.details) == {"id": "lagen", "count": "9", "guess": "laget"}
    assert str(fault.place) == "sources/aktorer/fk.yaml:21:12"


def test_each_source_that_is_missing_is_told() -> None:
    steps = "# file: sources/aktorer/fk.yaml\n# step: fk-brev\n  kallor: [a, b]\n# step: fk-slut\n  kallor: [b, a]\n"
    assert codes(steps) == ["R311", "R311"]
