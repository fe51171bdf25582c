"""Routes for all arrows: each by A*, then ripped up and laid anew while the others stay; loops come last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.layout.astar import Quest, Seed, searched
from pipeline.layout.field import EAST, Field, Port, Way, headings
from pipeline.layout.frame import Frame
from pipeline.layout.occupancy import Occupancy
from pipeline.layout.reading import Arrow

_PASSES = 1
_OUT = (0.0, 5.0, 38.0, 16.0)  # leaving to the east, south, west, north
_IN = (38.0, 16.0, 0.0, 5.0)  # arriving at these sides
_LOOP_OUT = (14.0, 0.0, 8.0, 24.0)
_LOOP_IN = (16.0, 0.0, 10.0, 16.0)
_OFF_MIDDLE = 9.0
_TAG_OFF_MIDDLE = 60.0
_JOIN = 6.0  # joining another arrow's way into the same step
_SHARED = 0.35  # a shared mm costs less than one's own
_SIBLING = 400.0


class Router:
    """Ways of arrows on a field."""

    def __init__(self, arrows: Sequence[Arrow], frame: Frame) -> None:
        """Nothing is routed yet."""
        self.arrows, self.frame = arrows, frame
        self.field = Field(frame)
        self.ways: list[Way | None] = [None] * len(arrows)
        self.ends = Occupancy(arrows, frame.shapes)

    def run(self, forced: bool) -> tuple[Way, ...] | None:
        """All ways, or None if an arrow found none; `forced`: then let it lie upon others rather than give up."""
        order = sorted(range(len(self.arrows)), key=self._urgency)
        for number in order:
            if not self._lay(number, forced):
                return None
        for _ in range(_PASSES):
            changed = [self._again(number, forced) for number in order]
            if not any(changed):
                break
        return tuple(way for way in self.ways if way is not None)

    def _urgency(self, number: int) -> tuple[bool, float, int]:
        arrow = self.arrows[number]
        (x, y), (u, v) = self.field.middle(arrow.source), self.field.middle(arrow.target)
        return (arrow.edge.loop, round(abs(x - u) + abs(y - v), 3), number)

    def _again(self, number: int, forced: bool) -> bool:
        before = self.ways[number]
        assert before is not None
        if len({before.leave[0], *headings(before.points, self.field.width)}) == 1 and before.leave[1] == 0:
            return False
        self._lift(number, before)
        if not self._lay(number, forced):
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
        way = self._found(number, siblings=False)
        if way is None and (forced or not self.ends.exits(number)):
            way = self._found(number, siblings=True)
        if way is None and forced:
            way = self._overlaid(number)
        if way is None:
            return False
        self._put(number, way)
        return True

    def _overlaid(self, number: int) -> Way | None:
        """A way as if nothing else were there: the last resort where ports or tracks cannot be had."""
        used = self.field.used
        self.field.used = ([0] * len(used[0]), [0] * len(used[1]))
        ends, self.ends = self.ends, Occupancy(self.arrows, self.frame.shapes, lenient=True)
        way = self._found(number, siblings=False)
        self.field.used, self.ends = used, ends
        return way

    def _found(self, number: int, siblings: bool) -> Way | None:
        arrow, field = self.arrows[number], self.field
        seeds, tails = self._seeds(number)
        goals, heads = self._goals(number, siblings)
        lanes = self.frame.lanes
        solid = field.solid(lanes[arrow.source], lanes[arrow.target])
        found = searched(field, Quest(solid, _ends(arrow), seeds, goals, field.middle(arrow.source)))
        joined = self._at_once(number)
        if joined and (found is None or joined[0] <= found.cost):
            return joined[1]
        if found is None:
            return None
        lead, leave = heads[found.points[-1] * 4 + found.heading]
        tail, enter = tails[found.seed]
        return Way((*lead, *reversed(found.points), *tail), leave, enter)

    def _seeds(self, number: int) -> tuple[list[Seed], list[tuple[tuple[int, ...], Port]]]:
        """Where the way may end: at a free port of the target, or on the way of another arrow into it."""
        arrow, field = self.arrows[number], self.field
        seeds: list[Seed] = []
        tails: list[tuple[tuple[int, ...], Port]] = []
        for port in self.ends.entries(number):
            point = field.outer(arrow.target, port)
            if not field.used[port[0] % 2][point]:
                cost = self._port_cost(number, port, True) + self._inwards(arrow.target, point)
                seeds.append(Seed(point, port[0], cost))
                tails.append(((), port))
        for other in self._family(number):
            way = self.ways[other]
            assert way is not None
            for index, turn, cost in self._joints(way):
                point = way.points[index]
                after = point + field.steps[turn]
                if not field.closed(turn % 2, after, _ends(arrow)):
                    seeds.append(Seed(after, turn, cost + field.far[turn][point]))
                    tails.append((way.points[index:], way.enter))
        return seeds, tails

    def _family(self, number: int) -> Iterator[int]:
        """Arrows whose way this one may join: into the same step and of the same kind, unless no port is left."""
        arrow = self.arrows[number]
        if arrow.source == arrow.target:
            return
        needy = not self.ends.entries(number)
        for other, rival in enumerate(self.arrows):
            alike = rival.target == arrow.target and (needy or rival.edge.loop == arrow.edge.loop)
            if alike and other != number and self.ways[other] is not None and rival.source != rival.target:
                yield other

    def _joints(self, way: Way) -> Iterator[tuple[int, int, float]]:
        """Where one may branch off a way, from its head backwards: index of the point, heading and cost so far."""
        field = self.field
        runs = [way.leave[0], *headings(way.points, field.width), (way.enter[0] + 2) % 4]
        cost = _JOIN
        for index in range(len(way.points) - 1, -1, -1):
            point, into, out = way.points[index], runs[index], runs[index + 1]
            cost += 5.0 * (into != out)
            if into != out or not field.used[1 - into % 2][point]:
                for turn in range(4):
                    if turn not in (out, (into + 2) % 4):
                        yield index, turn, cost + (20.0 if (turn + 2) % 4 != out else 0.0)
            cost += _SHARED * field.far[(into + 2) % 4][point]

    def _at_once(self, number: int) -> tuple[float, Way] | None:
        """The cheapest way that joins another one right outside its own port."""
        arrow, field = self.arrows[number], self.field
        ports = {(field.outer(arrow.source, port), (port[0] + 2) % 4): port for port in self.ends.exits(number)}
        best: tuple[float, Way] | None = None
        for other in self._family(number):
            way = self.ways[other]
            assert way is not None
            for index, turn, cost in self._joints(way):
                port = ports.get((way.points[index], turn))
                if port is not None:
                    point = way.points[index]
                    total = cost + self._port_cost(number, port, False) + self._inwards(arrow.source, point)
                    if best is None or total < best[0]:
                        best = (total, Way(way.points[index:], port, way.enter))
        return best

    def _goals(self, number: int, siblings: bool) -> tuple[dict[int, float], dict[int, tuple[tuple[int, ...], Port]]]:
        """Where the search may end: at a free port of the source, or (last resort) on a way out of it."""
        arrow, field = self.arrows[number], self.field
        goals: dict[int, float] = {}
        leads: dict[int, tuple[tuple[int, ...], Port]] = {}
        for port in self.ends.exits(number):
            point = field.outer(arrow.source, port)
            key = point * 4 + (port[0] + 2) % 4
            if not field.used[port[0] % 2][point]:
                goals[key] = self._port_cost(number, port, False) + self._inwards(arrow.source, point)
                leads[key] = ((), port)
        if siblings:
            self._add_siblings(number, goals, leads)
        return goals, leads

    def _add_siblings(
        self, number: int, goals: dict[int, float], leads: dict[int, tuple[tuple[int, ...], Port]]
    ) -> None:
        field = self.field
        for other, rival in enumerate(self.arrows):
            way = self.ways[other]
            if way is None or rival.source != self.arrows[number].source or other == number:
                continue
            runs = [way.leave[0], *headings(way.points, field.width), (way.enter[0] + 2) % 4]
            for index, point in enumerate(way.points):
                into, out = runs[index], runs[index + 1]
                if into != way.leave[0]:
                    break
                for turn in range(4):
                    before = point - field.steps[turn]
                    clear = not field.used[turn % 2][before] and (into != out or not field.used[1 - into % 2][point])
                    key = before * 4 + turn
                    if turn not in (into, (out + 2) % 4) and clear and key not in goals:
                        goals[key] = _SIBLING
                        leads[key] = (way.points[: index + 1], way.leave)

    def _inwards(self, box: int, point: int) -> float:
        field = self.field
        x, y = field.middle(box)
        return abs(field.xs[point % field.width] - x) + abs(field.ys[point // field.width] - y)

    def _port_cost(self, number: int, port: Port, arriving: bool) -> float:
        arrow = self.arrows[number]
        leaving, entering = (_LOOP_OUT, _LOOP_IN) if arrow.edge.loop else (_OUT, _IN)
        table = entering if arriving else leaving
        tagged = not arriving and arrow.edge.label is not None and arrow.edge.on_line
        off = _TAG_OFF_MIDDLE if tagged else _OFF_MIDDLE
        wide = 10.0 if port[0] % 2 == EAST and not arriving and arrow.edge.label and not arrow.edge.on_line else 0.0
        return table[port[0]] + abs(port[1]) * off + wide


def _ends(arrow: Arrow) -> tuple[int, int, int]:
    return (0, arrow.source + 1, arrow.target + 1)
