"""Inline parts as ReportLab's paragraph markup: the only place where markup is made, and everything is escaped."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from typing import assert_never
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.styles import ParagraphStyle

from pipeline.document import Inline, Inlines, Jump, Text, Web
from pipeline.lengths import Pt
from pipeline.typeface import Face
from pipeline.typesetting import Typesetter
from pipeline.writers.pdf.addresses import is_web, uri
from pipeline.writers.pdf.engine import FontNames

_SOFT_HYPHEN = "\u00ad"
_HARD_HYPHEN = "\u2011"
# An address that is wider than its column breaks after these, without a hyphen that would seem part of it.
_ADDRESS = re.compile(r"://|@|^www\.")
_ADDRESS_JOINTS = re.compile(r"(?<=[/@?&=._-])")


@dataclass(frozen=True)
class Markup:
    """Makes markup for text in these fonts; `anchors` are the places that a Jump may lead to."""

    typesetter: Typesetter
    fonts: FontNames
    anchors: Set[str]

    def of(self, parts: Inlines, style: ParagraphStyle, room: float) -> str:
        """The parts for a column of `room` pt."""
        return "".join(self._part(part, style, room) for part in parts)

    def plain(self, text: str, style: ParagraphStyle, room: float) -> str:
        """A text without parts, in a column of `room` pt."""
        return self.of((Text(text),), style, room)

    def balanced(self, text: str, style: ParagraphStyle, room: float) -> tuple[str, ...]:
        """The lines of a heading, as equal as they can be, not yet escaped; `room` in pt."""
        face = self._face(style)
        return self.typesetter.balanced(_spoken(text), Pt(room).mm, Pt(style.fontSize), face).lines

    def _part(self, part: Inline, style: ParagraphStyle, room: float) -> str:
        width = room - style.leftIndent - style.rightIndent
        face = self._face(style)
        match part:
            case Text(text, strong):
                inner = escape(self._fitted(text, Face.BOLD if strong else face, style, width))
                return f"<b>{inner}</b>" if strong else inner
            case Jump(text, anchor):
                inner = escape(self._fitted(text, face, style, width))
                return _link(f"#{anchor}", inner) if anchor in self.anchors else inner
            case Web(text, address):
                inner = escape(self._fitted(text, face, style, width))
                return _link(uri(address), f"<u>{inner}</u>") if is_web(address) else inner
        assert_never(part)

    def _face(self, style: ParagraphStyle) -> Face:
        return next(face for face, name in self.fonts.items() if name == style.fontName)

    def _fitted(self, text: str, face: Face, style: ParagraphStyle, width: float) -> str:
        """The text with the words that are wider than the column in parts."""
        words = text.replace(_HARD_HYPHEN, "-").split(" ")
        return " ".join(self._word(word, face, Pt(style.fontSize), width) for word in words)

    def _word(self, word: str, face: Face, size: Pt, width: float) -> str:
        if self.typesetter.width(word, size, face) <= Pt(width).mm:
            return word.replace(_SOFT_HYPHEN, "")
        if _ADDRESS.search(word):
            return self._address(word, face, size, width)
        return " ".join(self.typesetter.broken(word, Pt(width).mm, size, face).lines)

    def _address(self, word: str, face: Face, size: Pt, width: float) -> str:
        lines = [""]
        for piece in _ADDRESS_JOINTS.split(word):
            if lines[-1] and self.typesetter.width(lines[-1] + piece, size, face) > Pt(width).mm:
                lines.append("")
            lines[-1] += piece
        return " ".join(lines)


def _link(target: str, inner: str) -> str:
    return f"<a href={quoteattr(target)}>{inner}</a>"


def _spoken(text: str) -> str:
    return text.replace(_HARD_HYPHEN, "-")


def markup_lines(lines: tuple[str, ...]) -> str:
    """Lines that are broken already, as markup."""
    return "<br/>".join(escape(line) for line in lines)
