"""Walks through a document: every block, the order of reading, running texts, and what an address is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipeline.document.blocks import (
    Band,
    Block,
    Columns,
    Definitions,
    Figure,
    Foot,
    Heading,
    Inlines,
    ItemList,
    Notes,
    Panel,
    Paragraph,
    Table,
    Together,
)


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block, containers before what they hold, in reading order."""
    for block in blocks:
        yield block
        match block:
            case Panel(inner, _) | Foot(inner) | Together(inner):
                yield from walk(inner)
            case Columns(main, side):
                yield from walk(main)
                yield from walk(side)
            case _:
                pass


def reading_order(blocks: tuple[Block, ...]) -> tuple[int, ...]:
    """The blocks' places in the order in which they are read: a band after the heading that it stands above."""
    places = list(range(len(blocks)))
    for at, (block, below) in enumerate(pairwise(blocks)):
        if isinstance(block, Band) and isinstance(below, Heading):
            places[at : at + 2] = at + 1, at
    return tuple(places)


def running_text(block: Block) -> Iterator[Inlines]:
    """Each running text of a block, without those of blocks inside it."""
    match block:
        case Paragraph(parts, _) | Figure(_, _, parts):
            yield parts
        case ItemList(entries, _) | Notes(entries):
            yield from entries
        case Definitions(pairs):
            yield from (meaning for _, meaning in pairs)
        case Table():
            yield from (cell for row in block.rows for cell in row)
        case _:
            pass


def is_web(target: str) -> bool:
    """True for the three kinds of address that may lead out of a file."""
    return target.startswith(("https://", "http://", "mailto:"))
