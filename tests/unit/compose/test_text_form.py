"""Ways and meetings in words."""

from pipeline.compose.text_form import in_words, meetings, ways_here, ways_on
from tests.support.real import brief_for, real_programme


def _step(step_id):
    actor, step = real_programme().found(step_id)
    return brief_for("handout", actor.name_id), actor, step


def test_a_decision_says_which_answer_leads_where():
    ways = ways_on(*_step("af-redo"))
    assert [way.before for way in ways] == ["Ja:", "Nej:"]


def test_a_coupling_names_the_other_actor_and_its_step():
    ways = ways_on(*_step("af-gemensam"))
    assert ways[-1].actor == "Försäkringskassan"
    assert ways[-1].text.startswith("steg 12, ")


def test_an_arrival_from_another_actor_is_derived():
    # fk-plan does not name af-gemensam; only af-gemensam's coupling does.
    here = ways_here(*_step("fk-plan"))
    assert ("Arbetsförmedlingen", "af-gemensam") in [(way.actor, way.step_id) for way in here]


def test_a_contact_point_is_shown_on_both_sides():
    brief, _, step = _step("af-samverkan")
    assert "Försäkringskassan" in [name for name, _ in meetings(brief, step)]
    brief, _, other = _step("fk-ansokan")
    assert any("Behövs samordning med FK?" in text for _, text in meetings(brief, other))


def test_a_stop_says_that_the_process_ends():
    assert in_words(*_step("af-avslut")) == "Processen slutar här."


def test_a_loop_says_that_it_leads_back():
    assert "(tillbaka)" in in_words(*_step("af-mal"))
