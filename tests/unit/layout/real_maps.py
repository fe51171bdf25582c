"""The four agencies' maps as graphs, with box sizes estimated at 11.5 pt; the numbers are in real_maps.json."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.geometry import Side, Size
from pipeline.layout import Box, Edge, Graph, Reach, Spacing

_MAPS = json.loads(Path(__file__).with_name("real_maps.json").read_text(encoding="utf-8"))
NAMES = tuple(sorted(_MAPS))
SIDES = (Side.EAST, Side.SOUTH, Side.WEST, Side.NORTH)


def reaches(form: str, w: float, h: float) -> tuple[tuple[Side, Reach], ...]:
    """Where the outline of each kind of step lies on its rectangle."""
    ends = {
        "ja-nej": ((h / 2, h / 2), (w / 2, w / 2), (h / 2, h / 2), (w / 2, w / 2)),
        "start-stopp": ((h / 2, h / 2), (h / 2, w - h / 2), (h / 2, h / 2), (h / 2, w - h / 2)),
        "en-flera": ((3.0, h - 3), (3.0, w - 3), (3.0, h - 3), (3.0, w - 3)),
        "processkoppling": ((0.4 * h, 0.4 * h), (2.0, w - 14), (2.0, h - 2), (2.0, w - 8)),
    }
    return tuple((side, Reach(*end)) for side, end in zip(SIDES, ends[form], strict=True))


def boxes(name: str, lane: int, scale: float, short: bool) -> list[Box]:
    found = []
    for step, band, form, *sizes in _MAPS[name]["steps"]:
        width, height = (scale * length for length in (sizes[2:] if short else sizes[:2]))
        found.append(Box(step, band, lane, Size(width, height), reaches(form, width, height), form == "ja-nej"))
    return found


def edges(name: str, scale: float) -> list[Edge]:
    found = []
    for source, target, width, height, tag, loop in _MAPS[name]["edges"]:
        label = Size(width * scale, height * scale) if width else None
        found.append(Edge(f"{source}>{target}", source, target, label, tag, loop))
    return found


def one_map(name: str, portrait: bool = False) -> Graph:
    """An actor's map on A3, or at 9 pt on portrait A4."""
    scale, room, least = (0.78, Size(170, 225), 18.0) if portrait else (1.0, Size(396, 175), 35.0)
    spacing = Spacing(3.2 * scale, 5 * scale, 4.5 * scale)
    parts = tuple(boxes(name, 0, scale, False)), tuple(edges(name, scale))
    return Graph(*parts, 6, 1, spacing, room, portrait, (least,) * 6)


def poster() -> Graph:
    """All maps with short titles, a lane each."""
    found = [box for lane, name in enumerate(NAMES) for box in boxes(name, lane, 1.0, True)]
    ways = [edge for name in NAMES for edge in edges(name, 1.1)]
    minimum = (60.0,) * 6
    return Graph(
        tuple(found),
        tuple(ways),
        6,
        4,
        Spacing(3.5, 5.5, 5.0),
        Size(795, 380),
        band_minimum=minimum,
        lane_head=12.0,
    )
