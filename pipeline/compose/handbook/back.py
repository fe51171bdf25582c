"""What one looks things up in at the end of the handbook: cases, law, and the index of steps and terms."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pipeline.compose.brief import Brief
from pipeline.compose.law_references import law_table
from pipeline.compose.map_in_words import named
from pipeline.compose.map_phrases import Leading, step_words
from pipeline.compose.reference_chapters import alphabetical, term_anchor
from pipeline.document import (
    Block,
    Columns,
    Heading,
    HeadingLook,
    Index,
    IndexEntry,
    IndexGroup,
    ItemList,
    Paragraph,
    Text,
    Together,
)
from pipeline.model import Case

CASES, LAW, INDEX = "fall", "lagstod", "register"
"""The anchors of the headings."""


def cases_chapter(brief: Brief, leading: Leading) -> tuple[Block, ...]:
    """The fictional cases; nothing without any."""
    words, cases = brief.wording.handbook, brief.programme.cases
    if not cases:
        return ()
    lead = Paragraph((Text(words.cases_lead),))
    return (
        Heading(2, words.cases, CASES),
        lead,
        *(_case(brief, case, leading) for case in cases),
    )


def _case(brief: Brief, case: Case, leading: Leading) -> Together:
    """A case: its situation and questions, and beside them the steps that it concerns."""
    words = brief.wording.handbook
    situation = (Paragraph((Text(text),)) for text in case.situation)
    questions = ItemList(tuple((Text(question),) for question in case.questions))
    homes = (brief.programme.found(step_id) for step_id in case.steps)
    steps = tuple(
        (Text(f"{actor.name}: "), leading(found, step_words(brief, found)))
        for actor, step in homes
        for found in (named(actor, step),)
    )
    main: tuple[Block, ...] = (*situation, Heading(4, words.questions), questions)
    side = (Heading(4, words.case_steps), ItemList(steps, bulleted=False))
    heading = Heading(3, case.name, f"{CASES}--{case.name_id}", HeadingLook.SECTION)
    return Together((heading, Columns(main, side)))


def law_chapter(brief: Brief, leading: Leading) -> tuple[Block, ...]:
    """Every legal reference with its steps and its state; nothing where no step has one."""
    words, table = brief.wording.handbook, law_table(brief, brief.programme.actors, leading)
    if not table.rows:
        return ()
    date = brief.wording.handout.law_date.format(date=brief.programme.settings.law_date.isoformat())
    said = (Paragraph((Text(text),)) for text in (words.law_lead, date))
    return (Heading(2, words.law, LAW), *said, table)


def index_chapter(brief: Brief) -> tuple[Block, ...]:
    """Steps and terms in one alphabet: who looks for a word need not know which of the two it is."""
    words = brief.wording.handbook
    entries = sorted((*_steps(brief), *_terms(brief)), key=lambda entry: alphabetical(brief, entry.text))
    groups = groupby(entries, key=lambda entry: _letter(entry.text))
    index = Index(tuple(IndexGroup(letter, tuple(found)) for letter, found in groups))
    return (Heading(2, words.index, INDEX), Paragraph((Text(words.index_lead),)), index)


def _steps(brief: Brief) -> Iterator[IndexEntry]:
    template = brief.wording.handbook.index_step
    for actor, step in brief.programme.steps():
        text = template.format(title=step.title, actor=actor.short, number=actor.number(step))
        yield IndexEntry(text, (step.name_id,))


def _terms(brief: Brief) -> Iterator[IndexEntry]:
    ordered = sorted(brief.programme.terms, key=lambda term: alphabetical(brief, term.name))
    for number, term in enumerate(ordered, 1):
        yield IndexEntry(term.name, (term_anchor(number),))


def _letter(text: str) -> str:
    return text[:1].upper()
