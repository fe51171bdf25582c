"""A* over the lattice with the direction in the state: length, bends and crossings cost [McMurchie-Ebeling 1995]."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from pipeline.layout.field import Field

BEND = 26.0  # mm of detour that a bend is worth
CROSSING = 110.0
_TURNS = ((0, 1, 3), (1, 2, 0), (2, 3, 1), (3, 0, 2))
_NEVER = 1e18
_ASIDE = 12.0  # mm to the side of the aim from which a bend is sure to be needed


@dataclass(frozen=True, slots=True)
class Seed:
    """Where a search may begin: at a point, heading in a direction, with a cost so far."""

    point: int
    heading: int
    cost: float


@dataclass(frozen=True, slots=True)
class Quest:
    """What is sought: points closed to it, boxes (number + 1, and 0) before whose ports it may run, where it begins.

    It ends at a goal (keyed by 4 x point + heading, with the cost of ending there), which lies near `aim`.
    """

    solid: bytearray
    ends: tuple[int, int, int]
    seeds: Sequence[Seed]
    goals: Mapping[int, float]
    aim: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Found:
    """A path from a seed (an index) to a goal, in the order searched, and the goal's heading."""

    seed: int
    points: tuple[int, ...]
    heading: int
    cost: float


def searched(field: Field, quest: Quest) -> Found | None:
    """The cheapest way from a seed to a goal, None if there is none."""
    solid, ends, goals = quest.solid, quest.ends, quest.goals
    steps, far, used, kept = field.steps, field.far, field.used, field.kept
    ahead_of = _reckoning(field, quest.aim)
    best, came = _begun(quest)
    heap = [(cost + ahead_of(state >> 2), state) for state, cost in best.items()]
    heapify(heap)
    finish: tuple[float, int, int] = (_NEVER, -1, -1)
    done: set[int] = set()
    while heap:
        estimate, state = heappop(heap)
        if estimate >= finish[0]:
            break
        if state in done:
            continue
        done.add(state)
        point, ahead = state >> 2, state & 3
        crossed = used[1 - ahead % 2][point]
        straight = best[state] + (CROSSING if crossed else 0.0)
        for turn in (ahead,) if crossed else _TURNS[ahead]:
            spent = straight if turn == ahead else straight + BEND
            goal = goals.get(point * 4 + turn, _NEVER)
            if spent + goal < finish[0]:
                finish = (spent + goal, state, turn)
            there = point + steps[turn]
            if solid[there] or used[turn % 2][there] or kept[turn % 2][there] not in ends:
                continue
            spent += far[turn][point]
            after = there * 4 + turn
            if spent < best.get(after, _NEVER) - 1e-9:
                best[after] = spent
                came[after] = state
                heappush(heap, (spent + ahead_of(there), after))
    return _traced(came, finish) if finish[1] >= 0 else None


def _reckoning(field: Field, aim: tuple[float, float]) -> Callable[[int], float]:
    """Least cost from a point to the aim: the distance, and a bend where one will be needed; reckoned once a line."""
    width = field.width
    across = [abs(x - aim[0]) for x in field.xs]
    down = [abs(y - aim[1]) for y in field.ys]

    def reckoned(point: int) -> float:
        y, x = divmod(point, width)
        dx, dy = across[x], down[y]
        return dx + dy + BEND if dx > _ASIDE and dy > _ASIDE else dx + dy

    return reckoned


def _begun(quest: Quest) -> tuple[dict[int, float], dict[int, int]]:
    best: dict[int, float] = {}
    came: dict[int, int] = {}
    for number, seed in enumerate(quest.seeds):
        state = seed.point * 4 + seed.heading
        if seed.cost < best.get(state, _NEVER) and not quest.solid[seed.point]:
            best[state] = seed.cost
            came[state] = -1 - number
    return best, came


def _traced(came: Mapping[int, int], finish: tuple[float, int, int]) -> Found:
    state, points = finish[1], []
    while state >= 0:
        points.append(state >> 2)
        state = came[state]
    return Found(-1 - state, tuple(reversed(points)), finish[2], finish[0])
