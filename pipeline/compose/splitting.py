"""Where a map that does not fit its paper is cut into sheets: between phases, where the fewest arrows are cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Phases = tuple[int, ...]
Split = tuple[Phases, ...]
"""The phases of each sheet, in order: whole phases, one after the other."""

# Sheets, sheets without a step, arrows cut, unevenness: less of the former is worth any amount of the latter.
_Cost = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Flow:
    """What the cuts are chosen by: the phases in order, the phase of each step, and those at each arrow's ends."""

    phases: Phases
    steps: tuple[int, ...]
    arrows: tuple[tuple[int, int], ...]


def best_split(flow: Flow, fits: Callable[[Phases], bool]) -> Split | None:
    """The phases in as few sheets as fit, with the fewest arrows cut, then with the most even number of steps.

    An arrow from the first sheet to the third is cut once. Of splits that are equal in all of this the one whose
    first sheets show fewer phases is taken. None if a phase does not even fit a sheet of its own. A sheet that holds
    phases which do not fit is taken not to fit either, and is not asked for.
    """
    best: dict[int, tuple[_Cost, Split]] = {0: ((0, 0, 0, 0), ())}
    for start in range(len(flow.phases)):
        if start not in best:
            continue
        cost, split = best[start]
        for end in range(start + 1, len(flow.phases) + 1):
            sheet = flow.phases[start:end]
            if not fits(sheet):
                break
            found = (_sum(cost, _cost(flow, sheet)), (*split, sheet))
            best[end] = min(best.get(end, found), found)
    return best[len(flow.phases)][1] if len(flow.phases) in best else None


def cut_arrows(flow: Flow, split: Sequence[Phases]) -> int:
    """How many arrows lead from one sheet to another."""
    homes = {phase: number for number, sheet in enumerate(split) for phase in sheet}
    return sum(homes[source] != homes[target] for source, target in flow.arrows)


def _cost(flow: Flow, sheet: Phases) -> _Cost:
    """What a sheet adds. Arrows are counted where they leave; squares add up to least where counts are even."""
    shown = set(sheet)
    steps = sum(phase in shown for phase in flow.steps)
    leaving = sum(source in shown and target not in shown for source, target in flow.arrows)
    return 1, int(steps == 0), leaving, steps * steps


def _sum(one: _Cost, other: _Cost) -> _Cost:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3]
