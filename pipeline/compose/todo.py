"""The to-do list of an actor: what is unverified, unreviewed, unanswered or empty in its process, with room to sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.compose.brief import Brief
from pipeline.compose.colophon import colophon
from pipeline.compose.map_in_words import named
from pipeline.compose.map_phrases import step_words
from pipeline.compose.printout_check import beside_check
from pipeline.compose.standing import mark
from pipeline.document import Block, Document, Heading, Inlines, Panel, Paragraph, Running, Text, Tone, WritingTable
from pipeline.model import Actor, Step, Verification
from pipeline.model.programme import Unanswered
from pipeline.wording.publications import TodoPart

# Least heights of rows on paper, mm: for initials and a date, and for an answer of a line or two.
_SIGNING_ROOM, _ANSWERING_ROOM = 10.0, 18.0
_NOTE_LINES = 9
# Shares of the width: number, title, what it is about, initials, date; and field, answer, initials, date.
_OF_STEPS = (0.07, 0.24, 0.37, 0.16, 0.16)
_OF_FIELDS = (0.31, 0.37, 0.16, 0.16)


@dataclass(frozen=True, slots=True)
class _Section:
    """One part of the list: its words, its points as rows of cells, and the table they stand in."""

    words: TodoPart
    rows: tuple[tuple[Inlines, ...], ...]
    columns: tuple[str, ...]
    widths: tuple[float, ...] = _OF_STEPS
    room: float = _SIGNING_ROOM


def todo(brief: Brief) -> Document:
    """The to-do list as a flowing document."""
    words, actor = brief.wording.todo, brief.subject
    sections = tuple(_sections(brief))
    points = sum(len(section.rows) for section in sections)
    title = words.title.format(actor=actor.name)
    blocks = (
        Heading(1, title, "start"),
        *beside_check(brief, (_lead(brief, points),)),
        *(block for section in sections for block in _shown(brief, section)),
        *_notes(brief),
        *colophon(brief),
    )
    running = Running(actor.name, brief.publication.name, mark(brief), "", brief.wording.stamp.page)
    return Document(brief.metadata(title), running, blocks)


def _lead(brief: Brief, count: int) -> Paragraph:
    """How much is left, and on which day: of all the list only the day is new in an edition that changes nothing."""
    words, date = brief.wording.todo, brief.programme.settings.date.isoformat()
    before, _, after = (words.release_lead if brief.released else words.lead).partition("{date}")
    points = words.points.of(count)
    parts = (Text(before.format(points=points)), Text(date, edition=True), Text(after.format(points=points)))
    return Paragraph(parts, Tone.LEAD)


def _sections(brief: Brief) -> Iterator[_Section]:
    words = brief.wording.todo
    yield _Section(words.law, tuple(_references(brief.subject)), _columns(brief, words.reference_column))
    yield _Section(words.review, tuple(_reviews(brief.subject)), _columns(brief, words.review_column))
    yield _Section(words.arrivals, tuple(_arrivals(brief)), _columns(brief, words.other_column))
    yield _Section(words.own, tuple(_own_couplings(brief)), _columns(brief, words.other_column))
    columns = (words.field_column, words.answer_column, words.initials_column, words.date_column)
    yield _Section(words.fields, tuple(_empty_fields(brief)), columns, _OF_FIELDS, _ANSWERING_ROOM)


def _columns(brief: Brief, about: str) -> tuple[str, ...]:
    words, handout = brief.wording.todo, brief.wording.handout
    return (handout.number_column, handout.title_column, about, words.initials_column, words.date_column)


def _shown(brief: Brief, section: _Section) -> tuple[Block, ...]:
    heading = Heading(2, section.words.heading)
    if not section.rows:
        return (heading, _said(brief.wording.todo.nothing, Tone.QUIET))
    signed = tuple((*row, *((),) * (len(section.columns) - len(row))) for row in section.rows)
    table = WritingTable(section.words.heading, section.columns, signed, section.widths, section.room)
    return (heading, _said(section.words.task), table)


def _references(actor: Actor) -> Iterator[tuple[Inlines, ...]]:
    """Legal references that nobody has found in a text of law."""
    for step in actor.steps:
        for legal in step.legal:
            if legal.state is Verification.TO_CHECK:
                yield _point(actor, step, (Text(legal.reference),))


def _reviews(actor: Actor) -> Iterator[tuple[Inlines, ...]]:
    """What somebody asked to have reviewed."""
    for step in actor.steps:
        if step.review:
            yield _point(actor, step, (Text(step.review),))


def _arrivals(brief: Brief) -> Iterator[tuple[Inlines, ...]]:
    """Steps of others that name a step here, which does not name them."""
    words, actor = brief.wording.todo, brief.subject
    for step in actor.steps:
        for meeting in brief.programme.unanswered_to(step):
            yield _point(actor, step, _other(brief, meeting, words.comes_from))


def _own_couplings(brief: Brief) -> Iterator[tuple[Inlines, ...]]:
    """Steps of others that a step here names, and that do not name it."""
    words, actor = brief.wording.todo, brief.subject
    for step in actor.steps:
        for meeting in brief.programme.unanswered_from(step):
            yield _point(actor, step, _other(brief, meeting, words.leads_to))


def _point(actor: Actor, step: Step, about: Inlines) -> tuple[Inlines, ...]:
    """A row about a step: its number and title, then what is to be done."""
    return ((Text(str(actor.number(step))),), (Text(step.title),), about)


def _other(brief: Brief, meeting: Unanswered, of_link: str) -> Inlines:
    """The other actor in bold, then why one meets and in which of its steps; of a link, which way it leads."""
    step = step_words(brief, named(meeting.actor, meeting.step))
    contact = brief.wording.step.contact
    text = contact.format(why=meeting.why, step=step) if meeting.why else of_link.format(step=step)
    return (Text(f"{meeting.actor.name}: ", strong=True), Text(text))


def _empty_fields(brief: Brief) -> Iterator[tuple[Inlines, ...]]:
    """What is not known of the actor, each with what should be written."""
    words, headings, actor = brief.wording.todo, brief.wording.handout, brief.subject
    fields = (
        (actor.aim, headings.aim, words.aim),
        (actor.contact, headings.contact, words.contact),
        (actor.units, headings.units, words.units),
        (actor.review, words.last_review, words.review_wanted),
    )
    for value, name, wanted in fields:
        if not value:
            yield ((Text(f"{name}: ", strong=True), Text(wanted)),)


def _notes(brief: Brief) -> tuple[Block, ...]:
    words = brief.wording.todo
    return (Heading(2, words.notes), Panel((_said(words.notes_task, Tone.QUIET),), _NOTE_LINES))


def _said(text: str, tone: Tone = Tone.BODY) -> Paragraph:
    return Paragraph((Text(text),), tone)
