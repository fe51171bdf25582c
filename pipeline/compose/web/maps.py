"""An actor's map on the web page: arrow and map as one drawing; boxes lead to steps, pieces of the arrow to phases."""

from __future__ import annotations

from dataclasses import replace

from pipeline.compose.actor_map import sheet_title
from pipeline.compose.brief import Brief
from pipeline.compose.figure import figure_scene
from pipeline.compose.process_arrow import ProcessArrow
from pipeline.compose.process_map import PlacedMap, hairlines
from pipeline.document import Figure, SiteMap
from pipeline.geometry import Size, bounds, points_of
from pipeline.model import Actor, Step
from pipeline.scene import Group, Item, Link, Outline, Role, TextLine, shifted
from pipeline.typeface import Face

_GAP = 0.5  # between arrow and map, in units of the sheet


def phase_anchor(actor_id: str, number: int) -> str:
    """The anchor of a phase in the list of an actor's steps. No step's id has two hyphens in a row."""
    return f"aktor--{actor_id}--fas-{number}"


def site_map(brief: Brief, drawn: PlacedMap) -> SiteMap:
    """A sheet of the map of the brief's actor, with the phases that it shows above it."""
    actor, sheet, measures = brief.subject, drawn.sheet, drawn.brief
    arrow = ProcessArrow(measures, measures.sheet.arrow, sheet.phases)
    top = arrow.full_height + _GAP * measures.sheet.unit
    pieces = _linked(arrow.drawn(drawn.drawing.bands, 0.0), actor.name_id, sheet.phases)
    boxes = (_heard(brief, actor, item) for item in drawn.items(linked=True, leads=str))
    inside = (hairlines(measures, drawn.drawing), *boxes)
    lane = Group(Role.LANE, shifted(inside, 0, top), actor.name)
    size = Size(drawn.drawing.size.width, top + drawn.drawing.size.height)
    title = sheet_title(brief, brief.wording.web.map_of.format(actor=actor.name), sheet)
    shown = sum(step.phase in sheet.phases for step in actor.steps)
    # The list of steps on the same page says all that the map shows.
    alternative = brief.wording.handbook.map_alternative.format(actor=actor.name, steps=shown)
    return SiteMap(Figure(figure_scene(brief, size, (pieces, lane), title, alternative), alternative), drawn.size_pt)


def _heard(brief: Brief, actor: Actor, item: Item) -> Item:
    """Boxes with their title first of what is written in them, and as their names what is not written there.

    A link is named by its words as they stand, so that who sees them can also say them (WCAG 2.2, 2.5.3); the order of
    texts that do not overlap shows nowhere else.
    """
    if not isinstance(item, Group):
        return item
    if item.role is not Role.STEP:
        return replace(item, items=tuple(_heard(brief, actor, inner) for inner in item.items))
    ordered = tuple(
        replace(inner, items=tuple(sorted(inner.items, key=_rank))) if isinstance(inner, Link) else inner
        for inner in item.items
    )
    step = actor.step(item.name)
    return replace(item, items=ordered, label=_beside_title(brief, actor, step)) if step else item


def _rank(item: Item) -> int:
    """What is painted, then the title, which alone is in regular type, and then all else that is written."""
    if not isinstance(item, TextLine):
        return 0
    return 1 if item.face is Face.REGULAR else 2


def _beside_title(brief: Brief, actor: Actor, step: Step) -> str:
    phase = brief.programme.phase(step.phase)
    return brief.wording.web.box.format(
        number=actor.number(step),
        total=len(actor.steps),
        kind=brief.programme.meaning(step.kind).name,
        phase=step.phase,
        phase_name=phase.name if phase else "",
    )


def _linked(arrow: Group, actor_id: str, phases: tuple[int, ...]) -> Group:
    """The arrow, each of its pieces a link to its phase in the list."""
    pieces = (piece for piece in arrow.items if isinstance(piece, Group))
    anchors = (phase_anchor(actor_id, phase) for phase in phases)
    return replace(arrow, items=tuple(_link(piece, anchor) for piece, anchor in zip(pieces, anchors, strict=True)))


def _link(piece: Group, anchor: str) -> Group:
    outline = next(item for item in piece.items if isinstance(item, Outline))
    return replace(piece, items=(Link(f"#{anchor}", bounds(points_of(outline.path)), piece.items),))
