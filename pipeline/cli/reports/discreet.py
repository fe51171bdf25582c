"""What belongs to a person is repeated by no finding, since reports end in logs: its line is told without it."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.diagnostics import Diagnostic, Report

Lines = frozenset[tuple[str, int]]

_PRIVATE = frozenset({"D801", "D802", "D803", "D804", "D807"})
_LEFT_OUT = "\u2026"
# What may be a part of a number or an address, also where it was cut short.
_TELLING = re.compile(r"@|(?:[0-9][^0-9]{0,3}){5}[0-9]")


def private_lines(report: Report) -> Lines:
    """File and line of everything that belongs to a person."""
    return frozenset((one.place.file, one.place.line) for one in report.findings if one.code in _PRIVATE)


def discreet(report: Report) -> Report:
    """The report with what may be personal left out of the details of findings on the same line."""
    hidden = private_lines(report)
    if not hidden:
        return report
    return Report(
        tuple(_without(one) if (one.place.file, one.place.line) in hidden else one for one in report.findings)
    )


def left_out(text: str) -> str:
    """The text, or dots where it may hold something personal."""
    return _LEFT_OUT if _TELLING.search(text) else text


def _without(finding: Diagnostic) -> Diagnostic:
    return replace(finding, details=tuple((name, left_out(value)) for name, value in finding.details))
