"""The process arrow pointing down, beside a map whose phases are bands from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.compose.brief import Brief
from pipeline.compose.lettering import Lettering
from pipeline.geometry import Path, Point, Rect, polygon
from pipeline.layout.drawing import Extent
from pipeline.model import Phase
from pipeline.scene import Group, Item, Outline, Role, Stroke
from pipeline.typeface import Face

_POINT = 3.0  # depth of a point, mm
_GAP = 0.6  # between pieces, mm
_PAD = 2.0  # from the edges to the text, mm
_NUMERAL = 1.7  # of the names' size


def down_arrow(brief: Brief, bands: Sequence[Extent], width: float, shown: Sequence[int] = ()) -> Group:
    """One piece beside each band, `width` mm wide, with the phase's number and name at its top.

    `shown`: the numbers of the phases, else all; a part of the arrow goes on at both its ends.
    """
    ends = brief.phases()[0], brief.phases()[-1]
    pieces = tuple(
        _piece(brief, phase, band, width, phase == ends[0], phase == ends[1])
        for phase, band in zip(_shown(brief, shown), bands, strict=True)
    )
    return Group(Role.ARROW, pieces, brief.wording.map.arrow_label.format(count=len(bands)))


def band_minimum(brief: Brief, width: float, shown: Sequence[int] = ()) -> tuple[float, ...]:
    """The least height of each band: its number and the lines of its name, mm."""
    return tuple(
        _text_height(brief, phase, width) + 2 * _PAD + _POINT * (1 if phase == brief.phases()[0] else 2)
        for phase in _shown(brief, shown)
    )


def _shown(brief: Brief, shown: Sequence[int]) -> tuple[Phase, ...]:
    return tuple(phase for phase in brief.phases() if not shown or phase.number in shown)


def _name(brief: Brief, phase: Phase) -> Lettering:
    ink = brief.theme.colours(phase.number).text
    return Lettering(brief.typesetter, brief.sheet.arrow_name, ink, Face.BOLD, 1.15)


def _numeral(brief: Brief, phase: Phase) -> Lettering:
    name = _name(brief, phase)
    return Lettering(name.typesetter, type(name.size)(name.size * _NUMERAL), name.colour, Face.BOLD)


def _text_height(brief: Brief, phase: Phase, width: float) -> float:
    name, numeral = _name(brief, phase), _numeral(brief, phase)
    lines = name.balanced(phase.name, width - 2 * _PAD)
    return numeral.cap + len(lines) * name.pitch


def _piece(brief: Brief, phase: Phase, band: Extent, width: float, first: bool, last: bool) -> Group:
    colours = brief.theme.colours(phase.number)
    gap = 0.0 if first else _GAP
    rect = Rect(0, band.lo + gap, width, band.hi - band.lo - gap)
    edge = Stroke(colours.edge, brief.theme.strokes.thinnest)
    outline = Outline(_outline(rect, first, last), colours.fill, edge)
    words = brief.wording.map.phase_label.format(number=phase.number, name=phase.name)
    return Group(Role.PHASE, (outline, *_text(brief, phase, rect, first)), words)


def _text(brief: Brief, phase: Phase, rect: Rect, first: bool) -> tuple[Item, ...]:
    name, numeral = _name(brief, phase), _numeral(brief, phase)
    baseline = rect.y + _PAD + (0 if first else _POINT) + numeral.cap
    lines = name.balanced(phase.name, rect.width - 2 * _PAD)
    return (
        numeral.line(str(phase.number), rect.x + _PAD, baseline),
        *name.lines(lines, rect.x + _PAD, baseline + name.pitch * 1.05),
    )


def _outline(rect: Rect, first: bool, last: bool) -> Path:
    middle = rect.x + rect.width / 2
    point = 0.0 if last else _POINT
    notch = () if first else (Point(middle, rect.y + _POINT),)
    foot_y = rect.bottom - (_POINT if last else 0)
    return polygon(
        (
            Point(rect.x, rect.y),
            *notch,
            Point(rect.right, rect.y),
            Point(rect.right, foot_y),
            Point(middle, rect.bottom + point),
            Point(rect.x, foot_y),
        )
    )
