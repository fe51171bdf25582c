"""The handout of an actor or a unit on two pages: what it is about and where the actors meet, and the whole map."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.compose.actor_map import sheet_title
from pipeline.compose.arrow_figure import arrow_figure, counts_of
from pipeline.compose.brief import Brief
from pipeline.compose.chosen_meetings import Meeting, chosen_meetings
from pipeline.compose.colophon import colophon, shown_address
from pipeline.compose.lock_names import map_owner
from pipeline.compose.map_chapter import ONLY_MAP, map_figure, placed
from pipeline.compose.map_in_words import map_in_words, step_in_words
from pipeline.compose.map_phrases import coupling_sentence, leads_on, sentence, spelled
from pipeline.compose.process_map import PlacedMap
from pipeline.compose.title_block import file_title, running, title_block
from pipeline.document import (
    Block,
    Break,
    Document,
    Figure,
    Heading,
    Inlines,
    Paragraph,
    Table,
    Text,
    Tone,
    Web,
)

_BREAK = Text("\n")
_WIDTHS = (0.36, 0.64)  # shares of the width: the own step, the meeting

MEETINGS, MORE = "motespunkter", "las-mer"
"""The anchors of two headings."""


def short_handout(brief: Brief) -> Document:
    """One page of text, and the map on as many pages as it has sheets: as the full handout draws it."""
    of_map = brief.map_of(brief.subject)
    blocks = (
        *title_block(brief),
        arrow_figure(brief, counts_of(brief.own_steps)),
        Paragraph((Text(brief.subject.mission),), Tone.LEAD),
        *_meetings(brief),
        *_more(brief),
        *colophon(brief),
        *(block for drawn in placed(of_map) for block in _map_page(of_map, drawn)),
    )
    return Document(brief.metadata(file_title(brief)), running(brief), blocks)


def _meetings(brief: Brief) -> tuple[Block, ...]:
    """A table of some meetings; nothing for an actor that meets nobody."""
    words, steps = brief.wording.short_handout, brief.own_steps
    chosen = chosen_meetings([step_in_words(brief, brief.subject, step) for step in steps])
    if not chosen:
        return ()
    header = (brief.wording.map_text.step_column, words.meeting_column)
    rows = tuple((_step(brief, meeting), _meeting(brief, meeting)) for meeting in chosen)
    return (Heading(2, words.meetings, MEETINGS), Table(words.meetings_table, header, rows, _WIDTHS))


def _step(brief: Brief, meeting: Meeting) -> Inlines:
    """The own step: its number and title, and its phase on a line below."""
    step = meeting.step
    title = brief.wording.handout.step_entry.format(number=step.name.number, title=step.name.title)
    phase = brief.wording.short_handout.phase.format(number=step.phase, name=step.phase_name)
    return (Text(title, strong=True), _BREAK, Text(phase))


def _meeting(brief: Brief, meeting: Meeting) -> Inlines:
    return coupling_sentence(brief, meeting.coupling)


def _more(brief: Brief) -> tuple[Block, ...]:
    """Where to read more; nothing while neither the full handout nor an address is known."""
    said = tuple(_ways_to_more(brief))
    return (Heading(2, brief.wording.short_handout.more, MORE), *said) if said else ()


def _ways_to_more(brief: Brief) -> Iterator[Block]:
    words, full = brief.wording.short_handout, map_owner(brief.programme, brief.publication)
    if full.kind != brief.publication.kind:
        name = brief.wording.title_block.title.format(publication=full.name, actor=brief.subject.name)
        yield Paragraph((Text(words.full.format(name=name)),))
    if (address := brief.programme.settings.web) and not brief.released:  # in a release it stands below
        before, _, after = words.web.partition("{address}")
        yield Paragraph((Text(before), Web(shown_address(address), address), Text(after)))


def _map_page(brief: Brief, drawn: PlacedMap) -> tuple[Block, ...]:
    """A sheet of the map on a new page. There is no table beside it, so that its alternative tells every step."""
    heading = Heading(2, sheet_title(brief, brief.wording.handout.map, drawn.sheet), ONLY_MAP.sheet(drawn.sheet.number))
    return (Break(own=True), heading, Figure(map_figure(brief, drawn).scene, _in_words(brief, drawn)))


def _in_words(brief: Brief, drawn: PlacedMap) -> str:
    """The steps on a sheet in order, each with where it leads."""
    shown = [step for step in map_in_words(brief, brief.subject) if step.phase in drawn.sheet.phases]
    words = brief.wording.short_handout.map.format(actor=brief.subject.name, steps=len(shown))
    said = [words]
    for step in shown:
        name = brief.wording.step.step.format(number=step.name.number, title=step.name.title)
        on = " ".join(spelled(phrase) for phrase in leads_on(brief, step))
        title = spelled(sentence((Text(f"{name[:1].upper()}{name[1:]}"),)))
        lead = f"{brief.wording.map_text.on_column}: " if step.on else ""
        said.append(f"{title} {lead}{on}")
    return " ".join(said)
