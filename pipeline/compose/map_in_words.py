"""A process map in words: every step in order, where one comes from, where it leads, and who answers its couplings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from pipeline.compose.brief import Brief
from pipeline.model import Actor, Answer, Arrival, Arrow, Contact, End, Step, StepKind
from pipeline.model.programme import names


@dataclass(frozen=True, slots=True)
class Named:
    """A step as it is referred to: its id, its number in its actor's map, and its title."""

    step_id: str
    number: int
    title: str


@dataclass(frozen=True, slots=True)
class Way:
    """An arrow to or from a step of the same map. `label` is what must hold for it to be followed, if anything.

    `decides`: the label answers a question; otherwise it is a condition. `back`: the arrow leads to an earlier step.
    """

    step: Named
    label: str = ""
    decides: bool = False
    back: bool = False


class Direction(Enum):
    """Which way a coupling leads: into the other actor's process, out of it, or neither, where two only meet."""

    OVER = "over"
    HERE = "here"
    MEETS = "meets"


class Told(Enum):
    """Who names a coupling: both sides, so that it is answered, or only the step's own actor, or only the other."""

    BOTH = "both"
    OWN = "own"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Coupling:
    """A tie to a step of another actor. `why` is said of meetings only, in the words of the other if `theirs`."""

    direction: Direction
    actor: str
    step: Named
    told: Told
    why: str = ""
    theirs: bool = False


@dataclass(frozen=True, slots=True)
class StepInWords:
    """A step, `number` of `total`, with its phase, its kind in the partners' word, and everything it hangs on."""

    name: Named
    total: int
    phase: int
    phase_name: str
    kind: str
    starts: bool
    stops: bool
    here: tuple[Way, ...]
    on: tuple[Way, ...]
    couplings: tuple[Coupling, ...]


def row_anchor(step_id: str) -> str:
    """Where one lands who asks for a step in the map in text: its row. No step has such an id: two hyphens in a row."""
    return f"{step_id}--i-text"


def map_in_words(brief: Brief, actor: Actor) -> tuple[StepInWords, ...]:
    """Every step of an actor's map, in reading order."""
    return tuple(step_in_words(brief, actor, step) for step in actor.steps)


def step_in_words(brief: Brief, actor: Actor, step: Step) -> StepInWords:
    """One step of an actor's map."""
    phase = brief.programme.phase(step.phase)
    return StepInWords(
        name=named(actor, step),
        total=len(actor.steps),
        phase=step.phase,
        phase_name=phase.name if phase else "",
        kind=brief.programme.meaning(step.kind).name,
        starts=step.end is End.START,
        stops=step.end is End.STOP,
        here=tuple(_ways_here(brief, actor, step)),
        on=tuple(_ways_on(brief, actor, step)),
        couplings=tuple(_couplings(brief, step)),
    )


def label_of(brief: Brief, step: Step, arrow: Arrow) -> str:
    """What must hold for an arrow to be followed, as it is drawn: an answer, a condition, or nothing."""
    if not arrow.label or step.kind is not StepKind.DECISION:
        return arrow.label or ""
    words = brief.wording.map
    return words.yes if arrow.label == Answer.YES.value else words.no


def named(actor: Actor, step: Step) -> Named:
    """A step of an actor, as it is referred to."""
    return Named(step.name_id, actor.number(step), step.title)


def _way(brief: Brief, origin: Step, arrow: Arrow, end: Named) -> Way:
    return Way(end, label_of(brief, origin, arrow), origin.kind is StepKind.DECISION, arrow.loop)


def _ways_here(brief: Brief, actor: Actor, step: Step) -> Iterator[Way]:
    """Where one comes from in the same map, in reading order."""
    for origin in actor.arriving(step):
        for arrow in origin.arrows:
            if arrow.target == step.name_id:
                yield _way(brief, origin, arrow, named(actor, origin))


def _ways_on(brief: Brief, actor: Actor, step: Step) -> Iterator[Way]:
    """Where the step leads in the same map, in the order of its arrows."""
    for arrow in step.arrows:
        if target := actor.step(arrow.target):
            yield _way(brief, step, arrow, named(actor, target))


def _couplings(brief: Brief, step: Step) -> Iterator[Coupling]:
    """Whoever comes from other actors, where the step may lead over, then its meetings; the other's are derived."""
    programme = brief.programme
    for arrival in programme.links_to(step):
        yield _arriving(arrival, step, Direction.HERE)
    if step.link:
        yield _own(brief, step, step.link.step, Direction.OVER)
    for contact in step.contacts:
        yield _own(brief, step, contact.step, Direction.MEETS, contact)
    own = {contact.step for contact in step.contacts}
    for arrival in programme.contacts_to(step):
        if arrival.step.name_id not in own:
            yield _arriving(arrival, step, Direction.MEETS)


def _own(brief: Brief, step: Step, there_id: str, direction: Direction, contact: Contact | None = None) -> Coupling:
    other, there = brief.programme.found(there_id)
    told = Told.BOTH if names(there, step) else Told.OWN
    return Coupling(direction, other.name, named(other, there), told, contact.why if contact else "")


def _arriving(arrival: Arrival, step: Step, direction: Direction) -> Coupling:
    told = Told.BOTH if names(step, arrival.step) else Told.OTHER
    there = named(arrival.actor, arrival.step)
    return Coupling(direction, arrival.actor.name, there, told, arrival.why, theirs=bool(arrival.why))
