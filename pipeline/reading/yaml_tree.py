"""A file of YAML as a plain tree of dict, list, text and None, beside the place of every key and value.

The parser's events are built into a tree by `tree_builder`; what stops the parser is told by `syntax`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import yaml
from yaml.error import MarkedYAMLError

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.reading.text_gate import TextGate
from pipeline.reading.tree_builder import (
    DEPTH_LIMIT,
    FAULT_LIMIT,
    NODE_LIMIT,
    SCALAR_LIMIT,
    Builder,
    Enough,
    Node,
    Tree,
)
from pipeline.spans import Marks, Place

if TYPE_CHECKING:
    from pipeline.reading.syntax import Opened

__all__ = [
    "DEPTH_LIMIT",
    "FAULT_LIMIT",
    "FILE_LIMIT",
    "NODE_LIMIT",
    "PARSERS",
    "SCALAR_LIMIT",
    "Node",
    "Tree",
    "read_tree",
]

FILE_LIMIT = 16_000_000  # bytes
# Faults that go on to confuse the parser, and so many lines further down at most.
_CONFUSED = {"L017": 0, "L018": 0, "L019": 0, "L041": 3}

# The C parser where PyYAML was built with libyaml, else its own: the same events, about 15 times slower.
PARSERS: dict[str, Any] = {"pure": yaml.SafeLoader, "c": getattr(yaml, "CSafeLoader", yaml.SafeLoader)}


def read_tree(file: str, data: bytes, covers: Callable[[str], bool], parser: str = "c") -> Tree:
    """The tree of a file, with every fault of its form and its characters.

    Each mapping carries its marks under ORIGIN_KEY. `parser` is a key of PARSERS.
    """
    tree = Tree(marks=Marks(file, 1, 1))
    text = _decoded(file, data, tree)
    if text is None:
        tree.is_whole = False
        return tree
    # libyaml misreads the last text of a file that does not end in a line break.
    text += "" if text.endswith("\n") else "\n"
    gate = TextGate(file, text, covers, tree.findings)
    _build(tree, gate, parser)
    return tree


def _decoded(file: str, data: bytes, tree: Tree) -> str | None:
    """The text of a file without its byte order mark; None, and a finding, for one that cannot be text."""
    if len(data) > FILE_LIMIT:
        tree.findings.append(diagnose("L005", Place(file, 0, 0), limit=FILE_LIMIT // 1_000_000))
        return None
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as reason:
        before = data[: reason.start].decode("utf-8").removeprefix("\ufeff")
        line = before.count("\n") + 1
        tree.findings.append(diagnose("L003", Place(file, line, len(before) - before.rfind("\n"))))
        return None


def _build(tree: Tree, gate: TextGate, parser: str) -> None:
    events = PARSERS[parser](gate.text)
    builder = Builder(tree, gate)
    reason: MarkedYAMLError | None = None
    told = 0
    try:
        builder.take(iter(events.get_event, None))
    except MarkedYAMLError as trouble:
        reason, told = trouble, len(tree.findings)
    except Enough:
        pass
    finally:
        builder.finish()
        events.dispose()
    if reason:
        from pipeline.reading.syntax import syntax_fault  # noqa: PLC0415  # only where something is wrong

        tree.is_whole = False
        _tell(tree, syntax_fault(gate.file, gate.text.splitlines(), reason, _opened(gate.text, parser)), told)
    tree.is_whole = tree.is_whole and tree.root is not None


def _tell(tree: Tree, fault: Diagnostic, at: int) -> None:
    """Put in what stopped the parser, unless that follows from what was told just above; and not what follows from it.

    What was found from index `at` on was told when it had stopped.
    """
    line, found = fault.place.line, tree.findings
    if any(0 <= line - told.place.line <= _CONFUSED.get(told.code, -1) for told in found):
        return
    after = [told for told in found[at:] if told.code != "L032" or not 0 <= told.place.line - line <= 1]
    tree.findings[at:] = [fault, *after]


def _opened(text: str, parser: str) -> list[Opened]:
    """The brackets that are open where the parser gives up, innermost first, and the last text in quotes before."""
    events: Any = PARSERS[parser](text)
    brackets: list[Opened] = []
    quoted: list[Opened] = []
    try:
        for event in iter(events.get_event, None):
            start, end = event.start_mark, event.end_mark
            if event.__class__ is yaml.ScalarEvent and event.style in {"'", '"'}:
                quoted = [((start.line, start.column), (end.line, end.column))]
            elif getattr(event, "flow_style", False):
                brackets.append(((start.line, start.column), None))
            elif brackets and isinstance(event, yaml.CollectionEndEvent):
                brackets.pop()
    except MarkedYAMLError:
        pass
    finally:
        events.dispose()
    return [*reversed(brackets), *quoted]
