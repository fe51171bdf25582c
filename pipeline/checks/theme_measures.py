"""What the checks of a theme measure, as numbers: the contrasts and differences of its phases, the sizes of its sheets.

The bounds are those of `palette` and `legibility`; here is what is held against them, whether it is enough or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.checks.legibility import HEADS, LEAST_ON_MAPS, LEAST_RUNNING, ON_MAPS, POINTS_PER_METRE
from pipeline.colour import Colour, Sight
from pipeline.theme import PhaseColours, Sheet

SIGHTS: tuple[Sight | None, ...] = (None, *Sight)
"""Full sight first, then each that lacks something."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """How different (delta E*ab, CIE 1976) the most alike colour looks, and the phase whose it is."""

    difference: float
    phase: int


@dataclass(frozen=True, slots=True)
class PhaseMeasures:
    """A phase's colours as the checks see them.

    Contrasts are ratios (1 to 21): of the text on its fill, and of fill or edge, whichever is more, on the paper.
    `step` is how much darker (positive) the next phase is in L*; None for the last. `nearest` is empty for a single
    phase.
    """

    colours: PhaseColours
    text: float
    edge: float
    lightness: float
    step: float | None
    nearest: Mapping[Sight | None, Nearest]


def phase_measures(phases: Sequence[PhaseColours], paper: Colour) -> tuple[PhaseMeasures, ...]:
    """The measures of the phases, in the order given."""
    # To one decimal, as the check has it, so that the numbers told add up.
    levels = [round(colours.fill.lab().lightness, 1) for colours in phases]
    steps = [round(one - other, 1) for one, other in pairwise(levels)]
    return tuple(
        PhaseMeasures(
            colours=colours,
            text=colours.text.contrast(colours.fill),
            edge=max(colours.fill.contrast(paper), colours.edge.contrast(paper)),
            lightness=levels[at],
            step=steps[at] if at < len(steps) else None,
            nearest=_nearest(colours, [other for other in phases if other is not colours]),
        )
        for at, colours in enumerate(phases)
    )


def _nearest(colours: PhaseColours, others: Sequence[PhaseColours]) -> dict[Sight | None, Nearest]:
    return {sight: min(_seen(colours, others, sight), key=lambda one: one.difference) for sight in SIGHTS if others}


def _seen(colours: PhaseColours, others: Sequence[PhaseColours], sight: Sight | None) -> Iterator[Nearest]:
    own = colours.fill.lab(sight)
    return (Nearest(own.difference(other.fill.lab(sight)), other.number) for other in others)


@dataclass(frozen=True, slots=True)
class Closest:
    """The two phases that look most alike, or whose lightness differs least, and by how much."""

    one: int
    other: int
    amount: float


def most_alike(measures: Sequence[PhaseMeasures], sight: Sight | None) -> Closest | None:
    """The pair with the smallest difference to a sight; None where there is no pair."""
    pairs = [
        Closest(one.colours.number, nearest.phase, nearest.difference)
        for one in measures
        if (nearest := one.nearest.get(sight))
    ]
    return min(pairs, key=lambda pair: pair.amount, default=None)


def closest_greys(measures: Sequence[PhaseMeasures]) -> Closest | None:
    """The pair that differs least on a grey copy, in L*; None where there is no pair."""
    pairs = [
        Closest(one.colours.number, other.colours.number, round(abs(one.lightness - other.lightness), 1))
        for at, one in enumerate(measures)
        for other in measures[at + 1 :]
    ]
    return min(pairs, key=lambda pair: pair.amount, default=None)


@dataclass(frozen=True, slots=True)
class SizeMeasure:
    """A size of type of a sheet, pt, and the least that the checks ask for; None where they ask for nothing."""

    field: str
    size: float
    least: float | None

    @property
    def is_enough(self) -> bool:
        """False if a check finds it too small."""
        return self.least is None or self.size >= self.least - 1e-6

    @property
    def reach(self) -> float:
        """From how far it can be read, m."""
        return self.size / POINTS_PER_METRE


SIZES = (
    *("title", "heading", "body", "step", "step_least", "small"),
    *("question", "legend", "arrow_name"),
)
"""The fields of a sheet that are sizes of type."""


def size_measures(sheet: Sheet) -> tuple[SizeMeasure, ...]:
    """Every size of a sheet."""
    least = _least(sheet)
    return tuple(SizeMeasure(field, getattr(sheet, field), least.get(field)) for field in SIZES)


def _least(sheet: Sheet) -> dict[str, float]:
    """What is asked for in the hand, or on the wall at the sheet's distances; pt."""
    if not sheet.distances:
        return {**dict.fromkeys(ON_MAPS, LEAST_ON_MAPS), "body": LEAST_RUNNING}
    heads = dict.fromkeys(HEADS, POINTS_PER_METRE * sheet.distances.heads)
    return {**heads, "step_least": POINTS_PER_METRE * sheet.distances.steps}
