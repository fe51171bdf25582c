"""The actors' decision records: whose they are, their dates, and that what is called adopted is whole and of today."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from pipeline.checks.scope import Known
from pipeline.diagnostics import Diagnostic, closest, diagnose
from pipeline.model import Decision, DecisionStatus, Programme, content_digest


def actors_of_decisions_exist(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """A record is about an actor of the programme."""
    known = [actor.name_id for actor in programme.actors]
    for record in programme.decisions:
        if record.actor not in known:
            guess = closest(record.actor, known)
            yield diagnose("R332", record.place("actor"), id=record.actor, guess=guess, allowed=", ".join(known))


def one_decision_each(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """An actor has one record for a release."""
    seen: dict[tuple[str, str], Decision] = {}
    for record in programme.decisions:
        first = seen.setdefault((record.actor, record.release), record)
        if first is not record:
            place, where = record.place("actor"), first.place("actor")
            yield diagnose("R333", place, actor=record.actor, release=record.release, first=where)


def decisions_end_after_they_begin(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """The last day that a decision is valid is not before the first."""
    for record in programme.decisions:
        start, end = record.valid_from, record.valid_to
        if start and isinstance(end, datetime.date) and end < start:
            yield diagnose("G903", record.place("valid_to"), first=start.isoformat(), last=end.isoformat())


def adopted_decisions_are_whole(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """What is called adopted has no empty field; "none" and "until further notice" are values (users.md, 4.3)."""
    for record in programme.decisions:
        if record.is_adopted and record.missing:
            yield diagnose("G904", record.place("status"), status=_ADOPTED, keys=", ".join(record.missing))


def adopted_content_is_of_today(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """What is adopted for the release being prepared is what the sources say. No fault: work on a draft goes on."""
    for record in programme.decisions:
        actor = programme.actor(record.actor)
        if actor is None or record.release != programme.settings.release:
            continue
        today = content_digest(programme, actor)
        if record.is_adopted and record.digest and record.digest != today:
            place = record.place("digest")
            yield diagnose("G905", place, actor=actor.name, decided=record.digest, today=today)


_ADOPTED = DecisionStatus.ADOPTED.value
