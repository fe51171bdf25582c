"""Which terms are used, and the order of the Swedish alphabet."""

from pipeline.compose.terms import sort_key, terms_used
from pipeline.model import Term
from tests.support.real import real_programme


def _term(name):
    return Term(name=name, text="Förklaring.", source="k")


def test_swedish_letters_come_last_in_their_order():
    words = ["öl", "äpple", "åka", "zon", "ek", "éclair", "arm", "Ål"]
    assert sorted(words, key=lambda word: sort_key(word, "åäö")) == [
        "arm",
        "éclair",
        "ek",
        "zon",
        "åka",
        "Ål",
        "äpple",
        "öl",
    ]


def test_a_term_is_used_in_its_inflected_forms_but_not_inside_other_words():
    actor = real_programme().actors[0].model_copy(update={"mission": "Samtycket lämnas. Osamtycke finns.", "steps": ()})
    assert terms_used((_term("samtycke"),), actor)
    assert not terms_used((_term("mtycke"),), actor)


def test_an_abbreviation_is_not_found_in_ordinary_words():
    actor = real_programme().actors[0].model_copy(update={"mission": "Det är sipprande vatten.", "steps": ()})
    assert not terms_used((_term("SIP"),), actor)
