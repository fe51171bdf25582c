"""From the parser's events to a tree, without recursion, so that no file can exhaust the stack.

What plain process definitions never need is refused: anchors, aliases, tags, merge keys, several documents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml
from yaml.error import Mark

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.reading.running_text import may_have_lost_text, slips_of_text
from pipeline.reading.text_gate import TextGate
from pipeline.spans import Marks, Place
from pipeline.values import ORIGIN_KEY

if TYPE_CHECKING:
    from pipeline.reading.causes import Twice

DEPTH_LIMIT = 64
SCALAR_LIMIT = 1_000_000  # characters
NODE_LIMIT = 2_000_000
# More faults in one file are not told one by one: it is not the file that was meant.
FAULT_LIMIT = 1_000
REPEATED_SHOWN = 1

Node = dict[str, Any] | list[Any] | str | None


@dataclass(slots=True)
class Tree:
    """What a file holds. `is_whole` is false where a fault left something out that others build on.

    `doubled` are the keys that stand twice, `odd` the texts that may not be what was meant, by where they begin.
    """

    root: Node = None
    marks: Marks = field(default_factory=Marks)
    is_whole: bool = True
    findings: list[Diagnostic] = field(default_factory=list)
    doubled: list[Twice] = field(default_factory=list)
    odd: dict[Place, tuple[Diagnostic, ...]] = field(default_factory=dict)


class Enough(Exception):
    """A fault after which the rest of the file is not worth reading."""


# The key of a value that is read and dropped, because its key was refused.
_DROPPED = object()


class _Frame:
    """A mapping or list that is being filled.

    `key` is the key that waits for its value, None between pairs. What is dropped is read but goes nowhere.
    """

    __slots__ = ("is_dropped", "is_mapping", "key", "marks", "node", "repeated")

    def __init__(self, node: Any, marks: Marks, is_mapping: bool, is_dropped: bool) -> None:
        self.node = node
        self.is_dropped = is_dropped
        self.marks = marks
        self.is_mapping = is_mapping
        self.key: object = None
        self.repeated: list[tuple[str, Mark]] = []


class Builder:
    """Fills a tree from events."""

    def __init__(self, tree: Tree, gate: TextGate) -> None:
        """The tree is filled by `take`, then `finish`; `gate` holds the file's text."""
        self.tree = tree
        self.gate = gate
        self.file = gate.file
        self.frames: list[_Frame] = []
        self.nodes = 0
        self.documents = 0
        self.has_hashes = may_have_lost_text(gate.text)

    def take(self, events: Iterator[Any]) -> None:
        """Fill the tree from all events; raises Enough where reading further makes no sense."""
        takers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        for event in events:
            if taker := takers.get(event.__class__):
                taker(event)
        if self.tree.root is None and not self.tree.findings:
            self._refuse("L004", None)

    def finish(self) -> None:
        """Tell what waits for the end of a mapping that was never reached."""
        while self.frames:
            self._close(None)

    def _refuse(self, code: str, mark: Mark | None, **details: object) -> None:
        place = Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file, 0, 0)
        self.tree.findings.append(diagnose(code, place, **details))

    def _counted(self, event: Any) -> Mark:
        self.nodes += 1
        mark: Mark = event.start_mark
        if len(self.tree.findings) >= FAULT_LIMIT:
            self._refuse("L030", None, limit=FAULT_LIMIT)
            self.tree.is_whole = False
            raise Enough
        if self.nodes > NODE_LIMIT:
            self._refuse("L026", mark, limit=NODE_LIMIT)
            self.tree.is_whole = False
            raise Enough
        if event.anchor is not None:
            self._refuse("L017", mark, name=event.anchor[:40])
        if event.tag is not None:
            self._refuse("L019", mark, name=event.tag[:40])
        return mark

    def _scalar(self, event: Any) -> None:
        mark = self._counted(event)
        text: str = event.value
        is_plain = event.implicit[0]
        if len(text) > SCALAR_LIMIT:
            self._refuse("L025", mark, limit=SCALAR_LIMIT)
            text = ""
        elif not self.gate.is_open:
            text = self.gate.admitted(text, mark, event.end_mark)
        frame = self.frames[-1] if self.frames else None
        if frame and frame.is_mapping and frame.key is None:
            self._key(frame, text, mark, is_plain)
            return
        if self.has_hashes or mark.line != event.end_mark.line:
            slips = tuple(slips_of_text(self.file, self.gate.text, event))
            self.tree.findings.extend(slips)
            self.tree.odd.update({Place(self.file, mark.line + 1, mark.column + 1): slips} if slips else {})
        self._put(None if is_plain and text in {"", "~", "null"} else text, mark)

    def _key(self, frame: _Frame, text: str, mark: Mark, is_plain: bool) -> None:
        frame.key = _DROPPED
        if is_plain and text == "<<":
            self._refuse("L020", mark)
            self.tree.is_whole = False
        elif text in frame.marks.keys:
            frame.repeated.append((text, mark))
            if frame.node.get(text, "") is None:
                frame.key = text  # the first was left empty: the second holds the value
        else:
            frame.key = text
            frame.marks.keys[text] = (mark.line + 1, mark.column + 1)

    def _put(self, node: Node, mark: Mark) -> None:
        """Give a value its place: under the waiting key, at the end of the list, or as the root."""
        if not self.frames:
            self.tree.root = node
            if not isinstance(node, dict | list):  # a text in the place of keys, perhaps far below comments
                self.tree.marks = Marks(self.file, mark.line + 1, mark.column + 1)
            return
        frame = self.frames[-1]
        if not frame.is_mapping:
            frame.marks.values[len(frame.node)] = (mark.line + 1, mark.column + 1)
            frame.node.append(node)
            return
        if frame.key is not _DROPPED:
            frame.marks.values[frame.key] = (mark.line + 1, mark.column + 1)  # type: ignore[index]  # a text by now
            frame.node[frame.key] = node
        frame.key = None

    def _open(self, event: Any) -> None:
        mark = self._counted(event)
        if len(self.frames) >= DEPTH_LIMIT:
            self._refuse("L024", mark, limit=DEPTH_LIMIT)
            self.tree.is_whole = False
            raise Enough
        is_mapping = event.__class__ is yaml.MappingStartEvent
        marks = Marks(self.file, mark.line + 1, mark.column + 1)
        node: Node = {ORIGIN_KEY: marks} if is_mapping else []
        frame = self.frames[-1] if self.frames else None
        is_key = bool(frame and frame.is_mapping and frame.key is None)
        is_dropped = is_key or bool(frame and (frame.is_dropped or frame.key is _DROPPED))
        if frame and is_key:
            if not frame.is_dropped:
                self._refuse("L022", mark)
            frame.key = _DROPPED
        else:
            self._attach(frame, marks)
            self._put(node, mark)
        self.frames.append(_Frame(node, marks, is_mapping, is_dropped))

    def _attach(self, frame: _Frame | None, marks: Marks) -> None:
        if frame is None:
            self.tree.marks = marks
        elif not frame.is_mapping:
            frame.marks.below[len(frame.node)] = marks
        elif frame.key is not _DROPPED:
            frame.marks.below[frame.key] = marks  # type: ignore[index]  # a text by now

    def _close(self, _: Any) -> None:
        self._tell_repeated(self.frames.pop())

    def _tell_repeated(self, frame: _Frame) -> None:
        """Keys that occur twice; many in one mapping are one fault, since then only the dash between two is missing."""
        for key, mark in frame.repeated[:1] if len(frame.repeated) > REPEATED_SHOWN else frame.repeated:
            code = "L032" if len(frame.repeated) > REPEATED_SHOWN else "L023"
            self._refuse(code, mark, key=key[:40], first=frame.marks.keys[key][0])
            if code == "L023":
                from pipeline.reading.causes import Twice  # noqa: PLC0415  # only where something is wrong

                self.tree.doubled.append(Twice(frame.marks, key, Place(self.file, mark.line + 1, mark.column + 1)))

    def _alias(self, event: Any) -> None:
        self._refuse("L018", event.start_mark, name=event.anchor[:40])
        frame = self.frames[-1] if self.frames else None
        if frame and frame.is_mapping and frame.key is None:
            frame.key = _DROPPED
        else:
            self._put(None, event.start_mark)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._refuse("L021", event.start_mark)
            raise Enough
