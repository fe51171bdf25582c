"""All four processes on one A3 sheet: as large as the print rules ask for, on the places of the full poster."""

import itertools
from dataclasses import replace

import pytest

from pipeline.compose import poster
from pipeline.geometry import Rect, bounds, points_of
from pipeline.scene import Group, Outline, Role, TextLine, walk
from tests.support.real import brief_for, real_programme, real_project

BRIEF = replace(brief_for("oversikt"), lock=real_project().locks.get("affisch"))
STEPS = {step.name_id for _, step in real_programme().steps()}


@pytest.fixture(scope="module")
def placed():
    return poster.placed(BRIEF)


@pytest.fixture(scope="module")
def pages():
    return poster.poster(BRIEF).pages


def _groups(page, role):
    return [group for group in walk(page.items) if isinstance(group, Group) and group.role is role]


def _ink(text):
    high = 0.67 * text.size.mm
    return Rect(text.at.x, text.at.y - high, text.width, high)


def test_everything_is_on_one_sheet_with_text_for_the_hand(placed):
    assert len(placed) == 1
    assert placed[0].size_pt >= 8


def test_every_step_keeps_the_seat_that_the_full_poster_has(placed):
    """Read from the lock: phase, column and row, for each of its steps."""
    order = [actor.name_id for actor in real_programme().actors]
    seats = placed[0].drawing.hold.by_name
    assert BRIEF.lock is not None
    locked = {
        step.name_id: (placed[0].phases.index(step.phase), order.index(step.actor or ""), step.column, step.row)
        for step in BRIEF.lock.steps
    }
    assert locked.keys() == STEPS
    assert {
        name: (seat.band, seat.lane, seat.column, seat.row) for name, seat in seats.items() if name in STEPS
    } == locked


def test_every_step_is_drawn_once_and_every_title_is_in_the_key(pages):
    (page,) = pages
    assert sorted(group.name for group in _groups(page, Role.STEP) if group.name) == sorted(STEPS)
    key = "".join(line.text for group in _groups(page, Role.TEXT) for line in group.items).replace(" ", "")
    for _, step in real_programme().steps():
        assert step.title.replace(" ", "").replace("\u00a0", "") in key.replace("\u00a0", ""), step.title


def test_no_text_is_too_small_or_lies_on_another(pages):
    """Answers on arrows and conditions are set a little smaller than the steps."""
    lines = [item for item in walk(pages[0].items) if isinstance(item, TextLine)]
    assert min(line.size for line in lines) >= 6.7
    clashes = [(a.text, b.text) for a, b in itertools.combinations(lines, 2) if _ink(a).overlaps(_ink(b), 0.05)]
    assert clashes == []


def test_boxes_keep_apart_from_each_other_and_from_the_arrow_above(pages):
    boxes = [bounds(points_of(group.items[0].path)) for group in _groups(pages[0], Role.STEP) if group.name]
    assert not [pair for pair in itertools.combinations(boxes, 2) if pair[0].overlaps(pair[1])]
    arrow = [
        bounds(points_of(item.path))
        for group in _groups(pages[0], Role.ARROW)
        for item in walk((group,))
        if isinstance(item, Outline)
    ]
    mark = next(group for group in _groups(pages[0], Role.TITLE))
    frame = [bounds(points_of(item.path)) for item in mark.items if isinstance(item, Outline)]
    assert not [pair for pair in itertools.product(arrow, [*boxes, *frame]) if pair[0].overlaps(pair[1])]
