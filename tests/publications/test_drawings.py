"""Nothing overlaps and nothing is cut: judged on the finished scenes, not on what the engine promised."""

import itertools

import pytest

from pipeline.geometry import Rect, bounds, points_of
from pipeline.scene import Group, Outline, Role, TextLine, walk
from tests.support.real import real_programme, sheets_for

SHEETS = [("karta", actor.name_id) for actor in real_programme().actors] + [("affisch", "")]


@pytest.fixture(scope="module", params=SHEETS, ids=["-".join(filter(None, sheet)) for sheet in SHEETS])
def page(request):
    return sheets_for(*request.param).pages[0]


def _ink(text: TextLine) -> Rect:
    """The box of a line's letters: from the capitals' top to the baseline."""
    high = 0.67 * text.size.mm
    return Rect(text.at.x, text.at.y - high, text.width, high)


def _lines(page) -> list[TextLine]:
    return [item for item in walk(page.items) if isinstance(item, TextLine)]


def test_no_line_of_text_lies_on_another(page):
    clashes = [
        (one.text, other.text)
        for one, other in itertools.combinations(_lines(page), 2)
        if _ink(one).overlaps(_ink(other), 0.05)
    ]
    assert clashes == []


def test_everything_lies_on_the_sheet_inside_its_margins(page):
    margin = 9.0
    for item in walk(page.items):
        if isinstance(item, TextLine):
            box = _ink(item)
        elif isinstance(item, Outline):
            box = bounds(points_of(item.path))
        else:
            continue
        if box.size == page.size:  # the ground
            continue
        assert box.x >= margin - 1, item
        assert box.y >= margin, item
        assert box.right <= page.size.width - margin, item
        assert box.bottom <= page.size.height - margin + 1, item


def test_no_two_boxes_of_steps_overlap(page):
    boxes = [
        _box(group) for group in walk(page.items) if isinstance(group, Group) and group.role is Role.STEP and group.name
    ]
    assert len(boxes) >= 17
    assert not [pair for pair in itertools.combinations(boxes, 2) if pair[0].overlaps(pair[1])]


def test_no_arrow_runs_through_a_box(page):
    boxes = [
        _box(group) for group in walk(page.items) if isinstance(group, Group) and group.role is Role.STEP and group.name
    ]
    arrows = [
        item
        for group in walk(page.items)
        if isinstance(group, Group) and group.role is Role.EDGES
        for item in group.items
        if isinstance(item, Outline) and item.fill is None
    ]
    assert len(arrows) >= 20
    for arrow in arrows:
        for start, end in itertools.pairwise(points_of(arrow.path)):
            piece = bounds((start, end))
            for box in boxes:
                assert not piece.grown(0.01).overlaps(box.grown(-0.5)), (piece, box)


def test_no_text_of_a_label_lies_on_a_box(page):
    boxes = [
        _box(group) for group in walk(page.items) if isinstance(group, Group) and group.role is Role.STEP and group.name
    ]
    labels = [
        item
        for group in walk(page.items)
        if isinstance(group, Group) and group.role is Role.LABEL
        for item in group.items
        if isinstance(item, TextLine)
    ]
    assert labels
    assert not [(label.text, box) for label in labels for box in boxes if _ink(label).overlaps(box, 0.05)]


def test_the_smallest_text_keeps_to_the_print_rules(page):
    """8 pt in the hand and on the wall's small print (print.md, section 5); ring and step numbers scale with it."""
    steps = [g for g in walk(page.items) if isinstance(g, Group) and g.role is Role.STEP and g.name]
    titles = [max(item.size for item in walk((g,)) if isinstance(item, TextLine)) for g in steps]
    assert min(titles) >= 8
    assert min(text.size for text in _lines(page)) >= 6.7


def _box(group: Group) -> Rect:
    """The box of a step: its outline, which is painted first."""
    outline = next(item for item in walk(group.items) if isinstance(item, Outline))
    return bounds(points_of(outline.path))
