"""What a search on the web page finds: steps and terms, with the words that lead to them, folded at build time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from pipeline.compose.brief import Brief
from pipeline.compose.map_in_words import step_in_words
from pipeline.compose.reference_chapters import alphabetical, term_anchor
from pipeline.document import SiteEntry
from pipeline.model import Actor, Step, Term
from pipeline.model.glossary import terms_in

_WORD = re.compile(r"[^\W_]+")


def entries(brief: Brief) -> tuple[SiteEntry, ...]:
    """Every step in order, then every term in the order of the alphabet."""
    return (*(_of_step(brief, actor, step) for actor, step in brief.programme.steps()), *_of_terms(brief))


def folded(texts: Iterable[str], letters: str) -> tuple[str, ...]:
    """The words of texts as a search compares them: small, without accents but for the language's own letters; sorted.

    The page's script folds what is typed in the same way, and so no case is folded that JavaScript does not know
    (toLowerCase, as Python's lower, follows Unicode 3.13). A soft hyphen is no part of a word.
    """
    joined = unicodedata.normalize("NFC", " ".join(texts).replace("\u00ad", "")).lower()
    return tuple(sorted({_plain(word, letters) for word in _WORD.findall(joined)}))


def _plain(word: str, letters: str) -> str:
    return "".join(char if char in letters else _base(char) for char in word)


def _base(char: str) -> str:
    """A letter without its accents; a sign that has no letter below them as it is."""
    bare = "".join(part for part in unicodedata.normalize("NFD", char) if not unicodedata.combining(part))
    return bare or char


def _of_step(brief: Brief, actor: Actor, step: Step) -> SiteEntry:
    detail = brief.wording.web.entry.format(actor=actor.name, number=actor.number(step))
    return _entry(brief, (step.name_id, step.title, detail), (step.title, step.short), _texts(brief, actor, step))


def _texts(brief: Brief, actor: Actor, step: Step) -> Iterator[str]:
    """All that is said of a step, whom it belongs to and meets, and whatever else its terms are called."""
    yield from (*step.texts, actor.name, actor.short)
    yield from (reference.reference for reference in step.legal)
    if step.review:
        yield step.review
    for coupling in step_in_words(brief, actor, step).couplings:
        yield from (coupling.actor, coupling.why)
    for term in terms_in(brief.programme.terms, "\n".join(step.texts)):
        yield from _names(term)


def _of_terms(brief: Brief) -> Iterator[SiteEntry]:
    ordered = sorted(brief.programme.terms, key=lambda term: alphabetical(brief, term.name))
    for number, term in enumerate(ordered, 1):
        said = (term_anchor(number), term.name, brief.wording.web.is_term)
        yield _entry(brief, said, _names(term), (term.text,))


def _names(term: Term) -> tuple[str, ...]:
    """Everything that a term is called."""
    return (term.name, *((term.spelled_out,) if term.spelled_out else ()), *term.synonyms)


def _entry(brief: Brief, said: tuple[str, str, str], titles: Iterable[str], texts: Iterable[str]) -> SiteEntry:
    letters = brief.wording.letters.last
    strong = folded(titles, letters)
    return SiteEntry(*said, strong, tuple(word for word in folded(texts, letters) if word not in strong))
