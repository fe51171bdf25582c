"""A drawing that stands in a text: a little air round it, so that no outline is cut at the picture's edge."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.compose.brief import Brief
from pipeline.geometry import Size
from pipeline.scene import Item, Scene, shifted

AIR = 0.4  # round a figure, mm: more than half the heaviest outline


def figure_room(brief: Brief) -> float:
    """Width that a figure's drawing may take between the margins of the text, mm."""
    return brief.frame(brief.paper).width - 2 * AIR


def figure_scene(brief: Brief, size: Size, items: Sequence[Item], title: str, description: str) -> Scene:
    """A scene round items that fill 0, 0 to `size`."""
    room = Size(size.width + 2 * AIR, size.height + 2 * AIR)
    return Scene(room, shifted(tuple(items), AIR, AIR), title, description, brief.language)
