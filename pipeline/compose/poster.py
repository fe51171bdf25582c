"""The joint poster: the process arrow and one lane for each actor, couplings as pairs of letters."""

from __future__ import annotations

from dataclasses import replace

from pipeline.compose.actor_map import legend_height, map_description
from pipeline.compose.brief import Brief, CannotCompose
from pipeline.compose.legend import Legend, uses_of
from pipeline.compose.lettering import Lettering
from pipeline.compose.masthead import fitted_lines, ground, masthead
from pipeline.compose.process_arrow import ProcessArrow
from pipeline.compose.process_map import PlacedMap, hairlines, placed_map
from pipeline.compose.stamp import stamp_top
from pipeline.compose.step_card import Card, step_card
from pipeline.geometry import Point, Rect, Size, line, rounded_rect
from pipeline.layout.drawing import Extent
from pipeline.lengths import Pt
from pipeline.model import Actor, Programme
from pipeline.scene import Group, Item, Outline, Role, Scene, Sheets, Stroke, shifted
from pipeline.typeface import Face

LABEL_ROOM = 5.7  # widest short title before it is broken, em
_NAME_SHARE = 0.75  # of a lane's width, for the actor's name
_MISSION = 0.58  # of the body text
_HEAD_HEIGHT = 1.32  # a lane's head, em of its name
_HEAVY_RULE = 0.9  # mm


def poster(brief: Brief) -> Sheets:
    """The poster in landscape."""
    settings = brief.programme.settings
    paper = brief.paper.turned
    frame = brief.frame(paper)
    head, y = masthead(brief, frame, "", settings.name, settings.audience)
    arrow = ProcessArrow(brief, brief.sheet.arrow)
    arrow_top = y + 1.0 * brief.sheet.unit
    map_top = arrow_top + arrow.full_height + 0.6 * brief.sheet.unit
    bottom = stamp_top(brief, frame) - 1.5 * brief.sheet.unit - legend_height(brief)
    drawn = _drawn(brief, Size(frame.width, bottom - map_top - brief.sheet.unit), arrow)
    legend = Legend(brief, uses_of(drawn), Pt(brief.sheet.legend * 0.85))
    bands = tuple(Extent(band.lo + frame.x, band.hi + frame.x) for band in drawn.drawing.bands)
    items = (
        ground(brief, paper),
        head,
        arrow.drawn(bands, arrow_top),
        *shifted(_lanes(brief, drawn), frame.x, map_top),
        legend.row(Rect(frame.x, bottom + 0.5 * brief.sheet.unit, frame.width, legend_height(brief))),
    )
    scene = Scene(paper, items, settings.name, _description(brief), settings.language)
    return Sheets(brief.metadata(f"{settings.name}: {brief.publication.name}"), (scene,))


def _drawn(brief: Brief, room: Size, arrow: ProcessArrow) -> PlacedMap:
    letters = coupling_letters(brief.programme)

    def cards(actor: Actor, size: Pt) -> tuple[Card, ...]:
        return tuple(_lettered(brief, actor, card, letters) for card in _short_cards(brief, actor, size))

    return placed_map(brief, cards, room, arrow.band_minimum(), lane_head=_head_height(brief) + brief.sheet.unit * 0.5)


def _short_cards(brief: Brief, actor: Actor, size: Pt) -> tuple[Card, ...]:
    return tuple(step_card(brief, actor, step, size, LABEL_ROOM, short=True) for step in actor.steps)


def _lettered(brief: Brief, actor: Actor, card: Card, letters: dict[str, str]) -> Card:
    step = actor.step(card.name)
    arrivals = brief.programme.links_to(step) if step else ()
    arrives = tuple(letters[arrival.step.name_id] for arrival in arrivals)
    return replace(card, leaves=letters.get(card.name, ""), arrives=arrives)


def coupling_letters(programme: Programme) -> dict[str, str]:
    """A letter for each coupling, by its step's id, in reading order: A to Z, then AA, AB ..."""
    linked = [step.name_id for _, step in programme.steps() if step.link]
    return {name: _letter(n) for n, name in enumerate(linked)}


def _letter(number: int) -> str:
    first, last = divmod(number, 26)
    return (_letter(first - 1) if first else "") + chr(ord("A") + last)


def _head_height(brief: Brief) -> float:
    return _HEAD_HEIGHT * brief.sheet.heading.mm


def _lanes(brief: Brief, drawn: PlacedMap) -> tuple[Item, ...]:
    heads = tuple(
        _lane_head(brief, lane.actor, extent, drawn.drawing.size.width)
        for lane, extent in zip(drawn.lanes, drawn.drawing.lanes, strict=True)
    )
    return (hairlines(brief, drawn.drawing), *heads, *drawn.items())


def _lane_head(brief: Brief, actor: Actor, extent: Extent, width: float) -> Group:
    """A heavy rule, the actor's name and its mission in grey, on mist."""
    inks, height = brief.theme.inks, _head_height(brief)
    name = Lettering(brief.typesetter, brief.sheet.heading, inks.ink, Face.BOLD)
    baseline = extent.lo + height / 2 + name.cap / 2
    left = brief.sheet.unit * 0.75
    after = left + name.width(actor.name) + 1.5 * brief.sheet.unit
    if after > width * _NAME_SHARE:
        raise CannotCompose("U698", text=actor.name)
    room = Rect(after, extent.lo, width - after - brief.sheet.unit, baseline - extent.lo)
    return Group(
        Role.LANE,
        (
            Outline(rounded_rect(Rect(0, extent.lo, width, height), 0), inks.mist),
            Outline(line(Point(0, extent.lo), Point(width, extent.lo)), None, Stroke(inks.ink, _HEAVY_RULE)),
            name.line(actor.name, left, baseline),
            *fitted_lines(brief, actor.mission, room, Pt(brief.sheet.body * _MISSION), 1.2),
        ),
        actor.name,
    )


def _description(brief: Brief) -> str:
    actors = brief.programme.actors
    intro = brief.wording.map.poster_description.format(
        phases=len(brief.phases()), actors=", ".join(actor.name for actor in actors)
    )
    return "\n".join((intro, *(map_description(brief, actor) for actor in actors)))
