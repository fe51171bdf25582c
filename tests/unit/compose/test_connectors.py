"""Arrows as they are painted: the order, one head where several join, and cased lines."""

import pytest

from pipeline.compose.connectors import Connector, Pen
from pipeline.geometry import Close, Point, Rect, bounds, points_of
from pipeline.lengths import Pt
from pipeline.scene import Group, Outline, Role, walk
from tests.support.real import brief_for

PEN = Pen(brief_for("karta", "forsakringskassan"), Pt(10))
INK, PAPER = PEN.brief.theme.inks.ink, PEN.brief.theme.inks.paper

FLOW = Connector("flow", "a", "b")
SECOND = Connector("second", "c", "b")
LOOP = Connector("loop", "b", "a", loop=True)
COUPLING = Connector("coupling", "b", "d", coupling="Koppling från AF, steg 1 till FK, steg 2")
WAYS = {
    "flow": (Point(0, 0), Point(60, 0)),
    "second": (Point(0, 30), Point(30, 30), Point(30, 0), Point(60, 0)),
    "loop": (Point(10, -30), Point(10, 50)),
    "coupling": (Point(20, -30), Point(20, 60)),
}


def _painted(*connectors):
    return [item for item in walk(PEN.lines(connectors, WAYS)) if isinstance(item, Outline)]


def _heads(items):
    return [item for item in items if isinstance(item.path[-1], Close)]


def test_loops_come_first_then_couplings_then_the_flow():
    found = _painted(FLOW, COUPLING, LOOP)
    dashed = next(n for n, item in enumerate(found) if item.stroke and item.stroke.dash)
    cased = next(n for n, item in enumerate(found) if item.stroke and item.stroke.width == 0.36 * PEN.em)
    flow = next(n for n, item in enumerate(found) if item.fill == INK and points_of(item.path)[0] == Point(60, 0))
    assert dashed < cased < flow


def test_arrows_that_join_have_one_head_and_no_gap_between_them():
    found = _painted(FLOW, SECOND)
    assert len(_heads(found)) == 1
    papers = [n for n, item in enumerate(found) if item.stroke and item.stroke.colour == PAPER]
    inks = [n for n, item in enumerate(found) if item.stroke and item.stroke.colour == INK]
    assert max(papers) < min(inks)


def test_the_joining_arrow_ends_where_the_other_one_is_drawn():
    found = _painted(FLOW, SECOND)
    shafts = [item for item in found if item.stroke and item.stroke.colour == INK]
    bend = PEN.brief.theme.strokes.bend * PEN.em
    assert [points_of(item.path)[-1].x for item in shafts][1] == 30 + bend


def test_a_loop_that_joins_the_flow_keeps_its_dashes_and_is_not_cut_off():
    joining = Connector("second", "c", "b", loop=True)
    found = _painted(FLOW, joining)
    papers = [n for n, item in enumerate(found) if item.stroke and item.stroke.colour == PAPER]
    dashed = [n for n, item in enumerate(found) if item.stroke and item.stroke.dash]
    assert len(_heads(found)) == 1
    assert dashed[0] > max(papers)


def test_a_coupling_is_two_rails_with_a_hollow_head_that_ends_on_the_outline():
    """Outer 0.36 em, core 0.17 em, head 0.95 em (visual.md, section 2); the stroke's round corner reaches the tip."""
    gap, outer, core, head = _painted(COUPLING)
    assert (outer.stroke.colour, outer.stroke.width) == (INK, 0.36 * PEN.em)
    assert (core.stroke.colour, core.stroke.width) == (PAPER, 0.17 * PEN.em)
    assert gap.stroke.colour == PAPER
    assert gap.stroke.width > outer.stroke.width
    corners = points_of(head.path)
    assert (head.fill, head.stroke.colour) == (PAPER, INK)
    tip = max(point.y for point in corners) + head.stroke.width / 2
    assert tip == pytest.approx(60)
    assert tip - min(point.y for point in corners) == pytest.approx(0.95 * PEN.em)


def test_a_condition_keeps_clear_of_a_head_on_its_own_line():
    """A head reaches half its width beyond its line; the engine keeps 0.8 mm between a line and a label's room."""
    condition = Connector("flow", "a", "b", condition=("om AF deltar",))
    size = PEN.label(condition)
    (ground, *_) = PEN.tags((condition,), {"flow": Rect(0, 0, size.width, size.height)}).items
    assert isinstance(ground, Outline)
    box = bounds(points_of(ground.path))
    air = PEN.brief.theme.strokes.head_width * PEN.em / 2 - 0.8
    assert min(box.x, box.y, size.width - box.right, size.height - box.bottom) >= air


def test_a_coupling_has_a_name_of_its_own():
    named = [item for item in walk(PEN.lines((FLOW, COUPLING), WAYS)) if isinstance(item, Group) and item.label]
    assert [(group.role, group.label) for group in named] == [(Role.EDGES, COUPLING.coupling)]


def test_a_coupling_without_a_way_is_not_painted():
    assert _painted(Connector("left-out", "b", "d", coupling="Koppling")) == []
