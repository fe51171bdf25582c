"""How large a rough drawing is reckoned to be, and what a real one teaches about its gaps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.geometry import Size
from pipeline.layout.extents import Extents
from pipeline.layout.gaps import Gaps, measured_gaps, usual_gaps
from pipeline.layout.graph import Graph
from tests.unit.layout.hard_cases import SPACING, TAG, edge, graph, rectangle

AMPLE = Size(500, 500)
GAPS = Gaps(beside=10.0, below=8.0, tag_beside=3.0, tag_below=2.0)


def _pair(room: Size = AMPLE) -> Graph:
    """Two boxes of 36 x 16 and 20 x 30 mm in two bands; their bands may be narrow."""
    boxes = [rectangle("a", 0), rectangle("b", 1, width=20, height=30)]
    return replace(graph(boxes, [edge("a", "b")], 2), room=room, band_minimum=())


def _entered(of: Graph, *spots: tuple[int, int]) -> Extents:
    extents = Extents(of, 3, 8, GAPS)
    for box, spot in enumerate(spots):
        extents.add(box, spot)
    return extents


def test_only_used_columns_and_rows_count() -> None:
    extents = _entered(_pair(), (0, 0), (3, 5))
    assert [length for length in extents.lengths(0) if length] == [46, 30]
    assert [length for length in extents.lengths(1) if length] == [24, 38]


def test_the_largest_box_makes_the_row() -> None:
    assert [length for length in _entered(_pair(), (0, 2), (3, 2)).lengths(1) if length] == [38]


def test_a_box_that_goes_leaves_the_next_largest() -> None:
    extents = _entered(_pair(), (0, 2), (3, 2))
    extents.remove(1, (3, 2))
    assert [length for length in extents.lengths(1) if length] == [24]
    extents.remove(0, (0, 2))
    assert not any(extents.lengths(1))


def test_a_tag_makes_its_gap_wider_once() -> None:
    extents = _entered(_pair(), (0, 0), (3, 1))
    plain = sum(extents.lengths(1))
    extents.tags[1][1] += 1  # below the first row, which is above the second
    assert sum(extents.lengths(1)) == plain + 2


def test_a_sheet_that_is_too_small_costs_much() -> None:
    # 76 x 62 mm are needed with these gaps.
    fits, narrow = (_entered(_pair(Size(width, 62)), (0, 0), (3, 5)).cost() for width in (76, 70))
    assert narrow - fits == pytest.approx(60_000 * 6 / 70, abs=1)


def test_bands_are_no_narrower_than_the_arrow() -> None:
    wide = replace(_pair(Size(100, 62)), band_minimum=(60.0, 60.0))
    assert _entered(wide, (0, 0), (3, 5)).cost() > _entered(_pair(Size(100, 62)), (0, 0), (3, 5)).cost()


def test_gaps_are_measured_so_that_the_sum_comes_out() -> None:
    extents = _entered(_pair(), (0, 0), (3, 5))
    assert extents.without_gaps() == (56, 46)
    found = measured_gaps(GAPS, extents.without_gaps(), (80.0, 70.0), (2, 2))
    assert (found.beside, found.below) == (12, 12)


def test_measured_gaps_are_never_next_to_nothing() -> None:
    found = measured_gaps(GAPS, (56, 46), (50.0, 40.0), (2, 2))
    assert (found.beside, found.below) == (5, 4)


def test_tags_make_the_usual_gaps_wider() -> None:
    plain = usual_gaps(_pair())
    tagged = usual_gaps(replace(_pair(), edges=(edge("a", "b", TAG, tag=True),)))
    assert plain == Gaps(2.6 * SPACING.box, 2.6 * SPACING.box)
    assert tagged.tag_beside == pytest.approx(TAG.width + 4 + SPACING.head - 2.6 * SPACING.box)
    assert tagged.tag_below == pytest.approx(TAG.height + 4 + SPACING.head - 2.6 * SPACING.box)
