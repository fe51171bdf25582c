"""The handout of an actor: introduction, contents, map and the same in text, a page a step, legend, terms, sources."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from pipeline.compose.actor_map import cards_of, map_description, sheet_title
from pipeline.compose.brief import Brief
from pipeline.compose.down_arrow import band_minimum, down_arrow
from pipeline.compose.figure import figure_room, figure_scene
from pipeline.compose.legend import Legend, uses_of, uses_of_all
from pipeline.compose.map_sheets import Ground, placed_sheets
from pipeline.compose.map_table import SECTION, led, led_parts, map_table
from pipeline.compose.numbered_sources import NumberedSources
from pipeline.compose.off_page import MapSheet
from pipeline.compose.picture import picture_figures
from pipeline.compose.process_arrow import ProcessArrow
from pipeline.compose.process_map import PlacedMap, hairlines
from pipeline.compose.sheet_overview import ROW_HEIGHT, overview_row
from pipeline.compose.step_page import step_page
from pipeline.compose.terms import Key, sort_key, terms_used
from pipeline.document import (
    Block,
    Break,
    Contents,
    Definitions,
    Document,
    Entry,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Running,
    Text,
    Tone,
)
from pipeline.geometry import Size
from pipeline.layout.drawing import Extent
from pipeline.model import Term
from pipeline.scene import shifted

_ENGLISH = "en"
_HEAD_AND_FOOT = 36.0  # what running head, heading and foot take from a page, mm
_ARROW_COLUMN = 27.0  # the arrow beside the map, mm
_ARROW_GAP = 3.0
_OVERVIEW_GAP = 4.0  # between the overview of a map's sheets and the map


def handout(brief: Brief) -> Document:
    """The handout as a flowing document."""
    sheets = placed(brief)
    actor = brief.subject
    sources = _numbered_sources(brief)
    opening = _introduction(brief)
    rest = (
        *(block for drawn in sheets for block in _map_page(brief, drawn)),
        *_map_in_text(brief),
        *(block for step in actor.steps for block in step_page(brief, actor, step, sources)),
        *_legend(brief, sheets),
        *_terms(brief, sources),
        *_sources(brief, sources),
    )
    title = f"{brief.publication.name} {actor.name}"
    blocks = (*opening, *_contents(brief, rest), *rest)
    return Document(brief.metadata(title), _running(brief), blocks)


def _running(brief: Brief) -> Running:
    words = brief.wording.stamp
    return Running(brief.subject.name, brief.publication.name, words.draft, "", words.page)


def _said(text: str, tone: Tone = Tone.BODY) -> Paragraph:
    return Paragraph((Text(text),), tone)


def _introduction(brief: Brief) -> tuple[Block, ...]:
    actor, words, settings = brief.subject, brief.wording.handout, brief.programme.settings
    parts: list[Block] = [Heading(1, actor.name, "start"), _said(actor.mission, Tone.LEAD)]
    parts += [*picture_figures(brief), _arrow_figure(brief)]
    parts += [Heading(2, words.introduction, "inledning"), _said(words.contents.format(steps=len(actor.steps)))]
    parts.append(_said(settings.disclaimer))
    parts.append(Paragraph((Text(settings.disclaimer_en, language=_ENGLISH),), Tone.QUIET))
    for heading, text in ((words.audience, settings.audience), (words.aim, actor.aim), (words.contact, actor.contact)):
        if text:
            parts += [Heading(3, heading), _said(text)]
    if actor.units:
        parts += [Heading(3, words.units), ItemList(tuple((Text(unit),) for unit in actor.units))]
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


def _contents(brief: Brief, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Sections and, in the place of the steps' own, each phase with its steps; every line leads to a heading."""
    words, actor = brief.wording.handout, brief.subject
    own = {step.name_id for step in actor.steps}
    headings = [block for block in blocks if isinstance(block, Heading) and block.level == 2]
    entries: list[Entry] = []
    for is_step, group in groupby(headings, key=lambda heading: heading.anchor in own):
        entries += _steps_by_phase(brief) if is_step else [Entry(1, one.text, one.anchor) for one in group]
    return (Break(), Heading(2, words.list_of_contents, "innehall"), Contents(tuple(entries)))


def _steps_by_phase(brief: Brief) -> list[Entry]:
    """Each phase, which leads to the page of its first step, and its steps below it."""
    words, actor = brief.wording.handout, brief.subject
    found: list[Entry] = []
    for number, group in groupby(actor.steps, key=lambda step: step.phase):
        steps, phase = tuple(group), brief.programme.phase(number)
        name = words.phase_entry.format(number=number, name=phase.name if phase else "")
        found.append(Entry(1, name, steps[0].name_id))
        for step in steps:
            title = words.step_entry.format(number=actor.number(step), title=step.title)
            found.append(Entry(2, title, step.name_id))
    return found


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
    said = brief.wording.map_text
    caption = led_parts(said.caption, "text", said.text, SECTION)
    return (Break(), Heading(2, sheet_title(brief, words.map, sheet), anchor), Figure(scene, text, caption))


def _map_in_text(brief: Brief) -> tuple[Block, ...]:
    """The map as a table; titles lead to the steps' pages."""
    words, actor = brief.wording.map_text, brief.subject
    table = map_table(brief, actor, words.title, lambda step_id: actor.step(step_id) is not None)
    return (Break(), Heading(2, words.title, SECTION), led(words.lead, "map", words.map, "karta"), table)


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
    return " ".join((intro, *(f"{text[:1].upper()}{text[1:].rstrip('.')}." for text in said)))


def _terms(brief: Brief, sources: NumberedSources) -> tuple[Block, ...]:
    words = brief.wording.handout
    terms = sorted(terms_used(brief.programme.terms, brief.subject), key=lambda term: _alphabetical(brief, term.name))
    if not terms:
        return ()
    entries = tuple((term.name, (Text(_explained(term)), *sources.marks((term.source,)))) for term in terms)
    return (Break(), Heading(2, words.terms, "begrepp"), _said(words.terms_lead), Definitions(entries))


def _explained(term: Term) -> str:
    return f"{term.spelled_out}. {term.text}" if term.spelled_out else term.text


def _alphabetical(brief: Brief, text: str) -> Key:
    return sort_key(text, brief.wording.letters.last)


def _numbered_sources(brief: Brief) -> NumberedSources:
    """The sources of the actor's steps and of the terms that they use, in the order of the alphabet."""
    actor, programme = brief.subject, brief.programme
    named = {source for step in actor.steps for source in step.sources}
    named |= {term.source for term in terms_used(programme.terms, actor)}
    used = (source for source in programme.sources if source.name_id in named)
    return NumberedSources(
        tuple(sorted(used, key=lambda source: _alphabetical(brief, source.title))), brief.wording.map_text.source_mark
    )


def _sources(brief: Brief, sources: NumberedSources) -> tuple[Block, ...]:
    words = brief.wording.handout
    date = words.law_date.format(date=brief.programme.settings.law_date.isoformat())
    return (Heading(2, words.sources, "kallor"), _said(words.sources_lead), _said(date), sources.notes())
