"""A step's page in the handout: bar, title, where one comes from and goes, what happens, and the question."""

from __future__ import annotations

from pipeline.compose.brief import Brief
from pipeline.compose.local_figure import local_figure
from pipeline.compose.map_in_words import Direction, Named, StepInWords, step_in_words
from pipeline.compose.map_phrases import arrival, meeting, over, way_here, way_on
from pipeline.compose.numbered_sources import NumberedSources
from pipeline.compose.process_arrow import running_arrow
from pipeline.document import (
    Band,
    Block,
    Break,
    Columns,
    Definitions,
    Figure,
    Heading,
    Inline,
    Inlines,
    ItemList,
    Jump,
    Panel,
    Paragraph,
    Rule,
    Text,
    Tone,
)
from pipeline.model import Actor, LegalReference, Step, Verification

_WRITING_LINES = 2


def step_page(brief: Brief, actor: Actor, step: Step, sources: NumberedSources) -> tuple[Block, ...]:
    """The page of a step; it begins on a new page, with the arrow lit at the step's phase."""
    width = brief.frame(brief.paper).width
    scene, words = local_figure(brief, actor, step), step_in_words(brief, actor, step)
    main = (*_what(brief, step, sources), *_both_ways(brief, actor, words))
    return (
        Break(running_arrow(brief, width, step.phase)),
        _bar(brief, words),
        Heading(2, step.title, step.name_id),
        Figure(scene, scene.description),
        Columns(main, _side(brief, step)),
        Rule(),
        *_meetings(brief, words),
        _question(brief, step),
    )


def _bar(brief: Brief, step: StepInWords) -> Band:
    colours = brief.theme.colours(step.phase)
    detail = brief.wording.step.position.format(number=step.name.number, total=step.total, kind=step.kind)
    return Band(str(step.phase), step.phase_name, detail, colours.fill, colours.text)


def _what(brief: Brief, step: Step, sources: NumberedSources) -> tuple[Block, ...]:
    """What happens; after its last fact the numbers of the sources that the step rests on."""
    words = brief.wording.step
    facts: list[Inlines] = [(Text(fact),) for fact in step.facts]
    facts[-1] = (*facts[-1], *sources.marks(step.sources))
    review = () if not step.review else (_review(words.review, step.review),)
    return (Heading(3, words.what), *map(Paragraph, facts), *review)


def _both_ways(brief: Brief, actor: Actor, step: StepInWords) -> tuple[Block, ...]:
    """Where one comes from, and where one goes, in the own map and in those of others."""
    words = brief.wording.step

    def leading(target: Named, said: str) -> Inline:
        return Jump(said, target.step_id) if actor.step(target.step_id) else Text(said)

    here: list[Inlines] = [(Text(words.begins),)] if step.starts else []
    here += [way_here(brief, way, leading) for way in step.here]
    here += [arrival(brief, coupling) for coupling in step.couplings if coupling.direction is Direction.HERE]
    on: list[Inlines] = [(Text(words.ends),)] if step.stops else []
    on += [way_on(brief, way, leading) for way in step.on]
    on += [over(brief, coupling) for coupling in step.couplings if coupling.direction is Direction.OVER]
    return (
        Heading(3, words.comes_from),
        ItemList(tuple(here), bulleted=False),
        Heading(3, words.leads_to),
        ItemList(tuple(on), bulleted=False),
    )


def _review(mark: str, text: str) -> Paragraph:
    return Paragraph((Text(mark, strong=True), Text(f" {text}")))


def _side(brief: Brief, step: Step) -> tuple[Block, ...]:
    words = brief.wording.step
    documents: Block = (
        ItemList(tuple((Text(name),) for name in step.documents), bulleted=False)
        if step.documents
        else Paragraph((Text(words.no_documents),), Tone.QUIET)
    )
    return (
        Heading(3, words.who),
        Paragraph((Text(step.who),)),
        Heading(3, words.documents),
        documents,
        Heading(3, words.law),
        *_law(brief, step),
    )


def _law(brief: Brief, step: Step) -> tuple[Block, ...]:
    words = brief.wording.step
    if not step.legal:
        return (Paragraph((Text(words.no_law),), Tone.QUIET),)
    return tuple(block for reference in step.legal for block in _reference(brief, reference))


def _reference(brief: Brief, reference: LegalReference) -> tuple[Block, ...]:
    """A reference that is not confirmed says so in bold ink; a confirmed one in quiet grey."""
    words = brief.wording.step
    if reference.state is Verification.CONFIRMED:
        return (Paragraph((Text(reference.reference),)), Paragraph((Text(words.confirmed),), Tone.QUIET))
    return (Paragraph((Text(reference.reference),)), Paragraph((Text(words.to_check, strong=True),)))


def _meetings(brief: Brief, step: StepInWords) -> tuple[Block, ...]:
    words = brief.wording.step
    found = [coupling for coupling in step.couplings if coupling.direction is Direction.MEETS]
    body: Block = (
        Definitions(tuple((coupling.actor, meeting(brief, coupling)) for coupling in found))
        if found
        else Paragraph((Text(words.no_contacts),), Tone.QUIET)
    )
    return (Heading(3, words.contacts), body)


def _question(brief: Brief, step: Step) -> Panel:
    words = brief.wording.step
    label = Paragraph((Text(words.question),), Tone.QUIET)
    return Panel((label, Paragraph((Text(step.question),), Tone.QUESTION)), _WRITING_LINES)
