"""The joint poster: the process arrow and one lane for each actor, couplings as cased lines or pairs of letters."""

from __future__ import annotations

from dataclasses import replace

from pipeline.compose.actor_map import map_description
from pipeline.compose.brief import Brief
from pipeline.compose.coupling_letters import lettered
from pipeline.compose.lane_heads import head_height, lane_heads, without_lines_through_names
from pipeline.compose.legend import Legend, Uses, uses_of, uses_of_steps
from pipeline.compose.masthead import ground, masthead
from pipeline.compose.process_arrow import ProcessArrow
from pipeline.compose.process_map import Cards, PlacedMap, hairlines, placed_map
from pipeline.compose.stamp import stamp_top
from pipeline.compose.step_card import Card, step_card
from pipeline.geometry import Rect, Size
from pipeline.layout.drawing import Extent
from pipeline.lengths import Pt
from pipeline.model import Actor
from pipeline.scene import Item, Scene, Sheets, shifted

LABEL_ROOM = 5.7  # widest short title before it is broken, em


def poster(brief: Brief) -> Sheets:
    """The poster in landscape."""
    settings = brief.programme.settings
    paper = brief.paper.turned
    frame = brief.frame(paper)
    head, y = masthead(brief, frame, "", settings.name, settings.audience)
    arrow = ProcessArrow(brief, brief.sheet.arrow)
    arrow_top = y + 1.0 * brief.sheet.unit
    map_top = arrow_top + arrow.full_height + 0.6 * brief.sheet.unit
    foot = Legend(brief, _most(brief), _sample(brief)).row_height(frame.width)
    bottom = stamp_top(brief, frame) - 1.0 * brief.sheet.unit - foot
    drawn = _drawn(brief, Size(frame.width, bottom - map_top - brief.sheet.unit), arrow)
    legend = Legend(brief, uses_of(drawn), _sample(brief))
    bands = tuple(Extent(band.lo + frame.x, band.hi + frame.x) for band in drawn.drawing.bands)
    items = (
        ground(brief, paper),
        head,
        arrow.drawn(bands, arrow_top),
        *shifted(_lanes(brief, drawn), frame.x, map_top),
        legend.row(Rect(frame.x, bottom + 0.5 * brief.sheet.unit, frame.width, foot)),
    )
    scene = Scene(paper, items, settings.name, _description(brief), settings.language)
    return Sheets(brief.metadata(f"{settings.name}: {brief.publication.name}"), (scene,))


def _most(brief: Brief) -> Uses:
    """What the poster may come to show: before the map is drawn, couplings may be lines, letters or both."""
    return uses_of_steps((step for _, step in brief.programme.steps()), linked=True)


def _sample(brief: Brief) -> Pt:
    return Pt(brief.sheet.legend * 0.85)


def _drawn(brief: Brief, room: Size, arrow: ProcessArrow) -> PlacedMap:
    """The map, first laid out, then with letters for the couplings that are no lines; boxes have room for both."""
    lane_head = head_height(brief) + brief.sheet.unit * 0.5
    placed = placed_map(brief, poster_cards(brief), room, arrow.band_minimum(), lane_head=lane_head)
    return lettered(without_lines_through_names(placed))


def poster_cards(brief: Brief) -> Cards:
    """The cards of an actor's steps with short titles, and with room for the letter that a coupling may get."""

    def cards(actor: Actor, size: Pt) -> tuple[Card, ...]:
        return tuple(
            replace(step_card(brief, actor, step, size, LABEL_ROOM, short=True), may_leave=step.link is not None)
            for step in actor.steps
        )

    return cards


def _lanes(brief: Brief, drawn: PlacedMap) -> tuple[Item, ...]:
    return (hairlines(brief, drawn.drawing), *lane_heads(drawn), *drawn.items())


def _description(brief: Brief) -> str:
    actors = brief.programme.actors
    intro = brief.wording.map.poster_description.format(
        phases=len(brief.phases()), actors=", ".join(actor.name for actor in actors)
    )
    return "\n".join((intro, *(map_description(brief, actor) for actor in actors)))
