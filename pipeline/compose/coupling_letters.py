"""Letters for couplings that are not drawn as lines: a pair of discs, where the way leaves and where it arrives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.compose.process_map import Lane, PlacedMap
from pipeline.compose.step_card import Card


def lettered(sheets: Sequence[PlacedMap]) -> tuple[PlacedMap, ...]:
    """A map's sheets with a letter for each coupling that is no line on them. No box changes its size."""
    letters = letters_of(sheets)
    arrivals: dict[str, list[str]] = {}
    for placed in sheets:
        for connector in placed.connectors:
            if connector.coupling and connector.source in letters:
                arrivals.setdefault(connector.target, []).append(letters[connector.source])
    return tuple(
        replace(
            placed,
            lanes=tuple(
                Lane(lane.actor, tuple(_marked(card, letters, arrivals) for card in lane.cards))
                for lane in placed.lanes
            ),
        )
        for placed in sheets
    )


def letters_of(sheets: Sequence[PlacedMap]) -> dict[str, str]:
    """A letter for each step whose coupling is not drawn: A to Z, then AA, AB ..., each once on all sheets.

    In reading order and without gaps, sheet by sheet.
    """
    left_out: list[str] = []
    for placed in sheets:
        drawn = {connector.name for connector in placed.drawn}
        left_out += [c.source for c in placed.connectors if c.coupling and c.name not in drawn]
    return {step: _letter(number) for number, step in enumerate(left_out)}


def _marked(card: Card, letters: dict[str, str], arrivals: dict[str, list[str]]) -> Card:
    return replace(card, leaves=letters.get(card.name, ""), arrives=tuple(arrivals.get(card.name, ())))


def _letter(number: int) -> str:
    first, last = divmod(number, 26)
    return (_letter(first - 1) if first else "") + chr(ord("A") + last)
