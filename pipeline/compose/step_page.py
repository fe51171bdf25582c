"""A step's page: bar, title, where one comes from and goes, what happens, and the question with lines to write on."""

from __future__ import annotations

from pipeline.compose.brief import Brief
from pipeline.compose.local_figure import local_figure
from pipeline.compose.map_in_words import Named
from pipeline.compose.map_phrases import Leading
from pipeline.compose.numbered_sources import NumberedSources
from pipeline.compose.process_arrow import running_arrow
from pipeline.compose.step_text import StepText
from pipeline.document import Band, Block, Break, Columns, Figure, Foot, Heading, HeadingLook, Inline, Jump, Rule, Text
from pipeline.model import Actor, Step

_WRITING_LINES = 2


def step_page(
    brief: Brief, actor: Actor, step: Step, sources: NumberedSources, *, fill_in: bool = True
) -> tuple[Block, ...]:
    """The page of a step; it begins on a new page, with the arrow lit at the step's phase.

    With `fill_in` the question of the dialogue stands at its foot, with lines to write on.
    """
    said = StepText(brief, actor, step, sources, _within(actor))
    scene, width = local_figure(brief, actor, step), brief.frame(brief.paper).width
    foot = (*((Rule(), *said.meetings()) if said.has_meetings else ()), *_question(said, fill_in))
    return (
        Break(running_arrow(brief, width, step.phase)),
        step_band(said),
        Heading(2, step.title, step.name_id, HeadingLook.CHAPTER),
        Figure(scene, scene.description),
        Columns((*said.what(), *said.both_ways()), said.side()),
        *((Foot(foot),) if foot else ()),
    )


def _question(said: StepText, fill_in: bool) -> tuple[Block, ...]:
    return (said.question(_WRITING_LINES),) if fill_in else ()


def step_band(said: StepText, detail: str = "") -> Band:
    """The bar of a step in its phase's colour, with which step it is at the far end, or another detail."""
    colours = said.brief.theme.colours(said.step.phase)
    return Band(str(said.step.phase), said.in_words.phase_name, detail or said.position, colours.fill, colours.text)


def _within(actor: Actor) -> Leading:
    """Leads to the steps of the same actor, which have pages in the document; others are named only."""

    def leading(step: Named, said: str) -> Inline:
        return Jump(said, step.step_id) if actor.step(step.step_id) else Text(said)

    return leading
