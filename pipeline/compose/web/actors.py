"""An actor on the web page: what is said of it first, its map, and every step with its texts and ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.compose.brief import Brief
from pipeline.compose.map_in_words import Coupling, Direction, Named, StepInWords, Way
from pipeline.compose.map_phrases import step_words, way_on
from pipeline.compose.numbered_sources import NumberedSources
from pipeline.compose.process_map import PlacedMap
from pipeline.compose.step_text import StepText
from pipeline.compose.web.maps import site_map
from pipeline.document import (
    Block,
    Heading,
    Inline,
    Inlines,
    ItemList,
    Jump,
    Paragraph,
    SiteActor,
    SiteStep,
    SiteWay,
    Text,
    Tone,
    Web,
)

_HEADS = 4  # level of the heads inside a step, whose title is of level 3


def leading(step: Named, said: str) -> Inline:
    """Every step stands on the page, so that whatever names one leads there."""
    return Jump(said, step.step_id)


def site_actor(brief: Brief, sheets: Sequence[PlacedMap], sources: NumberedSources) -> SiteActor:
    """The actor of the brief."""
    actor = brief.subject
    return SiteActor(
        name_id=actor.name_id,
        name=actor.name,
        short=actor.short,
        intro=tuple(_intro(brief)),
        maps=tuple(site_map(brief, sheet) for sheet in sheets),
        steps=tuple(_step(StepText(brief, actor, step, sources, leading, _HEADS)) for step in actor.steps),
    )


def _intro(brief: Brief) -> Iterator[Block]:
    """The mission, and whatever else is known; what the sources leave empty has no heading."""
    actor, words = brief.subject, brief.wording.handout
    yield Paragraph((Text(actor.mission),), Tone.LEAD)
    said = ((words.responsibility, actor.responsibility), (words.aim, actor.aim), (words.contact, actor.contact))
    for heading, text in said:
        if text:
            yield Heading(3, heading)
            yield Paragraph((Text(text),))
    units = tuple(_unit(brief, unit.name, unit.contact) for unit in actor.units or ())
    links: tuple[Inlines, ...] = tuple((Web(link.text, link.url),) for link in actor.links)
    for heading, entries in ((words.units, units), (words.links, links)):
        if entries:
            yield Heading(3, heading)
            yield ItemList(entries)


def _unit(brief: Brief, name: str, contact: str | None) -> Inlines:
    if not contact:
        return (Text(name),)
    return (Text(name, strong=True), Text(brief.wording.handout.unit_contact.format(contact=contact)))


def _step(said: StepText) -> SiteStep:
    step, told = said.step, said.in_words
    return SiteStep(
        anchor=step.name_id,
        former=step.former,
        number=told.name.number,
        phase=step.phase,
        shape=step.kind.value,
        title=step.title,
        position=said.position,
        what=said.what(),
        ways=said.both_ways(),
        support=said.side(),
        meetings=said.meetings() if said.has_meetings else (),
        question=said.question(0),
        onward=tuple(_onward(said.brief, told)),
        on=tuple(way.step.step_id for way in told.on),
        here=tuple(way.step.step_id for way in told.here),
        over=_ends(told, Direction.OVER),
        arrives=_ends(told, Direction.HERE),
        meets=_met(said.brief, told),
    )


def _ends(told: StepInWords, direction: Direction) -> tuple[str, ...]:
    return tuple(coupling.step.step_id for coupling in told.couplings if coupling.direction is direction)


def _met(brief: Brief, told: StepInWords) -> tuple[str, ...]:
    """The ids of the actors with which the step has anything to do, in the programme's order."""
    names = {coupling.actor for coupling in told.couplings}
    return tuple(actor.name_id for actor in brief.programme.actors if actor.name in names)


def _onward(brief: Brief, told: StepInWords) -> Iterator[SiteWay]:
    """Every way on: in the own map, then over to other actors."""
    for way in told.on:
        yield _way(brief, way)
    for coupling in told.couplings:
        if coupling.direction is Direction.OVER:
            label = brief.wording.step.may_lead.format(actor=coupling.actor)
            yield SiteWay(label, (_led(brief, coupling),), beyond=True)


def _way(brief: Brief, way: Way) -> SiteWay:
    """A way in the own map: after its answer or condition, which stands apart; a way back says so."""
    alone = way_on(brief, replace(way, label=""), leading)
    if not way.label:
        return SiteWay("", alone)
    # After a label the phrase goes on in small letters.
    words = (leading(way.step, step_words(brief, way.step)), *alone[1:])
    label = f"{way.label[:1].upper()}{way.label[1:]}"
    if not way.decides:
        return SiteWay(brief.wording.step.answer.format(answer=label), words)
    return SiteWay(label, words, "yes" if way.label == brief.wording.map.yes else "no")


def _led(brief: Brief, coupling: Coupling) -> Inline:
    return leading(coupling.step, step_words(brief, coupling.step))
