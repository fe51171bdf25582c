"""What of the notation a sheet shows, so that its legend explains that and no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.compose.off_page import MapSheet, Sign
from pipeline.compose.process_map import PlacedMap
from pipeline.model import Actor, End, StepKind


@dataclass(frozen=True, slots=True)
class Uses:
    """What of the notation a sheet shows."""

    kinds: tuple[StepKind, ...]
    phase: int
    loops: bool = False
    stops: bool = False
    letters: bool = False
    couplings: bool = False
    signs: tuple[Sign, ...] = ()


def uses_of_sheet(actors: Sequence[Actor], sheet: MapSheet, linked: bool = False) -> Uses:
    """What a sheet of these actors' map may show; `linked` if its couplings have letters or lines."""
    shown = [step for actor in actors for step in actor.steps if step.phase in sheet.phases]
    names = {step.name_id for step in shown}
    steps = [step for actor in actors for step in actor.steps]
    links = linked and any(step.link for step in shown)
    return Uses(
        kinds=tuple(kind for kind in StepKind if any(step.kind is kind for step in shown)),
        phase=min((step.phase for step in shown), default=sheet.phases[0]),
        loops=any(arrow.loop and {step.name_id, arrow.target} & names for step in steps for arrow in step.arrows),
        stops=any(step.end is End.STOP for step in shown),
        letters=links or (linked and any(step.link and step.link.step in names for step in steps)),
        couplings=links,
        signs=sheet.signs,
    )


def uses_of(drawn: PlacedMap) -> Uses:
    """What a map shows, read from what was drawn."""
    cards = [card for lane in drawn.lanes for card in lane.cards]
    return replace(
        uses_of_sheet([lane.actor for lane in drawn.lanes], drawn.sheet),
        letters=any(card.leaves or card.arrives for card in cards),
        couplings=any(connector.coupling for connector in drawn.drawn),
    )


def uses_of_all(sheets: Sequence[Uses]) -> Uses:
    """What several sheets show together."""
    first = min(sheets, key=lambda uses: uses.phase)
    return Uses(
        kinds=tuple(kind for kind in StepKind if any(kind in uses.kinds for uses in sheets)),
        phase=first.phase,
        loops=any(uses.loops for uses in sheets),
        stops=any(uses.stops for uses in sheets),
        letters=any(uses.letters for uses in sheets),
        couplings=any(uses.couplings for uses in sheets),
        signs=tuple(sign for uses in sheets for sign in uses.signs),
    )
