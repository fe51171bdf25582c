"""Inline parts of a document as runs, each with the element of the structure tree that its words belong to."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import assert_never

from pipeline.document import Inline, Inlines, Jump, Landing, NoteMark, Text, Web, is_web
from pipeline.typeface import Face
from pipeline.writers.pdf.structure import Node
from pipeline.writers.pdf.styles import TextStyle
from pipeline.writers.pdf.words import Run

_HARD_HYPHEN = "\u2011"
# A raised number: parts of the text's size.
_NOTE_SIZE, _NOTE_RISE = 0.68, 0.34


def note_anchor(number: int) -> str:
    """The place of a note, as no author can write it (ids have no blanks)."""
    return f"note {number}"


@dataclass(frozen=True, slots=True)
class Inking:
    """Makes runs; `anchors` are the places in the file that words may lead to, others stay words."""

    anchors: Set[str]

    def runs(self, parts: Inlines, style: TextStyle, node: Node) -> tuple[Run, ...]:
        """The parts in a style, as content of a node."""
        return tuple(run for part in parts for run in self._part(part, style, node))

    def _part(self, part: Inline, style: TextStyle, node: Node) -> Iterator[Run]:
        match part:
            case Text(text, strong, language):
                yield _run(text, style, _in_language(node, language), strong)
            case Landing(text, anchor, strong):
                yield _run(text, style, node, strong, anchor=anchor)
            case Jump(text, anchor, strong) if anchor in self.anchors:
                yield _run(text, style, node.loose("Link"), strong, target=f"#{anchor}")
            case Jump(text, _, strong):
                yield _run(text, style, node, strong)
            case Web(text, address) if is_web(address):
                yield _run(text, style, node.loose("Link"), target=address)
            case Web(text, _):
                yield _run(text, style, node)
            case NoteMark(number, said):
                yield self._note_mark(number, said, style, node)
            case _:
                assert_never(part)

    def _note_mark(self, number: int, said: str, style: TextStyle, node: Node) -> Run:
        reference, anchor = node.loose("Reference"), note_anchor(number)
        leads = anchor in self.anchors
        return Run(
            str(number),
            style.face,
            style.size * _NOTE_SIZE,
            reference.loose("Link") if leads else reference,
            target=f"#{anchor}" if leads else "",
            rise=style.size * _NOTE_RISE,
            said=said,
        )


def _in_language(node: Node, language: str) -> Node:
    if not language:
        return node
    span = node.loose("Span")
    span.language = language
    return span


def _run(text: str, style: TextStyle, node: Node, strong: bool = False, *, target: str = "", anchor: str = "") -> Run:
    face = Face.BOLD if strong else style.face
    return Run(text.replace(_HARD_HYPHEN, "-"), face, style.size, node, target, anchor, underlined=is_web(target))
