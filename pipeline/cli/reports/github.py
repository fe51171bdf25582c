"""Findings as workflow commands of GitHub Actions, which shows them beside the changed lines.

Form and escaping as in GitHub's documentation "Workflow commands" and in its toolkit (packages/core/src/command.ts).
"""

from __future__ import annotations

from pipeline.cli.reports import Telling
from pipeline.cli.reports.located import Located, Region, located
from pipeline.cli.visible import visible

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_IN_TEXT = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_IN_PROPERTY = (*_IN_TEXT, (":", "%3A"), (",", "%2C"))


def told(telling: Telling) -> str:
    """One line for each finding; nothing when there is nothing to tell."""
    return "".join(f"{_command(finding)}\n" for finding in located(telling))


def _command(finding: Located) -> str:
    properties = {"file": finding.file, **_columns(finding.region), "title": finding.rule}
    written = ",".join(f"{name}={_escaped(str(value), _IN_PROPERTY)}" for name, value in properties.items())
    text = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    return f"::{_COMMANDS[finding.severity]} {written}::{_escaped(text, _IN_TEXT)}"


def _columns(region: Region) -> dict[str, int]:
    """Line and columns; an end only on the same line, since GitHub takes columns of one line alone."""
    if not region.line:
        return {}
    begins = {"line": region.line, "col": region.column}
    return {**begins, "endColumn": region.end_column} if region.end_line == region.line else begins


def _escaped(text: str, signs: tuple[tuple[str, str], ...]) -> str:
    for sign, written in signs:
        text = text.replace(sign, written)
    return visible(text)
