"""The table "the map in text": a row for each step, with where it comes from, where it leads, and its couplings."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.compose.brief import Brief
from pipeline.compose.map_in_words import Named, StepInWords, map_in_words, row_anchor
from pipeline.compose.map_phrases import came_from, leads_on, ties
from pipeline.document import Inline, Inlines, Jump, Landing, Paragraph, Table, Text
from pipeline.model import Actor

# Shares of the width: what the step is, where one comes from, where it leads, couplings.
_WIDTHS = (0.24, 0.19, 0.21, 0.36)
_BREAK = Text("\n")

SECTION = "kartan-i-text"
"""The anchor of the section that holds the table."""


def map_table(
    brief: Brief, actor: Actor, title: str, shows: Callable[[str], bool], home: Callable[[str], str] = str
) -> Table:
    """An actor's map as a table. A step's title leads to its anchor: its page, or its box on the drawing.

    `shows` tells of a step's id whether the document has a row for it, so that ways may lead there; `home` gives of a
    step's id the anchor that its title leads to, where that is not the id itself.
    """
    words = brief.wording.map_text
    header = (words.step_column, words.from_column, words.on_column, words.couplings_column)

    def leading(step: Named, said: str) -> Inline:
        return Jump(said, row_anchor(step.step_id)) if shows(step.step_id) else Text(said)

    rows = tuple(
        (
            _step(brief, step, home(step.name.step_id)),
            _lines(came_from(brief, step, leading)),
            _lines(leads_on(brief, step, leading)),
            _lines(ties(brief, actor.name, step, leading)) or (Text(words.no_couplings),),
        )
        for step in map_in_words(brief, actor)
    )
    return Table(title, header, rows, _WIDTHS)


def _step(brief: Brief, step: StepInWords, home: str) -> Inlines:
    """Which step of how many, its title, its phase and kind, on a line each."""
    words = brief.wording.map_text
    position = words.position.format(number=step.name.number, total=step.total)
    about = words.about.format(phase=step.phase, phase_name=step.phase_name, kind=step.kind)
    title = Jump(step.name.title, home, strong=True)
    return (Landing(position, row_anchor(step.name.step_id)), _BREAK, title, _BREAK, Text(about))


def _lines(sentences: tuple[Inlines, ...]) -> Inlines:
    """Sentences, each on a line of its own."""
    return tuple(part for number, parts in enumerate(sentences) for part in ((_BREAK,) if number else ()) + parts)


def led(template: str, gap: str, words: str, anchor: str) -> Paragraph:
    """A paragraph from a text with one gap, whose words lead to an anchor."""
    return Paragraph(led_parts(template, gap, words, anchor))


def led_parts(template: str, gap: str, words: str, anchor: str) -> Inlines:
    """Parts from a text with one gap, whose words lead to an anchor."""
    before, _, after = template.partition(f"{{{gap}}}")
    jump = Jump(f"{words[:1].upper()}{words[1:]}" if not before else words, anchor)
    return tuple(part for part in (Text(before), jump, Text(after)) if part.text)
