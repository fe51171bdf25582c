"""A long hexagon: a decision. Its two points and the middles of top and bottom are a rhombus's four corners."""

from pipeline.geometry import Insets, Path, Point, Rect, Side, Size, polygon
from pipeline.shapes.base import PlainShape, Reaches, middle

_DEPTH_OF_HEIGHT = 0.42
_DEPTH_LIMIT = 2.6  # em
_LEFT, _RIGHT = 1.55, 1.75  # em
_CLEARANCE = 0.2  # between the text's corner and the slanting edge, em


class Hexagon(PlainShape):
    """Inset 1.55 em left and 1.75 em right, more where many lines would meet the slant."""

    def insets(self, content: Size, em: float) -> Insets:
        """The text's corners stay clear of the slanting edges."""
        pad = self.padding * em
        height = content.height + 2 * pad
        slant = self._depth(height, em) * (1 - pad / (height / 2)) + _CLEARANCE * em
        return Insets(pad, max(_RIGHT * em, slant), pad, max(_LEFT * em, 0.8 * slant))

    def outline(self, rect: Rect, em: float) -> Path:
        """Points to the left and right."""
        depth = self._depth(rect.height, em)
        middle_y = rect.y + rect.height / 2
        return polygon(
            (
                Point(rect.x, middle_y),
                Point(rect.x + depth, rect.y),
                Point(rect.right - depth, rect.y),
                Point(rect.right, middle_y),
                Point(rect.right - depth, rect.bottom),
                Point(rect.x + depth, rect.bottom),
            )
        )

    def reaches(self, size: Size, em: float) -> Reaches:
        """The four corners of the rhombus that a decision stands for."""
        across, along = middle(size.height), middle(size.width)
        return ((Side.EAST, across), (Side.SOUTH, along), (Side.WEST, across), (Side.NORTH, along))

    def _depth(self, height: float, em: float) -> float:
        return min(_DEPTH_OF_HEIGHT * height, _DEPTH_LIMIT * em)
