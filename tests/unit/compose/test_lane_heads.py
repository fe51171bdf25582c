"""Heads of lanes: couplings never run through the name or the mission."""

from pipeline.compose.lane_heads import lane_heads, without_lines_through_names
from pipeline.geometry import Point
from pipeline.scene import TextLine, walk
from tests.unit.compose.lanes import HIGH, coupling_names, placed

NAMES = coupling_names()


def _down(x):
    """A way from the first lane into the second, through the second one's head."""
    return (Point(x, HIGH - 30), Point(x, HIGH + 60))


def _texts(drawn, lane):
    return [item for item in walk((lane_heads(drawn)[lane],)) if isinstance(item, TextLine)]


def test_a_coupling_through_a_name_is_not_drawn():
    drawn = without_lines_through_names(placed({NAMES[0]: _down(60.0), NAMES[1]: _down(600.0)}))
    assert list(drawn.drawing.routes) == [NAMES[1]]


def test_a_coupling_that_ends_above_a_head_may_stand_over_the_name():
    above = {NAMES[0]: (Point(60, 50), Point(60, HIGH - 5))}
    assert list(without_lines_through_names(placed(above)).drawing.routes) == [NAMES[0]]


def test_the_mission_moves_to_where_no_coupling_passes():
    free = _texts(placed({}), 1)
    crossed = _texts(placed({NAMES[0]: _down(free[1].at.x + 20)}), 1)
    assert crossed[0] == free[0]
    assert [line.text for line in crossed[1:]] == [line.text for line in free[1:]]
    assert crossed[1].at.x > free[1].at.x + 20


def test_no_line_of_a_head_is_crossed():
    ways = {name: _down(230.0 + 50 * n) for n, name in enumerate(NAMES[:6])}
    drawn = without_lines_through_names(placed(ways))
    for text in _texts(drawn, 1):
        for route in drawn.drawing.routes.values():
            assert not text.at.x <= route.points[0].x <= text.at.x + text.width


def test_where_the_mission_finds_no_room_the_couplings_get_letters_instead():
    ways = {name: _down(200.0 + 45 * n) for n, name in enumerate(NAMES)}
    assert without_lines_through_names(placed(ways)).drawing.routes == {}
