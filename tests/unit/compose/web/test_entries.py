"""What a search finds: folded words, synonyms and spelled-out forms, of steps and of terms."""

from dataclasses import replace

from pipeline.compose.web.entries import entries, folded
from pipeline.document import SiteEntry
from pipeline.model import Programme
from tests.support.real import brief_for, real_programme


def found(programme: Programme, word: str) -> list[SiteEntry]:
    """The entries that have exactly this word."""
    every = entries(brief_for("webb", programme=programme))
    return [entry for entry in every if word in (*entry.strong, *entry.words)]


def with_synonym(word: str) -> Programme:
    """The real programme, in which SGI is also called something else."""
    programme = real_programme()
    terms = (term.model_copy(update={"synonyms": (word,)}) if term.name == "SGI" else term for term in programme.terms)
    return replace(programme, terms=tuple(terms))


def test_words_are_folded_as_the_script_folds_them() -> None:
    assert folded(["Idé, ÅKA!", "caf\u00e9 f\u00f6r ide"], "\u00e5\u00e4\u00f6") == (
        *("cafe", "f\u00f6r", "ide"),
        "\u00e5ka",
    )


def test_a_decomposed_letter_is_the_same_letter_and_a_soft_hyphen_is_none() -> None:
    assert folded(["fo\u0308r", "sam\u00advaro"], "\u00f6") == ("f\u00f6r", "samvaro")


def test_a_step_is_found_by_its_title_first() -> None:
    _, step = next(real_programme().steps())
    entry = next(entry for entry in entries(brief_for("webb")) if entry.anchor == step.name_id)
    assert set(folded([step.title], "\u00e5\u00e4\u00f6")) <= set(entry.strong)
    assert not set(entry.strong) & set(entry.words)


def test_a_synonym_finds_its_term_and_the_steps_that_use_the_term() -> None:
    assert found(real_programme(), "dagersattningsgrund") == []
    hits = found(with_synonym("Dagersattningsgrund"), "dagersattningsgrund")
    users = [step.name_id for _, step in real_programme().steps() if any("SGI" in text.split() for text in step.texts)]
    assert users
    assert {entry.anchor for entry in hits} >= set(users)
    assert len([entry for entry in hits if entry.title == "SGI"]) == 1


def test_a_spelled_out_abbreviation_is_found() -> None:
    assert "SGI" in {entry.title for entry in found(real_programme(), "sjukpenninggrundande")}


def test_every_word_that_happens_in_a_step_finds_it() -> None:
    """Words as a reader would part them: runs of letters and digits."""
    shown = {entry.anchor: {*entry.strong, *entry.words} for entry in entries(brief_for("webb"))}
    for _, step in real_programme().steps():
        for text in (*step.facts, step.who, *step.documents, step.question):
            parted = "".join(char if char.isalnum() else " " for char in text.lower()).split()
            assert set(parted) <= shown[step.name_id]


def test_a_step_is_found_by_what_is_to_be_reviewed_and_by_whom_it_meets() -> None:
    programme = real_programme()
    first, *others = programme.actors
    contact = next(
        contact for _, step in programme.steps() for contact in step.contacts if contact.actor != first.name_id
    )
    met = next(actor for actor in programme.actors if actor.name_id == contact.actor)
    asked = first.steps[0].model_copy(update={"review": "Hemligord?", "contacts": (contact,)})
    changed = first.model_copy(update={"steps": (asked, *first.steps[1:])})
    made = replace(programme, actors=(changed, *others))
    assert [entry.anchor for entry in found(made, "hemligord")] == [asked.name_id]
    (name, *_) = folded([met.name], "\u00e5\u00e4\u00f6")
    assert asked.name_id in {entry.anchor for entry in found(made, name)}


def test_signs_part_words_and_an_underscore_is_one() -> None:
    assert folded(["a_b c-d 12:3", "x\u00a0y"], "") == ("12", "3", "a", "b", "c", "d", "x", "y")
