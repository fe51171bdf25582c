"""A signpost with a white foot: a way into another actor's process, whose name stands in the foot."""

from pipeline.geometry import Insets, Path, Point, Rect, Side, Size, polygon
from pipeline.shapes.base import PlainShape, Reaches, middle, stretch

_DEPTH_OF_HEIGHT = 0.34
_DEPTH_LIMIT = 2.0  # em
_CORNER = 0.5  # em


class Signpost(PlainShape):
    """Flat on the left, a point on the right; inset 0.75 em left and 1.6 em right."""

    def insets(self, content: Size, em: float) -> Insets:
        """The text's corner stays clear of the slanting edge."""
        pad = self.padding * em
        return Insets(pad, 1.6 * em, pad, 0.75 * em)

    def outline(self, rect: Rect, em: float) -> Path:
        """A point at half height on the right."""
        depth = self._depth(rect.height, em)
        return polygon(
            (
                Point(rect.x, rect.y),
                Point(rect.right - depth, rect.y),
                Point(rect.right, rect.y + rect.height / 2),
                Point(rect.right - depth, rect.bottom),
                Point(rect.x, rect.bottom),
            )
        )

    def foot(self, rect: Rect, em: float) -> Path:
        """The part below the dividing line, cut by the slant (the line lies below half height)."""
        depth = self._depth(rect.height, em)
        top = max(rect.bottom - self.foot_height * em, rect.y + rect.height / 2)
        cut = rect.right - depth * (top - rect.y - rect.height / 2) / (rect.height / 2)
        corners = (Point(rect.x, top), Point(cut, top), Point(rect.right - depth, rect.bottom))
        return polygon((*corners, Point(rect.x, rect.bottom)))

    def reaches(self, size: Size, em: float) -> Reaches:
        """The tip, the flat left side, and top and bottom as far as the slant."""
        corner, depth = _CORNER * em, self._depth(size.height, em)
        along = stretch(size.width, corner, depth + corner)
        return (
            (Side.EAST, middle(size.height)),
            (Side.SOUTH, along),
            (Side.WEST, stretch(size.height, corner, corner)),
            (Side.NORTH, along),
        )

    def _depth(self, height: float, em: float) -> float:
        return min(_DEPTH_OF_HEIGHT * height, _DEPTH_LIMIT * em)
