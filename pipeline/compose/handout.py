"""The handout of an actor: introduction, map, a page for each step, legend, terms and sources."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.compose.actor_map import cards_of, map_description, sheet_title
from pipeline.compose.brief import Brief
from pipeline.compose.down_arrow import band_minimum, down_arrow
from pipeline.compose.figure import figure_room, figure_scene
from pipeline.compose.legend import Legend, uses_of, uses_of_all
from pipeline.compose.map_sheets import Ground, placed_sheets
from pipeline.compose.off_page import MapSheet
from pipeline.compose.process_arrow import ProcessArrow
from pipeline.compose.process_map import PlacedMap, hairlines
from pipeline.compose.sheet_overview import ROW_HEIGHT, overview_row
from pipeline.compose.step_page import step_page
from pipeline.compose.terms import Key, sort_key, terms_used
from pipeline.document import (
    Block,
    Break,
    Definitions,
    Document,
    Figure,
    Heading,
    ItemList,
    Jump,
    Paragraph,
    Running,
    Table,
    Text,
    Tone,
    Web,
)
from pipeline.geometry import Size
from pipeline.layout.drawing import Extent
from pipeline.scene import shifted

_HEAD_AND_FOOT = 36.0  # what running head, heading and foot take from a page, mm
_ARROW_COLUMN = 27.0  # the arrow beside the map, mm
_ARROW_GAP = 3.0
_OVERVIEW_GAP = 4.0  # between the overview of a map's sheets and the map


def handout(brief: Brief) -> Document:
    """The handout as a flowing document."""
    sheets = placed(brief)
    actor = brief.subject
    blocks = (
        *_introduction(brief),
        *(block for drawn in sheets for block in _map_page(brief, drawn)),
        *(block for step in actor.steps for block in step_page(brief, actor, step)),
        *_legend(brief, sheets),
        *_terms(brief),
        *_sources(brief),
    )
    title = f"{brief.publication.name} {actor.name}"
    return Document(brief.metadata(title), _running(brief), blocks)


def _running(brief: Brief) -> Running:
    words = brief.wording.stamp
    return Running(brief.subject.name, brief.publication.name, words.draft, "", words.page)


def _said(text: str, tone: Tone = Tone.BODY) -> Paragraph:
    return Paragraph((Text(text),), tone)


def _introduction(brief: Brief) -> tuple[Block, ...]:
    actor, words, settings = brief.subject, brief.wording.handout, brief.programme.settings
    parts: list[Block] = [Heading(1, actor.name, "start"), _said(actor.mission, Tone.LEAD), _arrow_figure(brief)]
    parts += [Heading(2, words.introduction, "inledning"), _said(words.contents.format(steps=len(actor.steps)))]
    parts.append(_said(settings.disclaimer))
    for heading, text in ((words.audience, settings.audience), (words.aim, actor.aim), (words.contact, actor.contact)):
        if text:
            parts += [Heading(3, heading), _said(text)]
    if actor.units:
        parts += [Heading(3, words.units), ItemList(tuple((Text(unit),) for unit in actor.units))]
    parts += [Heading(2, words.steps, "stegen"), _step_table(brief)]
    return tuple(parts)


def _arrow_figure(brief: Brief) -> Figure:
    """The arrow with pieces as wide as their names ask for, over the text's width."""
    arrow = ProcessArrow(brief, brief.sheet.arrow)
    least, width = arrow.band_minimum(), figure_room(brief)
    spare = (width - sum(least)) / len(least)
    edges = [0.0]
    for minimum in least:
        edges.append(edges[-1] + minimum + spare)
    bands = tuple(Extent(lo, hi) for lo, hi in pairwise(edges))
    names = ", ".join(f"{phase.number} {phase.name}" for phase in brief.phases())
    text = brief.wording.handout.arrow_alternative.format(count=len(bands), names=names)
    scene = figure_scene(brief, Size(width, arrow.full_height), (arrow.drawn(bands, 0),), text, text)
    return Figure(scene, text)


def _step_table(brief: Brief) -> Table:
    """Every step with its number, its title as a link to its page, and its phase."""
    words, actor = brief.wording.handout, brief.subject
    names = {phase.number: f"{phase.number} {phase.name}" for phase in brief.phases()}
    rows = tuple(
        ((Text(str(number)),), (Jump(step.title, step.name_id),), (Text(names[step.phase]),))
        for number, step in enumerate(actor.steps, 1)
    )
    return Table(words.steps, (words.number_column, words.title_column, words.phase_column), rows, (0.09, 0.53, 0.38))


def placed(brief: Brief) -> tuple[PlacedMap, ...]:
    """The sheets of the map with their places, each for a page of its own. Raises CannotCompose."""
    return placed_sheets(brief, cards_of(brief), lambda sheet: _ground(brief, sheet))


def _ground(brief: Brief, sheet: MapSheet) -> Ground:
    frame = brief.frame(brief.paper)
    height = frame.height - _HEAD_AND_FOOT - _overview_height(sheet)
    room = Size(figure_room(brief) - _ARROW_COLUMN - _ARROW_GAP, height)
    return Ground(room, band_minimum(brief, _ARROW_COLUMN, sheet.phases), portrait=True)


def _overview_height(sheet: MapSheet) -> float:
    return ROW_HEIGHT + _OVERVIEW_GAP if sheet.is_part else 0.0


def _map_page(brief: Brief, drawn: PlacedMap) -> tuple[Block, ...]:
    actor, words, sheet = brief.subject, brief.wording.handout, drawn.sheet
    drawing, top = drawn.drawing, _overview_height(sheet)
    left = _ARROW_COLUMN + _ARROW_GAP
    arrow = down_arrow(brief, drawing.bands, _ARROW_COLUMN, sheet.phases)
    inside = (hairlines(brief, drawing, portrait=True), *drawn.items())
    overview = (overview_row(brief, sheet),) if sheet.is_part else ()
    items = (*overview, *shifted((arrow,), 0, top), *shifted(inside, left, top))
    size = Size(left + drawing.size.width, top + drawing.size.height)
    title = sheet_title(brief, f"{words.map}: {actor.name}", sheet)
    scene = figure_scene(brief, size, items, title, map_description(brief, actor, sheet))
    shown = sum(step.phase in sheet.phases for step in actor.steps)
    text = words.map_alternative.format(actor=actor.name, steps=shown)
    anchor = "karta" if sheet.number == 1 else f"karta-{sheet.number}"
    return (Break(), Heading(2, sheet_title(brief, words.map, sheet), anchor), Figure(scene, text))


def _legend(brief: Brief, sheets: Sequence[PlacedMap]) -> tuple[Block, ...]:
    words, width = brief.wording, figure_room(brief)
    legend = Legend(brief, uses_of_all([uses_of(drawn) for drawn in sheets]), brief.sheet.legend)
    items, height = legend.page(width)
    scene = figure_scene(brief, Size(width, height), items, words.legend.title, words.legend.title)
    phases = tuple((f"{phase.number} {phase.name}", (Text(phase.text),)) for phase in brief.phases())
    return (
        Break(),
        Heading(2, words.handout.legend, "teckenforklaring"),
        Figure(scene, _legend_words(legend, words.handout.legend_alternative)),
        Heading(3, words.legend.phases),
        Definitions(phases),
    )


def _legend_words(legend: Legend, intro: str) -> str:
    """The legend for those who cannot see it: every sample by its name, every sign by its meaning."""
    entries = (*legend.shapes(), *legend.signs())
    said = (f"{entry.name}: {entry.said}" if entry.name else entry.said for entry in entries)
    return " ".join((intro, *said))


def _terms(brief: Brief) -> tuple[Block, ...]:
    words = brief.wording.handout
    terms = sorted(terms_used(brief.programme.terms, brief.subject), key=lambda term: _alphabetical(brief, term.name))
    if not terms:
        return ()
    entries = tuple(
        (term.name, (Text(f"{term.spelled_out}. {term.text}" if term.spelled_out else term.text),)) for term in terms
    )
    return (Break(), Heading(2, words.terms, "begrepp"), _said(words.terms_lead), Definitions(entries))


def _alphabetical(brief: Brief, text: str) -> Key:
    return sort_key(text, brief.wording.letters.last)


def _sources(brief: Brief) -> tuple[Block, ...]:
    words, actor, programme = brief.wording.handout, brief.subject, brief.programme
    named = {source for step in actor.steps for source in step.sources}
    named |= {term.source for term in terms_used(programme.terms, actor)}
    sources = sorted((s for s in programme.sources if s.name_id in named), key=lambda s: _alphabetical(brief, s.title))
    date = words.law_date.format(date=programme.settings.law_date.isoformat())
    entries = tuple((Web(source.title, source.address),) for source in sources)
    return (Heading(2, words.sources, "kallor"), _said(date), ItemList(entries))
