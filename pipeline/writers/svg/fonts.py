"""The fonts of a scene as embedded WOFF2 subsets: only the faces and characters that it draws."""

from __future__ import annotations

import base64
import re

from pipeline.scene import Scene, TextLine, walk
from pipeline.typeface import Face
from pipeline.typesetting import Family, woff2_subset


def css_family(family: Family) -> str:
    """The family's name as it may stand inside quotes in CSS: letters, digits, spaces and hyphens."""
    return re.sub(r"[^\w -]", "", family.name)


def font_faces(scene: Scene, family: Family) -> str:
    """One @font-face rule per face that the scene uses."""
    return "\n".join(font_face(family, face, used) for face in Face if (used := _characters(scene, face)))


def _characters(scene: Scene, face: Face) -> str:
    lines = (item for item in walk(scene.items) if isinstance(item, TextLine))
    return "".join(line.text for line in lines if line.face is face)


def font_face(family: Family, face: Face, used: str) -> str:
    """The @font-face rule of a face cut down to these characters."""
    data = base64.b64encode(woff2_subset(family.fonts[face], used)).decode()
    weight = 700 if face in (Face.BOLD, Face.BOLD_ITALIC) else 400
    style = "italic" if face in (Face.ITALIC, Face.BOLD_ITALIC) else "normal"
    return (
        f"@font-face{{font-family:'{css_family(family)}';font-weight:{weight};font-style:{style};"
        f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
    )
