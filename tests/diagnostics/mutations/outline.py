"""The source files as a person sees them: values, keys and blocks of lines, found by PyYAML's composer alone.

Nothing of `pipeline` is used here, so that what is asked of the program does not come from the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[3]
SOURCES: dict[str, str] = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "sources").rglob("*.yaml"))
    if not path.name.endswith(".lock.yaml")  # the program's own; a fault there is a warning
}
ACTOR_FILES = tuple(path for path in SOURCES if "/aktorer/" in path)

Path_ = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A value (or an empty list) as it is written: where it begins and ends in the file, and on which lines."""

    file: str
    path: Path_
    start: int
    end: int
    line: int  # counted from 0, as all lines in this package
    last: int
    value: str | None  # None for a list
    key_start: int  # of its own key, -1 for an entry of a list
    key_line: int

    @property
    def field(self) -> str:
        """The path with [] for every index: the name of the field."""
        return field_of(self.path)

    @property
    def written(self) -> str:
        """The text as it stands in the file."""
        return SOURCES[self.file][self.start : self.end]


@dataclass(frozen=True, slots=True)
class Block:
    """A key with its value, or an entry of a list, as whole lines. `first` of an entry is the line with the dash."""

    file: str
    path: Path_
    first: int
    last: int
    indent: int  # columns before the key or the dash
    is_entry: bool
    parent: Path_

    @property
    def field(self) -> str:
        """The path with [] for every index."""
        return field_of(self.path)


def field_of(path: Path_) -> str:
    """A path as the name of a field: `steg[].pilar[].till`."""
    text = "".join("[]" if isinstance(name, int) else f".{name}" for name in path)
    return text.lstrip(".")


@cache
def lines(file: str) -> tuple[str, ...]:
    """The lines of a file, each with its end."""
    return tuple(SOURCES[file].splitlines(keepends=True))


@cache
def line_starts(file: str) -> tuple[int, ...]:
    """Where each line begins, and at the end where the file ends."""
    starts = [0]
    for line in lines(file):
        starts.append(starts[-1] + len(line))
    return tuple(starts)


@cache
def plain(file: str) -> Any:
    """The file as dict, list and text."""
    return load(SOURCES[file])


def load(text: str) -> Any:
    """A text as dict, list and text; every scalar stays text, an empty one is None."""
    return yaml.load(text, _Loader)  # a loader that makes nothing but texts


class _Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]  # chosen when imported
    """Texts only, as BaseLoader, but empty plain scalars are None; a key twice is refused."""

    def construct_scalar(self, node: Any) -> Any:
        return None if not node.style and node.value in {"", "~", "null"} else node.value

    def construct_object(self, node: Any, deep: bool = False) -> Any:
        if isinstance(node, yaml.MappingNode):
            keys = [self.construct_scalar(key) for key, _ in node.value]
            if len(set(keys)) < len(keys):
                raise yaml.YAMLError("twice")
            return {key: self.construct_object(value) for key, (_, value) in zip(keys, node.value, strict=True)}
        if isinstance(node, yaml.SequenceNode):
            return [self.construct_object(entry) for entry in node.value]
        return self.construct_scalar(node)


@cache
def _root(file: str) -> Any:
    return yaml.compose(SOURCES[file], yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader)


@cache
def spots(file: str) -> tuple[Spot, ...]:
    """Every text, and every list without entries."""
    return tuple(_spots(file, _root(file), (), None))


def _spots(file: str, node: Any, path: Path_, key: Any) -> Iterator[Spot]:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _spots(file, value, (*path, name.value), name)
    elif isinstance(node, yaml.SequenceNode) and node.value:
        for at, entry in enumerate(node.value):
            yield from _spots(file, entry, (*path, at), None)
    else:
        start, end = node.start_mark, node.end_mark
        value = node.value if isinstance(node, yaml.ScalarNode) else None
        key_start, key_line = (key.start_mark.index, key.start_mark.line) if key else (-1, start.line)
        yield Spot(file, path, start.index, end.index, start.line, end.line, value, key_start, key_line)


@cache
def blocks(file: str) -> tuple[Block, ...]:
    """Every key with its lines and every entry with its lines, where they stand on lines of their own."""
    return tuple(_blocks(file, _root(file), (), 0))


def _blocks(file: str, node: Any, path: Path_, after: int) -> Iterator[Block]:
    if node.start_mark.line < after or getattr(node, "flow_style", False):
        return
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            below = (*path, name.value)
            yield Block(file, below, name.start_mark.line, _last(value, name), name.start_mark.column, False, path)
            yield from _blocks(file, value, below, 0)
    elif isinstance(node, yaml.SequenceNode):
        for at, entry in enumerate(node.value):
            below, mark = (*path, at), entry.start_mark
            yield Block(file, below, mark.line, _last(entry, entry), mark.column - 2, True, path)
            yield from _blocks(file, entry, below, 0)


def _last(node: Any, above: Any) -> int:
    """The last line that a node stands on: the composer's own mark lies beyond the line break."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return max(int(node.end_mark.line), int(above.start_mark.line))
    end = node.value[-1]
    return _last(*reversed(end)) if isinstance(end, tuple) else _last(end, end)


@cache
def block_at(file: str) -> dict[Path_, Block]:
    """The blocks by their paths."""
    return {block.path: block for block in blocks(file)}


@cache
def innermost(file: str) -> tuple[Block | None, ...]:
    """For each line the smallest block that it belongs to."""
    found: list[Block | None] = [None] * len(lines(file))
    for block in blocks(file):  # outer blocks come first
        for line in range(block.first, block.last + 1):
            found[line] = block
    return tuple(found)
