"""Findings as other programs want them: with the same words, whatever the language, and with their whole extent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.cli.reports import Telling
from pipeline.cli.reports.discreet import left_out, private_lines
from pipeline.cli.reports.extents import Extents
from pipeline.cli.reports.sentences import SEVERITIES, hint, message
from pipeline.diagnostics import Diagnostic
from pipeline.reading.extent import Extent

# What YAML reads as text without quotes, inside brackets too.
_PLAIN = re.compile(r"\w[\w.-]*( [\w.-]+)*")


@dataclass(frozen=True, slots=True)
class Region:
    """From a line and column to another, counted from 1; the last column is the one after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Located:
    """A finding. A `region` on line 0 is the file itself; `fix` is the text that was probably meant, if any."""

    rule: str
    severity: str
    message: str
    hint: str
    file: str
    region: Region
    path: str
    fix: str = ""


def located(telling: Telling) -> Iterator[Located]:
    """The findings, sorted by file, line, column and code."""
    extents, hidden = Extents(telling.files), private_lines(telling.report)
    for finding in telling.report.findings:
        extent, place = extents.of(finding), finding.place
        yield Located(
            rule=finding.code,
            severity=SEVERITIES[finding.severity],
            message=message(finding, telling.texts),
            hint=hint(finding, telling.texts),
            file=place.file,
            region=Region(place.line, place.column, extent.line, extent.column),
            path=left_out(extent.path) if (place.file, place.line) in hidden else extent.path,
            fix=_fix(finding, extent),
        )


def _fix(finding: Diagnostic, extent: Extent) -> str:
    """The guess as it is written in a file; empty where it could replace more than the word it was made from."""
    guess = dict(finding.details).get("guess", "")
    if not guess or not extent.is_word:
        return ""
    return guess if _PLAIN.fullmatch(guess) else "'" + guess.replace("'", "''") + "'"
