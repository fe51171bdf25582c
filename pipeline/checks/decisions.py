"""Decisions: a question, exactly one arrow marked ja and one marked nej, and the answer makes a difference."""

from collections.abc import Iterator

from pipeline.checks.scope import ActorMap
from pipeline.diagnostics import Diagnostic, closest, diagnose
from pipeline.model import Answer, Step, StepKind

# The labels of a decision's arrows, and the code of the fault if one is missing.
MISSING = {Answer.YES.value: "P104", Answer.NO.value: "P103"}


def decision_arrows(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """A decision has one ja and one nej, and no other arrow; they lead to two steps."""
    for step in actor_map.actor.steps:
        # Of a decision that is marked as an end, or has a link, that alone is told: it is probably none.
        if is_mistaken(step):
            if not step.end and not step.link:
                yield diagnose("P131", step.place("kind"), step=step.name_id, kind=step.kind.value)
        elif step.kind is StepKind.DECISION:
            # An arrow too many or with another mark is told alone: it is probably the one that is missing.
            odd = () if _is_whole_without_lost(actor_map, step) else tuple(_odd(step))
            yield from odd or (*_missing(step), *_idle(actor_map, step))


def questions(actor_map: ActorMap) -> Iterator[Diagnostic]:
    """The titles of a decision end in a question mark, those of other steps do not. Told once for each step."""
    for step in actor_map.actor.steps:
        is_decision = step.kind is StepKind.DECISION
        if is_mistaken(step):
            continue
        for field in ("title", "short"):
            text: str = getattr(step, field)
            if text.endswith("?") != is_decision:
                code = "P126" if is_decision else "P127"
                yield diagnose(code, step.place(field), step=step.name_id, key=step.key(field), text=text)
                break


def is_mistaken(step: Step) -> bool:
    """True for a decision that is nothing else that decisions are: an end, or neither a question nor answered."""
    if step.kind is not StepKind.DECISION:
        return False
    is_asked = step.title.endswith("?") or step.short.endswith("?")
    return step.end is not None or not (is_asked or any(arrow.label in MISSING for arrow in step.arrows))


def _idle(actor_map: ActorMap, step: Step) -> Iterator[Diagnostic]:
    """Both answers lead to the same step."""
    for arrow in step.arrows[1:]:
        is_sound = arrow.target in actor_map.steps and arrow.target != step.name_id
        if is_sound and arrow.target == step.arrows[0].target:
            yield diagnose("P128", arrow.place("target"), step=step.name_id, target=arrow.target)


def _is_whole_without_lost(actor_map: ActorMap, step: Step) -> bool:
    """True if some arrows lead nowhere, which is told of each, and those that lead on are one ja and one nej."""
    labels = [arrow.label for arrow in step.arrows if arrow.target in actor_map.steps and arrow.target != step.name_id]
    return len(labels) < len(step.arrows) and len(labels) == len(MISSING) and set(labels) == MISSING.keys()


def _odd(step: Step) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for arrow in step.arrows:
        label = arrow.label or ""
        if label in seen:
            yield diagnose("P106", arrow.place("label"), step=step.name_id, label=label)
        elif label in MISSING:
            seen.add(label)
        elif label:
            guess = closest(label.lower(), MISSING)
            yield diagnose("P105", arrow.place("label"), step=step.name_id, label=label, guess=guess)
        else:
            yield diagnose("P121", arrow.place(), step=step.name_id, target=arrow.target)


def _missing(step: Step) -> Iterator[Diagnostic]:
    labels = {arrow.label for arrow in step.arrows}
    for answer, code in MISSING.items():
        if answer not in labels:
            yield diagnose(code, step.key_place("arrows"), step=step.name_id)
