"""JSON with the place of every key and value, so that each fault in it can name its line and column."""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.spans import Marks, Place

_TOKEN = re.compile(r'[{}\[\]:,]|"(?:[^"\\]|\\.)*"|[^\s{}\[\]:,"]+')
_DIGITS = 400  # a whole number of more is told as too large: Python refuses to read very long ones


@dataclass(frozen=True, slots=True)
class PlacedJson:
    """A value read from JSON (None where it could not be read), the places in it, and what is wrong with its form."""

    value: object
    marks: Marks
    findings: tuple[Diagnostic, ...] = ()


def read_json(file: str, data: bytes, limit: int) -> PlacedJson:
    """The JSON text in a file of at most `limit` bytes, in UTF-8 (RFC 8259); the last of two equal keys counts."""
    if len(data) > limit:
        return _unread(file, diagnose("L005", Place(file, 0, 0), limit=limit // 1_000_000))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        return _unread(file, diagnose("L003", Place(file, line, 1)))
    try:
        value = json.loads(text, parse_int=_whole)
    except json.JSONDecodeError as fault:
        return _unread(file, diagnose("J101", Place(file, fault.lineno, fault.colno)))
    except RecursionError:
        return _unread(file, diagnose("J101", Place(file)))
    walk = _Walk(file, text)
    walk.through()
    return PlacedJson(value, walk.root, tuple(walk.findings))


def _unread(file: str, finding: Diagnostic) -> PlacedJson:
    return PlacedJson(None, Marks(file), (finding,))


def _whole(digits: str) -> float:
    return int(digits) if len(digits) <= _DIGITS else math.copysign(math.inf, -1 if digits.startswith("-") else 1)


@dataclass(slots=True)
class _Open:
    """An object or list whose end has not come. `key` waits for its value."""

    marks: Marks
    is_object: bool
    key: str | None = None
    length: int = 0

    @property
    def name(self) -> str | int:
        """What the value that comes now is called."""
        return self.key if self.is_object and self.key is not None else self.length


@dataclass(slots=True)
class _Walk:
    """Goes once through a text that is known to be JSON, and notes where everything stands."""

    file: str
    text: str
    root: Marks = field(default_factory=Marks)
    findings: list[Diagnostic] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)

    def through(self) -> None:
        """Fill `root` and `findings`."""
        self.root = Marks(self.file, 1, 1)
        for token, at in self._tokens():
            match token[0]:
                case "{" | "[":
                    self._begin(Marks(self.file, *at), token == "{")
                case "}" | "]":
                    self.stack.pop()
                case ",":
                    self.stack[-1].key = None
                    self.stack[-1].length += 1
                case ":":
                    pass
                case _:
                    self._scalar(token, at)

    def _tokens(self) -> Iterator[tuple[str, tuple[int, int]]]:
        starts = [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", self.text))]
        for found in _TOKEN.finditer(self.text):
            line = bisect_right(starts, found.start())
            yield found[0], (line, found.start() - starts[line - 1] + 1)

    def _begin(self, marks: Marks, is_object: bool) -> None:
        if self.stack:
            self.stack[-1].marks.below[self.stack[-1].name] = marks
        else:
            self.root = marks
        self.stack.append(_Open(marks, is_object))

    def _scalar(self, token: str, at: tuple[int, int]) -> None:
        around = self.stack[-1] if self.stack else None
        if around is None:
            return
        if around.is_object and around.key is None:
            self._key(around, json.loads(token), at)
        else:
            around.marks.values[around.name] = at

    def _key(self, around: _Open, name: str, at: tuple[int, int]) -> None:
        if name in around.marks.keys:
            first = around.marks.keys[name][0]
            self.findings.append(diagnose("L023", Place(self.file, *at), key=name, first=first))
        around.marks.keys[name] = at
        around.key = name
