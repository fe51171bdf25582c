"""How far a value reaches and what it is called: the end and the path of what a finding points at.

A finding has only a beginning. Here the YAML events of its file are walked once more, and only when a frame or a format
asks, so that reading itself need not remember ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.error import YAMLError

from pipeline.reading.folder import SUFFIX
from pipeline.reading.text_gate import TextGate
from pipeline.reading.yaml_tree import DEPTH_LIMIT, FILE_LIMIT, NODE_LIMIT, PARSERS

_SOURCES = "sources/"
_LINE_END = re.compile(r"\r\n|\r|\n")
# From a place inside a text: the rest of the word, without a comma or full stop after it; else one character.
_WORD = re.compile(r"\S*\w|\S")
_ONE_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Extent:
    """What begins at a place: where it ends (line and column from 1, the column exclusive), and its path.

    `is_word` is true for a key or a value of one word, which another word can replace from here to the end.
    """

    line: int
    column: int
    path: str
    is_word: bool = False


@dataclass(frozen=True, slots=True)
class _Node:
    """A key, text, mapping or list by its first and last index in the text; `key` is its text if it is a key."""

    start: int
    end: int
    path: str
    key: str | None = None
    is_text: bool = True


class _Open:
    """A mapping or list whose end has not come. `key` is the key that waits for its value."""

    __slots__ = ("end", "is_mapping", "is_mark", "key", "length", "path", "start")

    def __init__(self, path: str, is_mapping: bool, is_mark: bool, start: int) -> None:
        self.path = path
        self.is_mapping = is_mapping
        # Written with brackets, which end it; otherwise it ends with the last thing in it.
        self.is_mark = is_mark
        self.start = start
        self.end = start
        self.key: str | None = None
        self.length = 0

    def awaits_key(self) -> bool:
        return self.is_mapping and self.key is None

    def below(self) -> str:
        """The path of the value that comes now."""
        return f"{self.path}/{self.key if self.is_mapping else self.length}"

    def took(self, end: int) -> None:
        """A value came, and ended here."""
        self.end, self.key, self.length = end, None, self.length + 1


class Outline:
    """The extents of one file.

    A path is the file's path without `sources/` and `.yaml`, then keys as they are written and places in lists counted
    from 0, all with slashes: `aktorer/forsakringskassan/steg/3/pilar/0/till`. Of a file that cannot be followed to its
    end every extent reaches to the end of its line and has no path.
    """

    def __init__(self, file: str, data: bytes) -> None:
        """Walk the file once."""
        self.path = file.removeprefix(_SOURCES).removesuffix(SUFFIX)
        written, is_text = _decoded(data)
        # What the gate refuses is gone before anything is parsed, and so are the columns it took.
        self._text = TextGate("", written, lambda _: True, []).text if is_text else written
        self._nodes: dict[int, _Node] = {}
        self._keys: dict[int, _Node] = {}
        self._is_whole = is_text and self._walked()
        if not self._is_whole:
            self._text = written
        self._breaks = [0, *(match.end() for match in _LINE_END.finditer(self._text))]
        self._starts = sorted(start for start, node in (self._nodes | self._keys).items() if node.is_text)

    def extent(self, line: int, column: int, key: str = "") -> Extent:
        """The extent of what begins at a line and column, counted from 1; line 0 is the file itself.

        Where a mapping and its first key begin at the same place, the mapping is meant unless `key` is that key. At a
        place where no key or value begins, the extent is the rest of the word, with the path of the text it stands in.
        """
        if line < 1:
            return Extent(0, 0, self.path)
        if line > len(self._breaks):
            return Extent(line, column, "")
        index = self._breaks[line - 1] + column - 1
        if not self._is_whole:
            return Extent(line, max(column, len(self._line(line)) + 1), "")
        if node := self._node(index, key):
            return self._to(node.end, node.path, is_word=self._is_word(node))
        return self._word(index)

    def _node(self, index: int, key: str) -> _Node | None:
        named = self._keys.get(index)
        return named if named and named.key == key else self._nodes.get(index, named)

    def _is_word(self, node: _Node) -> bool:
        return node.is_text and bool(_ONE_WORD.fullmatch(self._text, node.start, node.end))

    def _word(self, index: int) -> Extent:
        word = _WORD.match(self._text, index)
        at = bisect_right(self._starts, index) - 1
        around = self._text_at(self._starts[at]) if at >= 0 else None
        path = around.path if around and index < around.end else ""
        return self._to(word.end() if word else index, path)

    def _text_at(self, start: int) -> _Node | None:
        node = self._nodes.get(start)
        return node if node and node.is_text else self._keys.get(start)

    def _to(self, end: int, path: str, is_word: bool = False) -> Extent:
        line = bisect_right(self._breaks, end)
        return Extent(line, end - self._breaks[line - 1] + 1, path, is_word)

    def _line(self, number: int) -> str:
        end = self._breaks[number] if number < len(self._breaks) else len(self._text)
        return self._text[self._breaks[number - 1] : end].rstrip("\r\n")

    def _walked(self) -> bool:
        """Collect keys and values; false for a file that cannot be followed to its end."""
        events = PARSERS["c"](self._text)
        try:
            return self._collect(iter(events.get_event, None))
        except YAMLError:
            return False
        finally:
            events.dispose()

    def _collect(self, events: Iterator[Any]) -> bool:
        stack: list[_Open] = []
        for event in events:
            match event:
                case yaml.ScalarEvent() | yaml.AliasEvent():
                    self._scalar(stack, event)
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    self._open(stack, event)
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self._close(stack, event)
            if len(stack) > DEPTH_LIMIT or len(self._nodes) > NODE_LIMIT:
                return False
        return True

    def _scalar(self, stack: list[_Open], event: Any) -> None:
        start = event.start_mark.index
        end = start + len(self._text[start : event.end_mark.index].rstrip())
        around = stack[-1] if stack else None
        if around and around.awaits_key():
            around.key = getattr(event, "value", "")
            around.end = end
            self._keys[start] = _Node(start, end, around.below(), key=around.key)
            return
        self._nodes[start] = _Node(start, end, around.below() if around else self.path)
        if around:
            around.took(end)

    def _open(self, stack: list[_Open], event: Any) -> None:
        path = (stack[-1].below() if not stack[-1].awaits_key() else stack[-1].path) if stack else self.path
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        stack.append(_Open(path, is_mapping, bool(event.flow_style), event.start_mark.index))

    def _close(self, stack: list[_Open], event: Any) -> None:
        closed = stack.pop()
        end = event.end_mark.index if closed.is_mark else closed.end
        self._nodes[closed.start] = _Node(closed.start, end, closed.path, is_text=False)
        if not stack:
            return
        if stack[-1].awaits_key():  # a list or mapping where a key should stand
            stack[-1].key = ""
        else:
            stack[-1].took(end)


def _decoded(data: bytes) -> tuple[str, bool]:
    """The text as it is written, and whether it is text at all."""
    if len(data) > FILE_LIMIT:
        return "", False
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace").removeprefix("\ufeff"), False
    return text + ("" if text.endswith("\n") else "\n"), True
