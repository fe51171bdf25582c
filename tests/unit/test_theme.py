"""Which measures a publication gets: those for its paper before those for any paper, then those for its view."""

import pytest

from pipeline.spans import Marks
from pipeline.theme import LikeSheet
from pipeline.values import ORIGIN_KEY, View
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


LIKE = "handout"
KINDS = ("handout-kort", "bilaga", "handbok", "att-gora")


@pytest.mark.parametrize("kind", KINDS)
def test_documents_have_the_measures_of_the_handout(kind):
    base, sheet = THEME.sheet(LIKE, "A4"), THEME.sheet(kind, "A4")
    assert sheet.kind == kind
    differing = {field for field in type(base).model_fields if getattr(sheet, field) != getattr(base, field)}
    assert differing == {"kind"}


def test_what_an_entry_says_itself_holds_and_each_measure_knows_where_it_was_written():
    entry = next(entry for entry in THEME.like_sheets if entry.kind == "handbok")
    own = LikeSheet.model_validate({"sort": "handbok", "som": LIKE, "inre": "30", ORIGIN_KEY: _marks(entry)})
    sheet = THEME.model_copy(update={"like_sheets": (own,)}).sheet("handbok", "A4")
    assert (sheet.inner, sheet.outer) == (30, THEME.sheet(LIKE, "A4").outer)
    assert sheet.place("inner").line == 7
    assert sheet.place("outer") == THEME.sheet(LIKE, "A4").place("outer")


def _marks(entry):
    return Marks(entry.origin.file, 7, 3, {"inre": (7, 30)}, {"inre": (7, 36)})


def test_measures_of_a_kind_that_has_none_of_its_own_are_none():
    own = LikeSheet.model_validate({"sort": "bok", "som": "att-gora"})
    theme = THEME.model_copy(update={"like_sheets": (own,)})
    assert not theme.has_sheet("bok", "A4", View.FULL)
    assert [sheet.kind for sheet in theme.all_sheets()] == [sheet.kind for sheet in theme.sheets]


@pytest.mark.parametrize("name", ["body", "bulleted", "listed", "run_in", "meaning"])
def test_texts_side_by_side_keep_to_whole_and_half_baselines(name):
    role = getattr(THEME.typography.scale, name)
    assert (2 * (role.before + role.pitch * 2 + role.after)) % 1 == 0


def test_the_type_scale_of_a_handout():
    """Visual direction, section 2: 26, 16, 11, 12.5 and 15 pt on a pitch of 15.4."""
    sheet, scale = THEME.sheet(LIKE, "A4"), THEME.typography.scale
    assert sheet.baseline == pytest.approx(1.4 * sheet.body)
    wanted = {"title": 26, "chapter": 24, "section": 16, "run_in": 11, "lead": 12.5, "body": 11, "question": 15}
    for name, size in wanted.items():
        assert getattr(scale, name).size(sheet) == pytest.approx(size, abs=0.06), name
    assert scale.title.size(sheet, many=True) == pytest.approx(24, abs=0.06)


# ---------------------------------------------------------------- lines of text


@pytest.mark.parametrize(
    ("size", "pitch"),
    [
        (11, 15.4),  # the theme's one baseline
        (14, 15.4),  # 14.7 pt still fits
        (15, 19.25),  # 15.75 pt does not: one quarter of the baseline more
        (30, 34.65),  # 31.5 pt: nine quarters
    ],
)
def test_text_that_outgrows_its_lines_moves_them_apart_by_quarters_of_the_baseline(size, pitch):
    sheet = MODEL.model_copy(update={"body": size, "baseline": 15.4})
    role = THEME.typography.scale.body.model_copy(update={"pitch": 1.0, "part": 1.0})
    assert role.line_pitch(sheet) == pytest.approx(pitch)


def test_no_role_of_the_theme_needs_more_than_it_asks_for():
    sheet = THEME.sheet("handout", "A4")
    scale = THEME.typography.scale
    for name in type(scale).model_fields:
        role = getattr(scale, name)
        if name != "origin":
            assert role.line_pitch(sheet) == pytest.approx(role.pitch * sheet.baseline), name
