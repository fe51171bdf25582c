"""Findings as JSON: an array with one flat object for each."""

from __future__ import annotations

import json
from dataclasses import asdict

from pipeline.cli.reports import Telling
from pipeline.cli.reports.located import Located, located


def told(telling: Telling) -> str:
    """The array; empty when there is nothing to tell. Line 0 is the file itself."""
    return json.dumps([_entry(finding) for finding in located(telling)], ensure_ascii=False, indent=2) + "\n"


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
