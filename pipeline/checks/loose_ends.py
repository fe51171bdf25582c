"""What is not wrong but not finished: empty fields, unverified references, remarks, unused terms and sources."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.scope import ActorMap, Known
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.model import Programme, Verification, terms_in


def empty_fields(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """Facts about an actor that the partners have not given yet."""
    actor = actor_map.actor
    for field in ("aim", "contact", "units"):
        if not getattr(actor, field):
            yield diagnose("N501", actor.key_place(field), key=actor.key(field), actor=actor.name)


def unverified_references(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """Legal references that nobody has found in a text of law."""
    for step in actor_map.actor.steps:
        for legal in step.legal:
            if legal.state is Verification.TO_CHECK:
                yield diagnose("N502", legal.place("reference"), reference=legal.reference)


def open_remarks(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """Remarks about what must be reviewed."""
    for step in actor_map.actor.steps:
        if step.review:
            yield diagnose("N503", step.place("review"), step=step.name_id)


def unused_terms(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """Terms that are explained but that no actor's text uses."""
    missions = (actor.mission for actor in programme.actors)
    text = "\n".join((*missions, *(part for _, step in programme.steps() for part in step.texts)))
    used = {term.name for term in terms_in(programme.terms, text)}
    for term in programme.terms:
        if term.name not in used:
            yield diagnose("N504", term.place("name"), term=term.name)


def unused_sources(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """Sources that no step and no term refers to."""
    used = {source for _, step in programme.steps() for source in step.sources}
    used.update(term.source for term in programme.terms)
    for source in programme.sources:
        if source.name_id not in used:
            yield diagnose("N505", source.place("name_id"), id=source.name_id)
