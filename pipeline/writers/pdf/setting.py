"""Sets the texts of a document: parts and style in, a paragraph whose words belong to an element out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.document import Inlines, Text
from pipeline.typeface import Face
from pipeline.writers.pdf.flowables import EntryFlowable
from pipeline.writers.pdf.inline import Inking
from pipeline.writers.pdf.structure import Node
from pipeline.writers.pdf.styles import Styles, TextStyle
from pipeline.writers.pdf.text import TextFlowable, Writing
from pipeline.writers.pdf.words import Run

# The first that the typeface has marks an entry of a list.
_BULLETS = ("\u2022", "\u2013", "-")


@dataclass(frozen=True, slots=True)
class Setter:
    """What all texts of a document are set with."""

    styles: Styles
    inking: Inking
    writing: Writing

    def run(self, text: str, style: TextStyle, node: Node) -> Run:
        """A text without parts."""
        return self.inking.runs((Text(text),), style, node)[0]

    def text(self, parts: Inlines, style: TextStyle, node: Node) -> TextFlowable:
        """A paragraph of these parts."""
        return TextFlowable(self.inking.runs(parts, style, node), style, self.writing)

    def entry(self, parts: Inlines, style: TextStyle, item: Node, label: str = "") -> EntryFlowable:
        """An entry of a list, with a label left of its text."""
        mark = item.add("Lbl") if label else None
        made = EntryFlowable(self.inking.runs(parts, style, item.add("LBody")), style, self.writing)
        if mark:
            made.label = replace(self.run(label, style, mark), face=Face.REGULAR)
        return made

    @property
    def bullet(self) -> str:
        """What marks an entry of a list."""
        return next(mark for mark in _BULLETS if self.styles.look.family.covers(mark))
