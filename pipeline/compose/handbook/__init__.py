"""The handbook of all actors: the whole process together, a chapter for each actor, and what one looks things up in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.compose.brief import Brief
from pipeline.compose.colophon import colophon
from pipeline.compose.handbook.actor import actor_chapter, is_in_contents
from pipeline.compose.handbook.back import cases_chapter, index_chapter, law_chapter
from pipeline.compose.handbook.opening import as_chapter, opening, together
from pipeline.compose.map_chapter import placed
from pipeline.compose.map_in_words import Named
from pipeline.compose.numbered_sources import NumberedSources
from pipeline.compose.process_map import PlacedMap
from pipeline.compose.reference_chapters import numbered_sources, sources_chapter, terms_chapter
from pipeline.compose.standing import mark
from pipeline.document import (
    Block,
    Break,
    Contents,
    Document,
    Entry,
    Heading,
    HeadingLook,
    Inline,
    Jump,
    Running,
    walk,
)

CONTENTS = "innehall"
"""The anchor of the list of contents."""


def handbook(brief: Brief) -> Document:
    """The handbook as a flowing document. Raises CannotCompose."""
    programme, words = brief.programme, brief.wording.handbook
    maps = {actor.name_id: placed(brief.map_of(actor)) for actor in programme.actors}
    sources = numbered_sources(brief, {source.name_id for source in programme.sources})
    chapters: tuple[tuple[Block, ...], ...] = (
        *(actor_chapter(brief.of_actor(actor), maps[actor.name_id], sources, leading) for actor in programme.actors),
        cases_chapter(brief, leading),
        _references(brief, sources),
        (*index_chapter(brief), *colophon(brief)),
    )
    sheets: Sequence[PlacedMap] = tuple(sheet for found in maps.values() for sheet in found)
    rest = (*together(brief, sheets, leading), *(block for chapter in chapters for block in _opened(chapter)))
    title = words.title.format(publication=brief.publication.name, programme=programme.settings.name)
    running = Running(programme.settings.name, brief.publication.name, mark(brief), "", brief.wording.stamp.page)
    contents = _contents(rest, brief.wording.handout.list_of_contents)
    return Document(brief.metadata(title), running, (*opening(brief, title), *contents, *rest))


def leading(step: Named, said: str) -> Inline:
    """Every step has its entry, so that whatever names one leads there."""
    return Jump(said, step.step_id)


def _references(brief: Brief, sources: NumberedSources) -> tuple[Block, ...]:
    """Terms, law and sources: one follows the other, since they are looked up and not read."""
    terms, lead = brief.programme.terms, brief.wording.handbook.terms_lead
    law = law_chapter(brief, leading)  # says itself when the law was read
    return (
        *as_chapter(terms_chapter(brief, terms, sources, lead, landings=True)),
        *as_chapter(law),
        *as_chapter(sources_chapter(brief, sources, law_date=not law) if sources.sources else ()),
    )


def _opened(chapter: tuple[Block, ...]) -> tuple[Block, ...]:
    """A chapter on a new page; nothing for one without content."""
    if not chapter:
        return ()
    if isinstance(chapter[0], Break):
        return chapter
    return (Break(), *as_chapter(chapter))


def _contents(blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    """Chapters, and of an actor's the map and where it meets others: its steps are listed where its chapter opens."""
    entries = tuple(_entries(blocks))
    return (Break(), Heading(2, title, CONTENTS, HeadingLook.CHAPTER), Contents(entries))


def _entries(blocks: tuple[Block, ...]) -> Iterator[Entry]:
    for block in walk(blocks):
        if isinstance(block, Heading) and block.anchor:
            if block.level == 2:
                yield Entry(1, block.text, block.anchor)
            elif is_in_contents(block.anchor):
                yield Entry(2, block.text, block.anchor)
