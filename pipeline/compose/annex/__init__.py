"""The annex to an actor's guideline: cover with the decision, map and the same in text, every step, meetings, law."""

from __future__ import annotations

from dataclasses import replace

from pipeline.compose.annex.cover import cover, document_title, document_type
from pipeline.compose.annex.opening import about, actors_chapter, arrow_chapter, contents_chapter
from pipeline.compose.annex.reference import history_chapter, law_chapter, meetings_chapter, notes_chapter
from pipeline.compose.brief import Brief
from pipeline.compose.colophon import colophon
from pipeline.compose.legend_chapter import legend_chapter
from pipeline.compose.map_chapter import ONLY_MAP, MapNames, map_in_text, map_page, names_among, placed
from pipeline.compose.map_in_words import Named, row_anchor
from pipeline.compose.map_phrases import Leading
from pipeline.compose.map_table import led_parts
from pipeline.compose.numbered_sources import NumberedSources
from pipeline.compose.process_map import PlacedMap
from pipeline.compose.reference_chapters import numbered_sources, terms_chapter
from pipeline.compose.standing import mark, shown_actors
from pipeline.compose.step_page import step_page
from pipeline.compose.terms import terms_used
from pipeline.document import Block, Break, Document, Figure, Inline, Jump, Running, Text
from pipeline.model import Actor, Step

Maps = dict[str, tuple[PlacedMap, ...]]


def annex(brief: Brief) -> Document:
    """The annex as a flowing document. Raises CannotCompose."""
    maps: Maps = {actor.name_id: placed(brief.map_of(actor)) for actor in _owner_first(brief)}
    sources = _sources(brief)
    rest = (
        *arrow_chapter(brief),
        *legend_chapter(brief, tuple(sheet for sheets in maps.values() for sheet in sheets), phases=False),
        *(block for actor in _owner_first(brief) for block in _map(brief, actor, maps[actor.name_id])),
        *(block for step in brief.subject.steps for block in _step(brief, step, maps, sources)),
        *_reference(brief, sources),
    )
    opening = (*cover(brief), Break(), *about(brief), *actors_chapter(brief))
    running = Running(brief.subject.name, document_type(brief), mark(brief), "", brief.wording.stamp.page)
    blocks = (*opening, *contents_chapter(brief, rest), *rest)
    return Document(brief.metadata(document_title(brief)), running, blocks)


def _owner_first(brief: Brief) -> tuple[Actor, ...]:
    """The actors whose maps are shown: the annex's own, then the others if they are wanted."""
    owner = brief.subject
    return (owner, *(actor for actor in shown_actors(brief) if actor is not owner))


def _map(brief: Brief, actor: Actor, sheets: tuple[PlacedMap, ...]) -> tuple[Block, ...]:
    """An actor's map and right after it the same in text.

    Boxes and titles lead to the steps' pages; those of another actor's steps to each other.
    """
    own, names = brief.map_of(actor), _names(brief, actor)
    shown = {step.name_id for one in _owner_first(brief) for step in one.steps}
    goals = {step.name_id: _sheet(step, names, sheets) for step in actor.steps}
    leads, home = (str, str) if actor is brief.subject else (row_anchor, goals.__getitem__)
    pages = (block for sheet in sheets for block in map_page(own, sheet, names, leads))
    return (*pages, *map_in_text(own, lambda step_id: step_id in shown, names, home))


def _names(brief: Brief, actor: Actor) -> MapNames:
    return ONLY_MAP if actor is brief.subject else names_among(brief, actor)


def _sheet(step: Step, names: MapNames, sheets: tuple[PlacedMap, ...]) -> str:
    """The anchor of the sheet of a map that a step stands on."""
    return names.sheet(next(one.sheet.number for one in sheets if step.phase in one.sheet.phases))


def _step(brief: Brief, step: Step, maps: Maps, sources: NumberedSources) -> tuple[Block, ...]:
    """The page of a step, nothing to fill in; below its figure the way back to the sheet of the map that has it."""
    actor, words = brief.subject, brief.wording.annex
    back = led_parts(words.back, "map", words.map, _sheet(step, _names(brief, actor), maps[actor.name_id]))
    page = step_page(brief, actor, step, sources, fill_in=False)
    return tuple(replace(block, caption=back) if isinstance(block, Figure) else block for block in page)


def _reference(brief: Brief, sources: NumberedSources) -> tuple[Block, ...]:
    """What the annex ends with, each part only if there is something in it."""
    terms = terms_used(brief.programme.terms, brief.subject)
    leading = _leading(brief)
    return (
        *meetings_chapter(brief, leading),
        *law_chapter(brief, leading),
        *((Break(),) if terms else ()),
        *terms_chapter(brief, terms, sources, brief.wording.annex.terms_lead),
        *history_chapter(brief),
        *notes_chapter(brief, sources),
        *colophon(brief),
    )


def _leading(brief: Brief) -> Leading:
    """Leads to a step's page, to the row of a step of another actor whose map is shown, or nowhere."""
    owner = brief.subject
    others = {step.name_id for actor in shown_actors(brief) if actor is not owner for step in actor.steps}

    def leading(step: Named, said: str) -> Inline:
        if owner.step(step.step_id):
            return Jump(said, step.step_id)
        return Jump(said, row_anchor(step.step_id)) if step.step_id in others else Text(said)

    return leading


def _sources(brief: Brief) -> NumberedSources:
    """The sources of the actor's steps and of the terms that they use."""
    actor = brief.subject
    named = {source for step in actor.steps for source in step.sources}
    return numbered_sources(brief, named | {term.source for term in terms_used(brief.programme.terms, actor)})
