"""Colours in sRGB, and the contrast between two of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Colour:
    """An sRGB colour, channels 0-255."""

    red: int
    green: int
    blue: int

    @classmethod
    def from_hex(cls, text: str) -> Colour:
        """The colour written as #RRGGBB; raises ValueError for any other form."""
        if not _HEX.fullmatch(text):
            raise ValueError(text)
        return cls(int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16))

    @property
    def hex(self) -> str:
        """The colour as #RRGGBB."""
        return f"#{self.red:02X}{self.green:02X}{self.blue:02X}"

    @property
    def luminance(self) -> float:
        """Relative luminance, 0 (black) to 1 (white); WCAG 2.1, definition of relative luminance."""
        red, green, blue = (_linear(channel / 255) for channel in (self.red, self.green, self.blue))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(self, other: Colour) -> float:
        """Contrast ratio, 1 to 21; WCAG 2.1, definition of contrast ratio."""
        low, high = sorted((self.luminance, other.luminance))
        return (high + 0.05) / (low + 0.05)


def _linear(channel: float) -> float:
    """A gamma-coded channel (0-1) as linear light; IEC 61966-2-1."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


WHITE = Colour(255, 255, 255)
