"""A pill: where a process starts, and with a second line inside where it stops."""

from pipeline.geometry import Insets, Path, Rect, Side, Size, rounded_rect
from pipeline.shapes.base import PlainShape, Reaches, stretch

# Four lines of text are the most that fit inside a half circle beside the room on the right, em.
_LARGEST_RADIUS = 2.2


class Pill(PlainShape):
    """Inset 0.9 em on the left, where the round ring sits, and 1.35 em on the right."""

    def insets(self, content: Size, em: float) -> Insets:
        """More room on the right, where the text meets the curve."""
        pad = self.padding * em
        return Insets(pad, 1.35 * em, pad, 0.9 * em)

    def outline(self, rect: Rect, em: float) -> Path:
        """Ends are half circles, or of a high pill rounded corners."""
        return rounded_rect(rect, _radius(rect.height, em))

    def inner(self, rect: Rect, em: float) -> Path:
        """As far from the outline in the curves as elsewhere."""
        gap = self.inner_gap * em
        return rounded_rect(rect.grown(-gap), _radius(rect.height, em) - gap)

    def reaches(self, size: Size, em: float) -> Reaches:
        """The flat parts on all sides; of a half circle its tip."""
        radius = _radius(size.height, em)
        upright, flat = stretch(size.height, radius, radius), stretch(size.width, radius, radius)
        return ((Side.EAST, upright), (Side.SOUTH, flat), (Side.WEST, upright), (Side.NORTH, flat))


def _radius(height: float, em: float) -> float:
    """Half the height, but never so much that a long title's first and last lines stand outside the curve."""
    return min(height / 2, _LARGEST_RADIUS * em)
