"""From the text of a sound source file to its parts, with every comment at the part it belongs to.

The parser gives nodes and their places and drops comments. What stands between two nodes is only punctuation, blank
space and comments, so the comments are found there:

- behind a key or value on its line: beside that entry;
- on a line of its own: above the entry that follows, or at the end of a block that closes there, if the comment is
  indented like the block's own entries and further than what follows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from unicodedata import normalize

import yaml

from pipeline.reading.canonical.parts import Collection, Entry, Text
from pipeline.reading.yaml_tree import PARSERS

_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def gathered(text: str) -> tuple[Entry, list[str]]:
    """The whole of a file as one entry without a key, and the comments after it.

    The text has line feeds only, ends in one, and has been read without faults.
    """
    gathering = _Gathering(text)
    events = PARSERS["c"](text)
    try:
        for event in iter(events.get_event, None):
            gathering.take(event)
    finally:
        events.dispose()
    gathering.finish()
    return gathering.root, gathering.tail


@dataclass(slots=True)
class _Frame:
    """A collection that is being read: the entry it is the value of, its column, and in brackets where it began."""

    collection: Collection
    owner: Entry
    column: int
    start: int | None
    pair: Entry | None = None


@dataclass(slots=True)
class _Gathering:
    text: str
    root: Entry = field(default_factory=Entry)
    tail: list[str] = field(default_factory=list)
    frames: list[_Frame] = field(default_factory=list)
    # Block collections that ended since the last node, innermost first.
    closed: list[_Frame] = field(default_factory=list)
    # How far the text is read, and the entry whose key or value ended there.
    at: int = 0
    last: Entry | None = None

    def take(self, event: Any) -> None:
        """The next event of the parser."""
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, _STARTS):
            self._start(event)
        elif isinstance(event, _ENDS):
            self._end(event)

    def finish(self) -> None:
        """Place the comments after the last node."""
        self._between(len(self.text), None)

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        value = normalize("NFC", event.value)
        is_null = not event.style and event.implicit[0] and value in {"", "~", "null"}
        text = Text(None if is_null else value, event.style or "")
        frame = self.frames[-1] if self.frames else None
        if frame and frame.collection.is_mapping and frame.pair is None:
            entry = frame.pair = Entry(key=Text(value, text.style))
            frame.collection.entries.append(entry)
            self._between(start, entry)
        else:
            entry = self._valued(start)
            entry.value = text
        if text.style in {"|", ">"}:
            # The head of a block text may end in a comment; the lines that follow it are trimmed of blank ones.
            _, sign, comment = self.text[start : self.text.index("\n", start)].partition("#")
            if sign:
                _put_beside(entry, _comment(sign + comment))
            end = start + len(self.text[start:end].rstrip())
        self.at, self.last = max(end, self.at), entry

    def _valued(self, start: int, opens_block: bool = False) -> Entry:
        """The entry whose value begins at `start`: the pair that waits for one, a new item, or the whole."""
        frame = self.frames[-1] if self.frames else None
        if frame is None:
            entry, is_new = self.root, False
        elif frame.collection.is_mapping:
            entry, is_new = frame.pair or Entry(), False
            frame.pair = None
        else:
            entry, is_new = Entry(), True
            frame.collection.entries.append(entry)
        # Comments between a key and the block under it belong to the first entry of the block.
        if is_new or not opens_block:
            self._between(start, entry, is_new)
        return entry

    def _start(self, event: Any) -> None:
        start = event.start_mark.index
        is_flow = bool(event.flow_style)
        entry = self._valued(start, opens_block=not is_flow)
        collection = Collection(isinstance(event, yaml.MappingStartEvent))
        entry.value = collection
        self.frames.append(_Frame(collection, entry, event.start_mark.column, start if is_flow else None))
        if is_flow:
            self.at, self.last = event.end_mark.index, entry

    def _end(self, event: Any) -> None:
        frame = self.frames[-1]
        if frame.start is None:
            self.closed.append(self.frames.pop())
            return
        self._between(event.start_mark.index, None)
        self.frames.pop()
        self.at, self.last = event.end_mark.index, frame.owner
        frame.collection.is_flow = "\n" not in self.text[frame.start : self.at]

    def _between(self, end: int, entry: Entry | None, is_new: bool = True) -> None:
        """Place the comments between what was read last and `end`, where an entry begins or the file ends."""
        lines = self.text[self.at : end].split("\n")
        if self.at:
            _, sign, comment = lines.pop(0).partition("#")
            if sign and self.last:
                _put_beside(self.last, _comment(sign + comment))
            elif sign:
                self._here(entry).append(_comment(sign + comment))
            self.last = None
        self._place(lines, entry, is_new)
        self.closed.clear()
        self.at = max(end, self.at)

    def _place(self, lines: list[str], entry: Entry | None, is_new: bool) -> None:
        """Place whole lines; the last of them ends where the entry begins."""
        in_flow = bool(self.frames) and self.frames[-1].start is not None
        last_column = -1 if entry is None else self.frames[-1].column if self.frames else 0
        blank = False
        for line in lines[: len(lines) - 1 if entry is not None else len(lines)]:
            found = line.find("#")
            if found < 0:
                blank = blank or not line.strip()
                continue
            if found <= last_column or line[:found].strip() or in_flow:
                self.closed.clear()
            place = self._ending(found, entry)
            if blank and not in_flow:
                place.append("")
            place.append(_comment(line[found:]))
            blank = False
        if blank and entry is not None and is_new and not in_flow:
            entry.above.append("")

    def _ending(self, column: int, entry: Entry | None) -> list[str]:
        """Where a comment in this column belongs: to a block that ends here, else to what follows."""
        inside = [frame for frame in self.closed if frame.column <= column]
        if not inside:
            return self._here(entry)
        frame = max(reversed(inside), key=lambda frame: frame.column)
        # Comments keep their order: the next one stands in this block or further out.
        self.closed = self.closed[self.closed.index(frame) :]
        return frame.collection.below

    def _here(self, entry: Entry | None) -> list[str]:
        """Above what follows; else at the end of the brackets that close here, or of the file."""
        if entry is not None:
            return entry.above
        return self.frames[-1].collection.below if self.frames else self.tail


def _put_beside(entry: Entry, comment: str) -> None:
    """Behind the entry; above it a comment without a space after its #, which behind plain text looks like text."""
    is_tight = comment[1:2] not in {"", " ", "#"}
    (entry.above if is_tight else entry.beside).append(comment)


def _comment(written: str) -> str:
    return normalize("NFC", written.rstrip())
