"""Colours in sRGB: the contrast between two, how light and how different they look, and what the colour-blind see."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import Enum
from math import fsum

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")

Triple = tuple[float, float, float]


class Sight(Enum):
    """Sight that lacks one of the three kinds of cone. `value` is what it makes of linear RGB, row by row.

    Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE
    Transactions on Visualization and Computer Graphics 15(6), 2009, the authors' table of matrices at severity 1.0.
    """

    PROTANOPIA = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
    DEUTERANOPIA = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
    TRITANOPIA = ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900))


# Linear sRGB to CIE XYZ under D65 (IEC 61966-2-1); the sums of the rows are its white.
_XYZ: tuple[Triple, Triple, Triple] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_DARK = (6 / 29) ** 3


@dataclass(frozen=True, slots=True)
class Lab:
    """A colour in CIE L*a*b*, white D65 (CIE 15): lightness 0-100, green to red, blue to yellow."""

    lightness: float
    red: float
    yellow: float

    def difference(self, other: Lab) -> float:
        """How different two colours look: CIE 1976 delta E*ab."""
        return math.dist((self.lightness, self.red, self.yellow), (other.lightness, other.red, other.yellow))


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
        red, green, blue = self._light
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(self, other: Colour) -> float:
        """Contrast ratio, 1 to 21; WCAG 2.1, definition of contrast ratio."""
        low, high = sorted((self.luminance, other.luminance))
        return (high + 0.05) / (low + 0.05)

    def lab(self, sight: Sight | None = None) -> Lab:
        """How the colour looks, to a full sight or to one that lacks something."""
        light = self._light_to(sight) if sight else self._light
        x, y, z = (_response(part / fsum(row)) for part, row in zip(_times(_XYZ, light), _XYZ, strict=True))
        return Lab(116 * y - 16, 500 * (x - y), 200 * (y - z))

    def seen(self, sight: Sight) -> Colour:
        """The colour that shows to a full sight what this one looks like to a sight that lacks something."""
        red, green, blue = (_coded(channel) for channel in self._light_to(sight))
        return Colour(red, green, blue)

    @property
    def grey(self) -> Colour:
        """The grey of the same luminance: what is left of the colour on a grey copy."""
        level = _coded(self.luminance)
        return Colour(level, level, level)

    def _light_to(self, sight: Sight) -> Triple:
        """The linear light that a sight makes of the colour; what no screen can show is cut off."""
        red, green, blue = (min(max(channel, 0.0), 1.0) for channel in _times(sight.value, self._light))
        return red, green, blue

    @property
    def _light(self) -> Triple:
        """The channels as linear light, 0-1."""
        return _linear(self.red / 255), _linear(self.green / 255), _linear(self.blue / 255)


def _linear(channel: float) -> float:
    """A gamma-coded channel (0-1) as linear light; IEC 61966-2-1."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _coded(light: float) -> int:
    """Linear light (0-1) as a gamma-coded channel, 0-255; IEC 61966-2-1."""
    channel = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return round(channel * 255)


def _times(rows: tuple[Triple, Triple, Triple], light: Triple) -> Triple:
    """A matrix times a colour."""
    red, green, blue = (row[0] * light[0] + row[1] * light[1] + row[2] * light[2] for row in rows)
    return red, green, blue


def _response(part: float) -> float:
    """The eye's response to a share of the white's light; CIE 15, 8.2.1."""
    return math.cbrt(part) if part > _DARK else part * (29 / 6) ** 2 / 3 + 4 / 29


WHITE = Colour(255, 255, 255)
