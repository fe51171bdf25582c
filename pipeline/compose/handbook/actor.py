"""An actor's chapter in the handbook: what it does, whom it meets where, its map, and an entry for every step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.compose.actor_map import sheet_title
from pipeline.compose.arrow_figure import arrow_figure, counts_of
from pipeline.compose.brief import Brief
from pipeline.compose.contents_entries import steps_by_phase
from pipeline.compose.filling import lines
from pipeline.compose.map_chapter import map_figure
from pipeline.compose.map_in_words import Direction
from pipeline.compose.map_phrases import Leading, meeting
from pipeline.compose.meeting_points import meeting_table
from pipeline.compose.numbered_sources import NumberedSources
from pipeline.compose.process_map import PlacedMap
from pipeline.compose.step_page import step_band
from pipeline.compose.step_text import StepText
from pipeline.document import (
    Block,
    Break,
    Columns,
    Contents,
    Figure,
    Heading,
    HeadingLook,
    Inlines,
    ItemList,
    Paragraph,
    Text,
    Together,
    Tone,
)
from pipeline.model import LegalReference, Verification

# No id has two hyphens in a row.
_MAP, _MEETINGS = "karta--", "motespunkter--"


def actor_anchor(actor_id: str) -> str:
    """The anchor of an actor's chapter. No step's id has two hyphens in a row."""
    return f"aktor--{actor_id}"


def is_in_contents(anchor: str) -> bool:
    """True for what the list of contents names of an actor's chapter: its map, and where it meets others."""
    return anchor.startswith((_MAP, _MEETINGS))


def actor_chapter(
    brief: Brief, sheets: Sequence[PlacedMap], sources: NumberedSources, leading: Leading
) -> tuple[Block, ...]:
    """The chapter, which opens on a right-hand page."""
    return (
        *_opening(brief),
        *(block for sheet in sheets for block in _map(brief, sheet)),
        *_steps(brief, sources, leading),
        *_all_meetings(brief, leading),
    )


def _opening(brief: Brief) -> Iterator[Block]:
    """What the actor does, and its steps in each phase with their pages."""
    actor, words, common = brief.subject, brief.wording.handbook, brief.wording.handout
    yield Break(right=brief.publication.kind in brief.theme.typography.paging.right_hand)
    yield Heading(2, actor.name, actor_anchor(actor.name_id), HeadingLook.CHAPTER)
    yield Paragraph((Text(actor.mission),), Tone.LEAD)
    yield arrow_figure(brief, counts_of(actor.steps))
    for heading, text in (
        (common.responsibility, actor.responsibility),
        (common.aim, actor.aim),
        (common.contact, actor.contact),
    ):
        if text:
            yield Heading(3, heading)
            yield Paragraph((Text(text),))
    yield Heading(3, words.steps, look=HeadingLook.SECTION)
    yield Contents(steps_by_phase(brief, actor.steps))


def _all_meetings(brief: Brief, leading: Leading) -> tuple[Block, ...]:
    """Whom the actor meets, phase by phase; nothing for one that meets nobody."""
    actor, words = brief.subject, brief.wording.handbook
    table = meeting_table(brief, actor, leading)
    if not table.rows:
        return ()
    heading = Heading(3, words.actor_meetings, f"{_MEETINGS}{actor.name_id}", HeadingLook.SECTION)
    return (Break(), heading, table)


def _map(brief: Brief, sheet: PlacedMap) -> tuple[Block, ...]:
    """A sheet of the map on a page of its own; its boxes lead to the steps."""
    actor, words = brief.subject, brief.wording.handbook
    drawn = map_figure(brief.map_of(actor), sheet, leads=lambda step_id: step_id)
    shown = sum(step.phase in sheet.phases for step in actor.steps)
    alternative = words.map_alternative.format(actor=actor.name, steps=shown)
    number = sheet.sheet.number
    anchor = f"{_MAP}{actor.name_id}--{number}"
    heading = Heading(3, sheet_title(brief, words.map, sheet.sheet), anchor, HeadingLook.SECTION)
    return (Break(own=True), heading, Figure(drawn.scene, alternative, (Text(words.map_caption),)))


def _steps(brief: Brief, sources: NumberedSources, leading: Leading) -> Iterator[Block]:
    """The first step begins a page; of the others as many stand on one as there is room for."""
    actor = brief.subject
    yield Break()
    for step in actor.steps:
        yield _entry(StepText(brief, actor, step, sources, leading))


def _entry(said: StepText) -> Together:
    """A step: bar, title with its number, what happens and both ways beside who and law, meetings, the question.

    What is said stands after bold words instead of under heads: so two steps find room on most pages.
    """
    words, actor, step = said.brief.wording.handbook, said.actor, said.step
    title = words.step.format(number=actor.number(step), title=step.title)
    question = (Text(f"{words.question} ", strong=True), Text(step.question))
    return Together(
        (
            step_band(said, words.position.format(actor=actor.short, position=said.position)),
            Heading(3, title, step.name_id, HeadingLook.SECTION),
            Columns((*said.facts(), *_ways(said)), tuple(_side(said))),
            *_meetings(said),
            Paragraph(question),
        )
    )


def _ways(said: StepText) -> Iterator[ItemList]:
    """Both ways."""
    words = said.brief.wording.handbook
    for lead, ways in ((words.here, said.ways_here()), (words.on, said.ways_on())):
        first, *more = ways
        yield ItemList(((Text(f"{lead} ", strong=True), *first), *more), bulleted=False)


def _meetings(said: StepText) -> tuple[Block, ...]:
    """Whom one meets at the step, and why; nothing where one meets nobody."""
    meets = said.brief.wording.map_text.meets
    met = [coupling for coupling in said.in_words.couplings if coupling.direction is Direction.MEETS]
    entries = (
        (Text(f"{meets.format(actor=one.actor)} ", strong=True), *meeting(said.brief, one, said.leading)) for one in met
    )
    return (ItemList(tuple(entries), bulleted=False),) if met else ()


def _side(said: StepText) -> Iterator[Paragraph | ItemList]:
    """Who, and documents, law and checklist where there are any.

    Which references were checked is told by the chapter on law.
    """
    words, step = said.brief.wording.step, said.step
    yield _headed(words.who, ((Text(step.who),),))
    if step.documents:
        yield _headed(words.documents, tuple((Text(name),) for name in step.documents))
    if step.legal:
        yield _headed(words.law, tuple(_reference(said.brief, reference) for reference in step.legal))
    if step.checklist:
        yield Paragraph((Text(words.checklist, strong=True),))
        yield ItemList(tuple((Text(line),) for line in step.checklist))


def _headed(head: str, entries: Sequence[Inlines]) -> Paragraph:
    """Bold words on a line of their own, and a line below for each entry."""
    return Paragraph(lines(((Text(head, strong=True),), *entries)))


def _reference(brief: Brief, reference: LegalReference) -> Inlines:
    """The reference; one that is not confirmed says so in bold."""
    if reference.state is Verification.CONFIRMED:
        return (Text(reference.reference),)
    return (Text(f"{reference.reference} "), Text(brief.wording.handbook.to_check, strong=True))
