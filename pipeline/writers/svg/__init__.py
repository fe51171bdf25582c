"""SVG with drawsvg: one scene, live text with embedded fonts, and a structure for screen readers."""

from __future__ import annotations

from pipeline.scene import Sheets
from pipeline.writers.look import Look
from pipeline.writers.svg.check import SvgAuditError, audit
from pipeline.writers.svg.paint import painted
from pipeline.writers.written import Written

__all__ = ["SvgAuditError", "audit", "write"]


def write(sheets: Sheets, look: Look) -> Written:
    """The first page as SVG. Raises SvgAuditError if the file does not pass its own audit."""
    data = painted(sheets.pages[0], sheets.metadata, look.family).encode()
    if findings := audit(data):
        raise SvgAuditError("; ".join(findings))
    return Written(data, 1)
