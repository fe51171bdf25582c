"""A* over the lattice with the direction in the state: length, bends and crossings cost [McMurchie-Ebeling 1995]."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from pipeline.layout.field import Field

BEND = 26.0  # mm of detour that a bend is worth
CROSSING = 110.0


@dataclass(frozen=True, slots=True)
class Seed:
    """Where a search may begin: at a point, heading in a direction, with a cost so far."""

    point: int
    heading: int
    cost: float


@dataclass(frozen=True, slots=True)
class Found:
    """A path from a seed (an index) to a goal, in the order searched, and the goal's heading."""

    seed: int
    points: tuple[int, ...]
    heading: int
    cost: float


def searched(
    field: Field,
    solid: bytearray,
    ends: tuple[int, int, int],
    seeds: Sequence[Seed],
    goals: Mapping[int, float],
    aim: tuple[float, float],
) -> Found | None:
    """The cheapest way from a seed to a goal; goals are keyed by 4 x point + heading. None if there is none.

    `ends` are the boxes (number + 1, and 0) before whose ports the way may run.
    """
    width, xs, ys = field.width, field.xs, field.ys
    steps, far, used, kept = field.steps, field.far, field.used, field.kept
    best: dict[int, float] = {}
    came: dict[int, int] = {}
    heap: list[tuple[float, int]] = []

    def reckoned(point: int) -> float:
        return abs(xs[point % width] - aim[0]) + abs(ys[point // width] - aim[1])

    for number, seed in enumerate(seeds):
        state = seed.point * 4 + seed.heading
        if seed.cost < best.get(state, 1e18) and not solid[seed.point]:
            best[state] = seed.cost
            came[state] = -1 - number
            heappush(heap, (seed.cost + reckoned(seed.point), state))
    finish: tuple[float, int, int] = (1e18, -1, -1)
    while heap:
        estimate, state = heappop(heap)
        if estimate >= finish[0]:
            break
        point, ahead = state >> 2, state & 3
        cost = best[state]
        if estimate > cost + reckoned(point) + 1e-9:
            continue
        crossed = used[1 - ahead % 2][point]
        for turn in (ahead, (ahead + 1) & 3, (ahead + 3) & 3):
            if turn == ahead:
                spent = cost + (CROSSING if crossed else 0.0)
            elif crossed:
                continue
            else:
                spent = cost + BEND
            goal = goals.get(point * 4 + turn)
            if goal is not None and spent + goal < finish[0]:
                finish = (spent + goal, state, turn)
            there = point + steps[turn]
            if solid[there] or used[turn % 2][there] or kept[turn % 2][there] not in ends:
                continue
            spent += far[turn][point]
            after = there * 4 + turn
            if spent < best.get(after, 1e18) - 1e-9:
                best[after] = spent
                came[after] = state
                heappush(heap, (spent + reckoned(there), after))
    return _traced(came, finish) if finish[1] >= 0 else None


def _traced(came: Mapping[int, int], finish: tuple[float, int, int]) -> Found:
    state, points = finish[1], []
    while state >= 0:
        points.append(state >> 2)
        state = came[state]
    return Found(-1 - state, tuple(reversed(points)), finish[2], finish[0])
