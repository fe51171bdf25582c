"""What a document ends with: its terms explained, and its sources as numbered notes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pipeline.compose.brief import Brief
from pipeline.compose.numbered_sources import NumberedSources
from pipeline.compose.terms import Key, sort_key
from pipeline.document import Block, Definitions, Heading, Inline, Landing, Paragraph, Text
from pipeline.model import Term

TERMS, SOURCES = "begrepp", "kallor"
"""The anchors of the two headings."""


def numbered_sources(brief: Brief, named: Collection[str]) -> NumberedSources:
    """The sources with these ids, in the order of the alphabet."""
    used = (source for source in brief.programme.sources if source.name_id in named)
    ordered = sorted(used, key=lambda source: alphabetical(brief, source.title))
    return NumberedSources(tuple(ordered), brief.wording.map_text.source_mark)


def terms_chapter(
    brief: Brief, terms: Sequence[Term], sources: NumberedSources, lead: str, *, landings: bool = False
) -> tuple[Block, ...]:
    """The terms in the order of the alphabet, each with the number of its source; nothing without terms.

    With `landings` an index may lead to each of them (`term_anchor`).
    """
    if not terms:
        return ()
    ordered = sorted(terms, key=lambda term: alphabetical(brief, term.name))
    entries = tuple(
        (term.name, (_explanation(term, number if landings else 0), *sources.marks((term.source,))))
        for number, term in enumerate(ordered, 1)
    )
    return (Heading(2, brief.wording.handout.terms, TERMS), Paragraph((Text(lead),)), Definitions(entries))


def term_anchor(number: int) -> str:
    """Where one lands who asks for the term with this number in the order of the alphabet. No id has two hyphens."""
    return f"{TERMS}--{number}"


def _explanation(term: Term, number: int) -> Inline:
    words = f"{term.spelled_out}. {term.text}" if term.spelled_out else term.text
    return Landing(words, term_anchor(number)) if number else Text(words)


def sources_chapter(brief: Brief, sources: NumberedSources, *, law_date: bool = True) -> tuple[Block, ...]:
    """The sources, what their numbers mean, and with `law_date` when the law was read."""
    words = brief.wording.handout
    date = words.law_date.format(date=brief.programme.settings.law_date.isoformat())
    said = (Paragraph((Text(text),)) for text in (words.sources_lead, *((date,) if law_date else ())))
    return (Heading(2, words.sources, SOURCES), *said, sources.notes())


def alphabetical(brief: Brief, text: str) -> Key:
    """What sorts as a dictionary of the publication's language does."""
    return sort_key(text, brief.wording.letters.last)
