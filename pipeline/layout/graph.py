"""What the layout engine is given: boxes in bands and lanes, edges with labels, lengths in mm."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pipeline.geometry import Side, Size


class Effort(Enum):
    """How much work goes into a drawing: one pass for previews, or a search of a fixed number of trials."""

    PASS = "pass"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Reach:
    """The stretch of a side where arrows may end: lo to hi, mm from its left (top) end; lo = hi is a single point."""

    lo: float
    hi: float


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a fixed size. `reach` names, for each side, where its real outline lies on the box's edge.

    The last three are wishes (`layout.hints`): the row among those in use in its lane, counted from 1; the name of a
    box that stands in the same row; the name of one that it stands after.
    """

    name: str
    band: int
    lane: int
    size: Size
    reach: tuple[tuple[Side, Reach], ...]
    single: bool = False  # True: at most one outgoing arrow a side (a decision's corners)
    row: int | None = None
    level_with: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow between two boxes. `label` is the size of its text, if any; `on_line`: it sits on the line (a tag)."""

    name: str
    source: str
    target: str
    label: Size | None = None
    on_line: bool = False
    loop: bool = False  # leads back to an earlier box
    coupling: bool = False  # leads over to another lane's process: it joins no arrow but its kind
    crossing_limit: int | None = None  # drawn only where it crosses at most so many others, else left out


@dataclass(frozen=True, slots=True)
class Spacing:
    """Distances that keep a drawing open, mm."""

    track: float  # between arrows that run side by side
    box: float  # between a box and what is not its own
    head: float  # straight run before an arrow's head
    edge: float = 0.0  # between boxes and the rim of a band or lane


@dataclass(frozen=True, slots=True)
class Graph:
    """Boxes and edges to be drawn. `bands` run along the flow (phases), `lanes` across it (actors).

    The order of boxes is the reading order and matters; the order of edges must not. `portrait` stacks the bands
    from top to bottom instead of left to right. `room` is the area to fill; a drawing may come out larger.
    `band_minimum` is the least extent of each band along the flow, mm.
    """

    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    bands: int
    lanes: int
    spacing: Spacing
    room: Size
    portrait: bool = False
    band_minimum: tuple[float, ...] = ()
    lane_head: float = 0.0  # free strip at the start of each lane, for its name
    fill: bool = True  # spread a drawing that is smaller than the room; False keeps its natural size
