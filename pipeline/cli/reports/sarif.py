"""Findings as SARIF 2.1.0 (OASIS), the exchange format of code scanning; numbers in comments are its sections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from pipeline import __version__
from pipeline.cli.reports import Telling
from pipeline.cli.reports.located import Located, Region, located
from pipeline.cli.reports.sentences import SEVERITIES
from pipeline.cli.visible import as_json
from pipeline.release.project import explanations
from pipeline.rules import severity_of

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def told(telling: Telling) -> str:
    """One run with every finding, and the rules that they break."""
    findings = list(located(telling))
    codes = sorted({finding.rule for finding in findings})
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(telling, codes)},
                "language": telling.language,
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, codes.index(finding.rule)) for finding in findings],
            }
        ],
    }
    return as_json(log) + "\n"


def _driver(telling: Telling, codes: Sequence[str]) -> dict[str, Any]:
    return {
        "name": "processpil",
        "version": __version__,
        "language": telling.language,
        "rules": [_rule(telling, code) for code in codes],
    }


def _rule(telling: Telling, code: str) -> dict[str, Any]:
    """A code as reportingDescriptor (3.49); its gaps are shown as words, since no finding fills them here."""
    held, text = explanations(telling.language), telling.texts.text(code)
    sentence = held.readable(code, text.message)
    return {
        "id": code,
        "shortDescription": {"text": sentence},
        "fullDescription": {"text": held.why(code) or sentence},
        "help": {"text": "\n".join([*([held.readable(code, text.hint)] if text.hint else []), _more(telling, code)])},
        "defaultConfiguration": {"level": SEVERITIES[severity_of(code)]},
    }


def _more(telling: Telling, code: str) -> str:
    return telling.texts.more.format(code=code)


def _result(finding: Located, index: int) -> dict[str, Any]:
    """A finding as result (3.27)."""
    artifact = {"uri": quote(finding.file, safe="/", errors="surrogateescape")}
    physical: dict[str, Any] = {"artifactLocation": artifact}
    if finding.region.line:
        physical["region"] = _region(finding.region)
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.path}]
    result = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": finding.severity,
        "message": {"text": f"{finding.message} {finding.hint}".strip()},
        "locations": [location],
    }
    return {**result, "fixes": [_fix(finding, artifact)]} if finding.fix else result


def _region(region: Region) -> dict[str, int]:
    """The region (3.30): lines and columns from 1, the end column the one after the last character (3.30.7)."""
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def _fix(finding: Located, artifact: dict[str, str]) -> dict[str, Any]:
    """What was probably meant, as fix (3.55)."""
    replacement = {"deletedRegion": _region(finding.region), "insertedContent": {"text": finding.fix}}
    return {"artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}]}
