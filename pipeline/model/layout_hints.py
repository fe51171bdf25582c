"""Authors' hints about where steps stand on a map: which of them hold, and which are ignored for what reason.

Hints are wishes, read one after the other: steps in reading order, and the hints of a step in the order of their keys.
One that contradicts an earlier one is ignored, so that what is passed on never contradicts itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from pipeline.model.actor import Actor
from pipeline.model.step import Step


@dataclass(frozen=True, slots=True)
class HeldHint:
    """What holds for a step: the ids of a step in the same row and of one before it, and its row, 1 being the top."""

    step: str
    same_row_as: str | None = None
    after: str | None = None
    row: int | None = None


class HintFlaw(Enum):
    """Why a hint is ignored."""

    UNKNOWN = "there is no such step in the map"
    ITSELF = "it names the step that it belongs to"
    LATER_PHASE = "the step it shall stand after belongs to a later phase"
    CIRCLE = "by other hints that step stands after this one"
    OTHER_ROW = "by other hints the two stand in two rows"
    NO_SUCH_ROW = "the map has fewer steps than that, or it is row 0"


@dataclass(frozen=True, slots=True)
class IgnoredHint:
    """A hint that does not hold. `field` is its name in `Step`.

    `rows` are those of OTHER_ROW: the row that this hint asks for, and the one that holds.
    """

    step: Step
    field: str
    flaw: HintFlaw
    rows: tuple[int, int] = (0, 0)

    @property
    def value(self) -> str:
        """What was asked for, as text: the id of a step, or a row."""
        return str(getattr(self.step, self.field))


def held_hints(actor: Actor) -> tuple[HeldHint, ...]:
    """The hints that hold, one entry for each step that has any, in reading order."""
    return tuple(_judged(actor).held)


def ignored_hints(actor: Actor) -> tuple[IgnoredHint, ...]:
    """The hints that do not hold, in the order in which they are read."""
    return tuple(_judged(actor).ignored)


def _judged(actor: Actor) -> _Judgement:
    judgement = _Judgement({step.name_id: step for step in reversed(actor.steps)})
    for step in actor.steps:
        judgement.read(step)
    return judgement


@dataclass(slots=True)
class _Judgement:
    """The hints read so far. Steps that stand in one row form a group, named after one of them."""

    steps: dict[str, Step]
    held: list[HeldHint] = field(default_factory=list)
    ignored: list[IgnoredHint] = field(default_factory=list)
    groups: dict[str, str] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)  # by the name of the group
    earlier: dict[str, str] = field(default_factory=dict)  # the step that each stands after

    def read(self, step: Step) -> None:
        """Judge the hints of a step."""
        level = step.same_row_as if self._level(step) else None
        after = step.after if self._after(step) else None
        row = step.row if self._row(step) else None
        if level or after or row:
            self.held.append(HeldHint(step.name_id, level, after, row))

    def _level(self, step: Step) -> bool:
        if step.same_row_as is None or not self._is_of_map(step, "same_row_as", step.same_row_as):
            return False
        one, other = self._group(step.name_id), self._group(step.same_row_as)
        asked, holds = self.rows.get(one), self.rows.get(other)
        if asked and holds and asked != holds:
            return self._ignore(step, "same_row_as", HintFlaw.OTHER_ROW, (asked, holds))
        self.groups[one] = other
        if row := asked or holds:
            self.rows[self._group(other)] = row
        return True

    def _after(self, step: Step) -> bool:
        if step.after is None or not self._is_of_map(step, "after", step.after):
            return False
        if self.steps[step.after].phase > step.phase:
            return self._ignore(step, "after", HintFlaw.LATER_PHASE)
        before: str | None = step.after
        while before is not None:
            if before == step.name_id:
                return self._ignore(step, "after", HintFlaw.CIRCLE)
            before = self.earlier.get(before)
        self.earlier.setdefault(step.name_id, step.after)
        return True

    def _row(self, step: Step) -> bool:
        if step.row is None:
            return False
        if not 1 <= step.row <= len(self.steps):
            return self._ignore(step, "row", HintFlaw.NO_SUCH_ROW)
        holds = self.rows.setdefault(self._group(step.name_id), step.row)
        return holds == step.row or self._ignore(step, "row", HintFlaw.OTHER_ROW, (step.row, holds))

    def _is_of_map(self, step: Step, field_name: str, target: str) -> bool:
        if target == step.name_id:
            return self._ignore(step, field_name, HintFlaw.ITSELF)
        return target in self.steps or self._ignore(step, field_name, HintFlaw.UNKNOWN)

    def _group(self, name: str) -> str:
        while self.groups.get(name, name) != name:
            name = self.groups[name]
        return name

    def _ignore(self, step: Step, field_name: str, flaw: HintFlaw, rows: tuple[int, int] = (0, 0)) -> bool:
        self.ignored.append(IgnoredHint(step, field_name, flaw, rows))
        return False
