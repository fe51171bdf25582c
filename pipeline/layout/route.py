"""Routes for all arrows: each by A*, then ripped up and laid anew while the others stay; loops come last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.layout.astar import NEVER, Quest, Seed, searched
from pipeline.layout.crowded import full_gaps, gaps_at
from pipeline.layout.field import Field, Port, Shut, Way, axes_used, headings, without_arrows
from pipeline.layout.frame import Frame
from pipeline.layout.occupancy import Occupancy
from pipeline.layout.port_costs import port_cost
from pipeline.layout.reading import Arrow

_PASSES = 1
_JOIN = 600  # joining another arrow's way into the same step; hundredths of a mm, as all costs here
_JOINED_BEND = 500
_FROM_AHEAD = 2000  # joining another way against its direction
_SHARED = 0.35  # a shared mm costs less than one's own
_SIBLING = 40000
_RIP = 20000  # running over another arrow, which has to make room then
_RIPS = 5  # how often an arrow makes room for another one

Joint = tuple[int, int, int]  # where to branch off a way: index of its point, heading, cost so far
Tail = tuple[tuple[int, ...], Port, int]  # what a way shares with another's: points, port, and which one (or -1)


class Router:
    """Ways of arrows on a field."""

    def __init__(self, arrows: Sequence[Arrow], frame: Frame) -> None:
        """Nothing is routed yet."""
        self.arrows, self.frame = arrows, frame
        self.field = Field(frame)
        self.ways: list[Way | None] = [None] * len(arrows)
        self.ends = Occupancy(arrows, frame)
        self.crowded: set[tuple[int, int]] = set()  # gaps with too few tracks: axis and item
        self.overlaid: set[int] = set()  # arrows that lie upon others

    def run(self, forced: bool) -> tuple[Way, ...] | None:
        """All ways, or None if an arrow found none; `forced`: then others make room, rather than give up."""
        order = sorted(range(len(self.arrows)), key=self._urgency)
        clear = self._lay_all(order, forced)
        self.crowded.update(full_gaps(self.field))
        if not clear:
            return None
        for _ in range(_PASSES):
            changed = [self._again(number, forced) for number in order]
            if not any(changed):
                break
        return tuple(way for way in self.ways if way is not None)

    def _lay_all(self, order: Sequence[int], forced: bool) -> bool:
        """Lay arrows one by one; if `forced`, those that stand in the way of another are laid anew after it."""
        waiting = list(reversed(order))
        ripped = [0] * len(self.arrows)
        clear = True
        while waiting:
            number = waiting.pop()
            if self._lay(number, forced=False):
                continue
            clear = False
            victims = self._make_way(number)
            for victim in victims if forced else ():
                ripped[victim] += 1
                self._lift(victim, self._way(victim))
                if ripped[victim] > _RIPS:
                    self._lay(victim, forced=True)
                else:
                    waiting.append(victim)
        return clear or forced

    def _make_way(self, number: int) -> list[int]:
        """Lay an arrow where others lie, and tell which."""
        found = self._found(number, siblings=not self.ends.exits(number), soft=True)
        if found is None:
            self._lay(number, forced=True)
            return []
        way, shared = found
        width = self.field.width
        own = set(axes_used(way, width))
        for other in shared:
            own.difference_update(axes_used(self._way(other), width))
        victims = []
        for other, rival in enumerate(self.ways):
            if rival is not None and other not in shared and not own.isdisjoint(axes_used(rival, width)):
                victims.append(other)
                self.crowded.update(gaps_at(self.field, own.intersection(axes_used(rival, width))))
        self._put(number, way)
        return victims

    def _way(self, number: int) -> Way:
        way = self.ways[number]
        assert way is not None
        return way

    def _urgency(self, number: int) -> tuple[bool, float, int]:
        arrow = self.arrows[number]
        (x, y), (u, v) = self.field.middle(arrow.source), self.field.middle(arrow.target)
        return (arrow.edge.loop, round(abs(x - u) + abs(y - v), 3), number)

    def _again(self, number: int, forced: bool) -> bool:
        before = self._way(number)
        if len({before.leave[0], *headings(before.points, self.field.width)}) == 1 and before.leave[1] == 0:
            return False
        self._lift(number, before)
        if not self._lay(number, forced and number in self.overlaid):
            self._put(number, before)
        return self.ways[number] != before

    def _put(self, number: int, way: Way) -> None:
        self.ways[number] = way
        self.field.mark(way, 1)
        self.ends.take(number, way)

    def _lift(self, number: int, way: Way) -> None:
        self.ways[number] = None
        self.field.mark(way, -1)
        self.ends.free(number)

    def _lay(self, number: int, forced: bool) -> bool:
        found = self._found(number, siblings=False)
        if found is None and (forced or not self.ends.exits(number)):
            found = self._found(number, siblings=True)
        upon = found is None and forced
        if upon:
            found = self._laid_upon(number)
        if found is None:
            return False
        if upon:
            self.overlaid.add(number)
        else:
            self.overlaid.discard(number)
        self._put(number, found[0])
        return True

    def _laid_upon(self, number: int) -> tuple[Way, list[int]] | None:
        """A way as if nothing else were there: the last resort where tracks cannot be had."""
        kept = self.field.hidden()
        ends, self.ends = self.ends, Occupancy(self.arrows, self.frame, lenient=True)
        ways, self.ways = self.ways, [None] * len(self.arrows)
        found = self._found(number, siblings=False)
        self.field.show(kept)
        self.ends, self.ways = ends, ways
        return found

    def _found(self, number: int, siblings: bool, soft: bool = False) -> tuple[Way, list[int]] | None:
        """The best way for an arrow, and the arrows it shares a part of its way with."""
        arrow, field = self.arrows[number], self.field
        shut = field.open_to(arrow.source, arrow.target)
        if soft:
            shut = without_arrows(shut)
        goals, heads = self._goals(number, shut, siblings, soft)
        joints = [(other, list(self._joints(other))) for other in self._family(number)]
        joined = self._at_once(number, joints)
        if not goals and not joined:
            return None
        seeds, tails = self._seeds(number, shut, joints, soft)
        limit = joined[0] if joined else NEVER
        far = field.dear(_RIP) if soft else field.far
        found = searched(field, Quest(shut, seeds, goals, arrow.source, far, limit))
        if found is None:
            return (joined[1], [joined[2]]) if joined else None
        lead, leave, sibling = heads[found.points[-1] * 4 + found.heading]
        tail, enter, other = tails[found.seed]
        way = Way((*lead, *reversed(found.points), *tail), leave, enter)
        return way, [n for n in (sibling, other) if n >= 0]

    def _seeds(
        self, number: int, shut: Shut, joints: Sequence[tuple[int, Sequence[Joint]]], soft: bool
    ) -> tuple[list[Seed], list[Tail]]:
        """Where the way may end: at a free port of the target, or on the way of another arrow into it."""
        arrow, field = self.arrows[number], self.field
        seeds: list[Seed] = []
        tails: list[Tail] = []
        for port in self.ends.entries(number):
            point = field.doors[arrow.target][port]
            if soft or not field.used[port[0] % 2][point]:
                seeds.append((point, port[0], port_cost(arrow, port, True) + field.inwards(arrow.target, point)))
                tails.append(((), port, -1))
        for other, branches in joints:
            way = self._way(other)
            for index, turn, cost in branches:
                point = way.points[index]
                after = point + field.steps[turn]
                if not shut[turn % 2][after]:
                    seeds.append((after, turn, cost + field.far[turn][point]))
                    tails.append((way.points[index:], way.enter, other))
        return seeds, tails

    def _family(self, number: int) -> list[int]:
        """Arrows whose way this one may join: into the same step and of the same kind, unless no port is left."""
        ends = self.ends
        kin = [n for n in ends.incoming[self.arrows[number].target] if n != number and self.ways[n] is not None]
        if all(ends.kinds[n] == ends.kinds[number] for n in kin):
            return kin
        alike = [n for n in kin if ends.kinds[n] == ends.kinds[number]]
        return alike if alike or ends.entries(number) else kin

    def _joints(self, other: int) -> Iterator[Joint]:
        """Where one may branch off a way, from its head backwards: index of the point, heading and cost so far."""
        field, way = self.field, self._way(other)
        used, far = field.used, field.far
        elsewhere = self._shared(other, self.ends.outgoing[self.arrows[other].source], leaving=True)
        runs = [way.leave[0], *headings(way.points, field.width), (way.enter[0] + 2) % 4]
        cost = _JOIN
        for index in range(len(way.points) - 1, -1, -1):
            point, into, out = way.points[index], runs[index], runs[index + 1]
            if point in elsewhere:
                return
            cost += _JOINED_BEND * (into != out)
            if into != out or not used[1 - into % 2][point]:
                for turn in range(4):
                    if turn not in (out, (into + 2) % 4):
                        yield index, turn, cost + (_FROM_AHEAD if (turn + 2) % 4 != out else 0)
            cost += round(_SHARED * far[(into + 2) % 4][point])

    def _shared(self, number: int, others: Sequence[int], *, leaving: bool) -> set[int]:
        """Points of other arrows that share this one's port but not its other end: nobody else may lie on them."""
        way, arrow = self._way(number), self.arrows[number]
        points: set[int] = set()
        for other in others:
            rival, ends = self.ways[other], self.arrows[other]
            if rival is None or other == number:
                continue
            one_port = rival.leave == way.leave if leaving else rival.enter == way.enter
            if one_port and (ends.target != arrow.target if leaving else ends.source != arrow.source):
                points.update(rival.points)
        return points

    def _at_once(self, number: int, joints: Sequence[tuple[int, Sequence[Joint]]]) -> tuple[int, Way, int] | None:
        """The cheapest way that joins another one right outside its own port."""
        arrow, field = self.arrows[number], self.field
        ports = {(field.doors[arrow.source][port], (port[0] + 2) % 4): port for port in self.ends.exits(number)}
        best: tuple[int, Way, int] | None = None
        for other, branches in joints:
            way = self._way(other)
            for index, turn, cost in branches:
                point = way.points[index]
                port = ports.get((point, turn))
                if port is not None:
                    total = cost + port_cost(arrow, port, False) + field.inwards(arrow.source, point)
                    if best is None or total < best[0]:
                        best = (total, Way(way.points[index:], port, way.enter), other)
        return best

    def _goals(self, number: int, shut: Shut, siblings: bool, soft: bool) -> tuple[dict[int, int], dict[int, Tail]]:
        """Where the search may end: at a free port of the source, or (last resort) on a way out of it."""
        arrow, field = self.arrows[number], self.field
        goals: dict[int, int] = {}
        leads: dict[int, Tail] = {}
        for port in self.ends.exits(number):
            point = field.doors[arrow.source][port]
            key = point * 4 + (port[0] + 2) % 4
            if soft or not field.used[port[0] % 2][point]:
                goals[key] = port_cost(arrow, port, False) + field.inwards(arrow.source, point)
                leads[key] = ((), port, -1)
        if siblings:
            self._add_siblings(number, shut, goals, leads)
        return goals, leads

    def _add_siblings(self, number: int, shut: Shut, goals: dict[int, int], leads: dict[int, Tail]) -> None:
        field = self.field
        for other in self.ends.outgoing[self.arrows[number].source]:
            way = self.ways[other]
            if way is None or other == number:
                continue
            runs = [way.leave[0], *headings(way.points, field.width), (way.enter[0] + 2) % 4]
            joined = self._shared(other, self.ends.incoming[self.arrows[other].target], leaving=False)
            for index, point in enumerate(way.points):
                into, out = runs[index], runs[index + 1]
                if into != way.leave[0] or point in joined:
                    break
                for turn in range(4):
                    before = point - field.steps[turn]
                    clear = not shut[turn % 2][before] and (into != out or not field.used[1 - into % 2][point])
                    key = before * 4 + turn
                    if turn not in (into, (out + 2) % 4) and clear and key not in goals:
                        goals[key] = _SIBLING
                        leads[key] = (way.points[: index + 1], way.leave, other)
