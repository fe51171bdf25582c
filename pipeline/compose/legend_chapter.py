"""The legend in a document: every shape, arrow and sign that its maps use, and the phases."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.compose.brief import Brief
from pipeline.compose.figure import figure_room, figure_scene
from pipeline.compose.legend import Legend, uses_of, uses_of_all
from pipeline.compose.process_map import PlacedMap
from pipeline.document import Block, Definitions, Figure, Heading, Text
from pipeline.geometry import Size

LEGEND = "teckenforklaring"
"""The anchor of the legend's heading."""


def legend_chapter(brief: Brief, sheets: Sequence[PlacedMap], *, phases: bool = True) -> tuple[Block, ...]:
    """Heading, drawing, and what each phase means; `phases` is false in a document that says that elsewhere."""
    words, width = brief.wording, figure_room(brief)
    legend = Legend(brief, uses_of_all([uses_of(drawn) for drawn in sheets]), brief.sheet.legend)
    items, height = legend.page(width)
    scene = figure_scene(brief, Size(width, height), items, words.legend.title, words.legend.title)
    figure = Figure(scene, legend_in_words(legend, words.handout.legend_alternative))
    meanings = tuple((f"{phase.number} {phase.name}", (Text(phase.text),)) for phase in brief.phases())
    explained = (Heading(3, words.legend.phases), Definitions(meanings)) if phases else ()
    return (Heading(2, words.handout.legend, LEGEND), figure, *explained)


def legend_in_words(legend: Legend, intro: str) -> str:
    """The legend for those who cannot see it: every sample by its name, every sign by its meaning."""
    entries = (*legend.shapes(), *legend.signs())
    said = (f"{entry.name}: {entry.said}" if entry.name else entry.said for entry in entries)
    return " ".join((intro, *(f"{text[:1].upper()}{text[1:].rstrip('.')}." for text in said)))
