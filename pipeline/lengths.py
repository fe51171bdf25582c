"""Millimetres and points; the only place where 72 points to 25.4 millimetres is written."""

from __future__ import annotations

_POINTS_PER_MM = 72 / 25.4


class Mm(float):
    """A length in millimetres. Geometry without a unit in its name is always in millimetres."""

    __slots__ = ()

    @property
    def pt(self) -> Pt:
        """The same length in points (1/72 inch)."""
        return Pt(self * _POINTS_PER_MM)


class Pt(float):
    """A length in points (1/72 inch); sizes of type are always in points."""

    __slots__ = ()

    @property
    def mm(self) -> Mm:
        """The same length in millimetres."""
        return Mm(self / _POINTS_PER_MM)
