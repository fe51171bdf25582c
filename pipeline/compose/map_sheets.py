"""A map laid out for its paper: on one sheet if its text stays legible there, else on as few as can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from pipeline.compose.brief import Brief, CannotCompose
from pipeline.compose.connectors import Connector, Pen
from pipeline.compose.keeping import hold_for, locked_sheets, locked_text
from pipeline.compose.off_page import MapSheet, Sign, arrow_phases, cut_at_signs, sheets_of, sign_reach, sign_size
from pipeline.compose.process_map import Cards, Lane, PlacedMap, connectors_of, couplings_of
from pipeline.compose.splitting import Flow, Phases, Split, best_split
from pipeline.compose.step_card import Card
from pipeline.compose.type_size import SEARCH_GAIN, SizeChoice
from pipeline.geometry import Size
from pipeline.layout import Effort, laid_out
from pipeline.layout.drawing import Drawing
from pipeline.layout.graph import Box, Edge, Graph, Reach, Spacing
from pipeline.layout.hints import without_wishes
from pipeline.lengths import Pt
from pipeline.model import Actor, HeldHint, StepKind, held_hints

_CROSSED = 1  # so many arrows a coupling may cross; otherwise it is not drawn
_HEAD_RUN = 1.35  # em; a head and the bend before it, so that arrows join before the head
_HEAD_RUN_DENSE = 1.1
_HEAD_RUN_CONDENSED = 0.9
_TOLERANCE = 0.01  # mm
_NEAR_MISS = 1.08  # so much too large a sheet may come out by a pass that a search most likely makes it fit


@dataclass(frozen=True, slots=True)
class Ground:
    """What a map is drawn on, mm: the room to fill, and what each of its bands and lanes need for themselves."""

    room: Size
    band_minimum: tuple[float, ...] = ()
    portrait: bool = False
    lane_head: float = 0.0


def placed_sheets(brief: Brief, cards: Cards, ground_of: Callable[[MapSheet], Ground]) -> tuple[PlacedMap, ...]:
    """The map of the brief's actor, or of all actors as lanes, on one sheet or several, all with one size of text.

    With a lock the map keeps its seats, its sheets and its text as long as that fits. Without one, or where it does
    not, the map is laid out afresh with the brief's effort, at the largest size that fits. It is split only where not
    even a search fits it on one sheet at the least size. Raises CannotCompose (U690) for a phase that does not fit
    a sheet of its own.
    """
    ground_of = cache(ground_of)
    fresh, held = (_Desk(brief, cards, ground_of, holding) for holding in (False, True))
    ways = (held.kept, held.split_further, fresh.whole, held.split, fresh.split)
    for way in ways if brief.lock else (fresh.whole, fresh.split):
        if found := way():
            return found
    who = brief.actor.name if brief.actor else brief.wording.stamp.all_actors
    raise CannotCompose("U690", actor=who, least=f"{brief.sheet.step_least:g}")


@dataclass
class _Desk:
    """Trials of one map; `holding`: places are those of the brief's lock, found in one pass."""

    brief: Brief
    cards: Cards
    ground_of: Callable[[MapSheet], Ground]
    holding: bool = False
    _tried: dict[tuple[MapSheet, Pt, Effort], PlacedMap] = field(default_factory=dict)

    def kept(self) -> tuple[PlacedMap, ...] | None:
        """The sheets of the lock, at its size or, where that no longer fits, a smaller one."""
        split = locked_sheets(self.brief) or (self._phases,)
        locked = locked_text(self.brief) or self.brief.sheet.step
        return self._largest(sheets_of(self._actors, split), Pt(max(min(locked, self.brief.sheet.step), self._least)))

    def whole(self) -> tuple[PlacedMap, ...] | None:
        """Everything on one sheet."""
        return self._largest((MapSheet(self._phases),), self.brief.sheet.step)

    def split_further(self) -> tuple[PlacedMap, ...] | None:
        """The sheets of the lock where they are several, with more cuts in those that no longer fit."""
        locked = locked_sheets(self.brief) or ()
        return self.split(locked) if len(locked) > 1 else None

    def split(self, within: Split = ()) -> tuple[PlacedMap, ...] | None:
        """As few sheets as can be, with the fewest arrows cut.

        What a sheet holds beside the map (its legend) is known first when all cuts are, so that a sheet may turn out
        too small after all; then its phases are not tried together again. Cuts of another split are kept: `within`.
        """
        too_much = {self._phases}
        while split := self._best_split(too_much, within or (self._phases,)):
            sheets = sheets_of(self._actors, split)
            if found := self._largest(sheets, self.brief.sheet.step):
                return found
            misfits = {sheet.phases for sheet in sheets if not self._fits(sheet)}
            if not misfits:
                return None
            too_much |= misfits
        return None

    def _best_split(self, too_much: set[Phases], within: Split) -> Split | None:
        steps = tuple(step.phase for actor in self._actors for step in actor.steps)
        flow = Flow(self._phases, steps, arrow_phases(self._actors))

        def fits(phases: Phases) -> bool:
            is_whole = any(set(phases) <= set(sheet) for sheet in within)
            return is_whole and phases not in too_much and self._fits(self._alone(phases))

        return best_split(flow, fits)

    def _alone(self, phases: Phases) -> MapSheet:
        """The sheet of these phases where the rest is on one sheet before and one after it."""
        start, end = self._phases.index(phases[0]), self._phases.index(phases[-1]) + 1
        split = tuple(part for part in (self._phases[:start], phases, self._phases[end:]) if part)
        return next(sheet for sheet in sheets_of(self._actors, split) if sheet.phases == phases)

    @property
    def _actors(self) -> tuple[Actor, ...]:
        return (self.brief.actor,) if self.brief.actor else self.brief.programme.actors

    @property
    def _phases(self) -> Phases:
        return tuple(phase.number for phase in self.brief.phases())

    @property
    def _least(self) -> Pt:
        return self.brief.sheet.step_least

    @property
    def _effort(self) -> Effort:
        return Effort.PASS if self.holding else self.brief.effort

    def _largest(self, sheets: Sequence[MapSheet], wanted: Pt) -> tuple[PlacedMap, ...] | None:
        """The sheets at the largest size that fits them all."""

        def fill(size: Pt, effort: Effort) -> float:
            return max(self._fill(sheet, size, effort) for sheet in sheets)

        size = SizeChoice(wanted, self._least, fill, self._effort).largest()
        if size:
            return tuple(self._placed(sheet, size, self._effort) for sheet in sheets)
        if all(self._fits(sheet) for sheet in sheets):
            return tuple(self._placed(sheet, self._least, self._fitting(sheet)) for sheet in sheets)
        return None

    def _fitting(self, sheet: MapSheet) -> Effort:
        """The least effort that makes a sheet fit at the least size, if any does."""
        return Effort.PASS if self._fill(sheet, self._least, Effort.PASS) <= 1 else Effort.SEARCH

    def _fits(self, sheet: MapSheet) -> bool:
        """At the least size: by a pass, or by the search that a sheet is worth which would have to be split.

        A single phase is always worth it. Where the brief asks for passes only, a sheet of several phases is searched
        if it is a near miss: otherwise another cut may do.
        """
        over = self._fill(sheet, self._least, Effort.PASS)
        if over <= 1 or self.holding:
            return over <= 1
        last = sheet.is_part and len(sheet.phases) == 1
        most = SEARCH_GAIN if self._effort is Effort.SEARCH or not sheet.is_part else _NEAR_MISS
        return (last or over <= most) and self._fill(sheet, self._least, Effort.SEARCH) <= 1

    def _fill(self, sheet: MapSheet, size: Pt, effort: Effort) -> float:
        return self._share(self._placed(sheet, size, effort).drawing, sheet)

    def _share(self, drawing: Drawing, sheet: MapSheet) -> float:
        """How large a drawing is beside the room that it has."""
        drawn, room = drawing.size, self.ground_of(sheet).room
        return max((drawn.width - _TOLERANCE) / room.width, (drawn.height - _TOLERANCE) / room.height)

    def _placed(self, sheet: MapSheet, size: Pt, effort: Effort) -> PlacedMap:
        key = (sheet, size, effort)
        if key not in self._tried:
            self._tried[key] = self._laid_out(sheet, size, effort)
        return self._tried[key]

    def _laid_out(self, sheet: MapSheet, size: Pt, effort: Effort) -> PlacedMap:
        lanes = tuple(Lane(actor, self._shown(actor, sheet, size)) for actor in self._actors)
        pen = Pen(self.brief, size, dense=len(lanes) > 1)
        connectors = _connectors(pen, lanes, sheet)
        graph = _graph(pen, lanes, connectors, sheet, self.ground_of(sheet))
        hold = hold_for(self.brief, sheet.phases, size) if self.holding else None
        drawing = laid_out(graph, effort, hold)
        if size <= self._least and self._share(drawing, sheet) > 1:
            # Before a map is split or refused, the authors' wishes about it give way.
            drawing = laid_out(without_wishes(graph), effort, hold)
        return PlacedMap(self.brief, size, lanes, connectors, drawing, sheet)

    def _shown(self, actor: Actor, sheet: MapSheet, size: Pt) -> tuple[Card, ...]:
        return tuple(card for card in self.cards(actor, size) if card.phase in sheet.phases)


def _connectors(pen: Pen, lanes: Sequence[Lane], sheet: MapSheet) -> tuple[Connector, ...]:
    """The arrows that begin or end on the sheet, as far as its signs, and the couplings that begin there."""
    actors = [lane.actor for lane in lanes]
    steps = {card.name for lane in lanes for card in lane.cards}
    arrows = (connector for actor in actors for connector in connectors_of(pen, actor))
    shown = [arrow for arrow in arrows if arrow.source in steps or arrow.target in steps]
    couplings = (coupling for coupling in couplings_of(pen, actors) if coupling.source in steps)
    return (*cut_at_signs(shown, sheet.signs), *couplings)


def _graph(pen: Pen, lanes: Sequence[Lane], connectors: Sequence[Connector], sheet: MapSheet, ground: Ground) -> Graph:
    boxes = tuple(box for number, lane in enumerate(lanes) for box in _boxes(lane, number, sheet, pen.size_pt))
    names = {box.name for box in boxes}
    return Graph(
        boxes=boxes,
        edges=tuple(_edge(pen, connector) for connector in connectors if connector.target in names),
        bands=len(sheet.phases),
        lanes=len(lanes),
        spacing=_spacing(pen),
        room=ground.room,
        portrait=ground.portrait,
        band_minimum=ground.band_minimum,
        lane_head=ground.lane_head,
    )


def _spacing(pen: Pen) -> Spacing:
    """In em; a map of several lanes has less room to give, and a condensed one is as small as can be."""
    em = pen.em
    if pen.brief.is_condensed:
        return Spacing(track=0.5 * em, box=0.5 * em, head=_HEAD_RUN_CONDENSED * em, edge=0.35 * em)
    if pen.dense:
        return Spacing(track=0.7 * em, box=0.7 * em, head=_HEAD_RUN_DENSE * em, edge=0.4 * em)
    return Spacing(track=0.75 * em, box=0.85 * em, head=_HEAD_RUN * em, edge=0.6 * em)


def _boxes(lane: Lane, number: int, sheet: MapSheet, size: Pt) -> tuple[Box, ...]:
    """A lane's boxes in reading order: signs of arrows from earlier sheets, steps, signs of arrows to later ones."""
    signs = [sign for sign in sheet.signs if sign.actor == lane.actor.name_id]
    hints = {hint.step: hint for hint in held_hints(lane.actor)}
    return (
        *(_sign_box(sign, number, sheet, size) for sign in signs if sign.is_first),
        *(_box(card, number, sheet, hints.get(card.name)) for card in lane.cards),
        *(_sign_box(sign, number, sheet, size) for sign in signs if not sign.is_first),
    )


def _sign_box(sign: Sign, lane: int, sheet: MapSheet, size: Pt) -> Box:
    return Box(sign.name, sheet.phases.index(sign.phase), lane, sign_size(size), sign_reach(sign, size))


def _box(card: Card, lane: int, sheet: MapSheet, hint: HeldHint | None) -> Box:
    reach = tuple((side, Reach(lo, hi)) for side, (lo, hi) in card.shape.reaches(card.size, card.em))
    band = sheet.phases.index(card.phase)
    box = Box(card.name, band, lane, card.size, reach, card.kind is StepKind.DECISION)
    return replace(box, row=hint.row, level_with=hint.same_row_as or "", after=hint.after or "") if hint else box


def _edge(pen: Pen, connector: Connector) -> Edge:
    return Edge(
        connector.name,
        connector.source,
        connector.target,
        pen.label(connector),
        on_line=bool(connector.answer),
        loop=connector.loop,
        coupling=bool(connector.coupling),
        crossing_limit=_CROSSED if connector.coupling else None,
    )
