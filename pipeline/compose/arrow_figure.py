"""The process arrow as a figure over the width of the text, with or without the number of steps in each phase."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import fsum

from pipeline.compose.brief import Brief
from pipeline.compose.figure import figure_room, figure_scene
from pipeline.compose.lettering import Lettering
from pipeline.compose.process_arrow import ProcessArrow
from pipeline.document import Figure
from pipeline.geometry import Size
from pipeline.layout.drawing import Extent
from pipeline.model import Phase, Step
from pipeline.scene import TextLine

_COUNT_PITCH = 1.5  # from the arrow's lower edge to the baseline of the numbers below it, em

Counts = Mapping[int, int]
"""How many steps each phase has, by its number; a phase that is left out has none."""


def counts_of(steps: Iterable[Step]) -> Counts:
    """How many of the steps each phase has."""
    return Counter(step.phase for step in steps)


def arrow_figure(brief: Brief, counts: Counts | None = None) -> Figure:
    """The arrow with pieces as wide as their names ask for; `counts` stand below them and are said in words."""
    arrow, width = ProcessArrow(brief, brief.sheet.arrow), figure_room(brief)
    bands = _bands(arrow.band_minimum(), width)
    below = () if counts is None else _counted(brief, arrow, bands, counts)
    height = arrow.full_height + (_COUNT_PITCH * brief.sheet.legend.mm + _descent(brief) if below else 0.0)
    text = _in_words(brief, counts)
    scene = figure_scene(brief, Size(width, height), (arrow.drawn(bands, 0), *below), text, text)
    return Figure(scene, text)


def _bands(least: Sequence[float], width: float) -> tuple[Extent, ...]:
    """Pieces from edge to edge, each with its least width and the same share of what is left."""
    spare = (width - fsum(least)) / len(least)
    edges = [0.0]
    for minimum in least:
        edges.append(edges[-1] + minimum + spare)
    return tuple(Extent(lo, hi) for lo, hi in pairwise(edges))


def _counted(brief: Brief, arrow: ProcessArrow, bands: Sequence[Extent], counts: Counts) -> tuple[TextLine, ...]:
    """The number of steps under each piece, flush with its name; grey where there are none."""
    inks, size = brief.theme.inks, brief.sheet.legend
    baseline = arrow.full_height + _COUNT_PITCH * size.mm
    lines = []
    for phase, left in zip(brief.phases(), arrow.text_lefts(bands), strict=True):
        colour = inks.ink if counts.get(phase.number) else inks.grey
        lines.append(Lettering(brief.typesetter, size, colour).line(_steps(brief, phase, counts), left, baseline))
    return tuple(lines)


def _descent(brief: Brief) -> float:
    """Room below the baseline for what hangs under it, mm."""
    return 0.3 * brief.sheet.legend.mm


def _steps(brief: Brief, phase: Phase, counts: Counts) -> str:
    words, number = brief.wording.handout, counts.get(phase.number, 0)
    return words.steps.of(number) if number else words.no_steps


def _in_words(brief: Brief, counts: Counts | None) -> str:
    words = brief.wording.handout
    said = []
    for phase in brief.phases():
        name = f"{phase.number} {phase.name}"
        counted = words.counted.format(phase=name, steps=_steps(brief, phase, counts or {}))
        said.append(name if counts is None else counted)
    return words.arrow_alternative.format(count=len(said), names=", ".join(said))
