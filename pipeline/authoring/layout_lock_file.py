"""The file of a map's lock: one line for each step, column and row, so that a change of one changes few lines."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import LayoutLock
from pipeline.values import FILE_WORD, ORIGIN_KEY, Value

_Plain = str | int | float | bool | None


def lock_bytes(lock: LayoutLock, head: str) -> bytes:
    """The file of a lock, after a comment; equal locks and comments give equal bytes. Key order is the model's."""
    comment = (f"# {line}" for line in head.strip().splitlines())
    return ("\n".join([*comment, *_entries(lock)]) + "\n").encode()


def _entries(value: Value) -> Iterator[str]:
    """The lines of a value; what is as it would be if left out is left out."""
    for key, held in _told(value):
        if not isinstance(held, tuple):
            yield f"{key}: {_scalar(held)}"
        elif entries := [one for one in held if isinstance(one, Value)]:
            yield f"{key}:"
            for one in entries:
                yield from _entry(one)
        else:
            yield f"{key}: [{', '.join(map(_scalar, held))}]"


def _entry(value: Value) -> Iterator[str]:
    """An entry of a list: on one line, or over several where it holds lists itself."""
    told = list(_told(value))
    if not any(isinstance(held, tuple) for _, held in told):
        yield "- {" + ", ".join(f"{key}: {_scalar(held)}" for key, held in told) + "}"
        return
    for number, line in enumerate(_entries(value)):
        yield f"  {line}" if number else f"- {line}"


def _told(value: Value) -> Iterator[tuple[str, _Plain | tuple[Value | _Plain, ...]]]:
    for name, field in type(value).model_fields.items():
        held = getattr(value, name)
        if field.alias != ORIGIN_KEY and (field.is_required() or held != field.default):
            yield field.alias or name, held


def _scalar(value: object) -> str:
    """A text in quotes unless it is one plain word, a number without needless decimals (four at most)."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    text = str(value)
    return text if FILE_WORD.fullmatch(text) else "'" + text.replace("'", "''") + "'"
