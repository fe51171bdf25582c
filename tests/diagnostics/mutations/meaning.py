"""What a slip that nothing was said of made of the content: what the person meant, or something else without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.diagnostics.mutations.mutation import Mutation
from tests.diagnostics.mutations.outline import Path_, field_of, plain

SAME = "the same programme"
AS_WRITTEN = "another programme, as it was written"
LEFT_OUT = "something optional less"
FEWER = "an entry or a whole part less"
SHORTER = "a text without one of its lines"
ELSEWHERE = "the same texts in another order or place"
OTHER = "a text that nobody wrote"

Leaf = tuple[str, str | None]


def became(mutation: Mutation, after: dict[str, Any]) -> tuple[str, bool]:
    """How the content now differs, and if that is what the slip wrote."""
    old, new = _all({file: plain(file) for file in after}), _all(after)
    lost, come = old - new, new - old
    if not lost and not come:
        return ELSEWHERE, True
    if mutation.kind == "value":
        return _value(mutation, lost, come)
    if _texts(lost) == _texts(come) and "moved" in mutation.kind:
        return ELSEWHERE, True
    if not come:
        under = field_of(mutation.path)
        is_of_block = all(field.partition(":")[2].startswith(under) for field, _ in lost)
        is_deletion = mutation.slip == "a sign before" or "deleted" in mutation.kind
        return (FEWER if "[]" in under[-2:] else LEFT_OUT), is_of_block and is_deletion
    if mutation.kind == "line deleted" and mutation.slip == "rest of a text" and len(lost) == len(come) == 1:
        return SHORTER, True
    return f"{OTHER}: {sorted(map(str, come))[0][:100]}", False


def _value(mutation: Mutation, lost: Counter[Leaf], come: Counter[Leaf]) -> tuple[str, bool]:
    """One value may have become what was written instead, or nothing where it may be left out."""
    is_one = sum(lost.values()) <= 1 and sum(come.values()) <= 1
    texts = [text for _, text in come]
    if is_one and (not texts or texts == [None]):
        return LEFT_OUT, mutation.meant in {None, "null", "~"}
    if is_one and mutation.meant is not None and _words(texts[0]) == _words(mutation.meant):
        return AS_WRITTEN, True
    return f"{OTHER}: {texts[:1]}", False


def _words(text: str | None) -> list[str]:
    return (text or "").split()


def _texts(leaves: Counter[Leaf]) -> Counter[str | None]:
    found: Counter[str | None] = Counter()
    for (_, text), count in leaves.items():
        found[text] += count
    return found


def _all(files: dict[str, Any]) -> Counter[Leaf]:
    return Counter(leaf for file, content in files.items() for leaf in _leaves(content, (f"{file}:",)))


def _leaves(content: Any, path: Path_) -> Iterator[Leaf]:
    if isinstance(content, dict):
        for key, value in content.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(content, list):
        for value in content:
            yield from _leaves(value, (*path, 0))
    else:
        yield f"{path[0]}{field_of(path[1:])}", content
