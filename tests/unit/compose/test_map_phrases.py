"""Ways, couplings and meetings as phrases."""

from pipeline.compose.map_in_words import Direction, Told, step_in_words
from pipeline.compose.map_phrases import (
    arrival,
    came_from,
    described,
    leads_on,
    meeting,
    over,
    sentence,
    spelled,
    told_coupling,
    way_here,
    way_on,
)
from pipeline.document import Jump, NoteMark, Text
from tests.support.real import brief_for, real_programme

BRIEF = brief_for("handout", "arbetsformedlingen")


def _step(step_id):
    actor, step = real_programme().found(step_id)
    return step_in_words(brief_for("handout", actor.name_id), actor, step)


def _coupling(step_id, direction):
    return next(one for one in _step(step_id).couplings if one.direction is direction)


def test_a_way_begins_with_its_answer_or_else_with_a_capital():
    assert [spelled(way_on(BRIEF, way)) for way in _step("af-redo").on] == [
        "Ja: steg\u00a013, Pröva arbetsträning eller praktik",
        "Nej: steg\u00a012, Börja med en förberedande insats",
    ]
    assert [spelled(way_on(BRIEF, way)) for way in _step("af-samtal").on] == [
        "Steg\u00a03, Påverkar hälsan arbetsförmågan?"
    ]


def test_the_answer_is_strong_and_the_step_alone_leads_on():
    way = _step("af-redo").on[0]
    lead, step = way_on(BRIEF, way, lambda there, words: Jump(words, there.step_id))
    assert lead == Text("Ja: ", strong=True)
    assert step == Jump("steg\u00a013, Pröva arbetsträning eller praktik", way.step.step_id)


def test_a_loop_says_that_it_leads_back():
    assert any(spelled(way_on(BRIEF, way)).endswith(" (tillbaka)") for way in _step("af-mal").on)


def test_a_way_here_says_after_the_step_what_led_here():
    answered = [spelled(way_here(BRIEF, way)) for way in _step("af-forberedande").here]
    assert answered == ["Steg\u00a011, Passar en arbetsplats just nu? (vid svaret nej)"]
    under_condition = [spelled(way_here(BRIEF, way)) for way in _step("af-utredning").here]
    assert under_condition == ["Steg\u00a04, Hämta in medicinskt underlag (om mer behöver utredas)"]


def test_a_coupling_names_the_other_actor():
    coupling = _coupling("af-gemensam", Direction.OVER)
    assert spelled(over(BRIEF, coupling)) == (
        "Kan leda till Försäkringskassan: steg\u00a012, Planera och samordna insatserna"
    )
    here = _coupling("af-gemensam", Direction.HERE)
    assert spelled(arrival(BRIEF, here)) == "Försäkringskassan: steg\u00a011, Till AF: gemensamt möte"


def test_a_meeting_told_by_the_other_says_so():
    theirs = next(one for one in _step("fk-ansokan").couplings if one.theirs)
    assert spelled(meeting(BRIEF, theirs)).endswith(" – uppgift från den aktören)")
    own = _coupling("af-samverkan", Direction.MEETS)
    assert spelled(meeting(BRIEF, own)) == (
        "Individen ansöker om samordning (steg\u00a01, Ansökan om samordning kommer in)"
    )


def test_a_coupling_by_itself_tells_which_side_names_it():
    coupling = _coupling("af-gemensam", Direction.OVER)
    said = {
        told: spelled(told_coupling(BRIEF, "Arbetsförmedlingen", type(coupling)(**{**_fields(coupling), "told": told})))
        for told in Told
    }
    assert said[Told.BOTH].endswith("insatserna. Båda anger det.")
    assert said[Told.OWN].endswith("insatserna. Bara Arbetsförmedlingen anger det.")
    assert said[Told.OTHER].endswith("insatserna. Bara Försäkringskassan anger det.")


def _fields(coupling):
    return {name: getattr(coupling, name) for name in coupling.__dataclass_fields__}


def test_a_question_ends_its_sentence_itself():
    assert spelled(sentence((Text("Ja: "), Text("steg\u00a03, Räcker det?")))) == "Ja: steg\u00a03, Räcker det?"
    assert spelled(sentence((Text("Ja: "), Text("steg\u00a03, Gå")))) == "Ja: steg\u00a03, Gå."


def test_starts_and_stops_say_so():
    assert spelled(came_from(BRIEF, _step("af-inskrivning"))[0]) == "Processen börjar här."
    assert [spelled(one) for one in leads_on(BRIEF, _step("af-avslut"))] == ["Processen slutar här."]


def test_the_long_description_of_a_step_tells_all_it_hangs_on():
    step = _step("af-utredning")
    assert described(BRIEF, "Arbetsförmedlingen", "Steg 5.", step) == (
        "Steg 5. Kommer från: Steg\u00a04, Hämta in medicinskt underlag (om mer behöver utredas)."
        " Leder till: Steg\u00a06, Gör en samlad bedömning."
    )


def test_marks_of_notes_are_no_words():
    assert spelled((Text("Ett"), NoteMark(1))) == "Ett"
