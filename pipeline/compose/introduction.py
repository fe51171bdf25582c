"""What a handout says before the map: its contents, the actor's mission and responsibility, contact and links."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.compose.brief import Brief
from pipeline.document import Block, Heading, Inlines, ItemList, Paragraph, Text, Web
from pipeline.model import Unit

INTRODUCTION = "inledning"
"""The anchor of its heading."""


def introduction(brief: Brief) -> tuple[Block, ...]:
    """A heading, and one below it for each thing that is known; what the sources leave empty has none."""
    words, actor = brief.wording.handout, brief.subject
    contents = words.contents_of_unit if brief.unit else words.contents
    first = contents.format(steps=len(actor.steps))
    blocks: list[Block] = [Heading(2, words.introduction, INTRODUCTION), Paragraph((Text(first),))]
    for heading, body in _parts(brief):
        if body:
            blocks += [Heading(3, heading), *body]
    return tuple(blocks)


def _parts(brief: Brief) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Headings with what stands below them, which may be nothing."""
    words, actor = brief.wording.handout, brief.subject
    yield words.mission, _said(actor.mission)
    yield words.responsibility, _said(actor.responsibility)
    yield words.aim, _said(actor.aim)
    yield words.audience, _said(brief.programme.settings.audience)
    yield words.contact, (*_of_unit(brief, brief.unit), *_said(actor.contact))
    yield words.units, _listed(_unit(brief, unit) for unit in actor.units or () if unit != brief.unit)
    yield words.links, _listed((Web(link.text, link.url),) for link in actor.links)
    yield words.languages, _listed(_other_languages(brief))


def _said(text: str | None) -> tuple[Block, ...]:
    return (Paragraph((Text(text),)),) if text else ()


def _listed(entries: Iterator[Inlines]) -> tuple[Block, ...]:
    listed = tuple(entries)
    return (ItemList(listed),) if listed else ()


def _of_unit(brief: Brief, unit: Unit | None) -> tuple[Block, ...]:
    """How the unit that the handout is for is reached."""
    return (Paragraph(_unit(brief, unit)),) if unit and unit.contact else ()


def _unit(brief: Brief, unit: Unit) -> Inlines:
    if not unit.contact:
        return (Text(unit.name),)
    contact = brief.wording.handout.unit_contact.format(contact=unit.contact)
    return (Text(unit.name, strong=True), Text(contact))


def _other_languages(brief: Brief) -> Iterator[Inlines]:
    """Publications of the same kind for the same readers in another language, by their own names."""
    own, programme = brief.publication, brief.programme
    for other in programme.publications:
        language = other.language or programme.settings.language
        if (other.kind, other.audience) == (own.kind, own.audience) and language != brief.language:
            yield (Text(other.name, language=language), Text(f" ({language})"))
