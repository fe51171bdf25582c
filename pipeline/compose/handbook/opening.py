"""What the handbook opens with: title page, the actors, the arrow, the legend, and all actors' steps together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.compose.arrow_figure import arrow_figure, counts_of
from pipeline.compose.brief import Brief
from pipeline.compose.colophon import disclaimer
from pipeline.compose.joint_overview import joint_overview
from pipeline.compose.legend_chapter import legend_chapter
from pipeline.compose.map_phrases import Leading
from pipeline.compose.meeting_points import meeting_matrix
from pipeline.compose.printout_check import beside_check
from pipeline.compose.process_map import PlacedMap
from pipeline.compose.title_block import edition_block
from pipeline.document import Block, Break, Definitions, Heading, HeadingLook, Paragraph, Text, Tone
from pipeline.model import Verification

ACTORS, ARROW, OVERVIEW, MEETINGS = "aktorerna", "processpilen", "tillsammans", "motespunkter"
"""The anchors of the headings."""

# What running head, heading, lead and foot take from the page of a drawing, mm.
_AROUND_DRAWING = 52.0


def opening(brief: Brief, title: str) -> tuple[Block, ...]:
    """The title page: what the handbook is, the arrow, and which edition it is."""
    programme, words = brief.programme, brief.wording.handbook
    steps = [step for _, step in programme.steps()]
    actors = words.count.of(len(programme.actors))
    lead = words.lead.format(actors=actors, steps=len(steps), phases=len(programme.phases))
    audience = Paragraph((Text(programme.settings.audience),))
    aim = programme.settings.aim
    aimed = (Heading(2, brief.wording.handout.aim, look=HeadingLook.RUN_IN), Paragraph((Text(aim),))) if aim else ()
    return (
        Heading(1, title, "start"),
        *beside_check(brief, (Paragraph((Text(lead),), Tone.LEAD),)),
        arrow_figure(brief, counts_of(steps)),
        *aimed,
        Heading(2, brief.wording.handout.audience, look=HeadingLook.RUN_IN),
        audience,
        edition_block(brief),
        *disclaimer(brief),
    )


def together(brief: Brief, sheets: Sequence[PlacedMap], leading: Leading) -> tuple[Block, ...]:
    """What concerns all actors, before the chapters of each."""
    return (
        *_actors(brief),
        *_phases(brief),
        Break(),
        *as_chapter(legend_chapter(brief, sheets, phases=False)),
        *_how_to_read(brief),
        *_overview(brief),
        *_meetings(brief, leading),
    )


def _actors(brief: Brief) -> tuple[Block, ...]:
    words = brief.wording.handbook
    missions = Definitions(tuple((actor.name, (Text(actor.mission),)) for actor in brief.programme.actors))
    return (Break(), Heading(2, words.actors, ACTORS, HeadingLook.CHAPTER), missions)


def _phases(brief: Brief) -> tuple[Block, ...]:
    words = brief.wording.handbook
    phases = tuple((f"{phase.number} {phase.name}", (Text(phase.text),)) for phase in brief.phases())
    return (Heading(2, words.arrow, ARROW, HeadingLook.CHAPTER), arrow_figure(brief), Definitions(phases))


def _how_to_read(brief: Brief) -> tuple[Block, ...]:
    """What a reader meets on the pages of the steps and no legend of the map explains."""
    words, step = brief.wording.handbook, brief.wording.step
    example = brief.programme.actors[-1]
    number = words.of_others_text.format(short=example.short, actor=example.name)
    entries: list[tuple[str, str]] = [(words.bar, words.bar_text), (words.of_others, number)]
    if brief.programme.sources:
        entries.append((words.raised, words.raised_text))
    if any(legal.state is Verification.TO_CHECK for _, one in brief.programme.steps() for legal in one.legal):
        entries.append((step.to_check, words.to_check_text))
    entries.append((words.names, words.names_text))
    said = Definitions(tuple((name, (Text(text),)) for name, text in entries))
    return (Heading(3, words.how_to_read, look=HeadingLook.SECTION), said)


def _overview(brief: Brief) -> tuple[Block, ...]:
    """The joint drawing, each part of it on a page of its own."""
    words = brief.wording.handbook
    room = brief.frame(brief.paper).height - _AROUND_DRAWING
    first, *more = joint_overview(brief, room)
    rest = (block for figure in more for block in (Break(), figure))
    heading = Heading(2, words.overview, OVERVIEW, HeadingLook.CHAPTER)
    return (Break(), heading, Paragraph((Text(words.overview_lead),)), first, *rest)


def _meetings(brief: Brief, leading: Leading) -> tuple[Block, ...]:
    words, table = brief.wording.handbook, meeting_matrix(brief, leading)
    if not table.rows:
        return ()
    heading = Heading(2, words.meetings, MEETINGS, HeadingLook.CHAPTER)
    example = brief.programme.actors[-1]
    lead = words.meetings_lead.format(short=example.short, actor=example.name)
    return (Break(), heading, Paragraph((Text(lead),)), table)


def as_chapter(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with their first heading as large as a chapter's."""
    if not (blocks and isinstance(blocks[0], Heading)):
        return blocks
    return (replace(blocks[0], look=HeadingLook.CHAPTER), *blocks[1:])
