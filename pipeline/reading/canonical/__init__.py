"""The canonical form of a source file: one order of keys, one way to write each text, every comment kept.

- Keys in the order of the model's fields; two spaces of indent, the dashes of a list under its key.
- Texts plain where an ordinary reader of YAML takes them for text, else in single quotes; line breaks as | or >.
- A line ends after the word that passes column 110, and goes on indented by two.
- Brackets stay as written if they stand, and fit, on one line; else each entry takes a line of its own.
- Comments move with the entry that they stand above or beside; those above the first key stay at the top.
- One blank line is kept where the author separated entries or comments by any, and none at the ends of the file.
- Line feeds on every system, as .editorconfig and .gitattributes ask; UTF-8 without a byte order mark, in NFC.
"""

from __future__ import annotations

from typing import Any

from pipeline.reading.canonical.comments import counted
from pipeline.reading.canonical.form import ordered
from pipeline.reading.canonical.gathering import gathered
from pipeline.reading.canonical.parts import Collection
from pipeline.reading.canonical.scalars import visible
from pipeline.reading.canonical.writing import written
from pipeline.reading.yaml_tree import read_tree
from pipeline.values import ORIGIN_KEY, Value

__all__ = ["NotKept", "canonical"]


class NotKept(Exception):
    """The canonical form would not say the same as the file: a fault of the program, so the file is left alone."""


def canonical(data: bytes, holds: type[Value] | None = None) -> bytes:
    """The canonical form of a file that was read without faults; `holds` is the class that gives the order of keys.

    Line ends are line feeds, characters are in NFC, there is no byte order mark. Raises NotKept if a value or a
    comment would be lost or changed.
    """
    source = data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = source if source.endswith("\n") else source + "\n"
    before = _tree(text.encode())
    root, tail = gathered(text)
    # What stands before the first key is about the file.
    if isinstance(root.value, Collection) and root.value.entries:
        first = root.value.entries[0]
        root.above, first.above = root.above + first.above, []
    ordered(root, holds)
    result = written(root, tail, holds)
    if _tree(result.encode()) != before or counted(result) != counted(text):
        raise NotKept
    return result.encode()


def _tree(data: bytes) -> Any:
    tree = read_tree("", data, lambda _: True)
    if not tree.is_whole or tree.findings:
        raise NotKept
    return _seen(tree.root)


def _seen(node: Any) -> Any:
    """A tree with its texts as a reader sees them, without places."""
    if isinstance(node, dict):
        return {visible(key): _seen(value) for key, value in node.items() if key != ORIGIN_KEY}
    if isinstance(node, list):
        return [_seen(item) for item in node]
    return node and visible(node)
