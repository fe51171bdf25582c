"""The pages of a handout that its readers fill in: local ways of contact, a checklist of their own, and notes."""

from __future__ import annotations

from pipeline.compose.brief import Brief
from pipeline.document import Block, Heading, Inlines, Panel, Paragraph, Text, Tone, WritingTable

# Least heights of rows on paper, mm: for two lines of handwriting, and for one.
_CONTACT_ROOM, _TASK_ROOM = 15.0, 11.0
_OTHERS = 3  # rows for those who are none of the actors
_TASKS = 8
_NOTE_LINES = 22
# Shares of the width: actor, function, way; and number, task, doer, box.
_OF_CONTACTS = (0.26, 0.34, 0.40)
_OF_TASKS = (0.07, 0.56, 0.25, 0.12)
_BOX = 3  # the column of boxes to tick

CONTACTS, CHECKLIST, NOTES = "kontaktvagar", "checklista", "anteckningar"
"""The anchors of the three headings."""


def fill_in_pages(brief: Brief) -> tuple[Block, ...]:
    """The three parts, one after the other."""
    return (*_contacts(brief), *_checklist(brief), *_notes(brief))


def _contacts(brief: Brief) -> tuple[Block, ...]:
    """A row for each of the other actors, and some for others."""
    words = brief.wording.fill_in
    names = [actor.name for actor in brief.programme.actors if actor != brief.actor]
    firsts = (*names, *([words.another] * _OTHERS))
    rows = tuple(_row(name, columns=3) for name in firsts)
    columns = (words.actor_column, words.role_column, words.way_column)
    table = WritingTable(words.contacts, columns, rows, _OF_CONTACTS, _CONTACT_ROOM)
    return (Heading(2, words.contacts, CONTACTS), Paragraph((Text(words.contacts_lead),)), table)


def _checklist(brief: Brief) -> tuple[Block, ...]:
    words = brief.wording.fill_in
    rows = tuple(_row(str(number), columns=4) for number in range(1, _TASKS + 1))
    columns = (words.number_column, words.task_column, words.doer_column, words.done_column)
    table = WritingTable(words.checklist, columns, rows, _OF_TASKS, _TASK_ROOM, ticked=_BOX)
    return (Heading(2, words.checklist, CHECKLIST), Paragraph((Text(words.checklist_lead),)), table)


def _row(first: str, columns: int) -> tuple[Inlines, ...]:
    """A row with its first cell filled and the others empty."""
    return ((Text(first),), *(((),) * (columns - 1)))


def _notes(brief: Brief) -> tuple[Block, ...]:
    words = brief.wording.fill_in
    lead = Paragraph((Text(words.notes_lead),), Tone.QUIET)
    return (Heading(2, words.notes, NOTES), Panel((lead,), _NOTE_LINES))
