"""Findings as JSON: an array with one flat object for each."""

from __future__ import annotations

from dataclasses import asdict

from pipeline.cli.reports import Telling
from pipeline.cli.reports.located import Located, located
from pipeline.cli.visible import as_json


def told(telling: Telling) -> str:
    """The array; empty when there is nothing to tell. Line 0 is the file itself."""
    return as_json([_entry(finding) for finding in located(telling)]) + "\n"


def _entry(finding: Located) -> dict[str, object]:
    """The fields of features.md, section 4; `fix` only where the program can guess what was meant."""
    region = asdict(finding.region)
    entry = {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
        "file": finding.file,
        **region,
        "path": finding.path,
    }
    return {**entry, "fix": {**region, "text": finding.fix}} if finding.fix else entry
