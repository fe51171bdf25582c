"""A step's page in the handout: bar, title, where one comes from and goes, what happens, and the question."""

from __future__ import annotations

from pipeline.compose.brief import Brief
from pipeline.compose.local_figure import local_figure
from pipeline.compose.process_arrow import running_arrow
from pipeline.compose.text_form import Way, meetings, ways_here, ways_on
from pipeline.document import (
    Band,
    Block,
    Break,
    Columns,
    Definitions,
    Figure,
    Heading,
    Inlines,
    ItemList,
    Jump,
    Panel,
    Paragraph,
    Rule,
    Text,
    Tone,
)
from pipeline.model import Actor, End, LegalReference, Step, Verification

_WRITING_LINES = 2


def step_page(brief: Brief, actor: Actor, step: Step) -> tuple[Block, ...]:
    """The page of a step; it begins on a new page, with the arrow lit at the step's phase."""
    width = brief.frame(brief.paper).width
    scene = local_figure(brief, actor, step)
    return (
        Break(running_arrow(brief, width, step.phase)),
        _bar(brief, actor, step),
        Heading(2, step.title, step.name_id),
        Figure(scene, scene.description),
        Columns(_main(brief, actor, step), _side(brief, step)),
        Rule(),
        *_meetings(brief, step),
        _question(brief, step),
    )


def _bar(brief: Brief, actor: Actor, step: Step) -> Band:
    colours, phase = brief.theme.colours(step.phase), brief.programme.phase(step.phase)
    kind = brief.programme.meaning(step.kind).name
    detail = brief.wording.step.position.format(number=actor.number(step), total=len(actor.steps), kind=kind)
    return Band(str(step.phase), phase.name if phase else "", detail, colours.fill, colours.text)


def _main(brief: Brief, actor: Actor, step: Step) -> tuple[Block, ...]:
    words = brief.wording.step
    facts = tuple(Paragraph((Text(fact),)) for fact in step.facts)
    review = () if not step.review else (_review(words.review, step.review),)
    return (Heading(3, words.what), *facts, *review, *_both_ways(brief, actor, step))


def _both_ways(brief: Brief, actor: Actor, step: Step) -> tuple[Block, ...]:
    """Where one comes from, and where one goes."""
    words = brief.wording.step
    start = (words.begins,) if step.end is End.START else ()
    stop = (words.ends,) if step.end is End.STOP else ()
    here = (Heading(3, words.comes_from), _ways(actor, ways_here(brief, actor, step), start, "{actor}:"))
    on = (Heading(3, words.leads_to), _ways(actor, ways_on(brief, actor, step), stop, words.may_lead))
    return (*here, *on)


def _review(mark: str, text: str) -> Paragraph:
    return Paragraph((Text(mark, strong=True), Text(f" {text}")))


def _ways(actor: Actor, ways: tuple[Way, ...], remarks: tuple[str, ...], abroad: str) -> ItemList:
    """`abroad` introduces another actor, whose name fills its gap."""
    entries = (*((Text(remark),) for remark in remarks), *(_way(actor, way, abroad) for way in ways))
    return ItemList(entries, bulleted=False)


def _way(actor: Actor, way: Way, abroad: str) -> Inlines:
    """What comes first on the line begins with a capital."""
    start = abroad.format(actor=way.actor) if way.actor else way.before
    lead = f"{start} " if start else ""
    words = way.text if lead else way.text[:1].upper() + way.text[1:]
    step = Jump(words, way.step_id) if actor.step(way.step_id) else Text(words)
    after = (Text(f" {way.after}"),) if way.after else ()
    return (Text(lead, strong=True), step, *after) if lead else (step, *after)


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


def _meetings(brief: Brief, step: Step) -> tuple[Block, ...]:
    words = brief.wording.step
    found = meetings(brief, step)
    body: Block = (
        Definitions(tuple((name, (Text(what),)) for name, what in found))
        if found
        else Paragraph((Text(words.no_contacts),), Tone.QUIET)
    )
    return (Heading(3, words.contacts), body)


def _question(brief: Brief, step: Step) -> Panel:
    words = brief.wording.step
    label = Paragraph((Text(words.question),), Tone.QUIET)
    return Panel((label, Paragraph((Text(step.question),), Tone.QUESTION)), _WRITING_LINES)
