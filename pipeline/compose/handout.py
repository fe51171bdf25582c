"""The handout of an actor or one of its units: introduction, contents, map, meetings, a page a step, and the rest."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.compose.arrow_figure import arrow_figure, counts_of
from pipeline.compose.brief import Brief
from pipeline.compose.colophon import colophon
from pipeline.compose.contents_entries import contents_of
from pipeline.compose.fill_in import fill_in_pages
from pipeline.compose.introduction import introduction
from pipeline.compose.legend_chapter import legend_chapter
from pipeline.compose.map_chapter import map_in_text, map_page, placed
from pipeline.compose.map_in_words import Named
from pipeline.compose.meeting_points import meeting_table
from pipeline.compose.numbered_sources import NumberedSources
from pipeline.compose.picture import picture_figures
from pipeline.compose.reference_chapters import numbered_sources, sources_chapter, terms_chapter
from pipeline.compose.step_page import step_page
from pipeline.compose.terms import terms_used
from pipeline.compose.title_block import file_title, running, title_block
from pipeline.document import Block, Break, Document, Heading, Inline, Jump, Paragraph, Text

MEETINGS = "motespunkter"
"""The anchor of the table of meetings."""


def handout(brief: Brief) -> Document:
    """The handout as a flowing document: first what one opens at a meeting, then pages to write on, then explanations.

    For a unit the map is whole, and only the unit's steps have pages.
    """
    actor, sheets = brief.subject, placed(brief)
    terms = terms_used(brief.programme.terms, actor)
    sources = _sources(brief)
    opening = (*title_block(brief), *picture_figures(brief), arrow_figure(brief, counts_of(brief.own_steps)))
    rest = (
        *(block for drawn in sheets for block in map_page(brief, drawn)),
        Break(),
        *legend_chapter(brief, sheets),
        *_meetings(brief),
        *(block for step in brief.own_steps for block in step_page(brief, actor, step, sources)),
        Break(),
        *fill_in_pages(brief),
        *map_in_text(brief),
        *((Break(),) if terms else ()),
        *terms_chapter(brief, terms, sources, brief.wording.handout.terms_lead),
        *sources_chapter(brief, sources),
        *colophon(brief),
    )
    blocks = (*opening, *introduction(brief), *_contents(brief, rest), *rest)
    return Document(brief.metadata(file_title(brief)), running(brief), blocks)


def _meetings(brief: Brief) -> tuple[Block, ...]:
    """The table of where the actor meets others; nothing for one that meets nobody."""
    words, actor = brief.wording.handout, brief.subject
    own = {step.name_id for step in brief.own_steps}

    def leading(step: Named, said: str) -> Inline:
        return Jump(said, step.step_id) if step.step_id in own else Text(said)

    table = meeting_table(brief, actor, leading)
    if not table.rows:
        return ()
    return (Break(), Heading(2, words.meetings, MEETINGS), Paragraph((Text(words.meetings_lead),)), table)


def _contents(brief: Brief, blocks: Sequence[Block]) -> tuple[Block, ...]:
    heading = Heading(2, brief.wording.handout.list_of_contents, "innehall")
    return (Break(), heading, contents_of(brief, blocks, brief.own_steps))


def _sources(brief: Brief) -> NumberedSources:
    """The sources of the steps that have pages and of the terms that the actor's steps use."""
    named = {source for step in brief.own_steps for source in step.sources}
    return numbered_sources(brief, named | {term.source for term in terms_used(brief.programme.terms, brief.subject)})
