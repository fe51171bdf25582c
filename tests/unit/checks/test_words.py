"""Avoided words: any form, any case, told once; not where they are explained."""

import pytest

from tests.diagnostics.project import patched, report_on
from tests.unit.checks.small import codes

STEP = "# file: sources/aktorer/fk.yaml\n# step: fk-brev\n"
RULES = "# file: sources/regler.yaml\nundvik:\n"


def terms(*entries: str) -> str:
    """The glossary with these entries beside the one that the project needs."""
    lines = "".join(f"- {{{entry}, kalla: lagen}}\n" for entry in ("term: SGI, forklaring: En inkomst.", *entries))
    return f"# file: sources/begrepp.yaml\n# whole\nordlista:\n{lines}"


@pytest.mark.parametrize(
    ("who", "found"),
    [
        ("Den nollplacerade", ["S707"]),
        ("NOLLKLASSAD person", ["S707"]),
        ("Klienten", ["S708"]),
        # The longer word is meant, and is told alone.
        ("Klientelets handläggare", ["S707"]),
        ("Klient och klientel", ["S707", "S708"]),
        # The same word twice in a text is one thing to mend.
        ("Klienten och klientens ombud", ["S708"]),
        # Other words: that begin alike, or only have it inside.
        ("Klientprogram", []),
        ("Ombudsklient", []),
        # Hyphens of both sorts do not hide it.
        ("Icke-klienter", ["S708"]),
        ('"Kli\\u00adenten"', ["S708"]),
    ],
)
def test_words_of_the_language(who: str, found: list[str]) -> None:
    assert sorted(codes(f"{STEP}  vem_gor: {who}\n")) == found


@pytest.mark.parametrize(
    ("rule", "who", "found"),
    [
        ("ord: bidragstagare", "Bidragstagarens ombud", ["S707"]),
        ("ord: bidragstagare, forbjudet: false", "Bidragstagaren", ["S708"]),
        ("ord: SGI 0", "Den med SGI 0", ["S707"]),
        # The project's word wins over the language's.
        ("ord: Klient", "Klienten", ["S707"]),
        ("ord: klientel, forbjudet: false", "Klientelet", ["S708"]),
    ],
)
def test_words_of_the_project(rule: str, who: str, found: list[str]) -> None:
    assert codes(f"{RULES}- {{{rule}}}\n{STEP}  vem_gor: {who}\n") == found


def told(case: str) -> list[dict[str, str]]:
    """The details of what is found."""
    return [dict(finding.details) for finding in report_on(patched(case)).findings]


def test_what_to_write_instead() -> None:
    assert told(f"{STEP}  vem_gor: Klientens ombud\n") == [{"word": "klientens", "instead": "individen eller personen"}]
    assert told(f"{RULES}- ord: ombud\n{STEP}  vem_gor: Ett ombud\n") == [{"word": "ombud", "instead": "ett annat ord"}]


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        # The entry that explains a word may name it, and its synonym: the word with the same advice.
        ("term: nollplacerad, forklaring: 'Den nollplacerade, eller nollklassade.'", ["N504"]),
        ("term: nollplacerad, forklaring: Sagt om klientelet.", ["N504", "S707"]),
        ("term: klientel, forklaring: Klientelet.", ["N504"]),
        ("term: ombud, forklaring: Klientens ombud.", ["N504", "S708"]),
    ],
)
def test_the_glossary_may_explain_a_word(entry: str, found: list[str]) -> None:
    assert sorted(codes(terms(entry))) == found


def test_a_word_without_advice_has_no_synonyms() -> None:
    rules = f"{RULES}- ord: ombud\n- ord: bud\n"
    entry = "term: ombud, forklaring: Ombudet är ett bud."
    told_words = [details.get("word", details.get("term")) for details in told(rules + terms(entry))]
    assert sorted(word or "" for word in told_words) == ["bud", "ombud"]
    assert sorted(codes(rules + terms(entry))) == ["N504", "S707"]


def test_a_term_that_is_explained_is_told_where_it_is_used() -> None:
    case = terms("term: nollplacerad, forklaring: Den som saknar inkomst.") + f"{STEP}  vem_gor: Den nollplacerade\n"
    assert codes(case) == ["S707"]
