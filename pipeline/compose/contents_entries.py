"""The list of contents of a document about an actor: its sections, and the steps below the phases."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pipeline.compose.brief import Brief
from pipeline.document import Block, Contents, Entry, Heading
from pipeline.model import Step


def contents_of(brief: Brief, blocks: Sequence[Block], steps: Sequence[Step]) -> Contents:
    """Every section among the blocks, and in the place of the steps' own each phase with its steps."""
    own = {step.name_id for step in steps}
    headings = (block for block in blocks if isinstance(block, Heading) and block.level == 2)
    entries: list[Entry] = []
    for is_step, group in groupby(headings, key=lambda heading: heading.anchor in own):
        entries += steps_by_phase(brief, steps) if is_step else (Entry(1, one.text, one.anchor) for one in group)
    return Contents(tuple(entries))


def steps_by_phase(brief: Brief, steps: Sequence[Step]) -> tuple[Entry, ...]:
    """The entries of steps of the brief's actor, in reading order; every line leads to the heading of a step."""
    words, actor = brief.wording.handout, brief.subject
    found: list[Entry] = []
    for number, group in groupby(steps, key=lambda step: step.phase):
        own, phase = tuple(group), brief.programme.phase(number)
        name = words.phase_entry.format(number=number, name=phase.name if phase else "")
        found.append(Entry(1, name, own[0].name_id))
        for step in own:
            title = words.step_entry.format(number=actor.number(step), title=step.title)
            found.append(Entry(2, title, step.name_id))
    return tuple(found)
