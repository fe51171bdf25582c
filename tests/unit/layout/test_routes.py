"""Routing in given cells: each case once went wrong."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from pipeline.geometry import Point, Side, Size
from pipeline.layout import Box, Drawing, Edge, Graph, Reach
from pipeline.layout.cells import Cells
from pipeline.layout.field import EAST, WEST, axes_used
from pipeline.layout.finish import Routed, drawn, routed
from pipeline.layout.frame import frame
from pipeline.layout.reading import arrows_of
from pipeline.layout.route import Router
from tests.unit.layout.hard_cases import CASES, ROOM, SPACING, decision, edge, rectangle
from tests.unit.layout.soundness import assert_sound

Place = tuple[int, int]


def _graph(boxes: list[Box], edges: list[Edge]) -> Graph:
    return Graph(tuple(boxes), tuple(edges), 1, 1, SPACING, ROOM, fill=False)


def _cells(places: list[Place]) -> Cells:
    return Cells((max(x for x, _ in places) + 1,), (max(y for _, y in places) + 1,), tuple(places))


def _finished(graph: Graph, places: list[Place]) -> tuple[Drawing, int]:
    arrows = arrows_of(graph)
    return drawn(graph, arrows, routed(graph, arrows, _cells(places)))


def _drawing(graph: Graph, places: list[Place]) -> Drawing:
    drawing, missing = _finished(graph, places)
    assert not missing
    assert_sound(graph, drawing)
    return drawing


def test_a_corner_keeps_clear_of_the_box_diagonal_to_it() -> None:
    """The way from b2 to b3 turns beside the foot of b1, which is wider than what stands below and taller than b2."""
    boxes = [rectangle("b0", 0, 0, 36, 30), decision("b1", 0, 0, 60, 30), rectangle("b2", 0, 0, 24, 12)]
    boxes += [rectangle("b3", 0, 0, 24, 16), rectangle("b4", 0, 0, 36, 16)]
    _drawing(_graph(boxes, [edge("b2", "b3")]), [(1, 1), (0, 0), (1, 0), (0, 2), (0, 1)])


def _out_of(drawing: Drawing, name: str) -> Point:
    first, second = drawing.routes[name].points[:2]
    return Point(second.x - first.x, second.y - first.y)


def test_an_arrow_on_does_not_take_the_last_port_of_one_that_leads_ahead() -> None:
    """Three answers lead ahead, so that the arrow into the decision has to arrive from the west."""
    boxes = [rectangle("a"), decision("q"), *(rectangle(f"t{n}") for n in range(3))]
    graph = _graph(boxes, [edge("a", "q"), *(edge("q", f"t{n}") for n in range(3))])
    drawing = _drawing(graph, [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2)])
    assert drawing.routes["a-q"].points[-1].x == drawing.boxes["q"].x
    assert all(_out_of(drawing, f"q-t{n}").x >= 0 for n in range(3))


def test_a_fourth_answer_shares_a_corner_rather_than_set_off_against_the_flow() -> None:
    boxes = [decision("q"), *(rectangle(f"t{n}") for n in range(4))]
    graph = _graph(boxes, [edge("q", f"t{n}") for n in range(4)])
    drawing = _drawing(graph, [(0, 1), (1, 0), (1, 1), (1, 2), (1, 3)])
    starts = {drawing.routes[f"q-t{n}"].points[0] for n in range(4)}
    assert len(starts) == 3


def test_a_loop_back_may_leave_to_the_west() -> None:
    graph = _graph([rectangle("a"), rectangle("b")], [edge("b", "a", loop=True)])
    drawing = _drawing(graph, [(0, 0), (1, 0)])
    assert _out_of(drawing, "b-a").x <= 0


def _in_columns(graph: Graph) -> Cells:
    """The boxes of each band in one column, and in the rows of their lane."""
    rows: dict[Place, int] = {}
    spots = []
    for box in graph.boxes:
        key = (box.band, box.lane)
        spots.append((box.band, box.lane, rows.get(key, 0)))
        rows[key] = rows.get(key, 0) + 1
    deep = [max([1, *(count for (_, at), count in rows.items() if at == lane)]) for lane in range(graph.lanes)]
    places = tuple((band, sum(deep[:lane]) + row) for band, lane, row in spots)
    return Cells((1,) * graph.bands, tuple(deep), places)


def _assert_apart(found: Routed, graph: Graph) -> None:
    """Only arrows of one source or one target touch the same points along the same axis."""
    arrows = arrows_of(graph)
    width = len(found.frame.axes[0].item) + 2
    marks = [set(axes_used(way, width)) for way in found.ways]
    assert len(marks) == len(arrows)
    for one, two in combinations(range(len(arrows)), 2):
        akin = arrows[one].source == arrows[two].source or arrows[one].target == arrows[two].target
        assert akin or marks[one].isdisjoint(marks[two]), (arrows[one].edge.name, arrows[two].edge.name)


@pytest.mark.parametrize("name", ["bipartite", "star", "into one", "fan"])
def test_where_tracks_are_few_arrows_make_room_for_each_other(name: str) -> None:
    graph = CASES[name]
    arrows, cells = arrows_of(graph), _in_columns(graph)
    base = frame(graph, arrows, cells, 2)
    ways = Router(arrows, base).run(forced=True)
    assert ways is not None
    _assert_apart(Routed(cells, base, ways), graph)


@pytest.mark.parametrize("name", sorted(CASES))
def test_gaps_are_widened_until_no_arrow_lies_upon_a_stranger(name: str) -> None:
    graph = CASES[name]
    _assert_apart(routed(graph, arrows_of(graph), _in_columns(graph)), graph)


def test_a_run_that_is_not_forced_tells_which_gaps_are_crowded() -> None:
    graph = CASES["decisions"]
    arrows = arrows_of(graph)
    router = Router(arrows, frame(graph, arrows, _in_columns(graph), 1))
    assert router.run(forced=False) is None
    assert router.crowded


def _crossings(drawing: Drawing) -> int:
    """Proper crossings, counted from the finished lines."""
    lines = [list(pairwise(route.points)) for route in drawing.routes.values()]
    count = 0
    for one, two in combinations(lines, 2):
        for a, b in one:
            for c, d in two:
                first, second = sorted(((a, b), (c, d)), key=lambda piece: piece[0].y != piece[1].y)
                xs, ys = sorted((first[0].x, first[1].x)), sorted((second[0].y, second[1].y))
                count += xs[0] + 0.1 < second[0].x < xs[1] - 0.1 and ys[0] + 0.1 < first[0].y < ys[1] - 0.1
    return count


@pytest.mark.parametrize("name", ["bipartite", "star", "decisions", "round", "labels"])
def test_bends_and_crossings_are_known_before_drawing(name: str) -> None:
    graph = CASES[name]
    arrows = arrows_of(graph)
    before = routed(graph, arrows, _in_columns(graph))
    drawing, missing = drawn(graph, arrows, before)
    assert not missing
    assert before.bends == sum(len(route.points) - 2 for route in drawing.routes.values())
    assert before.crossings == _crossings(drawing)


def test_thorough_routing_is_no_worse_where_gaps_are_full() -> None:
    graph = CASES["decisions"]
    arrows = arrows_of(graph)
    cells = _in_columns(graph)

    def flaws(found: Routed) -> int:
        return 5 * found.crossings + found.bends

    assert flaws(routed(graph, arrows, cells, thorough=True)) <= flaws(routed(graph, arrows, cells))


def test_ports_to_the_west_are_for_those_who_lead_back() -> None:
    graph = _graph([rectangle("a"), rectangle("b", 0, 0, *(20.0, 16.0))], [edge("a", "b"), edge("b", "a", loop=True)])
    arrows = arrows_of(graph)
    ends = Router(arrows, frame(graph, arrows, _cells([(0, 0), (1, 0)]), 3)).ends
    on = next(number for number, arrow in enumerate(arrows) if not arrow.back)
    assert WEST not in {side for side, _ in ends.exits(on)}
    assert {EAST, WEST} <= {side for side, _ in ends.exits(1 - on)}


@pytest.mark.parametrize("side", list(Side))
def test_boxes_with_one_port_still_get_all_their_arrows(side: Side) -> None:
    """What goes in and comes out has to share the port, since there is no other; nothing is left out."""
    boxes = [replace(rectangle(f"b{n}"), reach=((side, Reach(8.0, 8.0)),), single=bool(n % 2)) for n in range(3)]
    edges = [edge("b0", "b1"), edge("b1", "b2"), edge("b2", "b0"), edge("b1", "b1")]
    graph = _graph(boxes, edges)
    drawing, _ = _finished(graph, [(0, 0), (1, 0), (1, 1)])
    assert list(drawing.routes) == sorted(one.name for one in edges)
    assert all(len(route.points) >= 2 for route in drawing.routes.values())


def test_two_loops_at_a_full_decision_leave_and_arrive_at_different_corners() -> None:
    boxes = [rectangle("a"), decision("q")]
    selves = [Edge(f"self{n}", "q", "q") for n in range(2)]
    drawing = _drawing(_graph(boxes, [edge("a", "q"), *selves]), [(0, 0), (1, 0)])
    for one in selves:
        points = drawing.routes[one.name].points
        assert points[0] != points[-1]


def test_labels_find_room_beside_short_pieces() -> None:
    """Wide labels on two arrows into one step: the room they need is asked for until they have it."""
    wide = Size(70.0, 9.0)
    graph = _graph([rectangle(f"b{n}") for n in range(3)], [edge("b0", "b2", wide), edge("b1", "b2", wide)])
    drawing = _drawing(graph, [(0, 0), (0, 1), (1, 0)])
    assert all(route.label is not None for route in drawing.routes.values())
