"""Slips with whole lines and blocks: deleted, doubled, moved, indented by a space or two."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tests.diagnostics.mutations.fields import sheet
from tests.diagnostics.mutations.mutation import Edit, Mutation
from tests.diagnostics.mutations.near import near_block, near_lines, near_move
from tests.diagnostics.mutations.outline import (
    ACTOR_FILES,
    SOURCES,
    Block,
    Path_,
    block_at,
    blocks,
    innermost,
    line_starts,
    lines,
)

SHIFTS = (1, 2, -1, -2)


def line_slips(file: str) -> Iterator[Mutation]:
    """Each line deleted, doubled, moved one down, and indented otherwise."""
    starts = line_starts(file)
    for at, line in enumerate(lines(file)):
        block = innermost(file)[at]
        path = block.path if block else ()
        part = _part(file, at, block)
        name = f"{sheet(file)}:{block.field if block else ''}"
        start, end = starts[at], starts[at + 1]
        near = partial(near_lines, file, at)
        yield Mutation("line deleted", part, name, path, (Edit(file, start, end, ""),), None, near)
        yield Mutation("line doubled", part, name, path, (Edit(file, end, end, line),), None, near)
        if at + 2 < len(starts):
            swapped = lines(file)[at + 1] + line
            both = partial(near_lines, file, at, at + 1)
            yield Mutation("line moved", part, name, path, (Edit(file, start, starts[at + 2], swapped),), None, both)
        for shift in SHIFTS:
            if edit := _shifted(file, start, line, shift):
                yield Mutation("line indented", f"{part}, {shift:+}", name, path, (edit,), None, near)


def _part(file: str, at: int, block: Block | None) -> str:
    """What a line is: comment, key, entry, key and entry at once, or the rest of a text."""
    if block is None:
        return "comment"
    if at != block.first:
        return "rest of a text"
    text = lines(file)[at].lstrip()
    if text.startswith("#"):
        return "comment"
    if not text.startswith("- "):
        return "key"
    return "entry" if block.is_entry else "entry with key"


def _shifted(file: str, start: int, line: str, shift: int) -> Edit | None:
    if shift > 0:
        return Edit(file, start, start, " " * shift)
    return Edit(file, start, start - shift, "") if line.startswith(" " * -shift) else None


def block_slips(file: str) -> Iterator[Mutation]:
    """Each block of several lines, and each entry, moved, doubled, deleted or indented."""
    for block in blocks(file):
        name = f"{sheet(file)}:{block.field}"
        for slip, edits, places in _moves(block):
            near = partial(near_move, block, places)
            yield Mutation("block moved", slip, name, block.path, edits, None, near)
        if block.last > block.first:
            near = partial(near_block, block)
            start, end = _span(block)
            text = SOURCES[file][start:end]
            yield Mutation("block deleted", "whole", name, block.path, (Edit(file, start, end, ""),), None, near)
            yield Mutation("block doubled", "whole", name, block.path, (Edit(file, end, end, text),), None, near)
            for shift in SHIFTS:
                shifts = [
                    _shifted(file, line_starts(file)[at], lines(file)[at], shift)
                    for at in range(block.first, block.last + 1)
                ]
                edits = tuple(edit for edit in shifts if edit)
                if len(edits) == len(shifts):
                    yield Mutation("block indented", f"{shift:+}", name, block.path, edits, None, near)


def _span(block: Block) -> tuple[int, int]:
    starts = line_starts(block.file)
    return starts[block.first], starts[block.last + 1]


Move = tuple[str, tuple[Edit, ...], tuple[tuple[str, int], ...]]


def _moves(block: Block) -> Iterator[Move]:
    """The block taken out and put elsewhere: the slip, its edits, and where it now stands (file and line)."""
    start, end = _span(block)
    text = SOURCES[block.file][start:end]
    out = Edit(block.file, start, end, "")
    for slip, file, at in _goals(block):
        place = line_starts(file)[at]
        if file != block.file or not start <= place <= end:
            yield slip, (out, Edit(file, place, place, text)), ((file, at),)


def _goals(block: Block) -> Iterator[tuple[str, str, int]]:
    """Where a block may be moved by mistake: the slip, a file, and the line before which it then stands."""
    below = block_at(block.file)
    siblings = [other for other in blocks(block.file) if other.parent == block.parent]
    at = siblings.index(block)
    if block.is_entry and at + 1 < len(siblings):
        yield "one place down", block.file, siblings[at + 1].last + 1
    if block.is_entry and len(siblings) > 3:
        far = siblings[(at + len(siblings) // 2) % len(siblings)]
        yield "to another place of its list", block.file, far.first
    if block.path[0] != "steg" or len(block.path) < 2:
        return
    step = block.path[1]
    for slip, goal in (
        ("to the next step", _shift(block.path, step, 1)),
        ("to the step before", _shift(block.path, step, -1)),
    ):
        if len(block.path) > 2 and (end := _end_of(below, goal, block)) is not None:
            yield slip, block.file, end
    for other in ACTOR_FILES:
        if other == block.file:
            continue
        goal = ("steg", 2, *block.path[2:]) if len(block.path) > 2 else ("steg", 0)
        if (end := _end_of(block_at(other), goal, block)) is not None:
            yield "to another actor's file", other, end
            return


def _shift(path: Path_, step: str | int, by: int) -> Path_:
    return (path[0], int(step) + by, *path[2:])


def _end_of(below: dict[Path_, Block], goal: Path_, block: Block) -> int | None:
    """The line after the list (of an entry) or the mapping (of a key) at the same place of another step."""
    parent = below.get(goal[:-1])
    if parent is None or (block.is_entry and parent.last == parent.first):
        return None
    return parent.last + 1
