"""The pages behind a drawing: what it shows in words, a table for each actor, with ways to the drawing and back."""

from __future__ import annotations

from dataclasses import replace

from pipeline.compose.brief import Brief
from pipeline.compose.map_table import SECTION, led, map_table
from pipeline.compose.off_page import MapSheet
from pipeline.compose.standing import mark
from pipeline.document import Block, Definitions, Document, Heading, Paragraph, Running, Text
from pipeline.model import Actor, StepKind
from pipeline.scene import Group

_DRAWING = "karta"  # the name of the head of the first drawing: where one lands who goes back to it


def named_head(head: Group, sheet: MapSheet) -> Group:
    """The head of a sheet; on the first one with the name that the text leads back to."""
    return replace(head, name=_DRAWING) if sheet.number == 1 else head


def map_text(brief: Brief, title: str) -> Document:
    """An actor's map in words: one table."""
    words, actor = brief.wording.map_text, brief.subject
    blocks = (
        Heading(2, words.title, SECTION),
        led(words.lead, "map", words.map, _DRAWING),
        map_table(brief, actor, f"{words.title}: {actor.name}", lambda step_id: actor.step(step_id) is not None),
        *_shapes(brief),
    )
    return _pages(brief, title, words.map_page, blocks)


def poster_text(brief: Brief, title: str) -> Document:
    """The joint poster in words: its phases, and a table for each actor."""
    words = brief.wording.map_text
    phases = tuple((f"{phase.number} {phase.name}", (Text(phase.text),)) for phase in brief.phases())
    blocks: tuple[Block, ...] = (
        Heading(2, words.poster_title, SECTION),
        led(words.poster_lead, "map", words.poster, _DRAWING),
        Heading(3, words.phases),
        Definitions(phases),
        *_shapes(brief),
        *(block for actor in brief.programme.actors for block in _lane(brief, actor)),
    )
    return _pages(brief, title, words.poster_page, blocks)


def _shapes(brief: Brief) -> tuple[Block, ...]:
    """What the kinds of step mean, which the drawing says in its legend."""
    meanings = (brief.programme.meaning(kind) for kind in StepKind)
    kinds = tuple((meaning.name, (Text(meaning.meaning),)) for meaning in meanings)
    return (Heading(3, brief.wording.map_text.shapes), Definitions(kinds))


def _lane(brief: Brief, actor: Actor) -> tuple[Block, ...]:
    """An actor's part of the poster. Every step of the poster has a row, so that couplings may lead there."""
    table = map_table(brief, actor, f"{brief.wording.map_text.title}: {actor.name}", lambda _: True)
    return (Heading(2, actor.name), Paragraph((Text(actor.mission),)), table)


def _pages(brief: Brief, title: str, page_label: str, blocks: tuple[Block, ...]) -> Document:
    strong = brief.actor.name if brief.actor else brief.programme.settings.name
    running = Running(strong, brief.publication.name, mark(brief), "", page_label)
    return Document(brief.metadata(title), running, blocks)
