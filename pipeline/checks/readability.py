"""How hard the texts are to read: long sentences, and the readability index LIX of maps, documents and steps."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.passages import EveryText, Passage
from pipeline.checks.scope import Known
from pipeline.checks.sentences import Count, Counter, total, words_in
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model import Actor, Programme, Step, terms_in

# Words; users.md, section 6.
SENTENCE_LIMIT = 25
# LIX: 40-50 is middling, 50-60 hard (Björnsson 1968). A step has too few sentences to be judged as strictly.
LIX_LIMIT, STEP_LIMIT = 50, 60
# So many of its hardest steps are named with a map.
_NAMED = 3
# What is a title, a name, a list or a reference has no sentences; titles have a length of their own.
_NO_SENTENCES = frozenset({"name", "short", "title", "spelled_out", "by", "reference", "label", "status"})
_FIRST_WORDS = 5


def long_sentences(every: EveryText, known: Known) -> Iterator[Diagnostic]:
    """Sentences of too many words, in every running text."""
    counter = Counter(known.language)
    for texts in every.texts:
        for passage in texts.passages:
            if passage.text.count(" ") >= SENTENCE_LIMIT and passage.field not in _NO_SENTENCES:
                yield from _long_within(counter, passage)


def _long_within(counter: Counter, passage: Passage) -> Iterator[Diagnostic]:
    for sentence in counter.sentences(passage.text):
        count = len(words_in(sentence))
        if count > SENTENCE_LIMIT:
            start = " ".join(sentence.split()[:_FIRST_WORDS])
            yield diagnose("S703", passage.place, start=start, count=count, limit=SENTENCE_LIMIT)


def hard_texts(programme: Programme, known: Known) -> Iterator[Diagnostic]:
    """Maps, documents and steps whose LIX is too high; a document is not told of where its map is."""
    counter = Counter(known.language)
    shared = _Shared(programme, counter)
    for actor in programme.actors:
        # One text a step: a line break ends a sentence.
        steps = [(step, counter.of("\n".join(step.facts))) for step in actor.steps]
        in_map = total(count for _, count in steps)
        if in_map.lix >= LIX_LIMIT:
            yield _hard_map(actor, in_map, steps)
        elif (in_all := in_map + shared.rest(actor)).lix >= LIX_LIMIT:
            place = actor.key_place("steps")
            yield diagnose("S705", place, actor=actor.name, lix=_shown(in_all), limit=LIX_LIMIT)
        for step, count in steps:
            if count.lix >= STEP_LIMIT:
                place = step.key_place("facts")
                yield diagnose("S706", place, step=step.name_id, lix=_shown(count), limit=STEP_LIMIT)


def _hard_map(actor: Actor, in_map: Count, steps: list[tuple[Step, Count]]) -> Diagnostic:
    hardest = sorted(steps, key=lambda counted: -counted[1].lix)[:_NAMED]
    names = ", ".join(step.name_id for step, _ in hardest)
    place = actor.key_place("steps")
    return diagnose("S704", place, actor=actor.name, lix=_shown(in_map), limit=LIX_LIMIT, steps=names)


class _Shared:
    """What stands in every actor's document beside the facts of its steps; what all share is counted once."""

    def __init__(self, programme: Programme, counter: Counter) -> None:
        self._counter = counter
        self._terms = programme.terms
        self._of_terms = {term.name: counter.of(term.text) for term in programme.terms}
        phases = (phase.text for phase in programme.phases)
        self._always = counter.of("\n".join((programme.settings.audience, *phases)))

    def rest(self, actor: Actor) -> Count:
        """The running texts of an actor's handout without the facts: sentences only, no titles, lists or references."""
        questions = (step.question for step in actor.steps)
        own = "\n".join(filter(None, (actor.mission, actor.aim, actor.responsibility, actor.contact, *questions)))
        used = "\n".join((actor.mission, *(text for step in actor.steps for text in step.texts)))
        terms = (self._of_terms[term.name] for term in terms_in(self._terms, used))
        return total((self._always, self._counter.of(own), *terms))


def _shown(count: Count) -> str:
    """The index with one decimal, cut and not rounded, and a decimal comma."""
    return f"{int(count.lix * 10) / 10:.1f}".replace(".", ",")
