"""How a publication stands: a draft, released without the actors' decisions, or decided; and the words for it.

`adopted` is a value of the decision record only, and holds for the content that was decided on (users.md, 4.3).
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from pipeline.model import Actor, Decision, DecisionStatus, content_digest
from pipeline.values import bound

if TYPE_CHECKING:
    from pipeline.compose.brief import Brief


_BETWEEN = " \u00b7 "
_FIXED_FORMAT = "pdf"


class Standing(Enum):
    """How a publication stands, by the word that the manifest and the files' metadata have for it."""

    DRAFT = "utkast"
    UNDECIDED = DecisionStatus.NOT_ADOPTED.value
    DECIDED = DecisionStatus.ADOPTED.value


def standing(brief: Brief) -> Standing:
    """A draft unless it is built for a release; then decided if every actor that it shows has decided this content."""
    if not brief.released:
        return Standing.DRAFT
    return Standing.DECIDED if content_is_decided(brief) else Standing.UNDECIDED


def content_is_decided(brief: Brief) -> bool:
    """True if every actor that the publication shows has decided what is shown, be it a draft or not."""
    return all(decided(brief, actor) for actor in shown_actors(brief))


def decided(brief: Brief, actor: Actor) -> bool:
    """True if the actor's content is the one that it has decided for the release, be it a draft or not."""
    record = decision_of(brief, actor)
    return record is not None and record.holds_for(content_digest(brief.programme, actor))


def decision_of(brief: Brief, actor: Actor) -> Decision | None:
    """The actor's record for the release that is being prepared."""
    release = brief.programme.settings.release
    return brief.programme.decision(actor.name_id, release) if release else None


def shown_actors(brief: Brief) -> tuple[Actor, ...]:
    """The actors whose content the publication shows: its own one, unless it has the others' maps; else all of them."""
    return (brief.actor,) if brief.actor and not brief.publication.other_maps else brief.programme.actors


def mark(brief: Brief) -> str:
    """The framed word on every page and sheet; none where all is decided."""
    words = brief.wording.stamp
    return {Standing.DRAFT: words.draft, Standing.UNDECIDED: words.undecided, Standing.DECIDED: ""}[standing(brief)]


def status_line(brief: Brief, date: str, code: str) -> str:
    """The line at the foot: which draft or release, the content code, whether it is decided, and the actor's number."""
    words, release = brief.wording.stamp, brief.programme.settings.release
    edition = words.draft_of.format(date=date)
    if brief.released:
        edition = words.release_of.format(release=release, date=date)
    parts = [edition, words.code.format(code=code)]
    if not content_is_decided(brief):
        parts.append(words.not_decided)
    elif brief.released:
        parts.append(words.decided)
    record = decision_of(brief, brief.actor) if brief.actor else None
    if record and record.diary_number:
        parts.append(words.diary.format(number=bound(record.diary_number)))
    return _BETWEEN.join(parts)


def editable_line(brief: Brief) -> str:
    """What a copy that can be edited says of itself: of which edition, and that the PDF, if one is made, is fixed."""
    words, release = brief.wording.editable, brief.programme.settings.release
    copy = words.of_release.format(release=release) if brief.released else words.of_draft
    return f"{copy} {words.fixed}" if _FIXED_FORMAT in brief.publication.formats else copy
