"""What every shape answers: how big it must be, where its content goes, its outline, and where arrows may end."""

from __future__ import annotations

from typing import Protocol

from pipeline.geometry import Insets, Path, Rect, Side, Size, rounded_rect

# Where an arrow may end on each side, from lo to hi in mm from the side's left (top) end.
Reaches = tuple[tuple[Side, tuple[float, float]], ...]


class Shape(Protocol):
    """A shape. All lengths are mm; `em` is the size of the step text in mm, with which every measure scales."""

    def size(self, content: Size, em: float, foot: bool) -> Size:
        """The outer size that holds content of this size, and a foot for a second name if asked for."""
        ...

    def content(self, rect: Rect, em: float, foot: bool) -> Rect:
        """Where the content goes in a shape that fills `rect`."""
        ...

    def outline(self, rect: Rect, em: float) -> Path:
        """The outer contour of a shape that fills `rect`."""
        ...

    def inner(self, rect: Rect, em: float) -> Path:
        """A second contour just inside the first, for what ends a process."""
        ...

    def foot(self, rect: Rect, em: float) -> Path:
        """The contour of the foot."""
        ...

    def reaches(self, size: Size, em: float) -> Reaches:
        """Where the outline lies on the edges of its rectangle, so that arrows can end there."""
        ...


class PlainShape:
    """What most shapes share: insets round the content, a foot as a strip at the bottom, a scaled second contour.

    A new shape overrides `insets`, `outline` and `reaches`, and whatever else it does its own way.
    """

    padding = 0.42  # above and below the content, em
    foot_height = 1.5  # em
    inner_gap = 0.3  # between the two contours of an end, em

    def insets(self, content: Size, em: float) -> Insets:
        """Room between the content and the rectangle round the shape."""
        pad = self.padding * em
        return Insets(pad, 0.75 * em, pad, 0.75 * em)

    def outline(self, rect: Rect, em: float) -> Path:
        """The outer contour; each shape has its own."""
        raise NotImplementedError

    def size(self, content: Size, em: float, foot: bool) -> Size:
        """Content, insets and foot added up."""
        insets = self.insets(content, em)
        strip = self.foot_height * em if foot else 0.0
        return Size(
            content.width + insets.left + insets.right,
            content.height + insets.top + insets.bottom + strip,
        )

    def content(self, rect: Rect, em: float, foot: bool) -> Rect:
        """The rectangle less the insets; a foot takes its strip at the bottom."""
        strip = self.foot_height * em if foot else 0.0
        pad = self.padding * em
        body = Rect(rect.x, rect.y, rect.width, rect.height - strip)
        insets = self.insets(Size(rect.width, body.height - 2 * pad), em)
        return body.inset(insets)

    def inner(self, rect: Rect, em: float) -> Path:
        """The outline of the rectangle drawn a little smaller."""
        return self.outline(rect.grown(-self.inner_gap * em), em)

    def foot(self, rect: Rect, em: float) -> Path:
        """A plain strip at the bottom."""
        top = rect.bottom - self.foot_height * em
        return rounded_rect(Rect(rect.x, top, rect.width, rect.bottom - top), 0)


def middle(length: float) -> tuple[float, float]:
    """The single point in the middle of a side."""
    return (length / 2, length / 2)


def stretch(length: float, start: float, end: float) -> tuple[float, float]:
    """A side less `start` and `end`; its middle if nothing is left."""
    return (start, length - end) if length > start + end else middle(length)
