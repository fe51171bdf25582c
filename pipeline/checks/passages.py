"""Every text that readers meet, actor by actor in reading order, each with the place where it was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from pipeline.model import Actor, Programme, Step
from pipeline.spans import Place
from pipeline.values import NO_BREAK_SPACE, Value

# No text has it: the text gate refuses control characters.
BORDER = "\x00"
SOFT_HYPHEN = "\u00ad"


class Passage(NamedTuple):
    """A text: a field of a value (English name), or one of the field's entries. No dataclass: thousands are made."""

    value: Value
    field: str
    text: str
    at: int | None = None

    @property
    def place(self) -> Place:
        """Where the text was written."""
        return self.value.place(self.field) if self.at is None else self.value.place(self.field, self.at)


@dataclass(frozen=True)
class Texts:
    """All texts of one actor, or those that all actors share; searched as one, since that is quick."""

    passages: tuple[Passage, ...]

    @cached_property
    def joined(self) -> str:
        """The texts as they are, with a border between each two."""
        return BORDER.join([passage.text for passage in self.passages])

    @cached_property
    def plain(self) -> str:
        """The texts with a border between each two, no soft hyphens and only breakable spaces."""
        return breakable(self.joined)

    def at(self, index: int) -> Passage:
        """The passage that a character of `plain` belongs to."""
        return self.passages[self.plain.count(BORDER, 0, index)]


def breakable(text: str) -> str:
    """The text without soft hyphens and with breakable spaces only: what words are looked for in."""
    return text.replace(SOFT_HYPHEN, "").replace(NO_BREAK_SPACE, " ")


class EveryText:
    """All texts of a programme: of each actor, then those that all share.

    Left out: the titles of sources, which are others' words, the disclaimer in English, and synonyms, which readers
    type and never see: they may be the very words that are avoided.
    """

    def __init__(self, programme: Programme) -> None:
        """The texts are gathered when they are first asked for."""
        self.programme = programme

    @cached_property
    def texts(self) -> tuple[Texts, ...]:
        """The texts by whom they belong to."""
        actors = [Texts(tuple(_of_actor(actor))) for actor in self.programme.actors]
        return (*actors, Texts(tuple(_shared(self.programme))))


def _of_actor(actor: Actor) -> Iterator[Passage]:
    yield from _fields(actor, "name", "short", "mission", "aim", "responsibility", "contact")
    for link in actor.links:
        yield Passage(link, "text", link.text)
    for unit in actor.units or ():
        yield from _fields(unit, "name", "contact")
    if actor.picture:  # not its origin: names and licences are others' words
        yield from _fields(actor.picture, "description", "caption")
    if actor.review:
        yield Passage(actor.review, "by", actor.review.by)
    for step in actor.steps:
        yield from _of_step(step)


def _of_step(step: Step) -> Iterator[Passage]:
    yield Passage(step, "title", step.title)
    yield Passage(step, "short", step.short)
    for at, text in enumerate(step.facts):
        yield Passage(step, "facts", text, at)
    yield Passage(step, "who", step.who)
    for legal in step.legal:
        yield Passage(legal, "reference", legal.reference)
    for at, text in enumerate(step.documents):
        yield Passage(step, "documents", text, at)
    for at, text in enumerate(step.checklist):
        yield Passage(step, "checklist", text, at)
    for contact in step.contacts:
        yield Passage(contact, "why", contact.why)
    for arrow in step.arrows:
        if arrow.label:
            yield Passage(arrow, "label", arrow.label)
    yield Passage(step, "question", step.question)
    if step.review:
        yield Passage(step, "review", step.review)


def _shared(programme: Programme) -> Iterator[Passage]:
    yield from _fields(programme.settings, "name", "status", "disclaimer", "audience")
    for phase in programme.phases:
        yield from _fields(phase, "name", "text")
    for kind in programme.kinds:
        yield from _fields(kind, "name", "meaning", "rule")
    for term in programme.terms:
        yield from _fields(term, "name", "spelled_out", "text")
    for case in programme.cases:
        yield from _fields(case, "name")
        yield from _entries(case, "situation")
        yield from _entries(case, "questions")
    for publication in programme.publications:
        yield from _fields(publication, "name", "text")


def _fields(value: Value, *names: str) -> Iterator[Passage]:
    """The fields of a value that are filled."""
    for name in names:
        if text := getattr(value, name):
            yield Passage(value, name, text)


def _entries(value: Value, name: str) -> Iterator[Passage]:
    for at, text in enumerate(getattr(value, name) or ()):
        yield Passage(value, name, text, at)
