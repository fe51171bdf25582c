"""A* over the lattice with the direction in the state: length, bends and crossings cost [McMurchie-Ebeling 1995].

Costs are whole hundredths of a mm, so that equal ways are equal to the last digit; of these the one that is nearest
to its aim is followed first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import heapify, heappop, heappush
from operator import add

from pipeline.layout.field import EAST, NORTH, SOUTH, UNIT, WEST, Field

BEND = 26 * UNIT  # detour that a bend is worth
CROSSING = 110 * UNIT
NEVER = 10**12
_TURNS = ((0, 1, 3), (1, 2, 0), (2, 3, 1), (3, 0, 2))
_STATE, _NEAR = 24, 46  # bits of a queue's key below the distance left, and below the estimate

Seed = tuple[int, int, int]  # where a search may begin: a point, a heading, a cost so far


@dataclass(frozen=True, slots=True)
class Quest:
    """What is sought: points closed to pieces of either axis, where it may begin and where it may end.

    It ends at a goal (keyed by 4 x point + heading, with the cost of ending there) at the box `aim`, for less than
    `limit`. `far` is the cost of a step from each point, by heading.
    """

    shut: tuple[bytearray, bytearray]
    seeds: Sequence[Seed]
    goals: Mapping[int, int]
    aim: int
    far: Sequence[Sequence[int]]
    limit: int = NEVER


@dataclass(frozen=True, slots=True)
class Found:
    """A path from a seed (an index) to a goal, in the order searched, and the goal's heading."""

    seed: int
    points: tuple[int, ...]
    heading: int
    cost: int


def searched(field: Field, quest: Quest) -> Found | None:
    """The cheapest way from a seed to a goal, None if there is none."""
    best, done = field.best, field.done
    came: dict[int, int] = {}
    finish = _explored(field, quest, came)
    for state in came:
        best[state] = NEVER
        done[state] = 0
    return _traced(came, finish) if finish[1] >= 0 else None


def _explored(field: Field, quest: Quest, came: dict[int, int]) -> tuple[int, int, int]:
    """The cost of the cheapest way, its last state and the heading in which it ends; `came` is filled on the way."""
    goals, far, shut = quest.goals, quest.far, quest.shut * 2
    crossing = (field.used[1], field.used[0]) * 2
    steps, best, done, column, row = field.steps, field.best, field.done, field.column, field.row
    across, down, west, north = field.reckoned(quest.aim)
    toll = _tolls(field, quest)
    near = {key >> 2 for key in goals}
    finish = (quest.limit, -1, -1)
    heap = _begun(field, quest, came, toll)
    while heap:
        key = heappop(heap)
        if key >> _NEAR >= finish[0]:
            break
        state = key & 0xFFFFFF
        if done[state]:
            continue
        done[state] = 1
        point, ahead = state >> 2, state & 3
        for turn in _TURNS[ahead]:
            if turn == ahead:
                spent = best[state] + CROSSING if crossing[turn][point] else best[state]
            elif shut[turn][point]:
                continue
            else:
                spent = best[state] + BEND
            if point in near and spent + goals.get(point * 4 + turn, NEVER) < finish[0]:
                finish = (spent + goals[point * 4 + turn], state, turn)
            there = point + steps[turn]
            spent += far[turn][point]
            after = there * 4 + turn
            if spent < best[after] and not shut[turn][there]:
                best[after] = spent
                came[after] = state
                x, y = column[there], row[there]
                left = across[x] + down[y] + toll[turn][west[x] + north[y]]
                heappush(heap, spent + left << _NEAR | left << _STATE | after)
    return finish


def _begun(field: Field, quest: Quest, came: dict[int, int], toll: Sequence[Sequence[int]]) -> list[int]:
    best, shut = field.best, quest.shut
    across, down, west, north = field.reckoned(quest.aim)
    for number, (point, heading, cost) in enumerate(quest.seeds):
        state = point * 4 + heading
        if cost < best[state] and not shut[heading % 2][point]:
            best[state] = cost
            came[state] = -1 - number
    heap = []
    for state in came:
        x, y = field.column[state >> 2], field.row[state >> 2]
        left = across[x] + down[y] + toll[state & 3][west[x] + north[y]]
        heap.append(best[state] + left << _NEAR | left << _STATE | state)
    heapify(heap)
    return heap


def _traced(came: Mapping[int, int], finish: tuple[int, int, int]) -> Found:
    state, points = finish[1], []
    while state >= 0:
        points.append(state >> 2)
        state = came[state]
    return Found(-1 - state, tuple(reversed(points)), finish[2], finish[0])


def _least_bends(heading: int, asides: tuple[int, int], end: int) -> int:
    """Fewest bends of a way that heads in one direction, ends in another and gets to an aim aside in x and y."""
    x, y = asides
    needed = {EAST: x > 0, WEST: x < 0, SOUTH: y > 0, NORTH: y < 0}
    ways: list[tuple[int, ...]] = [(heading,)]
    while True:
        for way in ways:
            if way[-1] == end and all(turn in way for turn, wanted in needed.items() if wanted):
                return len(way) - 1
        ways = [(*way, turn) for way in ways for turn in range(4) if turn % 2 != way[-1] % 2]


_ASIDES = tuple((x, y) for x in (-1, 0, 1) for y in (-1, 0, 1))
_BENDS = tuple(
    tuple(tuple(_least_bends(heading, asides, end) * BEND for end in range(4)) for asides in _ASIDES)
    for heading in range(4)
)


def _tolls(field: Field, quest: Quest) -> Sequence[Sequence[int]]:
    """Least cost of the bends that are left and of ending, by heading and by where the aim lies (see _ASIDES)."""
    ends = [NEVER] * 4
    for key, cost in quest.goals.items():
        ends[key & 3] = min(ends[key & 3], max(0, cost - field.inwards(quest.aim, key >> 2)))
    return _toll_table(tuple(ends))


@lru_cache(maxsize=1024)
def _toll_table(ends: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(min(map(add, bends, ends)) for bends in table) for table in _BENDS)
