"""The picture that an actor shows, as a figure of its handout."""

from __future__ import annotations

from pipeline.compose.brief import Brief
from pipeline.compose.figure import figure_room, figure_scene
from pipeline.document import Figure, Inlines, Text
from pipeline.geometry import Rect, Size
from pipeline.model import Picture
from pipeline.pictures.printed import printed
from pipeline.scene import Image

_TALLEST = 90.0  # mm: the introduction still begins on the picture's page


def picture_figures(brief: Brief) -> tuple[Figure, ...]:
    """The actor's picture with its caption and origin; nothing for an actor without one."""
    picture = brief.subject.picture
    if picture is None:
        return ()
    shown = printed(brief.pictures[picture.file], Size(figure_room(brief), _TALLEST))
    words = picture.description
    image = Image(shown.data, Rect(0, 0, shown.size.width, shown.size.height), words)
    scene = figure_scene(brief, shown.size, (image,), words, words)
    return (Figure(scene, words, _caption(picture)),)


def _caption(picture: Picture) -> Inlines:
    return (Text(" ".join(text for text in (picture.caption, picture.credit) if text)),)
