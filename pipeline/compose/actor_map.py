"""An actor's process map as a sheet: arrow, map, legend, and on a second page the same in words."""

from __future__ import annotations

from pipeline.compose.brief import Brief
from pipeline.compose.legend import Legend, uses_of, uses_of_steps
from pipeline.compose.masthead import ground, masthead
from pipeline.compose.process_arrow import ProcessArrow
from pipeline.compose.process_map import PlacedMap, hairlines, placed_map
from pipeline.compose.stamp import stamp_top
from pipeline.compose.step_card import Card, spoken, step_card
from pipeline.compose.text_form import described
from pipeline.compose.text_sheet import text_sheet
from pipeline.geometry import Rect, Size
from pipeline.layout.drawing import Extent
from pipeline.lengths import Pt
from pipeline.model import Actor
from pipeline.scene import Group, Item, Role, Scene, Sheets, shifted

LABEL_ROOM = 7.6  # widest title in a box before it is broken, em: 31 mm at 11.5 pt


def actor_map(brief: Brief) -> Sheets:
    """The map in landscape, and its text form."""
    title = f"{brief.publication.name} {brief.subject.name}"
    return Sheets(brief.metadata(title), (_map_sheet(brief, title), *text_sheet(brief)))


def _map_sheet(brief: Brief, title: str) -> Scene:
    actor, settings = brief.subject, brief.programme.settings
    paper = brief.paper.turned
    frame = brief.frame(paper)
    head, y = masthead(brief, frame, brief.publication.name, actor.name, settings.audience)
    arrow = ProcessArrow(brief, brief.sheet.arrow)
    map_top = y + 1.2 * brief.sheet.unit + arrow.full_height + 0.5 * brief.sheet.unit
    foot = Legend(brief, uses_of_steps(actor.steps), brief.sheet.legend).row_height(frame.width)
    bottom = stamp_top(brief, frame) - 2 * brief.sheet.unit - foot
    room = Size(frame.width, bottom - map_top - brief.sheet.unit)
    drawn = placed_map(brief, lambda who, size: cards(brief, who, size), room, arrow.band_minimum())
    legend = Legend(brief, uses_of(drawn), brief.sheet.legend)
    bands = tuple(Extent(band.lo + frame.x, band.hi + frame.x) for band in drawn.drawing.bands)
    items = (
        ground(brief, paper),
        head,
        arrow.drawn(bands, y + 1.2 * brief.sheet.unit),
        Group(Role.LANE, shifted(_map_items(brief, drawn), frame.x, map_top), actor.name),
        legend.row(Rect(frame.x, bottom + brief.sheet.unit, frame.width, foot)),
    )
    return Scene(paper, items, title, map_description(brief, actor), settings.language)


def _map_items(brief: Brief, drawn: PlacedMap) -> tuple[Item, ...]:
    return (hairlines(brief, drawn.drawing), *drawn.items())


def cards(brief: Brief, actor: Actor, size: Pt) -> tuple[Card, ...]:
    """The cards of an actor's steps with their full titles."""
    return tuple(step_card(brief, actor, step, size, LABEL_ROOM) for step in actor.steps)


def map_description(brief: Brief, actor: Actor) -> str:
    """The map in words: every step in order, and where it leads."""
    words = brief.wording.map
    intro = words.map_description.format(actor=actor.name, steps=len(actor.steps), phases=len(brief.phases()))
    steps = (described(brief, actor, spoken(brief, actor, step), step) for step in actor.steps)
    return "\n".join((intro, *steps))
