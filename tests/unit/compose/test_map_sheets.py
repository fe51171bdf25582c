"""With a lock a map costs one pass a sheet and keeps its sheets and its text; what outgrows a sheet is cut further."""

from dataclasses import replace

import pytest

from pipeline.compose import map_sheets
from pipeline.compose.actor_map import placed
from pipeline.compose.brief import CannotCompose
from pipeline.compose.keeping import lock_of
from pipeline.geometry import Size
from pipeline.layout import Effort, laid_out
from tests.support.real import brief_for

BRIEF = replace(brief_for("karta", "forsakringskassan"), paper=Size(210, 297))


@pytest.fixture(scope="module")
def split():
    """A map on two sheets or more, without a lock."""
    return placed(BRIEF)


@pytest.fixture
def asked(monkeypatch):
    """What the engine is asked for: effort, whether anything is held, and how many bands there are."""
    found = []

    def spy(graph, effort, hold=None):
        found.append((effort, hold is not None, graph.bands))
        return laid_out(graph, effort, hold)

    monkeypatch.setattr(map_sheets, "laid_out", spy)
    return found


def _locked(split):
    return replace(BRIEF, lock=lock_of(BRIEF, split), effort=Effort.SEARCH)


def test_a_locked_map_costs_one_pass_a_sheet_and_no_search(split, asked):
    kept = placed(_locked(split))
    assert asked == [(Effort.PASS, True, len(sheet.phases)) for sheet in split]
    assert [sheet.phases for sheet in kept] == [sheet.phases for sheet in split]
    assert [sheet.size_pt for sheet in kept] == [sheet.size_pt for sheet in split]


def test_steps_and_signs_hang_where_they_hung(split):
    for before, after in zip(split, placed(_locked(split)), strict=True):
        assert after.drawing.boxes.keys() == before.drawing.boxes.keys()
        for name, box in before.drawing.boxes.items():
            assert after.drawing.boxes[name].centre.distance(box.centre) < 0.02, name


def test_a_map_that_would_now_fit_a_larger_text_keeps_that_of_its_lock(split):
    lock = lock_of(BRIEF, split).model_copy(update={"text": BRIEF.sheet.step_least})
    assert {sheet.size_pt for sheet in placed(replace(BRIEF, lock=lock))} == {BRIEF.sheet.step_least}


@pytest.fixture
def engine_for(monkeypatch):
    """An engine whose drawings fit their room as long as they have no more steps than a number."""

    def made(most):
        def drawn(graph, effort, hold=None):
            steps = sum("--" not in box.name for box in graph.boxes)
            size = graph.room if steps <= most else Size(2 * graph.room.width, graph.room.height)
            return replace(laid_out(graph, Effort.PASS), size=size)

        monkeypatch.setattr(map_sheets, "laid_out", drawn)

    return made


def test_a_sheet_that_no_longer_fits_is_cut_further_and_the_cuts_of_the_lock_stay(split, engine_for):
    """Phases of 2, 5, 2, 3, 1 and 5 steps on sheets of 8: three sheets would do, but not with the old cut before 4."""
    assert [sheet.phases for sheet in split] == [(1, 2, 3), (4, 5, 6)]
    engine_for(8)
    kept = [sheet.phases for sheet in placed(_locked(split))]
    afresh = [sheet.phases for sheet in placed(BRIEF)]
    assert (len(afresh), len(kept)) == (3, 4)
    assert 4 not in {phases[0] for phases in afresh}
    assert 4 in {phases[0] for phases in kept}


def test_a_phase_too_large_for_a_sheet_is_refused_with_a_lock_and_without(split, engine_for):
    engine_for(4)
    for brief in (BRIEF, _locked(split)):
        with pytest.raises(CannotCompose) as fault:
            placed(brief)
        assert fault.value.code == "U690"
