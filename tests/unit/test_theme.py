"""Which measures a publication gets: those for its paper before those for any paper, then those for its view."""

import pytest

from pipeline.values import View
from tests.support.real import real_project

THEME = real_project().theme
MODEL = THEME.sheets[0]


def _theme(*sheets):
    made = tuple(
        MODEL.model_copy(update={"kind": kind, "paper": paper, "view": view, "title": number})
        for number, (kind, paper, view) in enumerate(sheets)
    )
    return THEME.model_copy(update={"sheets": made})


ALL = _theme(
    ("affisch", None, None),
    ("affisch", None, View.SHORT),
    ("affisch", "A3", None),
    ("affisch", "A3", View.SHORT),
    ("karta", None, None),
)


@pytest.mark.parametrize(
    ("paper", "view", "number"),
    [("A1", View.FULL, 0), ("A1", View.SHORT, 1), ("A3", View.FULL, 2), ("A3", View.SHORT, 3)],
)
def test_the_entry_that_says_most_is_taken(paper, view, number):
    assert ALL.sheet("affisch", paper, view).title == number


def test_the_paper_weighs_more_than_the_view():
    theme = _theme(("affisch", None, View.SHORT), ("affisch", "A3", None))
    assert theme.sheet("affisch", "A3", View.SHORT).title == 1


def test_measures_for_another_paper_or_view_do_not_fit():
    theme = _theme(("affisch", "A3", None), ("karta", None, View.SHORT))
    assert theme.has_sheet("affisch", "A3", View.FULL)
    assert not theme.has_sheet("affisch", "A1", View.FULL)
    assert not theme.has_sheet("karta", "A3", View.FULL)
    with pytest.raises(ValueError, match="empty"):
        theme.sheet("affisch", "A1")


def test_the_joint_poster_has_sizes_of_its_own_on_each_usual_paper():
    """Larger sheets are read from further away (print.md, section 5): every size grows with the paper."""
    sheets = [THEME.sheet("affisch", paper) for paper in ("A3", "A2", "A1", "A0")]
    for field in ("title", "heading", "body", "arrow_name", "legend", "step_least"):
        sizes = [getattr(sheet, field) for sheet in sheets]
        assert sizes == sorted(sizes), field
    assert min(sheet.step_least for sheet in sheets) >= 8
