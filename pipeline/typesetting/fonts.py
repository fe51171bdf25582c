"""Fonts as numbers: advances, heights and coverage, read from the bytes of static TrueType files."""

from __future__ import annotations

import io
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import fsum

from fontTools.ttLib import TTFont, TTLibError

from pipeline.geometry import Path
from pipeline.lengths import Pt
from pipeline.typeface import Face
from pipeline.typesetting.outlines import Outlines


class FontFault(Exception):
    """A font file cannot be used. `kind` names the reason, `details` what it concerns."""

    def __init__(self, kind: str, **details: str) -> None:
        """Keep the reason and what it concerns."""
        super().__init__(kind)
        self.kind = kind
        self.details = details


@dataclass(frozen=True)
class Font:
    """One face: its file, and its metrics in units of the em."""

    data: bytes
    postscript_name: str
    advances: Mapping[int, float]
    cap_height: float
    ascent: float
    descent: float

    def width(self, text: str) -> float:
        """Width of a line in em, without kerning: the same sum as every writer makes."""
        return fsum(self.advances[ord(char)] for char in text)

    def outline(self, char: str) -> Path:
        """What a character looks like, in em from the start of its baseline, y down; KeyError if the font lacks it."""
        return self._outlines.path(char)

    @cached_property
    def _outlines(self) -> Outlines:
        return Outlines(self.data)


@dataclass(frozen=True)
class Family:
    """The four faces of a family, its name in Word and style sheets, and what may stand in for it."""

    name: str
    fallback: str
    fonts: Mapping[Face, Font]

    def width(self, text: str, size: Pt, face: Face = Face.REGULAR) -> float:
        """Width of a line in mm; raises KeyError for a character that the font lacks (checked before)."""
        return self.fonts[face].width(text) * size.mm

    def cap_height(self, size: Pt, face: Face = Face.REGULAR) -> float:
        """Height of capitals in mm."""
        return self.fonts[face].cap_height * size.mm

    def covers(self, char: str) -> bool:
        """True if every face has the character."""
        return all(ord(char) in font.advances for font in self.fonts.values())

    def require(self, letters: str) -> None:
        """Raise FontFault if a face lacks one of the letters that every text of the language needs."""
        if missing := [char for char in letters if not self.covers(char)]:
            raise FontFault("font_alphabet", file=self.name, chars=" ".join(missing))


def read_family(name: str, fallback: str, files: Mapping[Face, bytes]) -> Family:
    """The family of these four files. Raises FontFault if one cannot be embedded and measured."""
    return Family(name, fallback, {face: _read_font(face, files[face]) for face in Face})


def _read_font(face: Face, data: bytes) -> Font:
    try:
        font = TTFont(io.BytesIO(data), lazy=True)
        if "glyf" not in font:
            raise FontFault("font_not_truetype", file=face.value)
        if "fvar" in font:
            raise FontFault("font_variable", file=face.value)
        return _measured(font, data)
    except (TTLibError, OSError, KeyError, struct.error) as reason:  # a damaged file shows itself table by table
        raise FontFault("font_unreadable", file=face.value) from reason


def _measured(font: TTFont, data: bytes) -> Font:
    em = font["head"].unitsPerEm
    metrics, tables = font["hmtx"], font["OS/2"]
    advances = {code: metrics[glyph][0] / em for code, glyph in (font.getBestCmap() or {}).items()}
    return Font(
        data=data,
        postscript_name=str(font["name"].getDebugName(6)),
        advances=advances,
        cap_height=tables.sCapHeight / em,
        ascent=font["hhea"].ascent / em,
        descent=-font["hhea"].descent / em,
    )
