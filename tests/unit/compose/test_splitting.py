"""Maps are cut between phases: as few sheets as fit, then the fewest arrows, then the most even number of steps."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.compose.splitting import Flow, best_split, cut_arrows


def _flow(*counts, arrows=()):
    """Phases 1, 2, ... with so many steps each."""
    steps = tuple(phase for phase, count in enumerate(counts, 1) for _ in range(count))
    return Flow(tuple(range(1, len(counts) + 1)), steps, tuple(arrows))


def _up_to(flow, most):
    """A sheet fits so many steps."""
    return lambda phases: sum(step in phases for step in flow.steps) <= most


def test_the_cut_goes_where_the_fewest_arrows_cross_it():
    """Two arrows cross after phase 1, one after 2, three after 3; all three cuts would fit."""
    flow = _flow(3, 3, 3, 3, arrows=[(1, 2), (1, 2), (2, 3), (3, 4), (3, 4), (3, 4)])
    assert best_split(flow, _up_to(flow, 9)) == ((1, 2), (3, 4))


def test_a_cut_that_leaves_too_much_on_a_sheet_is_not_taken_for_its_few_arrows():
    flow = _flow(1, 5, 5, arrows=[(1, 2), (2, 3), (2, 3)])
    assert best_split(flow, _up_to(flow, 9)) == ((1, 2), (3,))


def test_equal_cuts_are_decided_by_the_most_even_number_of_steps():
    flow = _flow(2, 2, 2, 6, arrows=[(1, 2), (2, 3), (3, 4)])
    assert best_split(flow, _up_to(flow, 10)) == ((1, 2, 3), (4,))


def test_an_arrow_over_two_cuts_is_cut_once():
    """Around phase 2 the long arrow counts once, so that the cuts 1|2 and 2|3 together cost three and not four."""
    flow = _flow(4, 4, 4, arrows=[(1, 2), (2, 3), (1, 3)])
    split = best_split(flow, _up_to(flow, 4))
    assert split == ((1,), (2,), (3,))
    assert cut_arrows(flow, split) == 3


def test_loops_back_are_cut_like_any_other_arrow():
    """After phase 1: one arrow on and two back. After phase 2: two arrows on."""
    flow = _flow(4, 4, 4, arrows=[(1, 2), (2, 1), (3, 1), (2, 3)])
    assert best_split(flow, _up_to(flow, 8)) == ((1, 2), (3,))


def test_fewer_sheets_are_better_than_fewer_cut_arrows():
    flow = _flow(4, 4, 4, 4, arrows=[(2, 3)] * 9)
    assert best_split(flow, _up_to(flow, 8)) == ((1, 2), (3, 4))


def test_an_empty_phase_is_not_given_a_sheet_of_its_own_to_save_arrows():
    flow = _flow(5, 5, 0, arrows=[(1, 2)])
    assert best_split(flow, lambda phases: len(phases) < 3) == ((1,), (2, 3))


def test_a_phase_that_does_not_fit_a_sheet_of_its_own_makes_splitting_impossible():
    flow = _flow(2, 9, 2)
    assert best_split(flow, _up_to(flow, 8)) is None


def test_phases_that_do_not_fit_together_are_never_asked_for_together_with_more():
    flow, asked = _flow(*[3] * 30), []

    def fits(phases):
        asked.append(phases)
        return len(phases) <= 4

    split = best_split(flow, fits)
    assert max(len(phases) for phases in asked) == 5
    assert len(split) == 8


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_it_finds_what_trying_every_split_finds(data):
    """An independent reader of the rule: all splits written out, the best by the order of its clauses."""
    counts = data.draw(st.lists(st.integers(1, 6), min_size=2, max_size=6))
    ends = st.integers(1, len(counts))
    flow = _flow(*counts, arrows=data.draw(st.lists(st.tuples(ends, ends), max_size=12)))
    fits = _up_to(flow, data.draw(st.integers(3, 12)))
    wanted = [split for split in _every_split(flow.phases) if all(fits(phases) for phases in split)]
    found = best_split(flow, fits)
    if not wanted:
        assert found is None
        return
    assert _rank(flow, found) == min(_rank(flow, split) for split in wanted)


def _every_split(phases):
    inner = range(1, len(phases))
    for count in range(len(phases)):
        for cuts in combinations(inner, count):
            yield tuple(phases[a:b] for a, b in pairwise((0, *cuts, len(phases))))


def _rank(flow, split):
    homes = {phase: n for n, phases in enumerate(split) for phase in phases}
    cut = sum(homes[a] != homes[b] for a, b in flow.arrows)
    steps = [sum(step in phases for step in flow.steps) for phases in split]
    mean = len(flow.steps) / len(split)
    return len(split), cut, round(sum((count - mean) ** 2 for count in steps), 6)
