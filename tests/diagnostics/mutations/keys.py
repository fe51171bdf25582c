"""Slips in one key: misspelled, taken for its neighbour, or without its colon."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from zlib import crc32

from tests.diagnostics.mutations.fields import sheet
from tests.diagnostics.mutations.mutation import Edit, Mutation
from tests.diagnostics.mutations.near import near_block
from tests.diagnostics.mutations.outline import Block, blocks, line_starts


def key_slips(file: str) -> Iterator[Mutation]:
    """Every slip in every key of a file."""
    for block in blocks(file):
        if block.is_entry:
            continue
        key = str(block.path[-1])
        name = f"{sheet(file)}:{block.field}"
        start = line_starts(file)[block.first] + block.indent
        for slip, written in _slips(key, block, file):
            end = start + len(key) + 1
            yield Mutation(
                "key", slip, name, block.path, (Edit(file, start, end, written),), None, partial(near_block, block)
            )


def _slips(key: str, block: Block, file: str) -> Iterator[tuple[str, str]]:
    """The name of the slip, and what is written instead of the key and its colon."""
    at = 1 + crc32(key.encode()) % max(len(key) - 2, 1)
    for slip, written in (
        ("letter lost", key[:at] + key[at + 1 :]),
        ("letter doubled", key[: at + 1] + key[at:]),
        ("letters swapped", key[: at - 1] + key[at : at + 1] + key[at - 1] + key[at + 1 :]),
        ("last letter lost", key[:-1]),
        ("capital", key.capitalize()),
        ("dotted letter", key.replace("a", "\u00e4", 1)),
        ("space for underscore", key.replace("_", " ")),
        ("emptied", ""),
        ("in quotes", f'"{key}"'),
        ("space before the colon", f"{key} "),
        ("a sign before", f"#{key}"),
    ):
        if written != key:
            yield slip, f"{written}:"
    yield "no colon", key
    yield "semicolon", f"{key};"
    for sibling in _siblings(block, file):
        yield "the neighbour's key", f"{sibling}:"


def _siblings(block: Block, file: str) -> list[str]:
    keys = [str(other.path[-1]) for other in blocks(file) if other.parent == block.parent and not other.is_entry]
    at = keys.index(str(block.path[-1]))
    return [*keys[max(at - 1, 0) : at], *keys[at + 1 : at + 2]]
