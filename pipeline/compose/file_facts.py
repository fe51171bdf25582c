"""What a file says of itself: title, kind, actor, standing and release, and what is known of the decision."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.compose.standing import decided, decision_of, standing
from pipeline.model import Decision, until
from pipeline.scene import RELEASE_FACT, Fact, Metadata

if TYPE_CHECKING:
    from pipeline.compose.brief import Brief


_CORE = {"documentType": "type", "diaryNumber": "identifier"}


def metadata_of(brief: Brief, title: str) -> Metadata:
    """The same values for every format (users.md, 4.3); what is not known is left out."""
    settings, publication = brief.programme.settings, brief.publication
    who = brief.actor.name if brief.actor else brief.wording.stamp.all_actors
    facts = (
        Fact(key, value, meaning, _CORE.get(key, ""))
        for key, value, meaning in (*_own(brief, who), *_decided(brief))
        if value
    )
    return Metadata(
        title=title,
        subject=publication.text,
        author=settings.name,
        language=brief.language,
        date=settings.date.isoformat(),
        keywords=(settings.name, publication.name, who),
        facts=tuple(facts),
    )


# A key, its value if there is one, and what it means to who reads the file with a program.
_Rows = Iterator[tuple[str, str | None, str]]


def _own(brief: Brief, who: str) -> _Rows:
    yield "documentType", brief.publication.name, "Kind of document"
    yield "actor", who, "Actor whose process the document shows"
    yield "unit", brief.unit.name if brief.unit else None, "Unit of the actor that the document is made for"
    yield "status", standing(brief).value, "Draft, not adopted, or adopted by every actor shown"
    yield RELEASE_FACT, brief.programme.settings.release, "Release that the document belongs to"


def _decided(brief: Brief) -> _Rows:
    """Of the actor's record: what holds of the matter, and what holds of the content that was decided alone."""
    record = decision_of(brief, brief.actor) if brief.actor else None
    if record is None or brief.actor is None:
        return
    yield "department", record.department, "Department that is responsible for the content"
    yield "diaryNumber", record.diary_number, "Number of the matter in the register of the actor"
    yield "contact", record.contact, "Where to turn with questions"
    yield "lawReviewed", _day(record.law_date), "Day on which the legal references were last reviewed"
    if decided(brief, brief.actor):
        yield from _of_decision(record)


def _of_decision(record: Decision) -> _Rows:
    yield "version", record.version, "Version as the actor counts them"
    yield "decidedBy", record.decided_by, "Body or function that decided"
    yield "decidedOn", _day(record.decided_on), "Day of the decision"
    yield "validFrom", _day(record.valid_from), "First day on which the decision is valid"
    yield "validTo", until(record.valid_to) if record.valid_to else None, "Last day on which the decision is valid"
    yield "replaces", record.replaces, "What the decision replaces"


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
