"""The parts of a source file with their comments: what the canonical form is written from."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Text:
    """A scalar. `style` is the mark it was written with: none, a quote, | or >; None stands for a plain null."""

    value: str | None
    style: str = ""


@dataclass(slots=True)
class Collection:
    """A mapping or a list. `below` holds the comments between its last entry and its end.

    `is_flow` is true for brackets that begin and end on one line.
    """

    is_mapping: bool
    is_flow: bool = False
    entries: list[Entry] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Entry:
    """A key with its value, an item of a list (no key), or the whole of a file (no key).

    `above` are the comments on lines of their own before it, where an empty text is a blank line; `beside` those
    behind its key or value.
    """

    key: Text | None = None
    value: Text | Collection = field(default_factory=lambda: Text(None))
    above: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)

    @property
    def is_bare(self) -> bool:
        """True if no comment stands at the entry or within it."""
        if self.beside or any(self.above):
            return False
        value = self.value
        return isinstance(value, Text) or (not value.below and all(entry.is_bare for entry in value.entries))
