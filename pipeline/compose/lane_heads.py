"""The heads of a poster's lanes: a heavy rule, the actor's name and mission, clear of the couplings that pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.compose.brief import Brief, CannotCompose
from pipeline.compose.lettering import Lettering
from pipeline.compose.masthead import fitted_lines
from pipeline.compose.process_map import PlacedMap
from pipeline.geometry import Point, Rect, line, rounded_rect
from pipeline.layout.drawing import Extent
from pipeline.lengths import Pt
from pipeline.model import Actor
from pipeline.scene import Group, Item, Outline, Role, Stroke
from pipeline.typeface import Face

_NAME_SHARE = 0.75  # of a lane's width, for the actor's name
_MISSION = 0.58  # of the body text
_LEADING = 1.2
_HEIGHT = 1.32  # em of the actor's name
_HEAVY_RULE = 0.08  # em of the actor's name, within these limits, mm
_RULE_LIMITS = (0.5, 0.9)
_CLEAR = 1.0  # kept free beside a coupling that passes, in units of the sheet


def head_height(brief: Brief) -> float:
    """The height of a lane's head, mm."""
    return _HEIGHT * brief.sheet.heading.mm


def without_lines_through_names(placed: PlacedMap) -> PlacedMap:
    """The map without couplings that would run through an actor's name, or leave its mission no room."""
    hidden = {
        name
        for lane, extent in zip(placed.lanes, placed.drawing.lanes, strict=True)
        for name in _in_the_way(placed, lane.actor, extent)
    }
    routes = {name: route for name, route in placed.drawing.routes.items() if name not in hidden}
    return replace(placed, drawing=replace(placed.drawing, routes=routes))


def _in_the_way(placed: PlacedMap, actor: Actor, extent: Extent) -> set[str]:
    passing = _passing(placed, extent)
    after = _after_name(placed.brief, actor) + _CLEAR * placed.brief.sheet.unit
    found = {name for name, at in passing if at < after}
    left = [at for name, at in passing if name not in found]
    try:
        _mission(placed, actor, extent, left)
    except CannotCompose:
        return {name for name, _ in passing}
    return found


def lane_heads(placed: PlacedMap) -> tuple[Item, ...]:
    """The head of every lane."""
    return tuple(
        _head(placed, lane.actor, extent) for lane, extent in zip(placed.lanes, placed.drawing.lanes, strict=True)
    )


def _head(placed: PlacedMap, actor: Actor, extent: Extent) -> Group:
    """The name and, in grey, the mission on mist, below a heavy rule."""
    brief, width = placed.brief, placed.drawing.size.width
    inks, height = brief.theme.inks, head_height(brief)
    if _after_name(brief, actor) > width * _NAME_SHARE:
        raise CannotCompose("U698", text=actor.name)
    return Group(
        Role.LANE,
        (
            Outline(rounded_rect(Rect(0, extent.lo, width, height), 0), inks.mist),
            Outline(line(Point(0, extent.lo), Point(width, extent.lo)), None, Stroke(inks.ink, _rule(brief))),
            _name(brief).line(actor.name, _left(brief), _baseline(brief, extent)),
            *_mission(placed, actor, extent, [at for _, at in _passing(placed, extent)]),
        ),
        actor.name,
    )


def _rule(brief: Brief) -> float:
    least, most = _RULE_LIMITS
    return min(max(_HEAVY_RULE * brief.sheet.heading.mm, least), most)


def _name(brief: Brief) -> Lettering:
    return Lettering(brief.typesetter, brief.sheet.heading, brief.theme.inks.ink, Face.BOLD)


def _left(brief: Brief) -> float:
    return brief.sheet.unit * 0.75


def _baseline(brief: Brief, extent: Extent) -> float:
    return extent.lo + head_height(brief) / 2 + _name(brief).cap / 2


def _after_name(brief: Brief, actor: Actor) -> float:
    return _left(brief) + _name(brief).width(actor.name) + 1.5 * brief.sheet.unit


def _passing(placed: PlacedMap, extent: Extent) -> tuple[tuple[str, float], ...]:
    """Names of the ways that run through a lane's head, and where, mm from the left."""
    middle = extent.lo + head_height(placed.brief) / 2
    return tuple(
        (name, start.x)
        for name, route in placed.drawing.routes.items()
        for start, end in pairwise(route.points)
        if min(start.y, end.y) < middle < max(start.y, end.y)
    )


def _mission(placed: PlacedMap, actor: Actor, extent: Extent, passing: Sequence[float]) -> tuple[Item, ...]:
    """The mission in the first stretch after the name that holds it on one line, else in the widest one.

    A condensed map leaves it out. Raises CannotCompose (U698) if it finds no room there.
    """
    brief, clear = placed.brief, _CLEAR * placed.brief.sheet.unit
    if brief.is_condensed:
        return ()
    size = Pt(brief.sheet.body * _MISSION)
    end = placed.drawing.size.width - brief.sheet.unit
    after = _after_name(brief, actor)
    stops = [after - clear, *sorted(at for at in passing if after < at < end), end + clear]
    free = [(low + clear, high - clear) for low, high in pairwise(stops)]
    wanted = Lettering(brief.typesetter, size, brief.theme.inks.grey).width(actor.mission)
    wide = [(low, high) for low, high in free if high - low >= wanted]
    low, high = wide[0] if wide else max(free, key=lambda stretch: (stretch[1] - stretch[0], -stretch[0]))
    grey = Lettering(brief.typesetter, size, brief.theme.inks.grey, leading=_LEADING)
    # On two lines the pair stands in the middle of the head; on one it shares the name's baseline.
    foot = _baseline(brief, extent) if wide else extent.lo + (head_height(brief) + grey.pitch + grey.cap) / 2
    room = Rect(low, extent.lo, max(high - low, 1.0), foot - extent.lo)
    return fitted_lines(brief, actor.mission, room, size, _LEADING)
