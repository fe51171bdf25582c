"""What colours, shapes and signs mean, on the web page: phases, each kind's shape in their colours, and signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.compose.brief import Brief
from pipeline.compose.figure import figure_scene
from pipeline.compose.legend import Legend, uses_of, uses_of_all
from pipeline.compose.process_map import PlacedMap
from pipeline.document import Block, Definitions, Heading, Landing, SitePhase, SiteShape, SiteSign
from pipeline.geometry import Rect, Size
from pipeline.lengths import Pt
from pipeline.model import StepKind
from pipeline.scene import Item, Outline, Scene, Stroke, shifted
from pipeline.shapes import SHAPES

PHASES = "faser"
"""The anchor of the phases' heading."""

# A shape beside its name: so large, mm, and drawn as for a text of this size.
_ICON, _ICON_TEXT = Size(14, 6), Pt(6)
_SIGN_WIDTH = 5.4  # of a sign, em


def phase_anchor(number: int) -> str:
    """Where one lands who asks what a phase means."""
    return f"fas--{number}"


def phases(brief: Brief) -> tuple[SitePhase, ...]:
    """The phases in order, with their colours."""
    found = ((phase, brief.theme.colours(phase.number)) for phase in brief.phases())
    return tuple(
        SitePhase(phase.number, phase.name, phase.text, colours.fill, colours.text, colours.edge)
        for phase, colours in found
    )


def phase_meanings(brief: Brief) -> tuple[Block, ...]:
    """What each phase means; the arrow leads here."""
    words = brief.wording.terms_sheet
    entries = ((phase, Landing(phase.text, phase_anchor(phase.number))) for phase in brief.phases())
    said = Definitions(tuple((f"{phase.number} {phase.name}", (landing,)) for phase, landing in entries))
    return (Heading(3, words.phases, PHASES), said)


def shapes(brief: Brief) -> tuple[SiteShape, ...]:
    """Every kind of step with its shape."""
    meanings = ((kind, brief.programme.meaning(kind)) for kind in StepKind)
    return tuple(
        SiteShape(kind.value, meaning.name, meaning.meaning, tuple(_icons(brief, kind, meaning.name)))
        for kind, meaning in meanings
    )


def _icons(brief: Brief, kind: StepKind, name: str) -> list[Scene]:
    return [_icon(brief, kind, phase.number, name) for phase in brief.phases()]


def _icon(brief: Brief, kind: StepKind, phase: int, name: str) -> Scene:
    """The shape of a kind without words, as on the map: a coupling with its foot."""
    shape, colours = SHAPES[brief.theme.shape(kind.value)], brief.theme.colours(phase)
    rect, em = Rect(0, 0, _ICON.width, _ICON.height), _ICON_TEXT.mm
    pen = Stroke(colours.edge, brief.theme.strokes.thinnest)
    items: list[Item] = [Outline(shape.outline(rect, em), colours.fill, pen)]
    if kind is StepKind.LINK:
        items.append(Outline(shape.foot(rect, em), brief.theme.inks.paper, pen))
    return figure_scene(brief, _ICON, items, name, name)


def signs(brief: Brief, sheets: Sequence[PlacedMap]) -> tuple[SiteSign, ...]:
    """Arrows, answers and numbers as the maps have them. Signs between sheets say themselves where they lead."""
    uses = replace(uses_of_all([uses_of(drawn) for drawn in sheets]), signs=())
    found = Legend(brief, uses, brief.sheet.legend).signs()
    # The last item of an entry is the line of its meaning, which the page sets itself.
    return tuple(SiteSign(_sign(brief, entry.items[:-1], entry.said), entry.said) for entry in found)


def _sign(brief: Brief, items: tuple[Item, ...], said: str) -> Scene:
    em = brief.sheet.legend.mm
    return figure_scene(brief, Size(_SIGN_WIDTH * em, 2 * em), shifted(items, 0, em / 2), said, said)
