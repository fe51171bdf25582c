"""Which ports of each box are in use, and which an arrow may still take."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.layout.field import EAST, SOUTH, Port, Way
from pipeline.layout.ports import Shape
from pipeline.layout.reading import Arrow


class Occupancy:
    """Ports in use, by arrow. Arriving arrows may share a port, leaving ones may not, and the two never mix."""

    def __init__(self, arrows: Sequence[Arrow], shapes: Sequence[Shape], lenient: bool = False) -> None:
        """All ports are free; if `lenient` none is kept for arrows still to come."""
        self.arrows, self.shapes, self.lenient = arrows, shapes, lenient
        self.ways: dict[int, Way] = {}
        self.outgoing: list[list[int]] = [[] for _ in shapes]
        self.incoming: list[list[int]] = [[] for _ in shapes]
        for number, arrow in enumerate(arrows):
            self.outgoing[arrow.source].append(number)
            self.incoming[arrow.target].append(number)

    def take(self, number: int, way: Way) -> None:
        """Note the ports an arrow uses."""
        self.ways[number] = way

    def free(self, number: int) -> None:
        """Forget them."""
        del self.ways[number]

    def entries(self, number: int) -> list[Port]:
        """Unused ports at which an arrow may arrive; the arrows that still have to leave keep theirs."""
        arrow = self.arrows[number]
        box = arrow.target
        kept = sum(n not in self.ways for n in self.outgoing[box])
        kept += len(self._absent(box) - {self._kind(number)})
        looped = _halves(self.shapes[box], False) if arrow.source == box else None
        return self._open(box, kept, looped)

    def exits(self, number: int) -> list[Port]:
        """Unused ports from which an arrow may leave; one is kept for arrows that still have to arrive."""
        arrow = self.arrows[number]
        box = arrow.source
        kept = len(self._absent(box))
        looped = _halves(self.shapes[box], True) if arrow.target == box else None
        return self._open(box, kept, looped)

    def _absent(self, box: int) -> set[int]:
        """Which kinds of arrows still need a first port to arrive at a box."""
        here = {self._kind(n) for n in self.incoming[box] if n in self.ways}
        return {self._kind(n) for n in self.incoming[box]} - here

    def _kind(self, number: int) -> int:
        """Arrows of a kind may arrive at one port: flow 0, loops back 1; a loop to the same box shares none."""
        arrow = self.arrows[number]
        return 2 + number if arrow.source == arrow.target else int(arrow.edge.loop)

    def _open(self, box: int, kept: int, looped: frozenset[Port] | None) -> list[Port]:
        shape = self.shapes[box]
        leaving = [self.ways[n].leave for n in self.outgoing[box] if n in self.ways]
        arriving = [self.ways[n].enter for n in self.incoming[box] if n in self.ways]
        if shape.single:
            sides = {port[0] for port in (*leaving, *arriving)}
            found = [port for port in shape.ports if port[0] not in sides]
            left = len({port[0] for port in found})
        else:
            found = [port for port in shape.ports if port not in leaving and port not in arriving]
            left = len(found)
        if left <= kept and not self.lenient:
            return []
        return [port for port in found if looped is None or port in looped]


def _halves(shape: Shape, leaving: bool) -> frozenset[Port]:
    """The ports at which an arrow from a box to itself may leave, or arrive: never the same side if it can be had."""
    out = [port for port in shape.ports if port[0] in (EAST, SOUTH)]
    into = [port for port in shape.ports if port[0] not in (EAST, SOUTH)]
    if not out or not into:
        sides = sorted({port[0] for port in shape.ports})
        ports = sorted(shape.ports)
        half = len(ports) // 2
        out = [port for port in ports if port[0] == sides[0]] if len(sides) > 1 else ports[:half]
        into = [port for port in ports if port not in out]
    return frozenset(out if leaving else into)
