"""Fonts of a PDF as its readers use them: the words behind codes (ToUnicode), and how wide each glyph is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf

# What stands for a code that ToUnicode does not name (Unicode, 23.8).
UNREADABLE = "\ufffd"

_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_CHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[(.*?)\])", re.DOTALL)
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


@dataclass(frozen=True, slots=True)
class Glyph:
    """What a code shows: its words, its width in ems, whether word space is added to it, and whether ink is seen."""

    text: str
    width: float
    is_space: bool
    is_seen: bool


@dataclass(frozen=True, slots=True)
class Font:
    """A font: `code_bytes` in a code, its words and widths by code."""

    name: str
    code_bytes: int
    texts: Mapping[int, str]
    widths: Mapping[int, float]
    other_width: float
    _glyphs: dict[int, Glyph] = field(default_factory=dict)

    @property
    def is_bold(self) -> bool:
        """True for a bold face, by its name."""
        return "bold" in self.name.lower()

    def glyphs(self, string: bytes) -> Iterator[Glyph]:
        """The glyphs of a shown string, in order."""
        known = self._glyphs
        for code in self._codes(string):
            yield known.get(code) or known.setdefault(code, self._glyph(code))

    def _glyph(self, code: int) -> Glyph:
        text = self.texts.get(code, UNREADABLE)
        # ISO 32000-1, 9.3.3: word spacing concerns the single-byte code 32 only.
        is_space = self.code_bytes == 1 and code == 32
        return Glyph(text, self.widths.get(code, self.other_width) / 1000, is_space, not text.isspace())

    def _codes(self, string: bytes) -> Iterator[int]:
        if self.code_bytes == 1:
            return iter(string)
        step = self.code_bytes
        return (int.from_bytes(string[at : at + step], "big") for at in range(0, len(string), step))


def font_of(described: Any) -> Font:
    """The font of a font dictionary (ISO 32000-1, 9.6 and 9.7)."""
    texts = dict(_texts(described["/ToUnicode"].read_bytes())) if "/ToUnicode" in described else {}
    name = str(described.get("/BaseFont", "/"))[1:]
    if described.get("/Subtype") == "/Type0":
        below = described["/DescendantFonts"][0]
        return Font(name, 2, texts, dict(_listed_widths(below.get("/W", ()))), float(below.get("/DW", 1000)))
    first = int(described.get("/FirstChar", 0))
    widths = {first + offset: float(width) for offset, width in enumerate(described.get("/Widths", ()))}
    return Font(name, 1, texts, widths, 0.0)


def is_embedded(described: Any) -> bool:
    """True if the font's program is in the file; for a Type0 font, that of the font below it."""
    if described.get("/Subtype") == "/Type0":
        return all(is_embedded(below) for below in described.get("/DescendantFonts", ()))
    descriptor = described.get("/FontDescriptor")
    return descriptor is not None and any(name in descriptor for name in _FILES)


def fonts_of(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every font dictionary that text can be shown in."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font" and not _is_below(thing):
            yield thing


def _is_below(described: Any) -> bool:
    return str(described.get("/Subtype")).startswith("/CIDFont")


def _texts(cmap: bytes) -> Iterator[tuple[int, str]]:
    """Pairs of code and words of a ToUnicode CMap (ISO 32000-1, 9.10.3)."""
    for kind, body in _SECTION.findall(cmap):
        if kind == b"bfchar":
            yield from ((int(code, 16), _words(text)) for code, text in _CHAR.findall(body))
        else:
            for first, last, start, listed in _RANGE.findall(body):
                yield from _ranged(int(first, 16), int(last, 16), start, listed)


def _ranged(first: int, last: int, start: bytes, listed: bytes) -> Iterator[tuple[int, str]]:
    if not start:
        targets = re.findall(rb"<([0-9A-Fa-f]+)>", listed)
        yield from ((first + offset, _words(target)) for offset, target in enumerate(targets))
        return
    base = int(start, 16)
    for offset in range(last - first + 1):
        yield first + offset, _words(b"%0*x" % (len(start), base + offset))


def _words(digits: bytes) -> str:
    """UTF-16BE as in a CMap; what is no such text, or U+0000, is unreadable."""
    try:
        found = bytes.fromhex(digits.decode()).decode("utf-16-be")
    except ValueError:
        return UNREADABLE
    return UNREADABLE if not found or "\0" in found else found


def _listed_widths(listed: Any) -> Iterator[tuple[int, float]]:
    """Pairs of code and width from a W array (ISO 32000-1, 9.7.4.3): `c [w1 w2]` or `first last w`."""
    waiting = iter(listed)
    for first in waiting:
        second = next(waiting)
        if isinstance(second, pikepdf.Array):
            yield from ((int(first) + offset, float(width)) for offset, width in enumerate(second))
        else:
            width = float(next(waiting))
            yield from ((code, width) for code in range(int(first), int(second) + 1))
