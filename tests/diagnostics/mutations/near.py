"""Where else a fault may be told, by the sort of what was changed: at what refers to it, or beside what it needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from tests.diagnostics.mutations.fields import FIELDS, sheet
from tests.diagnostics.mutations.mutation import Line
from tests.diagnostics.mutations.outline import (
    ACTOR_FILES,
    SOURCES,
    Block,
    Path_,
    Spot,
    block_at,
    blocks,
    innermost,
    lines,
    spots,
)

# Keys of a step that must agree with each other.
OF_ENDS = ("form", "ande", "pilar", "processkoppling", "id", "titel", "kort")
OF_ARROWS = ("form", "pilar", "id", "titel", "kort")
OF_PHASE = ("fas", "pilar")


def near_value(spot: Spot) -> frozenset[Line]:
    """The lines, besides its own, where a changed value may be told."""
    return frozenset((*_referring(spot), *_agreeing(spot), *_same(spot), *_dates(spot)))


@cache
def referring() -> dict[tuple[str, str], list[Line]]:
    """The lines that name an id, by its sort and the id."""
    found: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for file in SOURCES:
        for spot in spots(file):
            sort = FIELDS[f"{sheet(file)}:{spot.field}"][0]
            if spot.value is not None:
                found[sort, spot.value].append((file, spot.line))
    return found


def _referring(spot: Spot) -> Iterable[Line]:
    """What names this id: references to a step, a source, an actor, a phase."""
    name = f"{sheet(spot.file)}:{spot.field}"
    sorts = {
        "aktor:steg[].id": "step",
        "kallor:kallor[].id": "source",
        "aktor:id": "actor",
        "faser:faser[].nr": "number",
    }
    if name in sorts and spot.value:
        yield from referring().get((sorts[name], spot.value), ())
    if name == "begrepp:ordlista[].term" and spot.value:
        # An abbreviation that is no longer explained is told where it is used.
        yield from ((file, at) for file in ACTOR_FILES for at, line in enumerate(lines(file)) if spot.value in line)
    if name == "aktor:prefix":
        yield from ((spot.file, step.line) for step in spots(spot.file) if step.field == "steg[].id")


def _agreeing(spot: Spot) -> Iterator[Line]:
    """Keys of the same step that this one must agree with."""
    keys = {"form": OF_ENDS, "ande": OF_ENDS, "pilar": OF_ARROWS, "fas": OF_PHASE, "processkoppling": OF_ENDS}
    if spot.file in ACTOR_FILES and len(spot.path) >= 3:
        yield from of_step(spot.file, spot.path[:2], keys.get(str(spot.path[2]), ()))
    if spot.field == "steg[].fas":
        yield from around_phase(spot.file, spot.path)


def around_phase(file: str, path: Path_) -> Iterator[Line]:
    """The phases of the steps before and after, and the arrows that lead to this step."""
    at = path[1]
    for other in (at - 1, at + 1) if isinstance(at, int) else ():
        yield from of_step(file, ("steg", other), ("fas",))
    name = next((spot.value for spot in spots(file) if spot.path == (*path[:2], "id")), None)
    yield from referring().get(("step", name or ""), ())


def of_step(file: str, step: Path_, keys: Iterable[str]) -> Iterator[Line]:
    """All lines of these keys of a step."""
    for key in keys:
        if block := block_at(file).get((*step, key)):
            yield from ((file, line) for line in range(block.first, block.last + 1))


def _same(spot: Spot) -> Iterator[Line]:
    """What must differ from this value, or agree with it, in the same map or list."""
    sort = FIELDS[f"{sheet(spot.file)}:{spot.field}"][0]
    if spot.field in {"steg[].kort", "former[].id"} or sort == "mark":
        siblings = spot.path[:-2] if sort == "mark" else ()
        yield from (
            (spot.file, other.line)
            for other in spots(spot.file)
            if other.field == spot.field and other.path[: len(siblings)] == siblings
        )
    if spot.field.endswith((".aktor", ".steg", ".sort")) and spot.key_start >= 0:
        # An actor and its step are named together, a sort and its formats.
        above = spot.path[:-1]
        yield from ((spot.file, other.line) for other in spots(spot.file) if other.path[: len(above)] == above)


def _dates(spot: Spot) -> Iterator[Line]:
    """Dates are compared with each other."""
    if FIELDS[f"{sheet(spot.file)}:{spot.field}"][0] == "day":
        others = (other for other in spots(spot.file) if FIELDS[f"{sheet(spot.file)}:{other.field}"][0] == "day")
        yield from ((spot.file, other.line) for other in others)


def near_block(block: Block) -> frozenset[Line]:
    """The lines where it may be told that a block was changed, lost or moved."""
    found = {(block.file, line) for line in range(block.first, block.last + 1)}
    found |= set(near_place(block.file, block.first)) | set(near_place(block.file, block.last + 1))
    for spot in spots(block.file):
        if spot.path[: len(block.path)] == block.path:
            found |= near_value(spot)
    return frozenset((*found, *_around(block), *_same_key_beside(block)))


def _around(block: Block) -> set[Line]:
    """The beginnings of what holds the block, the siblings beside it, and what its step must agree with."""
    below, found = block_at(block.file), {(block.file, blocks(block.file)[0].first)}
    for length in range(1, len(block.path)):
        if outer := below.get(block.path[:length]):
            found.add((block.file, outer.first))
    siblings = [other for other in blocks(block.file) if other.parent == block.parent]
    at = siblings.index(block)
    for other in siblings[max(at - 1, 0) : at + 2]:
        found |= {(block.file, line) for line in range(other.first, other.last + 1)}
    if block.file in ACTOR_FILES and block.path[0] == "steg" and len(block.path) >= 2:
        keys = OF_ENDS if len(block.path) == 2 or block.path[2] in OF_ENDS else ()
        found |= set(of_step(block.file, block.path[:2], keys))
        if len(block.path) == 2:
            found |= set(around_phase(block.file, block.path))
    return found


def _same_key_beside(block: Block) -> Iterator[Line]:
    """The same key in the step before and after: what slips out of one is there twice in the other."""
    below = block_at(block.file)
    for length, name in enumerate(block.path):
        for by in (-1, 1) if isinstance(name, int) else ():
            if other := below.get((*block.path[:length], int(name) + by, *block.path[length + 1 :])):
                yield (block.file, other.first)


def near_lines(file: str, *numbers: int) -> frozenset[Line]:
    """As for the smallest blocks that these lines belong to."""
    found: set[Line] = set()
    for line in numbers:
        block = innermost(file)[line]
        found |= near_place(file, line) | (near_block(block) if block else frozenset())
    return frozenset(found)


def near_move(block: Block, places: Iterable[Line]) -> frozenset[Line]:
    """As for the block, and round the places where it now stands."""
    found = near_block(block).union(*(near_place(*place) for place in places))
    if len(block.path) == 2 and block.path[0] == "steg":
        # A step brings its phase along: the step that now follows may be the one that is out of order.
        found |= {line for file, at in places for line in _next_phase(file, at)}
    return found


def _next_phase(file: str, line: int) -> Iterator[Line]:
    """The line with the phase of the step that begins at a line or after it."""
    yield from ((file, spot.line) for spot in spots(file) if spot.field == "steg[].fas" and 0 <= spot.line - line < 6)


def near_place(file: str, line: int) -> frozenset[Line]:
    """The lines on both sides of a place, and the beginning of what holds it."""
    found = {(file, at) for at in (line - 1, line, line + 1) if 0 <= at < len(lines(file))}
    for at in (line - 1, line):
        block = innermost(file)[at] if 0 <= at < len(lines(file)) else None
        for length in range(1, len(block.path) + 1) if block else ():
            if outer := block_at(file).get(block.path[:length]):
                found.add((file, outer.first))
    return frozenset(found)
