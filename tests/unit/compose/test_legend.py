"""The legend holds what the sheet uses and nothing else, and its columns never lie on each other."""

from itertools import combinations

import pytest

from pipeline.compose.brief import CannotCompose
from pipeline.compose.legend import Legend, Uses
from pipeline.geometry import Rect, bounds, points_of
from pipeline.lengths import Pt
from pipeline.model import StepKind
from pipeline.scene import Outline, TextLine, walk
from tests.support.real import brief_for

EVERYTHING = Uses(tuple(StepKind), 1, loops=True, stops=True, letters=True, couplings=True)
SHEETS = [("karta", "stockholms-stad"), ("affisch", "")]


def _said(uses):
    legend = Legend(brief_for("karta", "stockholms-stad"), uses, Pt(9.5))
    return [
        f"{entry.name}: {entry.said}" if entry.name else entry.said for entry in (*legend.shapes(), *legend.signs())
    ]


def test_only_the_kinds_that_are_used_are_explained():
    said = _said(Uses(kinds=(StepKind.FAN,), phase=1))
    assert [text.partition(":")[0] for text in said if ": " in text] == ["En/flera"]


def test_the_loop_stands_there_only_if_a_loop_is_drawn():
    assert "tillbaka till ett tidigare steg" not in _said(Uses((StepKind.FAN,), 1))
    assert "tillbaka till ett tidigare steg" in _said(Uses((StepKind.FAN,), 1, loops=True))


def test_the_double_edge_is_explained_only_where_there_is_a_stop():
    assert "dubbel" not in " ".join(_said(Uses((StepKind.TERMINAL,), 1)))
    assert "dubbel" in " ".join(_said(Uses((StepKind.TERMINAL,), 1, stops=True)))


def test_letters_are_explained_only_where_they_are_used():
    assert not any("bokstav" in text for text in _said(Uses((StepKind.LINK,), 1)))
    assert any("bokstav" in text for text in _said(Uses((StepKind.LINK,), 1, letters=True)))


def test_the_cased_line_is_explained_only_where_one_is_drawn():
    text = "in i en annan aktörs process"
    assert text not in _said(Uses((StepKind.LINK,), 1, letters=True))
    assert text in _said(Uses((StepKind.LINK,), 1, couplings=True))


def _legend(sheet):
    brief = brief_for(*sheet)
    return Legend(brief, EVERYTHING, Pt(brief.sheet.legend * 0.85))


def _boxes(items):
    """The ink of each line of text, and each sample's outlines."""
    for item in walk(items):
        if isinstance(item, TextLine):
            high = 0.67 * item.size.mm
            yield item.text, Rect(item.at.x, item.at.y - high, item.width, high)
        elif isinstance(item, Outline):
            yield "", bounds(points_of(item.path))


# What the margins leave of A4 upright and on its side, of A3 and of A1, mm.
@pytest.mark.parametrize("width", [186.0, 273.0, 396.0, 797.0])
@pytest.mark.parametrize("sheet", SHEETS, ids=["map", "poster"])
def test_texts_stand_clear_of_each_other_and_of_samples_on_every_paper(sheet, width):
    legend = _legend(sheet)
    frame = Rect(12, 200, width, legend.row_height(width))
    boxes = list(_boxes((legend.row(frame),)))
    texts = [(text, box) for text, box in boxes if text]
    assert len(texts) > 15
    assert not [(a, b) for (a, one), (b, two) in combinations(texts, 2) if one.overlaps(two, 0.05)]
    for text, box in boxes:
        assert box.x >= frame.x - 0.01
        assert box.right <= frame.right + 0.01, text
        assert box.y >= frame.y - 0.5, text
        assert box.bottom <= frame.bottom + 1.0, text


@pytest.mark.parametrize("sheet", SHEETS, ids=["map", "poster"])
def test_a_wide_sheet_has_its_legend_in_one_row_and_a_narrow_one_in_more(sheet):
    legend = _legend(sheet)
    wide, narrow = legend.row_height(797.0), legend.row_height(273.0)
    assert wide < 7.2 * legend.brief.sheet.legend.mm
    assert narrow > 1.5 * wide


def test_a_text_wider_than_the_sheet_is_refused():
    with pytest.raises(CannotCompose) as fault:
        _legend(SHEETS[0]).row_height(60.0)
    assert fault.value.code == "U698"


@pytest.mark.parametrize("width", [110.0, 170.0])
def test_on_a_page_the_legend_has_two_columns_only_where_both_fit(width):
    legend = Legend(brief_for("handout", "stockholms-stad"), EVERYTHING, Pt(9.5))
    items, height = legend.page(width)
    texts = [(text, box) for text, box in _boxes(items) if text]
    assert not [(a, b) for (a, one), (b, two) in combinations(texts, 2) if one.overlaps(two, 0.05)]
    assert max(box.right for _, box in texts) <= width
    assert max(box.bottom for _, box in texts) <= height + 0.5
