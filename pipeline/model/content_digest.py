"""What an actor decides on, as 16 characters: they change whenever what an annex prints about the actor does.

Of the actor: itself, its steps in reading order, the phases, the meanings of the shapes, the terms that it uses, the
sources that are named, what the steps of others tie to it, who the other actors are, and what is said of the whole
programme. Left out are wishes about layout, what things are only looked up by (former ids, synonyms), dates of review,
and the decision itself: it could not name its own code.
"""

from __future__ import annotations

import datetime
import hashlib
import unicodedata
from collections.abc import Iterator
from enum import Enum

from pipeline.model.actor import Actor
from pipeline.model.glossary import Term, terms_in
from pipeline.model.phase import KindMeaning
from pipeline.model.programme import Arrival, Programme
from pipeline.model.step import Step
from pipeline.values import Value

DIGEST_LENGTH = 16

_NOT_PRINTED: dict[type[Value], frozenset[str]] = {
    Actor: frozenset({"prefix", "review"}),
    Step: frozenset({"row", "after", "same_row_as", "former"}),
    Term: frozenset({"synonyms"}),
    KindMeaning: frozenset({"rule"}),
}
_SETTINGS = ("name", "audience", "disclaimer", "disclaimer_en", "language")
# Characters that typographic rules may put in each other's place without a word of the text being another.
_ALIKE = str.maketrans({"\u00ad": "", **dict.fromkeys("\u201c\u201d\u201e", '"'), **dict.fromkeys("\u2018\u2019", "'")})
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


def content_digest(programme: Programme, actor: Actor) -> str:
    """The code of the actor's content, in hexadecimal. How files are formatted does not matter; reading order does.

    Equal texts give equal codes on every system and in every later version of this programme that prints the same:
    what is empty counts for nothing, so that a key that is new in the format changes no code.
    """
    digest = hashlib.sha256()
    for part in _parts(_content(programme, actor)):
        digest.update(part.encode())
        digest.update(b"\x1f")
    return digest.hexdigest()[:DIGEST_LENGTH]


def _content(programme: Programme, actor: Actor) -> tuple[object, ...]:
    terms = terms_used(programme.terms, actor)
    named = {source for step in actor.steps for source in step.sources} | {term.source for term in terms}
    return (
        tuple(getattr(programme.settings, name) for name in _SETTINGS),
        actor,
        tuple(sorted(programme.phases, key=lambda phase: phase.number)),
        tuple(sorted(programme.kinds, key=lambda meaning: meaning.kind.value)),
        tuple(sorted(terms, key=lambda term: term.name)),
        tuple(sorted((s for s in programme.sources if s.name_id in named), key=lambda source: source.name_id)),
        tuple(_ties(programme, step) for step in actor.steps),
        tuple(sorted((other.name_id, other.name, other.mission) for other in programme.actors)),
    )


def terms_used(terms: tuple[Term, ...], actor: Actor) -> tuple[Term, ...]:
    """The terms that the actor's texts use, in the order given."""
    text = "\n".join((actor.mission, *(part for step in actor.steps for part in step.texts)))
    return terms_in(terms, text)


def _ties(programme: Programme, step: Step) -> tuple[object, ...]:
    """The steps of others that the step names, and those that name it: whose they are, number, title, and why."""
    ends = [contact.step for contact in step.contacts] + ([step.link.step] if step.link else [])
    homes = (programme.home(end) for end in ends)
    leaving = tuple(_shown(*home) for home in homes if home)
    arriving = (*programme.contacts_to(step), *programme.links_to(step))
    return leaving, tuple(sorted(_arriving(arrival) for arrival in arriving))


def _arriving(arrival: Arrival) -> tuple[str, ...]:
    return (*_shown(arrival.actor, arrival.step), arrival.why)


def _shown(actor: Actor, step: Step) -> tuple[str, ...]:
    return actor.name_id, actor.name, actor.short, str(actor.number(step)), step.title


def _parts(value: object) -> Iterator[str]:
    """The value as a sequence of texts, with the names of fields and the lengths of lists: nothing runs together."""
    match value:
        case Value():
            left_out = _NOT_PRINTED.get(type(value), frozenset())
            yield type(value).__name__
            for name, field in type(value).model_fields.items():
                content = getattr(value, name)
                if not field.exclude and name not in left_out and content not in (None, (), False):
                    yield f".{name}"
                    yield from _parts(content)
        case tuple():
            yield f"({len(value)}"
            for item in value:
                yield from _parts(item)
        case Enum():
            yield str(value.value)
        case str():
            yield _plain(value)
        case int() | datetime.date():
            yield str(value)
        case _:
            raise TypeError(type(value))  # a kind that could hide a difference


def _plain(text: str) -> str:
    """The words of a text: however its lines were broken and its spaces, quotes and dashes set."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_ALIKE).translate(_DASHES).split())
