"""A step's connections in words: where one comes from, where it leads, whom one meets."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.compose.brief import Brief
from pipeline.model import Actor, Answer, Arrow, End, Step, StepKind


@dataclass(frozen=True, slots=True)
class Way:
    """One connection in words: an answer or condition before it, the step (and when, after it), and its id."""

    before: str
    text: str
    step_id: str
    actor: str = ""  # the other actor's name, for a way into its process
    after: str = ""


def step_words(brief: Brief, actor: Actor, step: Step) -> str:
    """A step of the same actor: "steg 3, Titel"."""
    return brief.wording.step.step.format(number=actor.number(step), title=step.title)


def answer_words(brief: Brief, step: Step, arrow: Arrow) -> str:
    """What must hold for an arrow to be followed: an answer, a condition, or nothing."""
    if not arrow.label:
        return ""
    words = brief.wording
    if step.kind is StepKind.DECISION:
        answer = words.map.yes if arrow.label == Answer.YES.value else words.map.no
        return words.step.answer.format(answer=answer)
    return words.step.answer.format(answer=arrow.label[:1].upper() + arrow.label[1:])


def _when(brief: Brief, step: Step, arrow: Arrow) -> str:
    """When an arrow was followed, said after the step it came from."""
    if not arrow.label:
        return ""
    words = brief.wording.step
    return (words.at_answer if step.kind is StepKind.DECISION else words.at_condition).format(label=arrow.label)


def ways_on(brief: Brief, actor: Actor, step: Step) -> tuple[Way, ...]:
    """Where the step leads, in the order of its arrows, and into whose process a coupling may lead."""
    back = brief.wording.step.back
    found: list[Way] = []
    for arrow in step.arrows:
        target = actor.step(arrow.target)
        if target:
            text = step_words(brief, actor, target) + (f" {back}" if arrow.loop else "")
            found.append(Way(answer_words(brief, step, arrow), text, target.name_id))
    if step.link:
        other, there = brief.programme.found(step.link.step)
        found.append(Way("", step_words(brief, other, there), there.name_id, other.name))
    return tuple(found)


def ways_here(brief: Brief, actor: Actor, step: Step) -> tuple[Way, ...]:
    """Where one comes from: steps of the same map, then couplings of other actors (derived)."""
    found = [
        Way("", step_words(brief, actor, origin), origin.name_id, after=_when(brief, origin, arrow))
        for origin in actor.arriving(step)
        for arrow in origin.arrows
        if arrow.target == step.name_id
    ]
    found += [
        Way("", step_words(brief, arrival.actor, arrival.step), arrival.step.name_id, arrival.actor.name)
        for arrival in brief.programme.links_to(step)
    ]
    return tuple(found)


def meetings(brief: Brief, step: Step) -> tuple[tuple[str, str], ...]:
    """Contact points in both directions, as the other actor's name and what about."""
    words = brief.wording.step
    found: list[tuple[str, str]] = []
    for contact in step.contacts:
        other, there = brief.programme.found(contact.step)
        found.append((other.name, words.contact.format(why=contact.why, step=step_words(brief, other, there))))
    own = {contact.step for contact in step.contacts}
    for arrival in brief.programme.contacts_to(step):
        if arrival.step.name_id not in own:
            there_words = step_words(brief, arrival.actor, arrival.step)
            found.append((arrival.actor.name, words.named_by.format(why=arrival.why, step=there_words)))
    return tuple(found)


def ways_in_words(brief: Brief, actor: Actor, step: Step) -> tuple[str, ...]:
    """The step's ways on, each as one sentence; of a stop, that the process ends."""
    if step.end is End.STOP:
        return (brief.wording.step.ends,)
    return tuple(_sentence(_way_words(brief, way)) for way in ways_on(brief, actor, step))


def _way_words(brief: Brief, way: Way) -> str:
    words = brief.wording.step
    if way.actor:
        return words.over.format(actor=way.actor, step=way.text)
    return f"{way.before} {way.text}" if way.before else words.onward.format(step=way.text)


def _sentence(text: str) -> str:
    """The text with a capital first letter and an end, which a question has already."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith("?") else ".")


def in_words(brief: Brief, actor: Actor, step: Step) -> str:
    """The step's ways on as one line of text."""
    sentences = " ".join(ways_in_words(brief, actor, step))
    return sentences if step.end is End.STOP else f"{brief.wording.step.leads_to}: {sentences}"


def described(brief: Brief, actor: Actor, spoken: str, step: Step) -> str:
    """What a screen reader says of a step, and where it leads."""
    start = f" {brief.wording.map.start_label}" if step.end is End.START else ""
    return f"{spoken}{start} {in_words(brief, actor, step)}"
