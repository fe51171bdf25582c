"""Off-page connectors: an arrow that is cut between two sheets ends at a numbered sign and goes on from its like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.compose.brief import Brief
from pipeline.compose.connectors import Connector, connector_name
from pipeline.compose.lettering import Lettering, part_of
from pipeline.compose.splitting import Split
from pipeline.geometry import Point, Rect, Side, Size, points_of, polygon
from pipeline.layout.graph import Reach
from pipeline.lengths import Pt
from pipeline.model import Actor
from pipeline.scene import Group, Outline, Role, Stroke
from pipeline.shapes.signpost import Signpost
from pipeline.typeface import Face

_WIDTH = 2.2  # em
_HEIGHT = 1.65
_NUMBER = 0.92  # of the step text
_LEAN = 0.22  # the number stands so far from the middle, away from the point, em
_SHAPE = Signpost()
_OPPOSITE = {Side.EAST: Side.WEST, Side.WEST: Side.EAST}


@dataclass(frozen=True, slots=True)
class Sign:
    """One of a pair of signs. `name` is its arrow's; the other of the pair stands on sheet `other`.

    `leaves`: the arrow ends here and goes on there. `onward`: the flow goes from an earlier sheet to a later one, so
    that the sign stands last on the one and first on the other; loops back the other way round.
    """

    name: str
    number: int
    actor: str
    phase: int
    other: int
    leaves: bool
    onward: bool

    @property
    def is_first(self) -> bool:
        """True if it stands before the steps of its sheet."""
        return self.leaves != self.onward


@dataclass(frozen=True, slots=True)
class MapSheet:
    """What one sheet shows of a map: whole phases (their numbers, in order), and signs where arrows are cut.

    `number` of `count` sheets; the only sheet of a whole map is number 1 of 1.
    """

    phases: tuple[int, ...]
    number: int = 1
    count: int = 1
    signs: tuple[Sign, ...] = ()

    @property
    def is_part(self) -> bool:
        """True if the map goes on on other sheets."""
        return self.count > 1


def sheets_of(actors: Sequence[Actor], split: Split) -> tuple[MapSheet, ...]:
    """The sheets of a split. Signs are numbered in reading order of where their arrows leave, sheet by sheet."""
    homes = {phase: number for number, phases in enumerate(split, 1) for phase in phases}
    across = (cut for cut in _arrows(actors) if homes[cut.leaves] != homes[cut.arrives])
    cuts = sorted(across, key=lambda cut: homes[cut.leaves])
    pairs = [_pair(number, cut, split, homes) for number, cut in enumerate(cuts, 1)]
    return tuple(
        MapSheet(phases, number, len(split), tuple(sign for pair in pairs for on, sign in pair if on == number))
        for number, phases in enumerate(split, 1)
    )


@dataclass(frozen=True, slots=True)
class _Arrow:
    """An arrow's name, its actor, and the phases of its ends."""

    name: str
    actor: str
    leaves: int
    arrives: int


def arrow_phases(actors: Sequence[Actor]) -> tuple[tuple[int, int], ...]:
    """The phases at both ends of every arrow, in reading order."""
    return tuple((arrow.leaves, arrow.arrives) for arrow in _arrows(actors))


def _arrows(actors: Sequence[Actor]) -> Iterator[_Arrow]:
    for actor in actors:
        for step in actor.steps:
            for arrow in step.arrows:
                if target := actor.step(arrow.target):
                    yield _Arrow(connector_name(step, arrow), actor.name_id, step.phase, target.phase)


def _pair(number: int, cut: _Arrow, split: Split, homes: Mapping[int, int]) -> tuple[tuple[int, Sign], ...]:
    """Both signs of an arrow, each with the number of its sheet: at the cut, which is a sheet's last phase or first."""
    here, there = homes[cut.leaves], homes[cut.arrives]
    onward = here < there
    ends = (-1, 0) if onward else (0, -1)
    leaving = Sign(cut.name, number, cut.actor, split[here - 1][ends[0]], there, leaves=True, onward=onward)
    return (here, leaving), (there, replace(leaving, phase=split[there - 1][ends[1]], other=here, leaves=False))


def cut_at_signs(connectors: Sequence[Connector], signs: Sequence[Sign]) -> tuple[Connector, ...]:
    """The connectors of a sheet: one that is cut ends at its sign, or begins there without what stood beside it."""
    by_name = {sign.name: sign for sign in signs}
    return tuple(_cut(connector, by_name.get(connector.name)) for connector in connectors)


def _cut(connector: Connector, sign: Sign | None) -> Connector:
    if sign is None:
        return connector
    if sign.leaves:
        return replace(connector, target=sign.name)
    return replace(connector, source=sign.name, answer="", affirms=False, condition=())


def sign_words(brief: Brief, sign: Sign, number: str = "") -> str:
    """Where the arrow goes on, or where it comes from; `number` for another word than the sign's own number."""
    words = brief.wording.map
    text = words.goes_on if sign.leaves else words.comes_from
    return text.format(sign=number or sign.number, sheet=sign.other)


def sheet_words(brief: Brief, sheet: MapSheet) -> str:
    """Which sheet of how many."""
    return brief.wording.map.sheet.format(number=sheet.number, count=sheet.count)


def sign_size(size: Pt) -> Size:
    """The size of every sign beside step text of this size, mm; there is room for a number of two digits."""
    return Size(_WIDTH * size.mm, _HEIGHT * size.mm)


def sign_reach(sign: Sign, size: Pt) -> tuple[tuple[Side, Reach], ...]:
    """Where arrows may end on the outline of a sign."""
    room = sign_size(size)
    plain = ((side, lo, hi) for side, (lo, hi) in _SHAPE.reaches(room, size.mm))
    if sign.onward:
        return tuple((side, Reach(lo, hi)) for side, lo, hi in plain)
    return tuple(
        (_OPPOSITE[side], Reach(lo, hi)) if side in _OPPOSITE else (side, Reach(room.width - hi, room.width - lo))
        for side, lo, hi in plain
    )


def sign_drawn(brief: Brief, sign: Sign, rect: Rect, size: Pt) -> Group:
    """A white signpost with its number in bold; it points to where the flow goes on, to the left in loops back."""
    inks, strokes, em = brief.theme.inks, brief.theme.strokes, size.mm
    corners = points_of(_SHAPE.outline(rect, em))
    if not sign.onward:
        corners = tuple(Point(rect.x + rect.right - corner.x, corner.y) for corner in corners)
    pen = Stroke(inks.ink, max(strokes.outline * em, strokes.thinnest))
    text = Lettering(brief.typesetter, part_of(Pt(size), _NUMBER), inks.ink, Face.BOLD)
    flat = rect.centre.moved(-_LEAN * em if sign.onward else _LEAN * em, 0)
    return Group(
        Role.LABEL,
        (Outline(polygon(corners), inks.paper, pen), text.centred(str(sign.number), flat)),
        sign_words(brief, sign),
    )
