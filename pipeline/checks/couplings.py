"""Where two actors meet: process links and contact points lead to a step of another actor.

The side where one arrives is derived from these (Programme.links_to, contacts_to), never typed.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from pipeline.checks.scope import ActorMap, Known
from pipeline.diagnostics import Diagnostic, closest, diagnose
from pipeline.model import Actor, Contact, Link, Programme, Step, StepKind, renamed


def links_where_due(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """A step of the kind for links has a link, and no other step has one."""
    for step in actor_map.actor.steps:
        is_link = step.kind is StepKind.LINK
        # Of a step that is marked as an end, that is told alone.
        if is_link and step.link is None and not step.end:
            yield diagnose("K401", step.place("kind"), step=step.name_id)
        if step.link and not is_link:
            yield diagnose("K402", step.key_place("link"), step=step.name_id, kind=step.kind.value)


def couplings_within(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """Links and contact points lead to another actor."""
    for step, coupling in _couplings(actor_map.actor):
        if _is_own(actor_map.actor, coupling, actor_map.steps):
            yield diagnose("K403" if isinstance(coupling, Link) else "K404", coupling.place(), step=step.name_id)


def repeated_contacts(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """A step names each contact point once."""
    for step in actor_map.actor.steps:
        seen: set[str] = set()
        for contact in step.contacts:
            if contact.step in seen:
                yield diagnose("K405", contact.place("step"), step=step.name_id, target=contact.step)
            seen.add(contact.step)


def couplings_exist(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """A coupling names an actor and one of that actor's steps."""
    steps_of = {actor.name_id: dict.fromkeys(step.name_id for step in actor.steps) for actor in programme.actors}
    for actor in programme.actors:
        for _step, coupling in _couplings(actor):
            is_found = coupling.step in steps_of.get(coupling.actor, ())
            if not is_found and not _is_own(actor, coupling, steps_of[actor.name_id]):
                yield _lost(programme, steps_of, coupling)


def one_sided(programme: Programme, _: Known) -> Iterator[Diagnostic]:
    """Couplings that the other side does not name, by link or contact point: something to talk about, not to mend.

    Nothing is said where a coupling of either step is faulty: it may be the one that is looked for.
    """
    named: dict[str, set[str]] = {}
    faulty: set[str] = set()
    for actor, step in programme.steps():
        named.setdefault(step.name_id, set()).update(coupling.step for coupling in _of_step(step))
        if _is_faulty(programme, actor, step):
            faulty.add(step.name_id)
    told: set[tuple[str, str]] = set()
    for _actor, step in programme.steps():
        for coupling in _of_step(step):
            pair = (step.name_id, coupling.step)
            if pair in told or not faulty.isdisjoint(pair) or step.name_id in named[coupling.step]:
                continue
            told.add(pair)
            code, other = "K406" if isinstance(coupling, Link) else "K407", programme.found(coupling.step)[0]
            yield diagnose(code, coupling.place("step"), step=step.name_id, target=coupling.step, actor=other.name)


def _is_faulty(programme: Programme, actor: Actor, step: Step) -> bool:
    """True for a step with a link where none belongs, without one where one is due, or one that is not met."""
    has_link, is_due = step.link is not None, step.kind is StepKind.LINK
    return has_link != is_due or not all(_is_met(programme, actor, coupling) for coupling in _of_step(step))


def _is_met(programme: Programme, actor: Actor, coupling: Link | Contact) -> bool:
    """True if the step exists and is the named, other actor's."""
    home = programme.home(coupling.step)
    return home is not None and home[0].name_id == coupling.actor != actor.name_id


def _couplings(actor: Actor) -> Iterator[tuple[Step, Link | Contact]]:
    for step in actor.steps:
        for coupling in _of_step(step):
            yield step, coupling


def _of_step(step: Step) -> tuple[Link | Contact, ...]:
    return (step.link, *step.contacts) if step.link else step.contacts


def _is_own(actor: Actor, coupling: Link | Contact, own: Container[str]) -> bool:
    return coupling.actor == actor.name_id or coupling.step in own


def _lost(programme: Programme, steps_of: Mapping[str, Iterable[str]], coupling: Link | Contact) -> Diagnostic:
    home = programme.home(coupling.step)
    if coupling.actor not in steps_of:
        guess = home[0].name_id if home else closest(coupling.actor, steps_of)
        return diagnose("R313", coupling.place("actor"), id=coupling.actor, guess=guess)
    if home is None:
        today = renamed(step for other, step in programme.steps() if other.name_id == coupling.actor)
        guess = today.get(coupling.step) or closest(coupling.step, steps_of[coupling.actor])
        return diagnose("R314", coupling.place("step"), id=coupling.step, actor=coupling.actor, guess=guess)
    return diagnose("R315", coupling.place("step"), id=coupling.step, home=home[0].name_id, actor=coupling.actor)
