"""A pill: where a process starts, and with a second line inside where it stops."""

from pipeline.geometry import Insets, Path, Rect, Side, Size, rounded_rect
from pipeline.shapes.base import PlainShape, Reaches, middle, stretch


class Pill(PlainShape):
    """Inset 0.9 em on the left, where the round ring sits, and 1.35 em on the right."""

    def insets(self, content: Size, em: float) -> Insets:
        """More room on the right, where the text meets the curve."""
        pad = self.padding * em
        return Insets(pad, 1.35 * em, pad, 0.9 * em)

    def outline(self, rect: Rect, em: float) -> Path:
        """Ends are half circles."""
        return rounded_rect(rect, rect.height / 2)

    def reaches(self, size: Size, em: float) -> Reaches:
        """The tips of the curves, and the flat parts above and below."""
        radius = size.height / 2
        flat = stretch(size.width, radius, radius)
        return (
            (Side.EAST, middle(size.height)),
            (Side.SOUTH, flat),
            (Side.WEST, middle(size.height)),
            (Side.NORTH, flat),
        )
