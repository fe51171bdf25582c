"""The cover of an annex: what it is, whose, which release, how it stands, and what is known of the decision."""

from __future__ import annotations

import datetime

from pipeline.compose.brief import Brief
from pipeline.compose.colophon import disclaimer
from pipeline.compose.printout_check import beside_check
from pipeline.compose.standing import content_is_decided, decided, decision_of, shown_actors
from pipeline.document import Block, Definitions, Foot, Heading, HeadingLook, Inlines, Panel, Paragraph, Text, Tone
from pipeline.model import Decision, content_digest
from pipeline.model.decision import until
from pipeline.values import OpenEnd

DECISION = "beslut"
"""The anchor of what is known of the decision."""

# In the order in which registrars write them (users.md, 4.3); title and type of document stand above as the title.
_FIELDS = (
    *("department", "diary_number", "version", "decided_by", "decided_on"),
    *("valid_from", "valid_to", "replaces", "contact", "law_date", "digest"),
)


def cover(brief: Brief) -> tuple[Block, ...]:
    """The first page, with the decision at its foot."""
    return (
        Paragraph((Text(document_type(brief), strong=True),), Tone.LEAD),
        Heading(1, document_title(brief), "start"),
        *beside_check(brief, (Paragraph(_whose(brief), Tone.LEAD),)),
        _status(brief),
        Foot((Heading(2, brief.wording.annex.decision, DECISION, HeadingLook.RUN_IN), _decision(brief))),
    )


def document_type(brief: Brief) -> str:
    """What kind of document the actor decides on; without that the publication's name."""
    record = _record(brief)
    return record.document_type if record and record.document_type else brief.publication.name


def document_title(brief: Brief) -> str:
    """The title that was decided on; without one the programme and the actor."""
    record, words = _record(brief), brief.wording.annex
    if record and record.title:
        return record.title
    return words.title.format(programme=brief.programme.settings.name, actor=brief.subject.name)


def _record(brief: Brief) -> Decision | None:
    return decision_of(brief, brief.subject)


def _whose(brief: Brief) -> Inlines:
    """The actor, and the release if one is being prepared, on a line each."""
    release = brief.programme.settings.release
    said = "\n" + brief.wording.annex.release.format(release=release) if release else ""
    return (Text(brief.subject.name), *((Text(said, edition=True),) if said else ()))


def _status(brief: Brief) -> Panel:
    """How it stands, in a frame; with the disclaimer where the content is not decided."""
    words = brief.wording.annex
    if content_is_decided(brief):
        return Panel((Paragraph((Text(words.decided, strong=True),), Tone.LEAD),))
    undecided = Paragraph((Text(brief.wording.stamp.undecided, strong=True),), Tone.LEAD)
    code = words.decision_code.format(code=content_digest(brief.programme, brief.subject))
    return Panel((undecided, *_why(brief), Paragraph((Text(code),)), *disclaimer(brief)))


def _why(brief: Brief) -> tuple[Block, ...]:
    """Why it is not decided in spite of a full record: other content, or other actors whose maps are shown."""
    words = brief.wording.annex
    if _is_changed(brief):
        return (Paragraph((Text(words.changed),)),)
    if not decided(brief, brief.subject):
        return ()
    lacking = ", ".join(actor.name for actor in shown_actors(brief) if not decided(brief, actor))
    return (Paragraph((Text(words.lacking.format(actors=lacking)),)),)


def _is_changed(brief: Brief) -> bool:
    """True if the actor has decided, but other content than this."""
    record = _record(brief)
    return record is not None and record.is_adopted and not record.missing and not decided(brief, brief.subject)


def _decision(brief: Brief) -> Block:
    """What the record holds: a line for each field that is filled in; or that there is nothing."""
    record, words = _record(brief), brief.wording.annex
    shown = [(getattr(words.fields, name), _value(getattr(record, name))) for name in _FIELDS if record]
    entries = tuple((label, value) for label, value in shown if value)
    return Definitions(entries) if entries else Paragraph((Text(words.no_decision),))


def _value(value: str | datetime.date | OpenEnd | None) -> Inlines:
    """A field as it is printed; nothing for an empty one."""
    if not value:
        return ()
    return (Text(value if isinstance(value, str) else until(value)),)
