"""What is pointed at exists: phases, sources, steps of cases, papers, kinds and formats of publications."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.scope import Known
from pipeline.diagnostics import Diagnostic, closest, diagnose
from pipeline.model import Programme
from pipeline.spans import Place
from pipeline.values import View


def phases_exist(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """The phase of a step is one of the arrow's. One that is missing is told once, at the first step that has it."""
    numbers = {phase.number for phase in programme.phases}
    lost: dict[int, list[Place]] = {}
    for _actor, step in programme.steps():
        if step.phase not in numbers:
            lost.setdefault(step.phase, []).append(step.place("phase"))
    allowed = ", ".join(str(number) for number in sorted(numbers))
    for number, places in lost.items():
        yield diagnose("R310", places[0], phase=number, count=len(places), allowed=allowed)


def sources_exist(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """The source of a step or a term is in the list of sources. One that is missing is told once, where it is first."""
    known = dict.fromkeys(source.name_id for source in programme.sources)
    lost: dict[str, list[Place]] = {}
    for _actor, step in programme.steps():
        for at, source in enumerate(step.sources):
            if source not in known:
                lost.setdefault(source, []).append(step.place("sources", at))
    for term in programme.terms:
        if term.source not in known:
            lost.setdefault(term.source, []).append(term.place("source"))
    for source, places in lost.items():
        yield diagnose("R311", places[0], id=source, count=len(places), guess=closest(source, known))


def steps_of_cases_exist(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """A case touches steps that exist."""
    known = dict.fromkeys(step.name_id for _, step in programme.steps())
    for case in programme.cases:
        for at, step_id in enumerate(case.steps):
            if step_id not in known:
                yield diagnose("R312", case.place("steps", at), id=step_id, guess=closest(step_id, known))


def publications_possible(programme: Programme, known: Known) -> Iterator[Diagnostic]:
    """A publication's kind, paper and formats are known, and its kind has the view that is asked for."""
    for publication in programme.publications:
        yield from _unknown("R316", publication.kind, known.kinds, publication.place("kind"))
        yield from _unknown("R317", publication.paper, known.papers, publication.place("paper"))
        if publication.view is View.SHORT and publication.kind in known.kinds - known.condensed:
            yield diagnose("R325", publication.place("view"), kind=publication.kind)
        formats = known.formats.get(publication.kind, frozenset())
        for at, name in enumerate(publication.formats):
            yield from _unknown("R318", name, formats, publication.place("formats", at), kind=publication.kind)

        for at, name in enumerate(publication.formats):
            if name in publication.formats[:at]:
                yield diagnose("R321", publication.place("formats", at), name=name)


def language_exists(programme: Programme, known: Known) -> Iterator[Diagnostic]:
    """The product has its own words in the programme's language; a code such as sv-SE."""
    settings = programme.settings
    if settings.language.partition("-")[0] not in known.languages:
        allowed = ", ".join(sorted(known.languages))
        yield diagnose("R320", settings.place("language"), name=settings.language, allowed=allowed)


def _unknown(code: str, name: str, known: frozenset[str], place: Place, **more: str) -> Iterator[Diagnostic]:
    # Nothing is known where its file could not be read, or of an unknown kind: that is told there.
    if known and name not in known:
        allowed, guess = ", ".join(sorted(known)), closest(name, sorted(known))
        yield diagnose(code, place, name=name, allowed=allowed, guess=guess, **more)
