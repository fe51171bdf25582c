"""The head of a publication about an actor: title with its kind, whom it is for, and which edition it is."""

from __future__ import annotations

from pipeline.compose.brief import Brief
from pipeline.compose.printout_check import beside_check
from pipeline.compose.standing import Standing, content_is_decided, mark, standing
from pipeline.document import Block, Definitions, Heading, ItemList, Paragraph, Running, Text, Tone
from pipeline.model import Audience


def title(brief: Brief) -> str:
    """The title on the first page: the publication's name and the actor's."""
    return brief.wording.title_block.title.format(publication=brief.publication.name, actor=brief.subject.name)


def file_title(brief: Brief) -> str:
    """The title that the file has: of a unit's file with the unit, so that no two have the same."""
    if brief.unit is None:
        return title(brief)
    return brief.wording.title_block.of_unit.format(title=title(brief), unit=brief.unit.name)


def readers(brief: Brief) -> str:
    """Whom the publication is for, in lower case; nothing for one that is for everybody."""
    words, audience, unit = brief.wording.title_block, brief.publication.audience, brief.unit
    group = {None: "", Audience.MANAGERS: words.managers, Audience.STAFF: words.staff}[audience]
    if unit is None:
        return group
    return words.within.format(readers=group, unit=unit.name) if group else words.unit.format(unit=unit.name)


def running(brief: Brief) -> Running:
    """What runs on each page: the actor, and the publication with its readers."""
    name = " ".join(word for word in (brief.publication.name, readers(brief)) if word)
    return Running(brief.subject.name, name, mark(brief), "", brief.wording.stamp.page)


def title_block(brief: Brief) -> tuple[Block, ...]:
    """Title, readers, and the programme, edition, status and language."""
    said = _capital(readers(brief))
    return (
        Heading(1, title(brief), "start"),
        *beside_check(brief, (*((Paragraph((Text(said),), Tone.LEAD),) if said else ()), _edition_beside(brief))),
    )


def edition_block(brief: Brief) -> Definitions:
    """The programme, edition, status and language."""
    return Definitions(tuple((name, (text,)) for name, text in _edition_entries(brief)))


def _edition_beside(brief: Brief) -> Definitions | ItemList:
    """The same; in a column, which is narrow, with names and texts on one line."""
    if not brief.current:
        return edition_block(brief)
    entries = tuple((Text(f"{name}: ", strong=True), text) for name, text in _edition_entries(brief))
    return ItemList(entries, bulleted=False)


def _edition_entries(brief: Brief) -> tuple[tuple[str, Text], ...]:
    words = brief.wording.title_block
    return (
        (words.programme, Text(brief.programme.settings.name)),
        (words.edition, Text(_edition(brief), edition=True)),
        (words.status, Text(_status(brief))),
        (words.language, Text(_capital(words.own_language))),
    )


def _edition(brief: Brief) -> str:
    words, settings = brief.wording.title_block, brief.programme.settings
    date = settings.date.isoformat()
    if standing(brief) is Standing.DRAFT:
        return _capital(words.draft.format(date=date))
    return words.release.format(release=settings.release, date=date)


def _status(brief: Brief) -> str:
    words = brief.wording.stamp
    return _capital(words.decided if content_is_decided(brief) else words.not_decided)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
