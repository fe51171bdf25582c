"""Terms, colours and shapes on a few pages for all actors: the arrow and its phases, the notation, and every term."""

from __future__ import annotations

from pipeline.compose.arrow_figure import arrow_figure
from pipeline.compose.brief import Brief
from pipeline.compose.colophon import colophon
from pipeline.compose.figure import figure_room, figure_scene
from pipeline.compose.legend import Legend, Uses
from pipeline.compose.legend_chapter import LEGEND, legend_in_words
from pipeline.compose.numbered_sources import NumberedSources
from pipeline.compose.printout_check import beside_check
from pipeline.compose.reference_chapters import TERMS, alphabetical, numbered_sources, sources_chapter
from pipeline.compose.standing import mark
from pipeline.compose.terms import terms_used
from pipeline.document import (
    Block,
    Break,
    Definitions,
    Document,
    Figure,
    Heading,
    Inlines,
    Paragraph,
    Running,
    Table,
    Text,
    Tone,
)
from pipeline.geometry import Size
from pipeline.model import StepKind, Term

_PHASES = "faser"
_WIDTHS = (0.27, 0.57, 0.16)  # of the table: term, meaning, who uses it


def terms_sheet(brief: Brief) -> Document:
    """The sheet as a flowing document. Raises CannotCompose (U698)."""
    sources = numbered_sources(brief, {term.source for term in brief.programme.terms})
    blocks = (
        Heading(1, brief.wording.terms_sheet.title, "start"),
        *beside_check(brief, (Paragraph((Text(brief.wording.terms_sheet.lead),), Tone.LEAD),)),
        *_phases(brief),
        *_notation(brief),
        *_terms(brief, sources),
        *(sources_chapter(brief, sources) if sources.sources else ()),
        *colophon(brief),
    )
    running = Running(brief.programme.settings.name, brief.publication.name, mark(brief), "", brief.wording.stamp.page)
    return Document(brief.metadata(brief.wording.terms_sheet.title), running, blocks)


def _phases(brief: Brief) -> tuple[Block, ...]:
    """The arrow in its colours, and below it what each phase means, by the same number and name."""
    meanings = tuple((f"{phase.number} {phase.name}", (Text(phase.text),)) for phase in brief.phases())
    return (Heading(2, brief.wording.terms_sheet.phases, _PHASES), arrow_figure(brief), Definitions(meanings))


def _notation(brief: Brief) -> tuple[Block, ...]:
    """All that a map or poster may show: shapes with their meaning, arrows and signs."""
    words, width = brief.wording.terms_sheet, figure_room(brief)
    first = min(phase.number for phase in brief.phases())
    uses = Uses(tuple(StepKind), first, loops=True, stops=True, letters=True, couplings=True)
    legend = Legend(brief, uses, brief.sheet.legend)
    items, height = legend.page(width)
    scene = figure_scene(brief, Size(width, height), items, words.shapes, words.shapes)
    return (Heading(2, words.shapes, LEGEND), Figure(scene, legend_in_words(legend, words.shapes_alternative)))


def _terms(brief: Brief, sources: NumberedSources) -> tuple[Block, ...]:
    """Every term once, in the order of the alphabet; nothing where there are none."""
    words, terms = brief.wording.terms_sheet, brief.programme.terms
    if not terms:
        return ()
    ordered = sorted(terms, key=lambda term: alphabetical(brief, term.name))
    rows = tuple(_row(brief, term, sources) for term in ordered)
    header = (words.term_column, words.meaning_column, words.used_column)
    lead = Paragraph((Text(words.terms_lead),))
    return (Break(), Heading(2, words.terms, TERMS), lead, Table(words.terms, header, rows, _WIDTHS))


def _row(brief: Brief, term: Term, sources: NumberedSources) -> tuple[Inlines, ...]:
    """The term with its spelled-out form below it, its meaning with the number of its source, and who uses it."""
    spelled = (Text(f"\n{term.spelled_out}"),) if term.spelled_out else ()
    actors = (actor.short for actor in brief.programme.actors if terms_used((term,), actor))
    used = ", ".join(actors)
    meaning = (Text(term.text), *sources.marks((term.source,)))
    return ((Text(term.name, strong=True), *spelled), meaning, (Text(used),) if used else ())
