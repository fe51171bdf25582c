"""A real handout with any number of steps: its step pages again and again, each time with anchors of their own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from pipeline.compose import COMPOSERS
from pipeline.document import (
    Band,
    Block,
    Break,
    Contents,
    Document,
    Entry,
    Figure,
    Heading,
    Table,
    Text,
    Together,
    walk,
)
from pipeline.scene import Scene
from pipeline.writers.look import Look
from tests.support.real import brief_for, look_of

_ACTOR = "stockholms-stad"
_SHARES = (0.1, 0.4, 0.3, 0.2)
_HEADER = ("Nr", "Steg", "Fas", "Leder till")

Blocks = tuple[Block, ...]


def look() -> Look:
    """What the build hands to the writer of handouts."""
    return look_of(brief_for("handout", _ACTOR))


def handout(steps: int) -> Document:
    """The handout with so many steps, in the contents and a table of all steps too; figures as composed."""
    content = _composed()
    front, pages, back = _parts(content.blocks)
    step_pages = [_anew(pages[number % len(pages)], number, steps, len(pages)) for number in range(steps)]
    entries = tuple(_entry(page) for page in step_pages)
    front = tuple(Contents((*block.entries, *entries)) if isinstance(block, Contents) else block for block in front)
    blocks = (*front, _table(entries), *(block for page in step_pages for block in page), *back)
    return replace(content, blocks=blocks)


def without_figures(document: Document, but: int = 0) -> Document:
    """The document with no other figures than its `but` highest ones: 1 keeps the map."""
    figures = [block for block in walk(document.blocks) if isinstance(block, Figure)]
    kept = sorted(figures, key=lambda figure: -figure.scene.size.height)[:but]
    return replace(document, blocks=tuple(_kept(document.blocks, kept)))


def _kept(blocks: Blocks, figures: Sequence[Figure]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Together):
            yield Together(tuple(_kept(block.blocks, figures)))
        elif not isinstance(block, Figure) or any(block is one for one in figures):
            yield block


@cache
def _composed() -> Document:
    content = COMPOSERS["handout"].compose(brief_for("handout", _ACTOR))
    assert isinstance(content, Document)
    return content


def _parts(blocks: Blocks) -> tuple[Blocks, list[Blocks], Blocks]:
    """What stands before the step pages, those pages, and what stands after them; a break begins each."""
    starts = [number for number, block in enumerate(blocks) if isinstance(block, Break)]
    firsts = [number for number in starts if isinstance(blocks[number + 1], Band)]
    end = next(number for number in (*starts, len(blocks)) if number > firsts[-1])
    pages = [blocks[start:stop] for start, stop in zip(firsts, (*firsts[1:], end), strict=True)]
    front = tuple(_without_steps(blocks[: firsts[0]], {_entry(page).anchor for page in pages}))
    return front, pages, blocks[end:]


def _without_steps(blocks: Blocks, steps: set[str]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Contents):
            yield Contents(tuple(entry for entry in block.entries if entry.anchor not in steps))
        else:
            yield block


def _entry(page: Blocks) -> Entry:
    heading = next(block for block in page if isinstance(block, Heading))
    return Entry(2, heading.text, heading.anchor)


def _anew(page: Blocks, number: int, steps: int, count: int) -> Blocks:
    """The page with the anchors of its round; the first round has those that the rest of the handout leads to.

    Links of a last round that is not whole lead to the round before, where every step is.
    """
    turn = number // count
    if not turn:
        return page
    own, whole = {block.anchor for block in walk(page) if isinstance(block, Heading)}, min(turn, steps // count - 1)
    steps_of = {_entry(one).anchor for one in _parts(_composed().blocks)[1]}
    names = {anchor: f"{anchor}-{whole}" if whole else anchor for anchor in steps_of}
    again: Blocks = _renamed(page, {**names, **{anchor: f"{anchor}-{turn}" for anchor in own if anchor}})
    return again


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    """Blocks and parts with other anchors; drawings are left as they are."""
    if isinstance(value, tuple):
        return tuple(_renamed(one, names) for one in value)
    if not is_dataclass(value) or isinstance(value, type | Scene):
        return value
    changed = {field.name: _renamed(getattr(value, field.name), names) for field in fields(value) if field.init}
    if "anchor" in changed:
        changed["anchor"] = names.get(changed["anchor"], changed["anchor"])
    return replace(value, **changed)


def _table(entries: Sequence[Entry]) -> Table:
    rows = tuple(
        tuple((Text(text),) for text in (str(number), entry.text, "Utredning och planering", str(number + 1)))
        for number, entry in enumerate(entries, 1)
    )
    return Table("Alla steg", _HEADER, rows, _SHARES)
