"""What is wrong with the structure of a document, so that no reader could follow it: found before anything is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from pipeline.document import (
    Block,
    Content,
    Contents,
    Document,
    Figure,
    Heading,
    Inlines,
    Landing,
    NoteMark,
    Notes,
    Site,
    Table,
    running_text,
    walk,
)

_SECTION, _BELOW = 1, 2  # the levels of a list of contents


def flaws(content: Content) -> tuple[str, ...]:
    """What is wrong, a few words each; empty for a sound structure.

    Headings begin at level 1 (behind drawings, whose titles are level 1, at 2) and skip no level (PDF/UA-1, 7.4.2).
    Anchors are each other's unlike, tables are regular and named by one of their columns, figures have an alternative
    (PDF/UA-1, 7.3), marks have a note, and lists of contents lead to headings.
    """
    if isinstance(content, Site):
        return tuple(_of_site(content))
    if isinstance(content, Document):
        return tuple(_found(content.blocks, 1))
    return tuple(_found(content.text.blocks, 2)) if content.text else ()


def _found(blocks: tuple[Block, ...], first: int) -> Iterator[str]:
    every = tuple(walk(blocks))
    texts = tuple(parts for block in every for parts in running_text(block))
    yield from _levels([block for block in every if isinstance(block, Heading)], first)
    yield from _anchors(every, texts)
    yield from _marks(every, texts)
    yield from _of_blocks(every)


def _of_blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from _table(block)
        if isinstance(block, Figure) and not block.alternative.strip():
            yield f"figure without alternative: {block.scene.title}"


def _of_site(site: Site) -> Iterator[str]:
    """What is wrong with a page for the web: no level is skipped, and no address is there twice."""
    blocks = tuple(site.blocks())
    texts = tuple(parts for block in blocks for parts in running_text(block))
    for level, run in site.texts():
        above = Heading(level, level * ".")
        yield from _levels([above, *(block for block in walk(run) if isinstance(block, Heading))], level)
    steps = [step for actor in site.actors for step in actor.steps]
    taken = [anchor for step in steps for anchor in (step.anchor, *step.former)]
    yield from _anchors((*blocks, *(Heading(2, anchor, anchor) for anchor in taken)), texts)
    yield from _marks(blocks, texts)
    yield from _of_blocks(blocks)


def _levels(headings: list[Heading], first: int) -> Iterator[str]:
    if headings and headings[0].level != first:
        yield f"heading {headings[0].level} first, not {first}: {headings[0].text}"
    for before, after in pairwise(headings):
        if not first <= after.level <= before.level + 1:
            yield f"heading {after.level} after {before.level}: {after.text}"
    yield from (f"heading without text: {heading.anchor}" for heading in headings if not heading.text.strip())


def _anchors(blocks: tuple[Block, ...], texts: tuple[Inlines, ...]) -> Iterator[str]:
    headings = [block.anchor for block in blocks if isinstance(block, Heading) and block.anchor]
    landings = [part.anchor for parts in texts for part in parts if isinstance(part, Landing)]
    for anchor, count in Counter(headings + landings).items():
        if count > 1:
            yield f"anchor {count} times: {anchor}"
    for block in blocks:
        if isinstance(block, Contents):
            yield from _contents(block, set(headings))


def _contents(block: Contents, anchors: set[str]) -> Iterator[str]:
    above = _SECTION - 1
    for entry in block.entries:
        if entry.anchor not in anchors:
            yield f"entry leads nowhere: {entry.text}"
        if not _SECTION <= entry.level <= min(above + 1, _BELOW):
            yield f"entry of level {entry.level} after {above}: {entry.text}"
        above = entry.level


def _marks(blocks: tuple[Block, ...], texts: tuple[Inlines, ...]) -> Iterator[str]:
    lists = [block for block in blocks if isinstance(block, Notes)]
    if len(lists) > 1:
        yield f"notes in {len(lists)} places"
    known = len(lists[0].entries) if lists else 0
    marks = {part.number for parts in texts for part in parts if isinstance(part, NoteMark)}
    yield from (f"mark without note: {number}" for number in sorted(marks) if not 1 <= number <= known)


def _table(table: Table) -> Iterator[str]:
    columns = len(table.header)
    if not table.title.strip():
        yield f"table without title: {', '.join(table.header)}"
    if not 0 <= table.named_by < columns:
        yield f"table named by no column: {table.title}"
    if len(table.widths) != columns:
        yield f"table of {columns} columns with {len(table.widths)} widths: {table.title}"
    for number, row in enumerate(table.rows, 1):
        if len(row) != columns:
            yield f"row {number} of {len(row)} cells in {columns} columns: {table.title}"
