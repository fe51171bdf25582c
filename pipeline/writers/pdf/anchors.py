"""The places of a document that words may lead to: headings, landings and notes."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.document import Block, Heading, Landing, Notes, running_text, walk
from pipeline.writers.pdf.inline import note_anchor


def anchors_of(blocks: tuple[Block, ...]) -> frozenset[str]:
    """The names of all of them."""
    return frozenset(name for block in walk(blocks) for name in _of_block(block))


def _of_block(block: Block) -> Iterator[str]:
    match block:
        case Heading(_, _, anchor) if anchor:
            yield anchor
        case Notes(entries):
            yield from (note_anchor(number) for number in range(1, len(entries) + 1))
        case _:
            pass
    yield from (part.anchor for parts in running_text(block) for part in parts if isinstance(part, Landing))
