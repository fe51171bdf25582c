"""The page's fonts: each face once, cut down to the characters that stand anywhere on the page."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from pipeline.document import Figure, Site
from pipeline.scene import Scene, TextLine, walk
from pipeline.typeface import Face
from pipeline.typesetting import Family
from pipeline.writers.svg.fonts import font_face

# Running text is regular or bold. Slanted letters stand in drawings only, so those faces hold what is drawn with them.
_RUNNING = (Face.REGULAR, Face.BOLD)


def font_faces(site: Site, body: str, family: Family) -> str:
    """One @font-face rule per face that the page uses; `body` is its finished HTML, with what the script may show."""
    running = html.unescape(body)
    scenes = _scenes(site)
    drawn = {face: "".join(_drawn(scenes, face)) for face in Face}
    used = {face: drawn[face] + (running if face in _RUNNING else "") for face in Face}
    return "\n".join(font_face(family, face, text) for face, text in used.items() if text)


def _scenes(site: Site) -> tuple[Scene, ...]:
    return tuple(block.scene for block in site.blocks() if isinstance(block, Figure))


def _drawn(scenes: Iterable[Scene], face: Face) -> Iterator[str]:
    for scene in scenes:
        yield from (item.text for item in walk(scene.items) if isinstance(item, TextLine) and item.face is face)
