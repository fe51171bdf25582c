"""What lies behind the codes: every code has it in every language, none is left over, and each is plain."""

import re
from string import Formatter

import pytest

from pipeline.cli.explained import explained
from pipeline.reading.yaml_tree import read_tree
from pipeline.release.project import explanations, fault_texts
from pipeline.release.workspace import spoken_languages
from pipeline.wording.explanations import CodeText
from pipeline.wording.faults import FaultText
from tests.diagnostics.test_texts import JARGON

SWEDISH, ENGLISH = fault_texts("sv"), fault_texts("en")
# What a Swedish reader need not know, and what an English one cannot read. (Keys and files are quoted in both.)
ENGLISH_WORDS = re.compile(r"\b(the|and|not|with|file|key|step|value|error|default|string|list)\b", re.I)
SWEDISH_LETTERS = re.compile("[\u00e5\u00e4\u00f6\u00c5\u00c4\u00d6]")
QUOTED = re.compile("\u201d[^\u201d]*\u201d|\u201c[^\u201d]*\u201d|'[^']*'|\\{\\w+\\}|[a-z/]+\\.yaml")
LANGUAGES = ("sv", "en")


def texts_in(sentence: str | None) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence or "") if name}


def by_code(faults: tuple[FaultText, ...]) -> dict[str, FaultText]:
    return {text.code: text for text in faults}


def test_findings_are_told_in_these_languages() -> None:
    assert spoken_languages() == ("en", "sv")


def test_english_has_the_same_codes_in_the_same_order() -> None:
    assert [text.code for text in ENGLISH.faults] == [text.code for text in SWEDISH.faults]


@pytest.mark.parametrize("code", by_code(SWEDISH.faults))
def test_english_fills_the_same_gaps(code: str) -> None:
    swedish, english = by_code(SWEDISH.faults)[code], by_code(ENGLISH.faults)[code]
    assert texts_in(english.message) | texts_in(english.hint) == texts_in(swedish.message) | texts_in(swedish.hint)


def test_english_has_the_same_words_round_the_findings() -> None:
    for field in set(type(SWEDISH).model_fields) - {"faults", "origin"}:
        swedish, english = getattr(SWEDISH, field), getattr(ENGLISH, field)
        assert texts_in(str(swedish)) == texts_in(str(english)), field


@pytest.mark.parametrize("text", ENGLISH.faults, ids=lambda text: text.code)
def test_an_english_sentence_is_english_and_short(text: FaultText) -> None:
    for part in (text.message, text.hint or ""):
        assert not SWEDISH_LETTERS.search(QUOTED.sub("", part))
        for sentence in re.split(r"(?<=[.?!])\s+", part):
            assert len(sentence.split()) < 25, sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_one_explanation_and_none_is_left_over(language: str) -> None:
    explained_codes = [text.code for text in explanations(language).codes]
    assert len(explained_codes) == len(set(explained_codes))
    assert set(explained_codes) == {text.code for text in SWEDISH.faults}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_family_has_a_name_and_every_name_has_codes(language: str) -> None:
    letters = [family.letter for family in explanations(language).families]
    assert sorted(letters) == sorted({text.code[0] for text in SWEDISH.faults})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_gap_has_a_word_and_every_word_a_gap(language: str) -> None:
    gaps = {(text.code, gap) for text in SWEDISH.faults for gap in texts_in(text.message) | texts_in(text.hint)}
    words = {text.gap for text in explanations(language).gaps}
    assert {gap for _, gap in gaps} <= words
    assert words <= {gap for _, gap in gaps} | {f"{code}.{gap}" for code, gap in gaps}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explanation_leaves_no_gap_open(language: str) -> None:
    texts, held = fault_texts(language), explanations(language)
    for text in texts.faults:
        one = explained(text.code, texts, held)
        assert not re.search(r"\{\w+\}|\{\{|\}\}", one.message + one.hint), text.code


@pytest.mark.parametrize("text", explanations("sv").codes, ids=lambda text: text.code)
def test_a_swedish_explanation_is_plain(text: CodeText) -> None:
    assert not JARGON.search(text.why)
    assert not ENGLISH_WORDS.search(QUOTED.sub("", text.why))
    _is_short(text.why)


@pytest.mark.parametrize("text", explanations("en").codes, ids=lambda text: text.code)
def test_an_english_explanation_is_plain(text: CodeText) -> None:
    assert not re.search(r"\b(mapping|parser?|string|token|scalar|node|null|boolean|regex)\b", text.why, re.I)
    assert not SWEDISH_LETTERS.search(QUOTED.sub("", text.why))
    _is_short(text.why)


def _is_short(why: str) -> None:
    sentences = re.split(r"(?<=[.?!])\s+", why)
    assert 1 <= len(sentences) <= 3
    for sentence in sentences:
        assert sentence.endswith(".")
        assert sentence[0].isupper()
        assert len(sentence.split()) < 25, sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_right_example_can_be_read(language: str) -> None:
    for text in explanations(language).codes:
        assert read_tree(text.code, (text.right or "a: b").encode(), lambda _: True).findings == []
