"""From the parts of a file to its lines in canonical form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.reading.canonical.form import form_below, is_plain_by_form
from pipeline.reading.canonical.parts import Collection, Entry, Text
from pipeline.reading.canonical.scalars import LINE_LENGTH, lines, one_line

_STEP = "  "
_BESIDE = "  "  # between a value and the comment behind it


def written(root: Entry, tail: list[str], form: Any) -> str:
    """The text of a file; `form` is the class of what it holds, None for none."""
    found = [*_remarks(root.above, ""), *_whole(root, form), *_remarks(tail, "")]
    while found and not found[0]:
        found.pop(0)
    return "\n".join(found) + "\n"


def _whole(root: Entry, form: Any) -> Iterator[str]:
    value = root.value
    if isinstance(value, Collection) and not _flow(root, form, 0):
        yield from _remarks(root.beside, "")
        yield from _block(value, form, "")
    else:
        yield from _remarks(root.beside[:-1], "")
        yield from _one("", root, form, "")
        yield from _remarks(value.below if isinstance(value, Collection) else [], "")


def _remarks(comments: list[str], margin: str) -> Iterator[str]:
    yield from (comment and margin + comment for comment in comments)


def _block(collection: Collection, form: Any, margin: str) -> Iterator[str]:
    for entry in collection.entries:
        below = form_below(form, collection, entry)
        yield from _remarks(_lead(entry, below, len(margin)), margin)
        yield from _entry(entry, below, margin)
    yield from _remarks(collection.below, margin)


def _entry(entry: Entry, form: Any, margin: str) -> Iterator[str]:
    """A key or a dash with its value, without the comments above."""
    head = margin + _head(entry)
    value = entry.value
    if not _opens_block(entry, form, len(margin)) or isinstance(value, Text):
        yield from _one(head + " ", entry, form, margin)
    elif entry.key:
        yield _with_remark(head, entry)
        # The dashes of a list stand under its key.
        yield from _block(value, form, margin + (_STEP if value.is_mapping else ""))
    else:
        yield from _compact(value, form, margin)


def _compact(value: Collection, form: Any, margin: str) -> Iterator[str]:
    """A collection within a list: its first entry stands behind the dash."""
    inner = margin + _STEP
    first = value.entries[0]
    begun = _entry(first, form_below(form, value, first), inner)
    yield margin + "- " + next(begun)[len(inner) :]
    yield from begun
    rest = Collection(value.is_mapping, False, value.entries[1:], value.below)
    yield from _block(rest, form, inner)


def _head(entry: Entry) -> str:
    return one_line(entry.key) + ":" if entry.key else "-"


def _opens_block(entry: Entry, form: Any, indent: int) -> bool:
    """True if the value takes lines of its own, below a key or behind a dash."""
    return isinstance(entry.value, Collection) and not _flow(entry, form, indent + len(_head(entry)) + 1)


def _lead(entry: Entry, form: Any, indent: int) -> list[str]:
    """All comments that stand above an entry: also those for which there is no place beside it or within it."""
    opens_block = _opens_block(entry, form, indent)
    value = entry.value
    is_compact = opens_block and not entry.key
    found = [*entry.above, *(entry.beside if is_compact else entry.beside[:-1])]
    if is_compact and isinstance(value, Collection):
        first = value.entries[0]
        found += filter(None, _lead(first, form_below(form, value, first), indent + len(_STEP)))
    elif not opens_block and isinstance(value, Collection):
        found += value.below
    return found


def _one(head: str, entry: Entry, form: Any, margin: str) -> Iterator[str]:
    """A head with a text, or with a collection in brackets; the comment beside it ends the last line."""
    if isinstance(entry.value, Collection):
        yield _with_remark(head + _flow(entry, form, len(head)), entry)
        return
    inner = margin + _STEP
    first, *rest = lines(entry.value, len(inner), len(head), _is_typed(form, entry.value))
    rest = [line and inner + line for line in rest]
    if first[:1] in {"|", ">"}:
        yield from (_with_remark(head + first, entry), *rest)
    else:
        *before, last = (head + first, *rest)
        yield from (*before, _with_remark(last, entry))


def _with_remark(line: str, entry: Entry) -> str:
    return f"{line}{_BESIDE}{entry.beside[-1]}" if entry.beside else line


def _flow(entry: Entry, form: Any, column: int) -> str:
    """A collection in brackets, if it was written so, on one line, and fits on it; else nothing."""
    value = entry.value
    if isinstance(value, Text):
        return ""
    if not value.entries:
        return "{}" if value.is_mapping else "[]"
    if not value.is_flow or value.below or not all(below.is_bare for below in value.entries):
        return ""
    text = _bracketed(value, form)
    return text if column + len(text) <= LINE_LENGTH else ""


def _bracketed(value: Collection, form: Any) -> str:
    parts = [_flow_part(entry, form_below(form, value, entry)) for entry in value.entries]
    return "{" + ", ".join(parts) + "}" if value.is_mapping else "[" + ", ".join(parts) + "]"


def _flow_part(entry: Entry, form: Any) -> str:
    value = entry.value
    if isinstance(value, Collection):
        text = _bracketed(value, form)
    else:
        text = one_line(value, in_flow=True, is_typed=_is_typed(form, value))
    return f"{one_line(entry.key, in_flow=True)}: {text}" if entry.key else text


def _is_typed(form: Any, text: Text) -> bool:
    return text.value is not None and is_plain_by_form(form, text.value)
