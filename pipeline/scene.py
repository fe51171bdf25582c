"""A finished drawing: five kinds of item in millimetres, decided to the last line break; writers only paint it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import assert_never

from pipeline.colour import Colour
from pipeline.geometry import Path, Point, Rect, Size, moved
from pipeline.lengths import Pt
from pipeline.typeface import Face


class Role(Enum):
    """What a group stands for; writers use it for structure, never for looks."""

    SHEET = "sheet"
    TITLE = "title"
    ABOUT = "about"
    ARROW = "arrow"
    PHASE = "phase"
    MAP = "map"
    LANE = "lane"
    STEP = "step"
    EDGES = "edges"
    LABEL = "label"
    LEGEND = "legend"
    CURRENT = "current"
    TEXT = "text"
    STAMP = "stamp"
    DECORATION = "decoration"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line: colour, width in mm, and dash and gap lengths in mm (none: unbroken). Joins are round."""

    colour: Colour
    width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A path, filled (non-zero rule), stroked, or both."""

    path: Path
    fill: Colour | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text: left end of the baseline, size in pt, and its measured width in mm."""

    text: str
    at: Point
    size: Pt
    colour: Colour
    face: Face = Face.REGULAR
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Image:
    """A raster picture (PNG bytes) fitted to a rectangle."""

    data: bytes
    rect: Rect
    description: str


@dataclass(frozen=True, slots=True)
class Link:
    """Items that lead somewhere: an internal target ("#name") or an https, http or mailto address."""

    target: str
    rect: Rect
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Items that belong together. `label` is what a screen reader says; `name` a stable id, unique in the scene."""

    role: Role
    items: tuple[Item, ...]
    label: str = ""
    name: str = ""


Item = Outline | TextLine | Image | Link | Group


@dataclass(frozen=True, slots=True)
class Scene:
    """A drawing: its size in mm, its items in painting and reading order, a title and a long description."""

    size: Size
    items: tuple[Item, ...]
    title: str
    description: str
    language: str = "sv-SE"


RELEASE_FACT = "release"
"""The key of the release: with the date the one fact that changes though the content does not."""


# Where the keys of facts belong in XML. A name, not an address: nothing is to be found there, and it never changes.
FACTS_NAMESPACE, FACTS_PREFIX = "urn:x-processpil:publication#", "processpil"


@dataclass(frozen=True, slots=True)
class Fact:
    """One more thing that a file says of itself: a stable key in English (letters, small first), value and meaning.

    `core` is the element of Dublin Core (DCMES 1.1, ISO 15836-1) that says the same, type or identifier.
    """

    key: str
    value: str
    meaning: str
    core: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself; `date` is written YYYY-MM-DD and comes from the stamp, never from a clock."""

    title: str
    subject: str
    author: str
    language: str
    date: str
    keywords: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()


def walk(items: tuple[Item, ...]) -> Iterator[Item]:
    """Every item, groups and links before what they hold, in painting order."""
    for item in items:
        yield item
        if isinstance(item, Group | Link):
            yield from walk(item.items)


def texts(scene: Scene) -> tuple[str, ...]:
    """The drawn lines of text, in painting order."""
    return tuple(item.text for item in walk(scene.items) if isinstance(item, TextLine))


def shifted(items: tuple[Item, ...], dx: float, dy: float) -> tuple[Item, ...]:
    """The items dx to the right and dy down, mm."""
    return tuple(_shifted(item, dx, dy) for item in items)


def _shifted(item: Item, dx: float, dy: float) -> Item:
    match item:
        case Outline():
            return replace(item, path=moved(item.path, dx, dy))
        case TextLine():
            return replace(item, at=item.at.moved(dx, dy))
        case Image():
            return replace(item, rect=item.rect.moved(dx, dy))
        case Link():
            return replace(item, rect=item.rect.moved(dx, dy), items=shifted(item.items, dx, dy))
        case Group():
            return replace(item, items=shifted(item.items, dx, dy))
        case _:
            assert_never(item)
