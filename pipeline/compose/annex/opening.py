"""What an annex opens with behind its cover: what it is about, who the actors are, contents, and the process arrow."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.compose.arrow_figure import arrow_figure
from pipeline.compose.brief import Brief
from pipeline.compose.contents_entries import contents_of
from pipeline.document import Block, Break, Definitions, Heading, Paragraph, Text, Tone

ABOUT, ACTORS, ARROW, CONTENTS = "om-bilagan", "aktorerna", "processpilen", "innehall"
"""The anchors of the headings."""

_ENTRIES_OF_A_PAGE = 36  # as many of the list of contents as A4 has room for, sections and steps mixed


def about(brief: Brief) -> tuple[Block, ...]:
    """What the annex shows, and aim and target group as far as they are known."""
    words, common = brief.wording.annex, brief.wording.handout
    what = Paragraph((Text(words.what.format(steps=len(brief.subject.steps))),), Tone.LEAD)
    known = ((common.aim, brief.subject.aim), (common.audience, brief.programme.settings.audience))
    parts = (part for head, text in known if text for part in (Heading(3, head), Paragraph((Text(text),))))
    return (Heading(2, words.about, ABOUT), what, *parts)


def actors_chapter(brief: Brief) -> tuple[Block, ...]:
    """Every actor with its mission, the annex's own first."""
    words, owner = brief.wording.annex, brief.subject
    ordered = (owner, *(actor for actor in brief.programme.actors if actor is not owner))
    lead = Paragraph((Text(words.actors_lead.format(actor=owner.name)),))
    missions = Definitions(tuple((actor.name, (Text(actor.mission),)) for actor in ordered))
    return (Heading(2, words.actors, ACTORS), lead, missions)


def contents_chapter(brief: Brief, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Every section after it, and in the place of the steps' own each phase with its steps.

    On a page of its own; one that is longer begins below the actors, so that the spread holds it.
    """
    contents = contents_of(brief, blocks, brief.subject.steps)
    own_page = (Break(),) if len(contents.entries) <= _ENTRIES_OF_A_PAGE else ()
    return (*own_page, Heading(2, brief.wording.handout.list_of_contents, CONTENTS), contents)


def arrow_chapter(brief: Brief) -> tuple[Block, ...]:
    """The process arrow and what happens in each phase, on a page of its own."""
    words = brief.wording.annex
    phases = tuple((f"{phase.number} {phase.name}", (Text(phase.text),)) for phase in brief.phases())
    lead = Paragraph((Text(words.arrow_lead),))
    return (Break(), Heading(2, words.arrow, ARROW), lead, arrow_figure(brief), Definitions(phases))
