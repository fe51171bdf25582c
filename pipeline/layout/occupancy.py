"""Which ports of each box are in use, and which an arrow may still take."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.layout.field import EAST, SOUTH, WEST, Port, Way
from pipeline.layout.frame import Frame
from pipeline.layout.reading import Arrow


class Occupancy:
    """Ports in use, by arrow. Arriving arrows may share a port, leaving ones may not, and the two never mix.

    An arrow that leads ahead never sets off to the west, against the flow. A port is given away only while enough
    are left for all that must still come; where a box has too few from the start, its leaving arrows go short and
    have to share.
    """

    def __init__(self, arrows: Sequence[Arrow], frame: Frame, lenient: bool = False) -> None:
        """All ports are free; if `lenient` none is kept for arrows still to come."""
        self.arrows, self.shapes, self.lenient = arrows, frame.shapes, lenient
        self.ways: dict[int, Way] = {}
        self.outgoing: list[list[int]] = [[] for _ in frame.shapes]
        self.incoming: list[list[int]] = [[] for _ in frame.shapes]
        for number, arrow in enumerate(arrows):
            self.outgoing[arrow.source].append(number)
            self.incoming[arrow.target].append(number)
        self.ahead = [_ahead(arrow, frame) for arrow in arrows]
        self.kinds = [_kind(number, arrow) for number, arrow in enumerate(arrows)]

    def take(self, number: int, way: Way) -> None:
        """Note the ports an arrow uses."""
        self.ways[number] = way

    def free(self, number: int) -> None:
        """Forget them."""
        del self.ways[number]

    def entries(self, number: int) -> list[Port]:
        """Unused ports at which an arrow may arrive; the arrows that still have to leave keep theirs."""
        box = self.arrows[number].target
        found, left, left_ahead = self._unused(box)
        kinds, leaving, leaving_ahead = self._kept(box, number)
        if left <= kinds + leaving and not self.lenient:
            return []
        if self.kinds[number] > 1:
            found = self._parted(box, found)[1]
        if left_ahead <= leaving_ahead and not self.lenient:
            return [port for port in found if port[0] == WEST]
        return found

    def exits(self, number: int) -> list[Port]:
        """Unused ports from which an arrow may leave; one is kept for each kind that still has to arrive."""
        box = self.arrows[number].source
        found, left, left_ahead = self._unused(box)
        kinds, _, leaving_ahead = self._kept(box, number)
        if left <= kinds and not self.lenient:
            return []
        if self.kinds[number] > 1:
            return self._parted(box, found)[0]
        if self.ahead[number]:
            return [port for port in found if port[0] != WEST]
        if left_ahead <= leaving_ahead:
            return [port for port in found if port[0] == WEST] or found
        return found

    def _parted(self, box: int, ports: list[Port]) -> tuple[list[Port], list[Port]]:
        """The ports at which an arrow from a box to itself may leave and arrive: never the same, nor the same side."""
        out = [port for port in ports if port[0] in (EAST, SOUTH)]
        into = [port for port in ports if port[0] not in (EAST, SOUTH)]
        if out and into:
            return out, into
        sides = sorted({port[0] for port in ports})
        if len(sides) > 1:
            out = [port for port in ports if port[0] == sides[0]]
        elif len(ports) > 1 and not self.shapes[box].single:
            out = ports[: len(ports) // 2]
        elif self.lenient:
            return ports, ports
        elif any(n in self.ways for n in self.incoming[box]):
            out = ports  # the only one is for leaving, where the loop can arrive with another arrow
        else:
            out = []
        return out, [port for port in ports if port not in out]

    def _unused(self, box: int) -> tuple[list[Port], int, int]:
        """The unused ports of a box, how many arrows they can serve, and how many of these to the front."""
        shape, ways = self.shapes[box], self.ways
        taken = {ways[n].leave for n in self.outgoing[box] if n in ways}
        taken.update(ways[n].enter for n in self.incoming[box] if n in ways)
        if not shape.single:
            found = [port for port in shape.ports if port not in taken]
            return found, len(found), sum(port[0] != WEST for port in found)
        sides = {port[0] for port in taken}
        found = [port for port in shape.ports if port[0] not in sides]
        open_sides = {port[0] for port in found}
        return found, len(open_sides), len(open_sides - {WEST})

    def _kept(self, box: int, number: int) -> tuple[int, int, int]:
        """Ports kept for others: for kinds still to arrive, arrows still to leave, and those that lead ahead."""
        ways, kinds = self.ways, self.kinds
        incoming, outgoing = self.incoming[box], self.outgoing[box]
        capacity = self.shapes[box].capacity
        every = {kinds[n] for n in incoming}
        absent = every - {kinds[n] for n in incoming if n in ways}
        own = self.arrows[number].target == box and kinds[number] in absent
        used_in = len({ways[n].enter for n in incoming if n in ways})
        arriving = max(0, min(len(absent) - own, max(1, capacity - bool(outgoing)) - used_in - own))
        still = [n for n in outgoing if n not in ways and n != number]
        used_out = len({ways[n].leave for n in outgoing if n in ways})
        leaving = max(0, min(len(still), max(1, capacity - len(every)) - used_out))
        return arriving, leaving, min(leaving, sum(self.ahead[n] for n in still))


def _kind(number: int, arrow: Arrow) -> int:
    """Arrows into a box join those of their kind: flow 0, loops back 1, couplings -1, those to the box itself none."""
    if arrow.source == arrow.target:
        return 2 + number
    return -1 if arrow.edge.coupling else int(arrow.edge.loop)


def _ahead(arrow: Arrow, frame: Frame) -> bool:
    """True if an arrow leads on to a later column, from a box that has a side to set off from in that direction."""
    onwards = frame.homes[arrow.target][0] > frame.homes[arrow.source][0] and not arrow.back
    return onwards and any(side != WEST for side, _ in frame.shapes[arrow.source].ports)
