"""The words of a finding: its sentence, its hint, its line in a list, and the line that sums all up."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.cli.visible import visible
from pipeline.diagnostics import Diagnostic, Report, Severity
from pipeline.wording.faults import FaultTexts

SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
"""The severities as other programs know them, whatever the language."""


def message(finding: Diagnostic, texts: FaultTexts) -> str:
    """The sentence with its gaps filled."""
    return texts.text(finding.code).message.format(**_details(finding)).strip()


def hint(finding: Diagnostic, texts: FaultTexts) -> str:
    """What was probably meant, if that is known, and what can be done; empty if there is neither."""
    details, hint = _details(finding), texts.text(finding.code).hint
    guess = details.get("guess", "")
    parts = [texts.guess.format(guess=guess)] if guess else []
    return " ".join([*parts, *([hint.format(**details)] if hint else [])])


def severity_word(severity: Severity, texts: FaultTexts) -> str:
    """The severity as an author reads it."""
    return {Severity.ERROR: texts.error, Severity.WARNING: texts.warning, Severity.NOTE: texts.note}[severity]


def summary(report: Report, texts: FaultTexts, files: int) -> str:
    """How many findings of each severity there are, in how many files."""
    counted = (
        (texts.error_count, Severity.ERROR),
        (texts.warning_count, Severity.WARNING),
        (texts.note_count, Severity.NOTE),
    )
    found = [words.of(count) for words, severity in counted if (count := report.count(severity))]
    where = texts.file_count.of(files)
    if not found:
        return texts.nothing_found.format(files=where)
    return texts.summary.format(found=", ".join(found), files=where)


def _details(finding: Diagnostic) -> Mapping[str, str]:
    return {name: visible(value) for name, value in finding.details}
