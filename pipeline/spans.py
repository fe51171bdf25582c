"""Places in source files: where a value was written, so that a fault can name it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line and a column in a file, both counted from 1; prints as file:line:column.

    Line 0 means the file itself, for example one that is missing; it prints as the name alone.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """As editors and terminals write it."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(slots=True, eq=False)
class Marks:
    """The places of a mapping or list read from a file: of itself, of its keys and of what is below it.

    What is below is named by key in a mapping and by index in a list. Places are kept as (line, column), because
    a file has thousands and a fault asks for one. Marks never take part in comparing two values: any marks equal
    any other, so that the same text read from two files is the same value.
    """

    file: str = ""
    line: int = 0
    column: int = 0
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    values: dict[str | int, tuple[int, int]] = field(default_factory=dict)
    below: dict[str | int, Marks] = field(default_factory=dict)

    def __eq__(self, other: object) -> bool:
        """Any marks equal any other."""
        return isinstance(other, Marks)

    def __hash__(self) -> int:
        """One for all, since all are equal."""
        return 0

    @property
    def here(self) -> Place:
        """Where the mapping or list itself begins."""
        return Place(self.file, self.line, self.column)

    def at(self, *path: str | int) -> Place:
        """Place of the value at the path, or of the nearest node above it that was written."""
        node = self
        for name in path:
            deeper = node.below.get(name)
            if deeper is None:
                return Place(self.file, *node.values.get(name, (node.line, node.column)))
            node = deeper
        return node.here

    def key(self, name: str) -> Place:
        """Place of a key of this mapping, or of the mapping itself where the key is not written."""
        return Place(self.file, *self.keys.get(name, (self.line, self.column)))
