"""What an annex ends with: where the actor meets others, the law, the history of the decision, and the sources."""

from __future__ import annotations

from pipeline.compose.brief import Brief
from pipeline.compose.law_references import law_table
from pipeline.compose.map_phrases import Leading
from pipeline.compose.meeting_points import meeting_table
from pipeline.compose.numbered_sources import NumberedSources
from pipeline.compose.reference_chapters import SOURCES
from pipeline.compose.standing import decision_of
from pipeline.document import Block, Break, Heading, Paragraph, Table, Text

MEETINGS, LAW, HISTORY = "motespunkter", "lagstod", "revisionshistorik"
"""The anchors of the headings."""

# Shares of the width: version, date, change.
_HISTORY_WIDTHS = (0.13, 0.17, 0.7)


def meetings_chapter(brief: Brief, leading: Leading) -> tuple[Block, ...]:
    """Where the actor meets the others, phase by phase, on a new page; nothing for one that meets nobody."""
    words, table = brief.wording.annex, meeting_table(brief, brief.subject, leading)
    if not table.rows:
        return ()
    return (Break(), Heading(2, words.meetings, MEETINGS), _said(words.meetings_lead), table)


def law_chapter(brief: Brief, leading: Leading) -> tuple[Block, ...]:
    """Every reference with its steps and its state, and when the law was read; nothing without references."""
    words, table = brief.wording.annex, law_table(brief, (brief.subject,), leading)
    if not table.rows:
        return ()
    record = decision_of(brief, brief.subject)
    date = (record.law_date if record else None) or brief.programme.settings.law_date
    read = _said(words.law_date.format(date=date.isoformat()))
    return (Break(), Heading(2, words.law, LAW), _said(words.law_lead), read, table)


def history_chapter(brief: Brief) -> tuple[Block, ...]:
    """The versions that were decided, as the record has them; nothing while it has none."""
    record, words = decision_of(brief, brief.subject), brief.wording.annex
    if record is None or not record.history:
        return ()
    header = (words.version_column, words.date_column, words.change_column)
    rows = tuple(((Text(one.version),), (Text(one.date.isoformat()),), (Text(one.change),)) for one in record.history)
    return (Heading(2, words.history, HISTORY), Table(words.history, header, rows, _HISTORY_WIDTHS))


def notes_chapter(brief: Brief, sources: NumberedSources) -> tuple[Block, ...]:
    """The sources as notes, and what their numbers mean; nothing without sources."""
    words = brief.wording.handout
    if not sources.sources:
        return ()
    return (Heading(2, words.sources, SOURCES), _said(words.sources_lead), sources.notes())


def _said(text: str) -> Paragraph:
    return Paragraph((Text(text),))
