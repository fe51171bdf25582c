"""From cells to a drawing: route, size, spread and label; where a label finds no place, ask for room and repeat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.geometry import Point, Rect, Size
from pipeline.layout.bonds import Plan, reference
from pipeline.layout.cells import Cells
from pipeline.layout.drawing import Drawing, Extent, Route
from pipeline.layout.field import EAST, NORTH, SOUTH, WEST, Way, crossings_of, turns
from pipeline.layout.frame import Frame, frame
from pipeline.layout.graph import Graph
from pipeline.layout.hold import Hold, Lines, Seat
from pipeline.layout.labels import Labels
from pipeline.layout.pieces import pieces_of, wires_of
from pipeline.layout.reading import Arrow
from pipeline.layout.route import Router
from pipeline.layout.sizes import Least, filled

_TRACKS = 3  # lines in each gap, and
_ARROWS = 160  # one more for so many arrows
_MORE = 4  # lines added to a gap that was too narrow
_ATTEMPTS = 6  # at routing, each with more lines
_ROUNDS = 3
_DECIMALS = 2  # of the places that are kept, mm


@dataclass(frozen=True, slots=True)
class Placed:
    """Where everything lies: places of items and wires along both axes, boxes and lines, mm."""

    places: tuple[tuple[float, ...], tuple[float, ...]]
    boxes: tuple[Rect, ...]
    lines: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class Routed:
    """Boxes in cells with the ways of all arrows on the grid: enough to judge bends and crossings by, not drawn yet."""

    cells: Cells
    frame: Frame
    ways: tuple[Way, ...]

    @property
    def bends(self) -> int:
        """How many corners the arrows will have."""
        width = len(self.frame.axes[0].item) + 2
        return sum(len(turns(way, width)) for way in self.ways)

    @property
    def crossings(self) -> int:
        """How often arrows will cross each other, counted in pairs."""
        return crossings_of(self.ways, len(self.frame.axes[0].item) + 2)


def routed(graph: Graph, arrows: tuple[Arrow, ...], cells: Cells, wide: float = 0.0, thorough: bool = False) -> Routed:
    """The ways of all arrows; `wide` > 0 sets ports further apart, for labels.

    Gaps in which an arrow found no track get more of them; if `thorough` those, too, in which none is left over,
    since other arrows may have gone round them: fewer crossings and bends for up to twice the time.
    """
    more: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for attempt in range(_ATTEMPTS):
        base = frame(graph, arrows, cells, _TRACKS + len(arrows) // _ARROWS, wide, more)
        router = Router(arrows, base)
        ways = router.run(forced=attempt > 0)
        narrow = thorough and attempt == 0 and bool(router.crowded)
        if ways is not None and (attempt == _ATTEMPTS - 1 or not (narrow or router.overlaid)):
            return Routed(cells, base, ways)
        for a, item in router.crowded:
            more[a][item] = more[a].get(item, 0) + _MORE
    raise AssertionError("the grid is connected, so a way can be forced")


def drawn(
    graph: Graph, arrows: tuple[Arrow, ...], first: Routed, least: Least = ((), ()), rounds: int = _ROUNDS
) -> tuple[Drawing, int]:
    """The drawing of routed arrows, and how many labels found no place; routed anew if they need more room.

    `least` tells where columns and rows lie at least; labels may ask for more room in so many `rounds`.
    """
    best: tuple[int, Drawing] | None = None
    for wide in (False, True):
        base = routed(graph, arrows, first.cells, 1.0) if wide else first
        demands: dict[int, int] = {}
        for _ in range(rounds):
            drawing, missing = _drawn(graph, base.frame, _plan(base.frame, arrows, base.ways, demands), least)
            if best is None or len(missing) < best[0]:
                best = (len(missing), drawing)
            if not missing:
                return best[1], 0
            demands = {**demands, **{number: demands.get(number, 0) + 1 for number in missing}}
    assert best is not None
    return best[1], best[0]


def _plan(base: Frame, arrows: tuple[Arrow, ...], ways: Sequence[Way], demands: Mapping[int, int]) -> Plan:
    routes = tuple(pieces_of(way, base) for way in ways)
    return Plan(arrows, routes, (wires_of(routes, base, 0), wires_of(routes, base, 1)), demands)


def _drawn(graph: Graph, base: Frame, plan: Plan, least: Least) -> tuple[Drawing, tuple[int, ...]]:
    placed = _placed(graph, base, plan, least)
    xs, ys = placed.places
    size = Size(xs[base.axes[0].items - 1], ys[base.axes[1].items - 1])
    bands = _bands(graph, base, plan, xs)
    labels = Labels(placed.boxes, placed.lines, [band.hi for band in bands[:-1]], Rect(0, 0, size.width, size.height))
    rects = labels.place(plan.arrows, placed.lines)
    walls = [ys[item] for item in base.axes[1].walls]
    routes = {arrow.edge.name: Route(placed.lines[n], rects.get(n)) for n, arrow in enumerate(plan.arrows)}
    drawing = Drawing(
        size,
        {box.name: rect for box, rect in zip(graph.boxes, placed.boxes, strict=True)},
        dict(sorted(routes.items())),
        bands,
        tuple(Extent(low, high) for low, high in pairwise(walls)),
        _hold(graph, base, placed.places),
    )
    wanted = [number for number, arrow in enumerate(plan.arrows) if arrow.edge.label is not None]
    return drawing, tuple(number for number in wanted if number not in rects)


def _cells(graph: Graph, base: Frame) -> dict[str, tuple[int, int]]:
    columns, rows = base.axes
    return {
        box.name: (home[0] - columns.group_items[box.band][0], home[1] - rows.group_items[box.lane][0])
        for box, home in zip(graph.boxes, base.homes, strict=True)
    }


def _hold(graph: Graph, base: Frame, places: Sequence[Sequence[float]]) -> Hold:
    """What keeps this drawing: seats by column and row, and the places of all lines to a hundredth of a mm."""
    cells = _cells(graph, base)
    seats = ((box.name, Seat(box.band, box.lane, *(index + 1.0 for index in cells[box.name]))) for box in graph.boxes)
    columns, rows = (
        tuple(
            (group, item - first + 1.0, round(at[item], _DECIMALS))
            for group, (first, last) in enumerate(axis.group_items)
            for item in range(first, last + 1)
        )
        for axis, at in zip(base.axes, places, strict=True)
    )
    rims = tuple(round(places[1][item], _DECIMALS) for item in base.axes[1].walls)
    size = Size(round(places[0][base.axes[0].items - 1], _DECIMALS), rims[-1])
    return Hold(tuple(sorted(seats)), Lines(size, columns, rows, rims))


def _placed(graph: Graph, base: Frame, plan: Plan, least: Least) -> Placed:
    room = graph.room if graph.fill else Size(0, 0)
    places = (
        tuple(filled(base, plan, 0, room.width, least[0])),
        tuple(filled(base, plan, 1, room.height, least[1])),
    )
    boxes = tuple(
        Rect(
            places[0][home[0]] - shape.before[0],
            places[1][home[1]] - shape.before[1],
            box.size.width,
            box.size.height,
        )
        for box, home, shape in zip(graph.boxes, base.homes, base.shapes, strict=True)
    )
    lines = tuple(_line(base, plan, number, places, boxes) for number in range(len(plan.arrows)))
    return Placed(places, boxes, lines)


def _line(
    base: Frame, plan: Plan, number: int, places: Sequence[Sequence[float]], boxes: Sequence[Rect]
) -> tuple[Point, ...]:
    pieces, arrow = plan.routes[number], plan.arrows[number]
    at: list[float] = []
    for piece in pieces:
        place, offset = reference(base, plan, piece)
        at.append(places[piece.across][place] + offset)
    points = [_end(boxes[arrow.source], pieces[0].heading, at[0])]
    for piece, here, following in zip(pieces, at, at[1:], strict=False):
        points.append(Point(here, following) if piece.across == 0 else Point(following, here))
    points.append(_end(boxes[arrow.target], (pieces[-1].heading + 2) % 4, at[-1]))
    return tuple(points)


def _end(box: Rect, side: int, at: float) -> Point:
    edges = {EAST: box.right, WEST: box.x, SOUTH: box.bottom, NORTH: box.y}
    return Point(edges[side], at) if side in (EAST, WEST) else Point(at, edges[side])


def _bands(graph: Graph, base: Frame, plan: Plan, xs: Sequence[float]) -> tuple[Extent, ...]:
    """Bands that meet in the widest stretch free of upright wires between their boxes."""
    axis, reach, edge = base.axes[0], base.extents[0], graph.spacing.edge
    rims = [0.0]
    for _, last in axis.group_items[:-1]:
        low, high = xs[last] + reach[last][1] + edge, xs[last + 1] - reach[last + 1][0] - edge
        wires = [xs[axis.items + n] for n, wire in enumerate(plan.wires[0]) if wire.gap == last]
        stops = sorted([low, high, *(x for x in wires if low < x < high)])
        free = max(pairwise(stops), key=lambda part: (round(part[1] - part[0], 3), -part[0]))
        rims.append((free[0] + free[1]) / 2)
    rims.append(xs[axis.items - 1])
    return tuple(Extent(low, high) for low, high in pairwise(rims))
