"""What the engine is asked: room on the paper, and where the real outline of each shape lies."""

import pytest

from pipeline.authoring.layout_exchange import PAPERS, Wish, default_wish, graph_of, read_graph
from pipeline.geometry import Side
from pipeline.lengths import Pt
from tests.unit.authoring.layout_exchange.graphs import SOUND, written

MM = 72 / 25.4  # pt


def read(**changes: object):
    graph, report = read_graph("g.json", written({**SOUND, **changes}))
    assert graph is not None, report
    return graph


def reach(box, side: Side) -> tuple[float, float]:
    found = dict(box.reach)[side]
    return round(found.lo * MM, 6), round(found.hi * MM, 6)


def test_papers_are_those_of_iso_216() -> None:
    assert [(paper.width, paper.height) for paper in PAPERS.values()] == [
        (210, 297),
        (297, 420),
        (420, 594),
        (594, 841),
        (841, 1189),
    ]


def test_the_room_is_the_paper_less_margins_and_banner_at_the_wanted_text() -> None:
    """A3 landscape, 9 pt text wanted at 8: everything is drawn at 8/9, so there is room for 9/8 as much."""
    room = graph_of(read(), Wish("A3", False, Pt(8))).room
    assert room.width == pytest.approx((420 - 20) * 9 / 8)
    assert room.height == pytest.approx((297 - 20 - 90 / MM) * 9 / 8)


def test_an_upright_paper_is_turned() -> None:
    asked = graph_of(read(), Wish("A4", True, Pt(9)))
    assert asked.portrait
    assert (asked.room.width, asked.room.height) == pytest.approx((190, 277 - 90 / MM))


def test_a_drawing_keeps_its_natural_size() -> None:
    assert not graph_of(read(), default_wish(read())).fill


def test_the_usual_wish_depends_on_the_lanes() -> None:
    assert default_wish(read()) == Wish("A3", False, Pt(8))
    assert default_wish(read(lanes=["a", "b"])) == Wish("A1", False, Pt(9.2))


def test_a_decision_takes_arrows_at_its_four_corners_one_out_of_each() -> None:
    box = graph_of(read(), default_wish(read())).boxes[1]
    assert box.single
    assert reach(box, Side.EAST) == reach(box, Side.WEST) == (20, 20)
    assert reach(box, Side.NORTH) == reach(box, Side.SOUTH) == (45, 45)


def test_a_pill_takes_arrows_at_its_tips_and_along_its_flat_parts() -> None:
    box = graph_of(read(), default_wish(read())).boxes[0]
    assert not box.single
    assert reach(box, Side.EAST) == reach(box, Side.WEST) == (15, 15)
    assert reach(box, Side.NORTH) == reach(box, Side.SOUTH) == (15, 65)


def test_a_rectangle_takes_arrows_along_its_sides_clear_of_the_corners() -> None:
    box = graph_of(read(), default_wish(read())).boxes[2]
    assert reach(box, Side.EAST) == reach(box, Side.WEST) == (4, 32)
    assert reach(box, Side.NORTH) == reach(box, Side.SOUTH) == (4, 76)


def test_a_round_pill_and_a_tiny_box_are_entered_in_the_middle() -> None:
    nodes = [{**SOUND["nodes"][0], "width": 30}, {**SOUND["nodes"][2], "id": "b", "width": 7, "height": 7}]
    graph = read(nodes=nodes, edges=[])
    pill, tiny = graph_of(graph, default_wish(graph)).boxes
    assert reach(pill, Side.NORTH) == (15, 15)
    assert reach(tiny, Side.EAST) == reach(tiny, Side.SOUTH) == (3.5, 3.5)


def test_a_label_stands_beside_its_arrow_and_a_coupling_is_known() -> None:
    edges = [SOUND["edges"][1], {**SOUND["edges"][0], "kind": "coupling"}]
    first, second = graph_of(read(edges=edges), default_wish(read())).edges
    assert (first.label.width * MM, first.label.height * MM) == pytest.approx((14, 11))
    assert not first.on_line
    assert (first.coupling, second.coupling) == (False, True)
    assert second.label is None
