"""The real programme with a release, an address for remarks and other formats, and full decisions of some actors."""

import datetime
from dataclasses import replace

from pipeline.model import Decision, DecisionStatus, Programme, Revision, content_digest
from pipeline.values import OpenEnd
from tests.support.real import real_programme

RELEASE = "2026.1"
FEEDBACK = "https://example.org/synpunkter/"
OTHER_FORMATS = "Ring växeln om du behöver texten uppläst."


def decision(programme: Programme, actor_id: str, **fields: object) -> Decision:
    """A full record of what the actor's content is now, with some fields changed."""
    actor = programme.actor(actor_id)
    assert actor is not None
    full = {
        "actor": actor_id,
        "release": RELEASE,
        "status": DecisionStatus.ADOPTED,
        "title": "Process för samordning",
        "document_type": "Bilaga till riktlinje",
        "department": "Kontoret",
        "diary_number": "KS 2026/17 <a&b>",
        "version": "1.0",
        "decided_by": "Nämnden",
        "decided_on": datetime.date(2026, 11, 20),
        "valid_from": datetime.date(2026, 12, 1),
        "valid_to": OpenEnd.UNTIL_FURTHER_NOTICE,
        "replaces": "ingen",
        "contact": "Registrator",
        "law_date": datetime.date(2026, 10, 2),
        "history": (Revision(version="1.0", date=datetime.date(2026, 11, 20), change="Första utgåvan."),),
        "digest": content_digest(programme, actor),
    }
    return Decision(**{**full, **fields})


def with_release(programme: Programme | None = None) -> Programme:
    """The programme with its release named, and all that readers may turn to."""
    programme = programme or real_programme()
    fields = {"release": RELEASE, "feedback": FEEDBACK, "alternative_format": OTHER_FORMATS}
    return replace(programme, settings=programme.settings.model_copy(update=fields))


def decided_programme(*actors: str, **fields: object) -> Programme:
    """That programme with full decisions of these actors."""
    programme = with_release()
    return replace(programme, decisions=tuple(decision(programme, actor, **fields) for actor in actors))
