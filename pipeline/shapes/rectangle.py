"""A rectangle with a small radius: the plain activity, the quiet workhorse."""

from pipeline.geometry import Path, Rect, Side, Size, rounded_rect
from pipeline.shapes.base import PlainShape, Reaches, stretch

_RADIUS = 0.35
_CORNER = 0.6  # arrows keep this far from a corner, em


class Rectangle(PlainShape):
    """Inset 0.75 em on both sides."""

    def outline(self, rect: Rect, em: float) -> Path:
        """Corners of 0.35 em."""
        return rounded_rect(rect, _RADIUS * em)

    def reaches(self, size: Size, em: float) -> Reaches:
        """All four sides, clear of the corners."""
        corner = _CORNER * em
        across = stretch(size.height, corner, corner)
        along = stretch(size.width, corner, corner)
        return ((Side.EAST, across), (Side.SOUTH, along), (Side.WEST, across), (Side.NORTH, along))
