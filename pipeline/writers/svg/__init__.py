"""SVG with drawsvg: one scene, live text with embedded fonts, and a structure for screen readers."""

from __future__ import annotations

from pipeline.document import Sheets
from pipeline.geometry import Size
from pipeline.scene import Group, Item, Role, Scene, shifted
from pipeline.writers.look import Look
from pipeline.writers.svg.check import SvgAuditError, audit
from pipeline.writers.svg.paint import painted
from pipeline.writers.written import Written

__all__ = ["SvgAuditError", "audit", "write"]


_BETWEEN = 10.0  # between drawings in one file, mm


def write(sheets: Sheets, look: Look) -> Written:
    """The drawings as one SVG, several below each other. Raises SvgAuditError if the file fails its own audit."""
    drawings = sheets.pages
    scene = drawings[0] if len(drawings) == 1 else _below_each_other(drawings, sheets.metadata.title)
    data = painted(scene, sheets.metadata, look.family).encode()
    if findings := audit(data):
        raise SvgAuditError("; ".join(findings))
    return Written(data, len(drawings))


def _below_each_other(drawings: tuple[Scene, ...], title: str) -> Scene:
    """One scene with each drawing at its true size, as a group with the drawing's title."""
    groups: list[Item] = []
    top = 0.0
    for drawing in drawings:
        groups.append(Group(Role.SHEET, shifted(drawing.items, 0, top), drawing.title))
        top += drawing.size.height + _BETWEEN
    size = Size(max(drawing.size.width for drawing in drawings), top - _BETWEEN)
    description = "\n".join(drawing.description for drawing in drawings)
    return Scene(size, tuple(groups), title, description, drawings[0].language)
