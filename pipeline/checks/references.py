"""What is pointed at exists: phases, sources, steps of cases, units, and all that a publication asks for."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.scope import ActorMap, Known
from pipeline.diagnostics import Diagnostic, closest, diagnose
from pipeline.model import Programme, Publication, Settings, renamed
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
    steps = [step for _, step in programme.steps()]
    known, today = dict.fromkeys(step.name_id for step in steps), renamed(steps)
    for case in programme.cases:
        for at, step_id in enumerate(case.steps):
            if step_id not in known:
                guess = today.get(step_id) or closest(step_id, known)
                yield diagnose("R312", case.place("steps", at), id=step_id, guess=guess)


def publications_possible(programme: Programme, known: Known) -> Iterator[Diagnostic]:
    """A publication's kind, papers, formats, profile and variants are known, and its kind has the view asked for."""
    for publication in programme.publications:
        yield from _unknown("R316", publication.kind, known.kinds, publication.place("kind"))
        for at, name in enumerate(publication.papers):
            yield from _unknown("R317", name, known.papers, publication.place("papers", at))
        yield from _unknown("R343", publication.profile, known.profiles, publication.place("profile"))
        if publication.view is View.SHORT and publication.kind in known.kinds - known.condensed:
            yield diagnose("R325", publication.place("view"), kind=publication.kind)
        formats = known.formats.get(publication.kind, frozenset())
        for at, name in enumerate(publication.formats):
            yield from _unknown("R318", name, formats, publication.place("formats", at), kind=publication.kind)
        for at, name in enumerate(publication.formats):
            if name in publication.formats[:at]:
                yield diagnose("R321", publication.place("formats", at), name=name)
        yield from _variants_possible(publication, known)


def _variants_possible(publication: Publication, known: Known) -> Iterator[Diagnostic]:
    """Its variants are known, and each has a format among those that the publication is made in."""
    for at, name in enumerate(publication.variants):
        place = publication.place("variants", at)
        yield from _unknown("R345", name, frozenset(known.variants), place)
        formats = known.variants.get(name, frozenset())
        if formats and not formats & set(publication.formats):
            yield diagnose("R346", place, name=name, allowed=", ".join(sorted(formats)))


def readers_exist(programme: Programme, known: Known) -> Iterator[Diagnostic]:
    """Whom a publication is for: its kind is made for such, and its actors and units are there."""
    actors = [actor.name_id for actor in programme.actors]
    units = [unit.name_id for actor in programme.actors for unit in actor.units or ()]
    for publication in programme.publications:
        yield from _not_taken(publication, known)
        for at, name in enumerate(publication.actors):
            if name not in actors:
                yield diagnose("R313", publication.place("actors", at), id=name, guess=closest(name, actors))
        for at, name in enumerate(publication.units):
            if name not in units:
                yield diagnose("R340", publication.place("units", at), id=name, guess=closest(name, units))


def _not_taken(publication: Publication, known: Known) -> Iterator[Diagnostic]:
    """Lines of a publication that its kind has no use for; nothing is known of an unknown kind."""
    for field in ("actors", "units", "audience", "other_maps") if publication.kind in known.takes else ():
        if getattr(publication, field) and field not in known.takes[publication.kind]:
            kinds = ", ".join(sorted(kind for kind, taken in known.takes.items() if field in taken))
            key = publication.key(field)
            yield diagnose("R342", publication.key_place(field), key=key, kind=publication.kind, allowed=kinds)


def units_of_steps_exist(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """The units of a step are units of its actor."""
    actor = actor_map.actor
    units = [unit.name_id for unit in actor.units or ()]
    for step in actor.steps:
        for at, name in enumerate(step.units):
            if name not in units:
                guess = closest(name, units)
                yield diagnose("R341", step.place("units", at), id=name, actor=actor.name, guess=guess)


def languages_exist(programme: Programme, known: Known) -> Iterator[Diagnostic]:
    """The product has its own words in the programme's language and its publications'; a code such as sv-SE."""
    values: tuple[Settings | Publication, ...] = (programme.settings, *programme.publications)
    for value in values:
        if value.language and value.language.partition("-")[0] not in known.languages:
            allowed = ", ".join(sorted(known.languages))
            yield diagnose("R320", value.place("language"), name=value.language, allowed=allowed)


def _unknown(code: str, name: str, known: frozenset[str], place: Place, **more: str) -> Iterator[Diagnostic]:
    # Nothing is known where its file could not be read, or of an unknown kind: that is told there.
    if known and name not in known:
        allowed, guess = ", ".join(sorted(known)), closest(name, sorted(known))
        yield diagnose(code, place, name=name, allowed=allowed, guess=guess, **more)
