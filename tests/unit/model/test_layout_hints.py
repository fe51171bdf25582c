"""Authors' hints: each holds until a later one contradicts it, and what holds never contradicts itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Actor, HeldHint, HintFlaw, held_hints, ignored_hints

NAMES = "abcde"
OF_STEP = {
    **{"short": "K", "facts": ["F."], "who": "W", "legal": [], "documents": [], "contacts": [], "arrows": []},
    **{"question": "Q?", "sources": ["s"], "kind": "en-flera"},
}
OF_ACTOR = {"name_id": "x", "name": "X", "short": "X", "prefix": "x", "mission": "M"}


def actor(**hints):
    """Steps a to e, one in each phase but c, d and e in phase 3; with the given hints."""
    steps = [
        {**OF_STEP, "name_id": name, "title": name, "phase": min(phase, 3), **hints.get(name, {})}
        for phase, name in enumerate(NAMES, 1)
    ]
    return Actor.model_validate({**OF_ACTOR, "steps": steps})


def flaws(of):
    return [(hint.step.name_id, hint.field, hint.flaw) for hint in ignored_hints(of)]


def test_no_hints():
    assert held_hints(actor()) == ()
    assert ignored_hints(actor()) == ()


def test_hints_that_agree_hold():
    hints = {"b": {"same_row_as": "a", "row": 2}, "d": {"after": "c", "same_row_as": "b"}, "a": {"row": 2}}
    assert held_hints(actor(**hints)) == (
        HeldHint("a", row=2),
        HeldHint("b", same_row_as="a", row=2),
        HeldHint("d", same_row_as="b", after="c"),
    )
    assert flaws(actor(**hints)) == []


@pytest.mark.parametrize(
    ("hints", "found"),
    [
        ({"b": {"after": "z"}}, [("b", "after", HintFlaw.UNKNOWN)]),
        ({"b": {"same_row_as": "b"}}, [("b", "same_row_as", HintFlaw.ITSELF)]),
        ({"b": {"after": "c"}}, [("b", "after", HintFlaw.LATER_PHASE)]),
        ({"c": {"after": "d"}, "d": {"after": "c"}}, [("d", "after", HintFlaw.CIRCLE)]),
        ({"c": {"after": "d"}, "d": {"after": "e"}, "e": {"after": "c"}}, [("e", "after", HintFlaw.CIRCLE)]),
        ({"b": {"row": 0}}, [("b", "row", HintFlaw.NO_SUCH_ROW)]),
        ({"b": {"row": 6}}, [("b", "row", HintFlaw.NO_SUCH_ROW)]),
        ({"b": {"row": 5}}, []),
        # The row reaches along the chain, whichever end it is written at.
        ({"a": {"row": 1}, "b": {"same_row_as": "a"}, "c": {"same_row_as": "b", "row": 2}}, [("c", "row", "rows 2 1")]),
        ({"a": {"same_row_as": "c", "row": 1}, "c": {"same_row_as": "d"}, "d": {"row": 2}}, [("d", "row", "rows 2 1")]),
        ({"a": {"row": 1}, "b": {"row": 2}, "c": {"same_row_as": "b"}}, []),
        ({"a": {"row": 1, "same_row_as": "b"}, "b": {"row": 2}}, [("b", "row", "rows 2 1")]),
        ({"a": {"row": 1}, "b": {"row": 2}, "c": {"same_row_as": "a"}, "d": {"same_row_as": "c"}}, []),
        ({"a": {"row": 1}, "b": {"row": 2}, "c": {"same_row_as": "a", "row": 1}}, []),
    ],
)
def test_what_contradicts_is_ignored(hints, found):
    wanted = [(step, field, HintFlaw.OTHER_ROW if isinstance(flaw, str) else flaw) for step, field, flaw in found]
    assert flaws(actor(**hints)) == wanted
    rows = [f"rows {hint.rows[0]} {hint.rows[1]}" for hint in ignored_hints(actor(**hints)) if any(hint.rows)]
    assert rows == [flaw for _, _, flaw in found if isinstance(flaw, str)]


def test_a_hint_that_would_join_two_rows_is_ignored():
    """Both rows were there before: that of a and e, and that of b."""
    of = actor(a={"row": 1, "same_row_as": "e"}, b={"row": 2}, e={"same_row_as": "b"})
    assert flaws(of) == [("e", "same_row_as", HintFlaw.OTHER_ROW)]
    assert ignored_hints(of)[0].rows == (1, 2)


def test_the_rest_of_a_step_holds():
    of = actor(b={"same_row_as": "z", "after": "a", "row": 2})
    assert held_hints(of) == (HeldHint("b", after="a", row=2),)


NAME = st.sampled_from([*NAMES, "z"])
HINTS = st.fixed_dictionaries({}, optional={"same_row_as": NAME, "after": NAME, "row": st.integers(0, 6)})


@given(st.dictionaries(st.sampled_from(NAMES), HINTS))
def test_what_holds_can_be_drawn(hints):
    """An independent reader: give each step a place by what holds, and see that there is one."""
    of = actor(**hints)
    held = held_hints(of)
    rows = {name: {name} for name in NAMES}
    for hint in held:
        if hint.same_row_as:
            joined = rows[hint.step] | rows[hint.same_row_as]
            rows.update(dict.fromkeys(joined, joined))
    for names in rows.values():
        assert len({hint.row for hint in held if hint.step in names and hint.row}) <= 1
    left = {hint.step: hint.after for hint in held if hint.after}
    while left:
        free = [name for name, before in left.items() if before not in left]
        assert free, "a circle"
        for name in free:
            del left[name]
    assert len(ignored_hints(of)) + sum(bool(h.same_row_as) + bool(h.after) + bool(h.row) for h in held) == sum(
        map(len, hints.values())
    )
