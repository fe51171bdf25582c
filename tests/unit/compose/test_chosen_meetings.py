"""Which meetings a short handout shows: couplings before contact points, and one with each actor before a second."""

from pipeline.compose.chosen_meetings import chosen_meetings
from pipeline.compose.map_in_words import Coupling, Direction, Named, StepInWords, Told


def _step(number, *couplings):
    name = Named(f"x-{number}", number, f"Steg {number}")
    return StepInWords(name, 9, 1, "Kontakt", "En/flera", False, False, (), (), couplings)


def _tie(actor, direction=Direction.MEETS, told=Told.OWN):
    return Coupling(direction, actor, Named(f"{actor}-1", 1, "Deras"), told, "varför")


def _chosen(*steps):
    return [(one.step.name.number, one.coupling.actor) for one in chosen_meetings(steps)]


def test_a_coupling_comes_before_what_both_name_and_that_before_the_rest():
    one, both, link = _tie("a"), _tie("a", told=Told.BOTH), _tie("a", Direction.HERE)
    every = [_step(1, one), _step(2, one), _step(3, both), _step(4, link), _step(5, both)]
    assert _chosen(*every) == [(3, "a"), (4, "a"), (5, "a")]


def test_each_actor_has_its_turn_before_another_has_two():
    link = _tie("a", Direction.OVER)
    assert _chosen(_step(1, link), _step(2, link), _step(3, link), _step(4, _tie("b")), _step(5, _tie("c"))) == [
        (1, "a"),
        (4, "b"),
        (5, "c"),
    ]


def test_what_is_equal_comes_as_the_steps_do_and_fewer_are_all_shown():
    assert _chosen(_step(1, _tie("a")), _step(2, _tie("a"))) == [(1, "a"), (2, "a")]
    assert _chosen(*(_step(number, _tie("a")) for number in range(1, 6))) == [(1, "a"), (2, "a"), (3, "a")]
    assert _chosen(_step(1)) == []


def test_two_meetings_of_one_step_are_two():
    assert _chosen(_step(1, _tie("a"), _tie("b"))) == [(1, "a"), (1, "b")]
