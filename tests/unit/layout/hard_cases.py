"""Graphs that are small but awkward: each exercises one limit of the layout engine."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.geometry import Side, Size
from pipeline.layout import Box, Edge, Graph, Reach, Spacing

SPACING = Spacing(track=3.2, box=5.0, head=4.5)
ROOM = Size(396.0, 175.0)
SIDES = (Side.EAST, Side.SOUTH, Side.WEST, Side.NORTH)
CONDITION = Size(38.0, 4.5)
TAG = Size(8.5, 5.0)


def rectangle(name: str, band: int = 0, lane: int = 0, width: float = 36.0, height: float = 16.0) -> Box:
    reach = ((height, width, height, width), SIDES)
    sides = tuple((side, Reach(3.0, length - 3.0)) for length, side in zip(*reach, strict=True))
    return Box(name, band, lane, Size(width, height), sides)


def decision(name: str, band: int = 0, lane: int = 0, width: float = 42.0, height: float = 18.0) -> Box:
    middles = (height / 2, width / 2, height / 2, width / 2)
    sides = tuple((side, Reach(at, at)) for side, at in zip(SIDES, middles, strict=True))
    return Box(name, band, lane, Size(width, height), sides, single=True)


def edge(source: str, target: str, label: Size | None = None, *, tag: bool = False, loop: bool = False) -> Edge:
    return Edge(f"{source}-{target}", source, target, label, tag, loop)


def graph(boxes: Sequence[Box], edges: Sequence[Edge], bands: int = 1, lanes: int = 1, head: float = 0.0) -> Graph:
    minimum = (35.0,) * bands
    return Graph(tuple(boxes), tuple(edges), bands, lanes, SPACING, ROOM, band_minimum=minimum, lane_head=head)


def _row(count: int, bands: int) -> list[Box]:
    return [rectangle(f"b{n:02}", n * bands // count) for n in range(count)]


def _star(arms: int) -> Graph:
    boxes = [rectangle("hub", 0), *(rectangle(f"arm{n:02}", 1) for n in range(arms))]
    return graph(boxes, [edge("hub", box.name) for box in boxes[1:]], 2)


def _into_one(arms: int) -> Graph:
    boxes = [*(rectangle(f"arm{n:02}", n % 2) for n in range(arms)), rectangle("sink", 2)]
    return graph(boxes, [edge(box.name, "sink") for box in boxes[:-1]], 3)


def _bipartite() -> Graph:
    boxes = [rectangle(f"{side}{n}", band) for band, side in enumerate("ab") for n in range(4)]
    return graph(boxes, [edge(f"a{n}", f"b{m}") for n in range(4) for m in range(4)], 2)


def _chain(count: int, bands: int) -> Graph:
    boxes = _row(count, bands)
    return graph(boxes, [edge(a.name, b.name) for a, b in pairwise(boxes)], bands)


def _round() -> Graph:
    boxes = _row(6, 6)
    edges = [edge(a.name, b.name) for a, b in pairwise(boxes)]
    return graph(boxes, [*edges, edge(boxes[-1].name, boxes[0].name, TAG, tag=True, loop=True)], 6)


def _double() -> Graph:
    edges = [Edge(f"e{n}", "b00", "b01", CONDITION if n % 2 else None) for n in range(4)]
    return graph(_row(2, 2), [*edges, Edge("back", "b01", "b00")], 2)


def _selves() -> Graph:
    boxes = [rectangle("r"), decision("d")]
    edges = [edge("r", "d"), edge("r", "r", CONDITION), edge("d", "d", TAG, tag=True)]
    return graph(boxes, edges)


def _labels() -> Graph:
    boxes = [rectangle("a"), decision("q"), *(rectangle(f"t{n}", 1) for n in range(5))]
    wide = Size(60.0, 9.0)
    edges = [edge("a", "q", wide), edge("q", "t0", TAG, tag=True), edge("q", "t1", TAG, tag=True)]
    return graph(boxes, [*edges, *(edge("a", f"t{n}", wide) for n in range(2, 5))], 2)


def _lanes() -> Graph:
    boxes = [rectangle(f"l{lane}b{band}", band, lane) for lane in (0, 2, 3) for band in (0, 2)]
    edges = [edge("l0b0", "l0b2"), edge("l0b0", "l2b2"), edge("l3b0", "l2b0"), edge("l2b2", "l3b2", CONDITION)]
    return graph(boxes, [*edges, edge("l3b2", "l0b0", loop=True)], 3, 4, head=12.0)


def _huge() -> Graph:
    boxes = [rectangle("a", 0, 0, 300.0, 15.0), rectangle("b", 1, 0, 12.0, 200.0), decision("c", 1, 0, 90.0, 60.0)]
    return graph(boxes, [edge("a", "b"), edge("b", "c"), edge("c", "a", TAG, tag=True)], 2)


def _parts() -> Graph:
    boxes = _row(9, 3)
    return graph(boxes, [edge("b00", "b03"), edge("b01", "b04"), edge("b02", "b08")], 3)


def _decisions(count: int) -> Graph:
    """Each yes leads on, each no to somewhere else: more arrows pass than a gap usually has tracks."""
    boxes = [decision(f"d{n:02}", n * 6 // count) for n in range(count)]
    edges = [edge(f"d{n:02}", f"d{(n + 1) % count:02}", TAG, tag=True) for n in range(count)]
    strays = [edge(f"d{n:02}", f"d{(5 * n + 7) % count:02}", TAG) for n in range(count) if (4 * n + 6) % count]
    return graph(boxes, [*edges, *strays], 6)


def _fan() -> Graph:
    """A decision with more answers than corners."""
    boxes = [rectangle("a"), decision("q"), *(rectangle(f"t{n}", 1 + n % 2) for n in range(6))]
    return graph(boxes, [edge("a", "q"), *(edge("q", box.name) for box in boxes[2:])], 3)


def _whirl() -> Graph:
    """A decision that leads back to itself twice, among others."""
    boxes = [rectangle("a"), decision("q"), rectangle("t", 1)]
    selves = [Edge(f"self{n}", "q", "q", TAG) for n in range(2)]
    return graph(boxes, [edge("a", "q"), edge("q", "t"), edge("t", "q", loop=True), *selves], 2)


CASES = {
    "one": graph([rectangle("only")], []),
    "no edges": graph(_row(5, 2), [], 2),
    "empty band": graph([rectangle("a", 0), rectangle("b", 3)], [edge("a", "b", CONDITION)], 5),
    "lanes": _lanes(),
    "selves": _selves(),
    "double": _double(),
    "one band": _chain(14, 1),
    "many bands": _chain(12, 6),
    "star": _star(12),
    "into one": _into_one(14),
    "bipartite": _bipartite(),
    "round": _round(),
    "parts": _parts(),
    "huge": _huge(),
    "decisions": _decisions(16),
    "fan": _fan(),
    "whirl": _whirl(),
    "labels": _labels(),
}
