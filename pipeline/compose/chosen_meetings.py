"""The few meetings with other actors that a short publication shows, chosen by one rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.compose.map_in_words import Coupling, Direction, StepInWords, Told

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Meeting:
    """A step and one of its couplings."""

    step: StepInWords
    coupling: Coupling

    @property
    def rank(self) -> int:
        """Couplings come first, then contact points that both sides name, then the others."""
        if self.coupling.direction is not Direction.MEETS:
            return 0
        return 1 if self.coupling.told is Told.BOTH else 2


def chosen_meetings(steps: Sequence[StepInWords]) -> tuple[Meeting, ...]:
    """At most three meetings, in the order of the steps.

    The best of each actor come before a second one with the same actor; what is equal comes as the steps do.
    """
    every = [Meeting(step, coupling) for step in steps for coupling in step.couplings]
    ranked = sorted(every, key=lambda meeting: meeting.rank)
    seen: dict[str, int] = {}
    turns = []
    for meeting in ranked:
        turns.append(seen.get(meeting.coupling.actor, 0))
        seen[meeting.coupling.actor] = turns[-1] + 1
    in_turn = sorted(zip(turns, ranked, strict=True), key=lambda pair: pair[0])
    chosen = [meeting for _, meeting in in_turn[:_SHOWN]]
    return tuple(meeting for meeting in every if meeting in chosen)
