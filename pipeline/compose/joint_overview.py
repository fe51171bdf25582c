"""All actors' steps together: phases down the page, actors side by side, each step as a small box in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, pairwise
from math import fsum

from pipeline.compose.brief import Brief
from pipeline.compose.condensed import condensed_cards, condensed_title
from pipeline.compose.down_arrow import band_minimum, down_arrow
from pipeline.compose.figure import figure_room, figure_scene
from pipeline.compose.lettering import Lettering
from pipeline.compose.step_card import Card
from pipeline.document import Figure
from pipeline.geometry import Point, Rect, Size, line
from pipeline.layout.drawing import Extent
from pipeline.lengths import Pt
from pipeline.model import Actor, Phase, Step
from pipeline.scene import Group, Item, Link, Outline, Role, Stroke
from pipeline.typeface import Face

MOST_ACTORS = 4
"""So many actors stand side by side on one drawing; more get a drawing of their own."""

_ARROW = 25.0  # width of the arrow, mm
_GUTTER = 3.0
_HEAD = 8.0  # the actors' names above their columns, mm
_ROW_GAP = 1.1  # between two boxes, mm
_BAND_PAD = 1.6  # above and below the boxes of a phase, mm
_SMALLER = 0.25  # from one trial of type size to the next, pt


@dataclass(frozen=True)
class _Grid:
    """Where everything is on one drawing, mm: some actors' boxes in some phases, with text of one size."""

    brief: Brief
    actors: tuple[Actor, ...]
    phases: tuple[Phase, ...]
    size: Pt

    @cached_property
    def column(self) -> float:
        return (figure_room(self.brief) - _ARROW) / len(self.actors)

    @cached_property
    def cards(self) -> dict[str, dict[int, tuple[Card, ...]]]:
        """The boxes of each actor by the numbers of the phases."""
        found: dict[str, dict[int, tuple[Card, ...]]] = {}
        for actor in self.actors:
            made = zip(actor.steps, condensed_cards(self.brief, actor, self.size), strict=True)
            by_phase: dict[int, tuple[Card, ...]] = {}
            for step, card in made:
                by_phase[step.phase] = (*by_phase.get(step.phase, ()), self._flat(card, step))
            found[actor.name_id] = by_phase
        return found

    def _flat(self, card: Card, step: Step) -> Card:
        """The box with its title in one line, where the column is wide enough for that."""
        flat = replace(card, lines=(condensed_title(self.brief, step),))
        return flat if flat.size.width <= self.column - _GUTTER else card

    @property
    def is_wide_enough(self) -> bool:
        """True if every box stands in its column."""
        cards = (card for by_phase in self.cards.values() for found in by_phase.values() for card in found)
        return all(card.size.width <= self.column - _GUTTER for card in cards)

    @cached_property
    def bands(self) -> tuple[Extent, ...]:
        least = band_minimum(self.brief, _ARROW, [phase.number for phase in self.phases])
        heights = [max(self._tallest(phase), height) for phase, height in zip(self.phases, least, strict=True)]
        ends = list(accumulate(heights, initial=_HEAD))
        return tuple(Extent(lo, hi) for lo, hi in pairwise(ends))

    def _tallest(self, phase: Phase) -> float:
        return max(_stacked(cards.get(phase.number, ())) for cards in self.cards.values()) + 2 * _BAND_PAD

    @property
    def height(self) -> float:
        return self.bands[-1].hi

    def left(self, number: int) -> float:
        """The left edge of a column of boxes."""
        return _ARROW + number * self.column + _GUTTER


def joint_overview(brief: Brief, room: float) -> Iterator[Figure]:
    """The drawings, none higher than `room` mm; the boxes lead to the steps.

    The text is as large as all phases on one page allow, up to that of other maps. Phases that together are too high
    even with the smallest text are parted; a phase too high by itself stands alone.
    """
    for start in range(0, len(brief.programme.actors), MOST_ACTORS):
        actors = brief.programme.actors[start : start + MOST_ACTORS]
        yield from map(_figure, _grids(brief, actors, room))


def _grids(brief: Brief, actors: tuple[Actor, ...], room: float) -> Iterator[_Grid]:
    """One grid with the largest text that it has room for; else several with the smallest."""
    sheet, size = brief.sheet, brief.sheet.step
    while size > sheet.step_least:
        whole = _Grid(brief, actors, brief.phases(), size)
        if whole.is_wide_enough and whole.height <= room:
            yield whole
            return
        size = Pt(size - _SMALLER)
    for phases in _parted(brief, actors, room):
        yield _Grid(brief, actors, phases, sheet.step_least)


def _parted(brief: Brief, actors: tuple[Actor, ...], room: float) -> Iterator[tuple[Phase, ...]]:
    waiting: tuple[Phase, ...] = ()
    for phase in brief.phases():
        if waiting and _Grid(brief, actors, (*waiting, phase), brief.sheet.step_least).height > room:
            yield waiting
            waiting = ()
        waiting = (*waiting, phase)
    yield waiting


def _stacked(cards: Sequence[Card]) -> float:
    return fsum(card.size.height for card in cards) + _ROW_GAP * max(len(cards) - 1, 0)


def _figure(grid: _Grid) -> Figure:
    brief = grid.brief
    words = brief.wording.handbook
    names = ", ".join(actor.name for actor in grid.actors)
    steps = sum(len(cards) for by_phase in grid.cards.values() for cards in by_phase.values())
    text = words.overview_alternative.format(actors=names, steps=steps, phases=len(grid.phases))
    arrow = down_arrow(brief, grid.bands, _ARROW, [phase.number for phase in grid.phases])
    items = (*_heads(grid), _hairlines(grid), arrow, Group(Role.MAP, tuple(_boxes(grid))))
    width = figure_room(brief)
    return Figure(figure_scene(brief, Size(width, grid.height), items, words.overview, text), text)


def _heads(grid: _Grid) -> Iterator[Item]:
    """The actors' names, set smaller where one would reach the next column."""
    brief, size = grid.brief, grid.brief.sheet.legend
    for number, actor in enumerate(grid.actors):
        text = Lettering(brief.typesetter, size, brief.theme.inks.ink, Face.BOLD)
        room = grid.column - _GUTTER
        lines = text.balanced(actor.name, room)
        first = _HEAD - _BAND_PAD - (len(lines) - 1) * text.pitch
        yield from text.lines(lines, grid.left(number), first)


def _hairlines(grid: _Grid) -> Group:
    """One between two phases, across the columns."""
    pen = Stroke(grid.brief.theme.inks.rule, grid.brief.theme.strokes.thinnest)
    right = figure_room(grid.brief)
    rules = tuple(
        Outline(line(Point(_ARROW + _GUTTER, band.lo), Point(right, band.lo)), None, pen) for band in grid.bands
    )
    return Group(Role.DECORATION, rules)


def _boxes(grid: _Grid) -> Iterator[Item]:
    """Every step of an actor, then of the next: as they are read."""
    for number, actor in enumerate(grid.actors):
        for band, phase in zip(grid.bands, grid.phases, strict=True):
            top = band.lo + _BAND_PAD
            for card in grid.cards[actor.name_id].get(phase.number, ()):
                rect = Rect(grid.left(number), top, card.size.width, card.size.height)
                drawn = card.drawn(rect)
                # The same step has its own map too: only the box there bears the name.
                yield replace(drawn, items=(Link(f"#{card.name}", rect, drawn.items),), name="")
                top += card.size.height + _ROW_GAP
