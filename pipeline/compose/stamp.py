"""What every sheet says of itself: draft, date, content code; and the code, a digest of what the sheet shows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum

from pipeline.compose.brief import Brief
from pipeline.compose.lettering import Lettering
from pipeline.document import Document, Sheets
from pipeline.geometry import Point, Rect, line
from pipeline.scene import Group, Outline, Role, Scene, Stroke
from pipeline.typeface import Face

CODE_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Stamp:
    """Date (YYYY-MM-DD) and content code of an artefact."""

    date: str
    code: str


def content_code(content: Sheets | Document) -> str:
    """Eight characters that change whenever what is shown changes: texts, places, colours, words for readers.

    Taken before stamping, so that neither the date nor the code itself is part of it; the same for every format.
    """
    digest = hashlib.sha256()
    for part in _parts(content):
        digest.update(part.encode())
        digest.update(b"\x1f")
    return digest.hexdigest()[:CODE_LENGTH]


def _parts(value: object) -> Iterator[str]:
    """The value as a sequence of texts; lengths rounded to what a printer can show (0.01 mm)."""
    match value:
        case tuple():
            yield f"({len(value)}"
            for item in value:
                yield from _parts(item)
        case _ if is_dataclass(value):
            yield type(value).__name__
            for field in fields(value):
                if field.name != "date":
                    yield from _parts(getattr(value, field.name))
        case _:
            yield _plain(value)


def _plain(value: object) -> str:
    """A value that holds no others, as text; raises TypeError for a kind that could hide a difference."""
    match value:
        case Enum():
            return str(value.value)
        case bool() | None | str():
            return str(value)
        case int() | float():  # 10 and 10.0 are one length
            return f"{round(value, 2) + 0.0:.2f}"
        case bytes():
            return hashlib.sha256(value).hexdigest()
        case _:
            raise TypeError(type(value))


def stamped(brief: Brief, content: Sheets | Document, stamp: Stamp) -> Sheets | Document:
    """The publication with its stamp on every page; drawings are counted among themselves."""
    text = brief.wording.stamp.line.format(date=stamp.date, code=stamp.code)
    if isinstance(content, Document):
        return replace(content, running=replace(content.running, stamp=text))
    total, behind = len(content.pages), content.text
    pages = (_with_line(brief, page, text, number, total) for number, page in enumerate(content.pages, 1))
    stamped_text = behind and replace(behind, running=replace(behind.running, stamp=text))
    return replace(content, pages=tuple(pages), text=stamped_text)


def _with_line(brief: Brief, scene: Scene, text: str, number: int, total: int) -> Scene:
    return replace(scene, items=(*scene.items, _release_line(brief, scene, text, number, total)))


def _release_line(brief: Brief, scene: Scene, text: str, number: int, total: int) -> Group:
    """A rule across the foot of the sheet, the publication's name and stamp below it, the page label at the end."""
    inks, frame = brief.theme.inks, brief.frame(scene.size)
    small = brief.sheet.small
    bold = Lettering(brief.typesetter, small, inks.ink, Face.BOLD)
    grey = Lettering(brief.typesetter, small, inks.grey)
    name = document_name(brief)
    baseline = frame.bottom
    left = frame.x + bold.width(name) + 2 * small.mm
    page = brief.wording.map.sheet.format(number=number, count=total)
    return Group(
        Role.STAMP,
        (
            rule(brief, frame, stamp_top(brief, frame)),
            bold.line(name, frame.x, baseline),
            grey.line(text, left, baseline),
            grey.ending(page, frame.right, baseline),
        ),
    )


def document_name(brief: Brief) -> str:
    """The publication's name, its actor if it has one, and its paper."""
    words = (brief.publication.name, brief.actor.name if brief.actor else "")
    return f"{' '.join(word for word in words if word)}, {brief.publication.paper}"


def stamp_top(brief: Brief, frame: Rect) -> float:
    """The y of the rule over the release line: nothing else may reach below it."""
    return frame.bottom - 2.0 * brief.sheet.small.mm


def rule(brief: Brief, frame: Rect, y: float) -> Outline:
    """A thin ink rule across the frame."""
    ends = (Point(frame.x, y), Point(frame.right, y))
    return Outline(line(*ends), None, Stroke(brief.theme.inks.ink, brief.theme.strokes.thinnest))
