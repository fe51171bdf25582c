"""The shapes a theme may choose from: one file and one line here for each."""

from pipeline.shapes.base import Shape
from pipeline.shapes.hexagon import Hexagon
from pipeline.shapes.pill import Pill
from pipeline.shapes.rectangle import Rectangle
from pipeline.shapes.signpost import Signpost

SHAPES: dict[str, Shape] = {
    "pill": Pill(),
    "rectangle": Rectangle(),
    "hexagon": Hexagon(),
    "signpost": Signpost(),
}

__all__ = ["SHAPES", "Shape"]
