"""The texts of blocks, looked for in the element that should hold them: each of them, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.document import (
    Band,
    Block,
    Contents,
    Definitions,
    Heading,
    Index,
    Inlines,
    Jump,
    Landing,
    NoteMark,
    Table,
    Web,
    running_text,
    walk,
)
from pipeline.writers.html.gate.opened import Element, squeezed
from pipeline.writers.written import Finding, Part

_TOLD = 60


def missing(place: Element | None, *runs: tuple[Block, ...]) -> Iterator[Finding]:
    """Texts of the runs that the place lacks or holds in another order, and links and anchors that it lacks.

    Each run is looked for by itself: where the runs stand beside each other is the writer's affair.
    """
    for run in runs:
        blocks = tuple(walk(run))
        yield from in_order(place, [text for block in blocks for text in _said(block)])
        if place is not None:
            yield from _links(place, blocks)


def in_order(place: Element | None, texts: Iterable[str]) -> Iterator[Finding]:
    """The first text that does not follow those before it; between them may stand what the writer adds."""
    read, at = "" if place is None else squeezed("".join(map(str, place.itertext()))), 0
    for text in texts:
        wanted = squeezed(text)
        found = read.find(wanted, at)
        if found < 0:
            name = "" if place is None else str(place.get("id") or place.tag)
            yield Finding("words_missing", f"{name}: {text[:_TOLD]}", Part.WORDS)
            return
        at = found + len(wanted)


def _said(block: Block) -> Iterator[str]:
    """The words of a block itself, piece by piece as they are read."""
    match block:
        case Heading(_, text):
            yield text
        case Band(number, text, detail):
            yield from (number, text, detail)
        case Definitions(pairs):
            for name, parts in pairs:
                yield name
                yield from pieces(parts)
        case Contents(entries):
            yield from (entry.text for entry in entries)
        case Index(groups):
            for group in groups:
                yield from (group.letter, *(entry.text for entry in group.entries))
        case Table():
            yield from (block.title, *block.header)
            yield from (piece for row in block.rows for cell in row for piece in pieces(cell))
        case _:
            yield from (piece for parts in running_text(block) for piece in pieces(parts))


def pieces(parts: Inlines) -> Iterator[str]:
    """The words of inline parts in one piece; after a link out the writer may say that it leads out."""
    piece = ""
    for part in parts:
        piece += str(part.number) if isinstance(part, NoteMark) else part.text
        if isinstance(part, Web):
            yield piece
            piece = ""
    yield piece


def _links(place: Element, blocks: tuple[Block, ...]) -> Iterator[Finding]:
    """Every link of the blocks is there with its words, and every place in them that one may land on."""
    found = [(str(link.get("href")), squeezed("".join(map(str, link.itertext())))) for link in place.iter("a")]
    known = {one.get("id") for one in place.iter()}
    for block in blocks:
        for part in (part for parts in running_text(block) for part in parts):
            match part:
                case Jump(text, anchor) if anchor:
                    yield from _lost(found, f"#{anchor}", text)
                case Web(text, address):
                    yield from _lost(found, address, text)
                case Landing(_, anchor) if anchor not in known:
                    yield Finding("place_missing", anchor, Part.WORDS)
                case _:
                    pass
        if isinstance(block, Heading) and block.anchor and block.anchor not in known:
            yield Finding("place_missing", block.anchor, Part.WORDS)


def _lost(found: list[tuple[str, str]], target: str, text: str) -> Iterator[Finding]:
    if not any(href == target and squeezed(text) in told for href, told in found):
        yield Finding("link_lost", f"{text[:_TOLD]} -> {target[:_TOLD]}", Part.WORDS)
