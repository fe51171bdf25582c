"""The views of the web page that are running text: start, meeting points, law, terms, and what it says of itself."""

from __future__ import annotations

from pipeline.compose.brief import Brief
from pipeline.compose.colophon import colophon, disclaimer
from pipeline.compose.handbook.back import law_chapter
from pipeline.compose.meeting_points import meeting_matrix, meeting_table
from pipeline.compose.numbered_sources import NumberedSources
from pipeline.compose.reference_chapters import sources_chapter, terms_chapter
from pipeline.compose.web.actors import leading
from pipeline.compose.web.notation import phase_meanings
from pipeline.document import Block, Heading, Paragraph, Text, Tone

SECTION = 3
"""Level of the headings in a view, whose title is of level 2."""

_LAW = "lagstod"


def start(brief: Brief) -> tuple[Block, ...]:
    """What the page shows, what the process is for and for whom, and how far the content may be trusted."""
    programme, words = brief.programme, brief.wording.handbook
    steps = sum(len(actor.steps) for actor in programme.actors)
    actors = words.count.of(len(programme.actors))
    lead = brief.wording.web.lead.format(actors=actors, steps=steps, phases=len(programme.phases))
    titles, settings = brief.wording.handout, programme.settings
    return (
        Paragraph((Text(lead),), Tone.LEAD),
        *(_headed(titles.aim, settings.aim) if settings.aim else ()),
        *_headed(titles.audience, settings.audience),
        *disclaimer(brief)[:1],  # in the page's language; in the other it stands at its foot
    )


def _headed(heading: str, text: str) -> tuple[Block, ...]:
    return (Heading(SECTION, heading), Paragraph((Text(text),)))


def meetings(brief: Brief) -> tuple[Block, ...]:
    """Where all actors meet, phase by phase, and for each actor the same in words; nothing where nobody meets."""
    words, matrix = brief.wording.web, meeting_matrix(brief, leading)
    if not matrix.rows:
        return ()
    example = brief.programme.actors[-1]
    lead = Paragraph((Text(words.meetings_lead.format(short=example.short, actor=example.name)),))
    tables = ((actor, meeting_table(brief, actor, leading)) for actor in brief.programme.actors)
    own = (block for actor, table in tables if table.rows for block in (Heading(SECTION, actor.name), table))
    return (lead, matrix, *own)


def law(brief: Brief) -> tuple[Block, ...]:
    """Every legal reference with its steps and its state; nothing where no step has one."""
    return _as_section(law_chapter(brief, leading), _LAW)


def terms(brief: Brief, sources: NumberedSources) -> tuple[Block, ...]:
    """The phases, the terms and the sources; shapes and signs stand beside them.

    When the law was read is said among the sources only where the page has no table of the law, which says it itself.
    """
    lead = brief.wording.handbook.terms_lead
    explained = terms_chapter(brief, brief.programme.terms, sources, lead, landings=True)
    is_dated = any(step.legal for _, step in brief.programme.steps())
    named = sources_chapter(brief, sources, law_date=not is_dated) if sources.sources else ()
    return (*phase_meanings(brief), *_as_section(explained, ""), *_as_section(named, "kallor"))


def about(brief: Brief) -> tuple[Block, ...]:
    """The disclaimer, and where to turn. Heading and stamp, which says how the page stands, are the page's own."""
    _, _, *rest = colophon(brief)
    return tuple(rest)


def _as_section(chapter: tuple[Block, ...], anchor: str) -> tuple[Block, ...]:
    """A chapter of a document below the title of a view."""
    if not (chapter and isinstance(chapter[0], Heading)):
        return chapter
    return (Heading(SECTION, chapter[0].text, anchor), *chapter[1:])
