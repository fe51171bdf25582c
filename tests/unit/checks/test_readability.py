"""LIX and sentence lengths, counted by hand."""

import pytest

from pipeline.checks.readability import LIX_LIMIT, STEP_LIMIT
from pipeline.checks.sentences import Count, Counter, total, words_in
from pipeline.wording.language import LanguageRules
from tests.diagnostics.project import LANGUAGE, ROOT, patched, report_on
from tests.support.real import real_programme
from tests.unit.checks.small import codes

assert isinstance(LANGUAGE, LanguageRules)
COUNTER = Counter(LANGUAGE)
STEP = "# file: sources/aktorer/fk.yaml\n# step: fk-brev\n"


def test_lix_counted_by_hand() -> None:
    # Sentences 2. Words 4 + 6 = 10. Long: Ansökan (7), handläggaren (12), ersättning (10) = 3. LIX 10/2 + 300/10 = 35.
    text = "Ansökan kommer till kassan. Där ser handläggaren om ersättning ges."
    assert COUNTER.of(text) == Count(2, 10, 3)
    assert COUNTER.of(text).lix == 35
    assert Count(0, 0, 0).lix == 0


@pytest.mark.parametrize(
    ("text", "words", "long"),
    [
        # Exactly six letters are short.
        ("Enligt sexton", 2, 0),
        # Digits and signs are not letters, a sign alone is no word.
        ("12 kap. 1 § lagen (2003:1210)", 5, 0),
        ("SGI-skyddad – rehab-plan", 2, 2),
        ("5 % av 2025-01-01", 3, 0),
        # A soft hyphen is no border, a no-break space is one.
        ("rehabili\u00adtering 30\u00a0dagar", 3, 1),
    ],
)
def test_words(text: str, words: int, long: int) -> None:
    count = COUNTER.of(text)
    assert (count.words, count.long) == (words, long)
    assert len(words_in(text)) == words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ett. Två? Tre!", ["Ett. ", "Två? ", "Tre!"]),
        ("Utan punkt", ["Utan punkt"]),
        ("Enligt 12 kap. Socialtjänstlagen. Slut.", ["Enligt 12 kap. Socialtjänstlagen. ", "Slut."]),
        ("Till exempel (t.ex. Anna). Slut.", ["Till exempel (t.ex. Anna). ", "Slut."]),
        # Some abbreviations may stand last in a sentence.
        ("Brev m.m. till alla. Slut.", ["Brev m.m. till alla. ", "Slut."]),
        ("Brev m.m. Alla får dem.", ["Brev m.m. ", "Alla får dem."]),
        ("Säg ”hej.” Gå.", ["Säg ”hej.” ", "Gå."]),
        ("Rad ett\nRad två.\n\nTre.", ["Rad ett\n", "Rad två.\n\n", "Tre."]),
        ("Punkt 1.2 och web.se finns.", ["Punkt 1.2 och web.se finns."]),
        ("Slut. –", ["Slut. "]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert COUNTER.sentences(text) == sentences
    assert COUNTER.of(text).sentences == len(sentences)


def test_total() -> None:
    assert total([Count(1, 2, 3), Count(10, 20, 30)]) == Count(11, 22, 33)
    assert total([]) == Count(0, 0, 0)


def sentence(words: int) -> str:
    """A sentence of so many short words."""
    return "Ord" + " ord" * (words - 1) + "."


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (f"  vad_hander: [{sentence(25)}, Sedan.]\n", []),
        (f"  vad_hander: [{sentence(26)}, Sedan.]\n", ["S703"]),
        # Two long sentences of one text are two things to mend; two short ones are none.
        (f"  vad_hander: [Först. {sentence(26)} Och {sentence(26)}, Sedan.]\n", ["S703", "S703"]),
        (f"  vad_hander: [{sentence(20)} {sentence(20)}, Sedan.]\n", []),
        (f"  vad_hander: [Först. {sentence(25)}, Sedan.]\n", []),
        (f"  dialogfraga: {sentence(26)[:-1]}?\n", ["S703"]),
        # What is no running text has no sentences.
        (f"  lagstod:\n  - {{hanvisning: {sentence(26)}, kontroll: belagd}}\n", []),
    ],
)
def test_long_sentences(lines: str, found: list[str]) -> None:
    assert codes(STEP + lines) == found


def test_what_a_long_sentence_is_told_with() -> None:
    case = f"{STEP}  vad_hander: [Det var en gång ett brev {sentence(26)}, Sedan.]\n"
    (finding,) = report_on(patched(case)).findings
    assert dict(finding.details) == {"count": "32", "limit": "25", "start": "Det var en gång ett"}


def test_index_is_shown_with_a_decimal_comma_and_never_rounded_up_to_its_limit() -> None:
    # 3 sentences, 10 words, 6 long: 3.333 + 60 = 63.333.
    facts = "Ansökan prövas. Sjukdom ordnas., Händelser handläggaren dokumenterar och arkiverar nu."
    case = f"{STEP}  vad_hander: [{facts}]\n"
    (finding,) = report_on(patched(case)).findings
    assert (finding.code, dict(finding.details)["lix"]) == ("S706", "63,3")


def test_a_hard_document_is_not_told_of_where_its_map_is() -> None:
    examples = ROOT / "pipeline/locale/sv/examples"
    hard_map = (examples / "S704-hard-map.yaml").read_text(encoding="utf-8")
    hard_document = (examples / "S705-hard-document.yaml").read_text(encoding="utf-8")
    assert codes(hard_document) == ["S705"]
    assert sorted(codes(hard_document + hard_map)) == ["S704", "S706", "S706", "S706"]


def test_the_real_maps_measure_as_the_research_says() -> None:
    """users.md, section 6: 42-47 for each actor; about 18 of 71 steps above 50, the worst about 65."""
    counts = [[COUNTER.of("\n".join(step.facts)) for step in actor.steps] for actor in real_programme().actors]
    assert all(42 <= total(steps).lix < 48 < LIX_LIMIT for steps in counts)
    steps = [count.lix for of_actor in counts for count in of_actor]
    assert 15 <= sum(lix >= LIX_LIMIT for lix in steps) <= 22
    assert STEP_LIMIT < max(steps) < 67
