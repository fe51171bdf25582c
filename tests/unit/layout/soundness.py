"""One reusable check that a drawing obeys everything a reader may rely on; each rule is a function of its own."""

from __future__ import annotations

from itertools import combinations, pairwise

from pipeline.geometry import Point, Rect, Side
from pipeline.layout import Box, Drawing, Edge, Graph, Reach
from pipeline.layout.portrait import turned_drawing, turned_graph

EPS = 1e-3


def assert_sound(graph: Graph, drawing: Drawing) -> None:
    """Raise AssertionError at the first rule broken; rules about ports only where they can be obeyed."""
    if graph.portrait:
        graph, drawing = turned_graph(graph), turned_drawing(drawing)
    check_boxes(graph, drawing)
    check_areas(graph, drawing)
    check_lines(graph, drawing)
    check_ends(graph, drawing)
    check_flow(graph, drawing)
    short = frozenset(box.name for box in graph.boxes if overfull(graph, box))
    check_tracks(graph, drawing, short)
    check_ports(graph, drawing, short)
    check_labels(graph, drawing)


def overfull(graph: Graph, box: Box) -> bool:
    """True if a box has fewer ports than arrows that may not share one; to the west none leaves that leads ahead."""
    into = {e.name if e.source == e.target else str(e.loop) for e in graph.edges if e.target == box.name}
    leaving = sum(e.source == box.name for e in graph.edges)
    room = {side: 1 if box.single or reach.lo == reach.hi else _places(graph, reach) for side, reach in box.reach}
    return leaving + len(into) > sum(room.values()) or leaving > sum(room.values()) - room.get(Side.WEST, 0)


def _places(graph: Graph, reach: Reach) -> int:
    """How many arrows find room on a side: a lower bound."""
    return 1 if reach.hi - reach.lo < 4.2 * graph.spacing.track else 2


def check_boxes(graph: Graph, drawing: Drawing) -> None:
    assert list(drawing.boxes) == [box.name for box in graph.boxes]
    for box in graph.boxes:
        assert drawing.boxes[box.name].size == box.size, box.name
    near = graph.spacing.box / 2 - EPS
    for one, two in combinations(drawing.boxes.items(), 2):
        assert not one[1].grown(near).overlaps(two[1].grown(near)), (one, two)


def check_areas(graph: Graph, drawing: Drawing) -> None:
    bands, lanes, edge = drawing.bands, drawing.lanes, graph.spacing.edge - EPS
    assert (len(bands), len(lanes)) == (graph.bands, graph.lanes)
    for extents, length in ((bands, drawing.size.width), (lanes, drawing.size.height)):
        assert extents[0].lo == 0 and abs(extents[-1].hi - length) < EPS
        assert all(abs(one.hi - two.lo) < EPS for one, two in pairwise(extents))
    for extent, least in zip(bands, graph.band_minimum, strict=False):
        assert extent.hi - extent.lo >= least - EPS
    for box in graph.boxes:
        rect, band, lane = drawing.boxes[box.name], bands[box.band], lanes[box.lane]
        assert band.lo + edge <= rect.x and rect.right <= band.hi - edge, box.name
        assert lane.lo + graph.lane_head + edge <= rect.y and rect.bottom <= lane.hi - edge, box.name


def pieces(drawing: Drawing, name: str) -> list[tuple[Point, Point]]:
    return list(pairwise(drawing.routes[name].points))


def as_rect(a: Point, b: Point) -> Rect:
    return Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))


def meets(one: Rect, two: Rect, slack: float) -> bool:
    wide = min(one.right, two.right) - max(one.x, two.x)
    high = min(one.bottom, two.bottom) - max(one.y, two.y)
    return wide > slack and high > slack


def check_lines(graph: Graph, drawing: Drawing) -> None:
    assert list(drawing.routes) == sorted(edge.name for edge in graph.edges)
    for edge in graph.edges:
        for a, b in pieces(drawing, edge.name):
            assert (a.x == b.x) != (a.y == b.y), (edge.name, a, b)
            line = as_rect(a, b)
            assert line.x >= -EPS and line.right <= drawing.size.width + EPS, edge.name
            assert line.y >= -EPS and line.bottom <= drawing.size.height + EPS, edge.name
            for name, rect in drawing.boxes.items():
                assert not meets(line, rect, -1e-9 if name not in (edge.source, edge.target) else 1e-6), (
                    edge.name,
                    name,
                )
                assert not _inside(a, b, rect), (edge.name, name)
            check_heads(graph, drawing, edge, a, b)


def _inside(a: Point, b: Point, rect: Rect) -> bool:
    core = rect.grown(-1e-6)
    return meets(as_rect(a, b), core, -1e-9)


def check_heads(graph: Graph, drawing: Drawing, edge: Edge, a: Point, b: Point) -> None:
    """A level piece does not run through the strip that is kept for a lane's name."""
    if a.y == b.y:
        for lane in drawing.lanes:
            assert not lane.lo + EPS < a.y < lane.lo + graph.lane_head - EPS, edge.name


def side_of(rect: Rect, at: Point, towards: Point) -> tuple[Side, float]:
    """The side of a box on which an end lies, with the distance from the side's start."""
    if at.y == towards.y:
        side = Side.EAST if towards.x > at.x else Side.WEST
        assert abs(at.x - (rect.right if side is Side.EAST else rect.x)) < EPS
        return side, at.y - rect.y
    side = Side.SOUTH if towards.y > at.y else Side.NORTH
    assert abs(at.y - (rect.bottom if side is Side.SOUTH else rect.y)) < EPS
    return side, at.x - rect.x


def ends(drawing: Drawing, edge: Edge) -> tuple[tuple[Side, float], tuple[Side, float]]:
    points = drawing.routes[edge.name].points
    leave = side_of(drawing.boxes[edge.source], points[0], points[1])
    return leave, side_of(drawing.boxes[edge.target], points[-1], points[-2])


def check_ends(graph: Graph, drawing: Drawing) -> None:
    reach = {box.name: dict(box.reach) for box in graph.boxes}
    for edge in graph.edges:
        for name, (side, at) in zip((edge.source, edge.target), ends(drawing, edge), strict=True):
            assert side in reach[name], (edge.name, side)
            assert reach[name][side].lo - EPS <= at <= reach[name][side].hi + EPS, (edge.name, side, at)
        runs = pieces(drawing, edge.name)
        label = edge.label if edge.on_line else None
        level = runs[0][0].y == runs[0][1].y
        need = graph.spacing.head
        if label:
            need = (label.width if level else label.height) + 4 + (need if len(runs) == 1 else 0)
        assert runs[0][0].distance(runs[0][1]) >= need - EPS, edge.name
        assert runs[-1][0].distance(runs[-1][1]) >= graph.spacing.head - EPS, edge.name


def check_flow(graph: Graph, drawing: Drawing) -> None:
    """An arrow whose target lies ahead does not set off against the flow; loops back may."""
    place = {box.name: (box.band, number) for number, box in enumerate(graph.boxes)}
    lane = {box.name: box.lane for box in graph.boxes}
    for edge in graph.edges:
        (band, at), (other_band, other) = place[edge.source], place[edge.target]
        back = band > other_band or (band == other_band and lane[edge.source] == lane[edge.target] and at >= other)
        source, target = drawing.boxes[edge.source], drawing.boxes[edge.target]
        if not (back or edge.loop) and target.x >= source.right:
            first, second = drawing.routes[edge.name].points[:2]
            assert second.x >= first.x, edge.name


def check_ports(graph: Graph, drawing: Drawing, short: frozenset[str]) -> None:
    """No arrow leaves where another one arrives; from a single box each leaves at a side of its own."""
    single = {box.name: box.single for box in graph.boxes}
    leaving: dict[str, list[tuple[Side, float]]] = {box.name: [] for box in graph.boxes}
    arriving: dict[str, list[tuple[Side, float]]] = {box.name: [] for box in graph.boxes}
    for edge in graph.edges:
        leave, enter = ends(drawing, edge)
        leaving[edge.source].append(leave)
        arriving[edge.target].append(enter)
    for name, out in leaving.items():
        into = arriving[name]
        if single[name] and name not in short:
            sides = [side for side, _ in out]
            assert len(set(sides)) == len(sides), name
            assert not set(sides) & {side for side, _ in into}, name
        for side, at in out:
            assert not any(side is s and abs(at - v) < 1 for s, v in into), name


def check_tracks(graph: Graph, drawing: Drawing, short: frozenset[str]) -> None:
    """Pieces of different arrows lie a track apart and only cross; they share a stretch where they may.

    That is on the way to one target, and from one source that has too few ports.
    """
    for one, two in combinations(graph.edges, 2):
        merged = one.target == two.target and (one.loop == two.loop or one.target in short)
        merged = merged or (one.source == two.source and one.source in short)
        for a, b in pieces(drawing, one.name):
            for c, d in pieces(drawing, two.name):
                check_pair(graph, (one, two), merged, as_rect(a, b), as_rect(c, d))


def check_pair(graph: Graph, pair: tuple[Edge, Edge], merged: bool, one: Rect, two: Rect) -> None:
    if (one.height == 0) is not (two.height == 0):
        assert merged or not _touch(one, two), (pair, one, two)
        return
    p, q = (one, two) if one.height == 0 else (_turned(one), _turned(two))
    shared = min(p.right, q.right) - max(p.x, q.x)
    apart = abs(p.y - q.y)
    if shared > EPS:
        assert apart >= graph.spacing.track - EPS or (merged and apart < EPS), (pair, one, two)


def _touch(one: Rect, two: Rect) -> bool:
    """True if two pieces at right angles meet, but do not cross: an end of one lies on the other."""
    level, upright = (one, two) if one.height == 0 else (two, one)
    inside = min(upright.x - level.x, level.right - upright.x, level.y - upright.y, upright.bottom - level.y)
    return abs(inside) < EPS


def _turned(rect: Rect) -> Rect:
    return Rect(rect.y, rect.x, rect.height, rect.width)


def check_labels(graph: Graph, drawing: Drawing) -> None:
    placed: list[tuple[str, Rect]] = []
    lines = [(edge.name, as_rect(a, b)) for edge in graph.edges for a, b in pieces(drawing, edge.name)]
    for edge in graph.edges:
        rect = drawing.routes[edge.name].label
        if edge.label is None:
            assert rect is None
            continue
        assert rect is not None, edge.name
        assert abs(rect.width - edge.label.width) < EPS and abs(rect.height - edge.label.height) < EPS
        assert not any(rect.overlaps(box, EPS) for box in drawing.boxes.values()), edge.name
        assert not any(rect.overlaps(other, EPS) for _, other in placed), edge.name
        placed.append((edge.name, rect))
        on_line = edge.on_line and any(meets(rect, piece, -EPS) for name, piece in lines if name == edge.name)
        assert not any(meets(rect, piece, -1e-6) for name, piece in lines if name != edge.name or not on_line), (
            edge.name
        )
        near = rect.grown(1.6)
        assert any(meets(near, piece, -EPS) for name, piece in lines if name == edge.name), edge.name
