"""What the layout engine gives back: rectangles, polylines, label boxes and the extents of bands and lanes, in mm."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.geometry import Point, Rect, Size
from pipeline.layout.hold import Hold


@dataclass(frozen=True, slots=True)
class Extent:
    """From where to where a band or lane reaches, mm."""

    lo: float
    hi: float


@dataclass(frozen=True, slots=True)
class Route:
    """An edge's way: corners from the source's outline to the target's, each piece level or upright; label's box."""

    points: tuple[Point, ...]
    label: Rect | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A laid out graph. Boxes and routes are keyed by name, in the order of the graph (edges: sorted by name).

    Edges with a limit of crossings that could not be kept are missing from `routes`. `hold` has the seat of each box:
    it is what the next drawing needs to keep this one's places.
    """

    size: Size
    boxes: dict[str, Rect]
    routes: dict[str, Route]
    bands: tuple[Extent, ...]
    lanes: tuple[Extent, ...]
    hold: Hold = field(default_factory=Hold)
