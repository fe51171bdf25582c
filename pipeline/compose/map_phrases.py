"""What a step hangs on in phrases: ways, couplings and meetings, as parts of running text and as plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pipeline.compose.brief import Brief
from pipeline.compose.map_in_words import Coupling, Direction, Named, StepInWords, Told, Way
from pipeline.document import Inline, Inlines, NoteMark, Text

Leading = Callable[[Named, str], Inline]
"""Makes of a step and the words that name it a part that leads there, or words only."""

_ENDS = (".", "?", "!")


def words_only(_step: Named, words: str) -> Inline:
    """Words that lead nowhere."""
    return Text(words)


def step_words(brief: Brief, step: Named) -> str:
    """A step inside a phrase: "steg 3, Titel"."""
    return brief.wording.step.step.format(number=step.number, title=step.title)


def way_on(brief: Brief, way: Way, leading: Leading = words_only) -> Inlines:
    """Where a step leads, after the answer or condition of that way."""
    lead = brief.wording.step.answer.format(answer=_capital(way.label)) if way.label else ""
    after = (Text(f" {brief.wording.step.back}"),) if way.back else ()
    return (*_led(brief, lead, way.step, leading), *after)


def way_here(brief: Brief, way: Way, leading: Leading = words_only) -> Inlines:
    """Where one comes from, and after it the answer or condition that leads here."""
    words = brief.wording.step
    came = words.at_answer if way.decides else words.at_condition
    label = f"{way.label[:1].lower()}{way.label[1:]}"
    after = (Text(f" {came.format(label=label)}"),) if way.label else ()
    return (*_led(brief, "", way.step, leading), *after)


def over(brief: Brief, coupling: Coupling, leading: Leading = words_only) -> Inlines:
    """The step of another actor that a coupling may lead to."""
    return _led(brief, brief.wording.step.may_lead.format(actor=coupling.actor), coupling.step, leading)


def arrival(brief: Brief, coupling: Coupling, leading: Leading = words_only) -> Inlines:
    """The step of another actor that a coupling comes from, under a heading that says so."""
    return _led(brief, brief.wording.step.other.format(actor=coupling.actor), coupling.step, leading)


def meeting(brief: Brief, coupling: Coupling, leading: Leading = words_only) -> Inlines:
    """Why one meets another actor, and in which of its steps."""
    words = brief.wording.step
    return _meeting(brief, words.named_by if coupling.theirs else words.contact, coupling, leading)


def told_coupling(brief: Brief, own: str, coupling: Coupling, leading: Leading = words_only) -> Inlines:
    """A coupling by itself: which way it leads, to whom, and which side names it; `own` is this actor's name."""
    return (*coupling_sentence(brief, coupling, leading), Text(f" {_told(brief, own, coupling)}"))


def coupling_sentence(brief: Brief, coupling: Coupling, leading: Leading = words_only) -> Inlines:
    """A coupling by itself: which way it leads, and to whom."""
    words = brief.wording.map_text
    if coupling.direction is Direction.MEETS:
        lead = Text(f"{words.meets.format(actor=coupling.actor)} ", strong=True)
        tie: Inlines = (lead, *_meeting(brief, brief.wording.step.contact, coupling, leading))
    else:
        towards = brief.wording.step.may_lead if coupling.direction is Direction.OVER else words.here
        tie = _led(brief, towards.format(actor=coupling.actor), coupling.step, leading)
    return sentence(tie)


def _told(brief: Brief, own: str, coupling: Coupling) -> str:
    words = brief.wording.map_text
    if coupling.told is Told.BOTH:
        return words.both
    return words.only.format(actor=own if coupling.told is Told.OWN else coupling.actor)


def _meeting(brief: Brief, template: str, coupling: Coupling, leading: Leading) -> Inlines:
    before, _, after = template.partition("{step}")
    step = leading(coupling.step, step_words(brief, coupling.step))
    return (Text(before.format(why=coupling.why)), step, Text(after))


def _led(brief: Brief, lead: str, step: Named, leading: Leading) -> Inlines:
    """The step after bold words; without such it begins the phrase itself, and so with a capital."""
    words = step_words(brief, step)
    return (Text(f"{lead} ", strong=True), leading(step, words)) if lead else (leading(step, _capital(words)),)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def sentence(parts: Inlines) -> Inlines:
    """The parts with a full stop, unless they end a sentence already."""
    return parts if spelled(parts).endswith(_ENDS) else (*parts, Text("."))


def spelled(parts: Inlines) -> str:
    """The parts as plain text; marks of notes are left out."""
    return "".join(part.text for part in parts if not isinstance(part, NoteMark))


def described(brief: Brief, actor: str, spoken: str, step: StepInWords) -> str:
    """What is said of a step to one who does not see the map: `spoken`, then all it hangs on; `actor` by name."""
    words = brief.wording.map_text
    parts = (
        (words.from_column, came_from(brief, step)),
        (words.on_column, leads_on(brief, step)),
        (words.couplings_column, ties(brief, actor, step)),
    )
    said = (f"{head}: {' '.join(map(spelled, phrases))}" for head, phrases in parts if phrases)
    return " ".join((spoken, *said))


def came_from(brief: Brief, step: StepInWords, leading: Leading = words_only) -> tuple[Inlines, ...]:
    """Sentences on where one comes from in the same map."""
    begins = ((Text(brief.wording.step.begins),),) if step.starts else ()
    return (*begins, *_sentences(way_here(brief, way, leading) for way in step.here))


def leads_on(brief: Brief, step: StepInWords, leading: Leading = words_only) -> tuple[Inlines, ...]:
    """Sentences on where the step leads in the same map."""
    ends = ((Text(brief.wording.step.ends),),) if step.stops else ()
    return (*ends, *_sentences(way_on(brief, way, leading) for way in step.on))


def ties(brief: Brief, own: str, step: StepInWords, leading: Leading = words_only) -> tuple[Inlines, ...]:
    """Sentences on the step's couplings, and on who names them; `own` is this actor's name."""
    return tuple(told_coupling(brief, own, coupling, leading) for coupling in step.couplings)


def _sentences(phrases: Iterable[Inlines]) -> tuple[Inlines, ...]:
    return tuple(map(sentence, phrases))
