"""All mutations of all source files, and a fixed part of them that is spread evenly over kinds, slips and fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tests.diagnostics.mutations.keys import key_slips
from tests.diagnostics.mutations.layout_slips import block_slips, line_slips
from tests.diagnostics.mutations.mutation import Edit, Mutation
from tests.diagnostics.mutations.outline import SOURCES
from tests.diagnostics.mutations.values import value_slips

SHARES = {"value": 40, "key": 40, "line indented": 20}
USUAL_SHARE = 8
"""The part holds one of so many mutations of each kind, slip and field, and at least one.

Outside the actors' files a class holds all fields of a file, since few of them have more than a handful of values.
"""


def every() -> Iterator[Mutation]:
    """Each distinct mutation once."""
    seen: set[tuple[Edit, ...]] = set()
    for file in SOURCES:
        for slips in (value_slips, key_slips, line_slips, block_slips):
            for mutation in slips(file):
                if mutation.edits not in seen:
                    seen.add(mutation.edits)
                    yield mutation


def part() -> list[Mutation]:
    """The part that the tests run."""
    classes: dict[tuple[str, str, str], list[Mutation]] = defaultdict(list)
    for mutation in every():
        sheet, _, field = mutation.field.partition(":")
        classes[mutation.kind, mutation.slip, f"{sheet}:{field}" if sheet == "aktor" else sheet].append(mutation)
    chosen: list[Mutation] = []
    for (kind, _, _), members in classes.items():
        share = SHARES.get(kind, USUAL_SHARE)
        chosen += members[len(members) // 2 % share :: share]
    return chosen
