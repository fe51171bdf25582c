"""Which terms a text uses, so that a handout explains those and no others; Swedish order of the alphabet."""

from __future__ import annotations

import re
import unicodedata

from pipeline.model import Actor, Step, Term

# The letters that Swedish sorts last, in their order; a locale of the system would give another order elsewhere.
_LAST = {letter: rank for rank, letter in enumerate("\u00e5\u00e4\u00f6", 1)}
# Inflected and compound forms count as the term: it must begin a word, not end one.
_INFLECTION = r"\w*"


def printed_texts(step: Step) -> tuple[str, ...]:
    """The texts of a step that readers meet."""
    arrows = tuple(arrow.label for arrow in step.arrows if arrow.label)
    contacts = tuple(contact.why for contact in step.contacts)
    return (step.title, *step.facts, step.who, *step.documents, *contacts, *arrows, step.question)


def terms_used(terms: tuple[Term, ...], actor: Actor) -> tuple[Term, ...]:
    """The terms that the actor's texts use, in Swedish alphabetical order."""
    text = "\n".join((actor.mission, *(part for step in actor.steps for part in printed_texts(step))))
    return tuple(sorted((term for term in terms if _occurs(term, text)), key=lambda term: swedish_key(term.name)))


def _occurs(term: Term, text: str) -> bool:
    flags = re.NOFLAG if term.name.isupper() else re.IGNORECASE
    return re.search(rf"(?<!\w){re.escape(term.name)}{_INFLECTION}", text, flags) is not None


def swedish_key(text: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts as a Swedish dictionary does: a-z, then the three last letters; other accents as their base."""
    folded = unicodedata.normalize("NFC", text.casefold())
    return tuple((_LAST[char], "") if char in _LAST else (0, _base(char)) for char in folded)


def _base(char: str) -> str:
    return unicodedata.normalize("NFD", char)[0]
