"""What every sheet says of itself: draft, date, content code; and the code, a digest of what the sheet shows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum

from pipeline.compose.brief import Brief
from pipeline.compose.colophon import shown_address
from pipeline.compose.current_words import foot_line
from pipeline.compose.lettering import Lettering
from pipeline.compose.standing import editable_line, status_line
from pipeline.document import BESIDE, Content, Document, Site, Text
from pipeline.geometry import Point, Rect, Size, line
from pipeline.lengths import Pt
from pipeline.scene import RELEASE_FACT, Fact, Group, Outline, Role, Scene, Stroke
from pipeline.typeface import Face

CODE_LENGTH = 8

_EDGE = 4.5  # mm; office printers leave so much of the paper white
_LEAST = Pt(5)
_SMALLER = 0.95  # from one trial of type size to the next

_Lines = tuple[Lettering, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Stamp:
    """Date (YYYY-MM-DD) and content code of an artefact."""

    date: str
    code: str


def content_code(content: Content) -> str:
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
        case Fact(key=key) if key == RELEASE_FACT:
            pass  # what goes into a release unchanged keeps its code
        case Text(edition=True):
            pass
        case _ if is_dataclass(value):
            yield type(value).__name__
            for field in fields(value):
                if field.name != "date" and field.metadata != BESIDE:
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


def stamped(brief: Brief, content: Content, stamp: Stamp) -> Content:
    """The publication with its stamp on every page; drawings are counted among themselves."""
    text = status_line(brief, stamp.date, stamp.code)
    if isinstance(content, Site):
        return replace(content, stamp=text)
    if isinstance(content, Document):
        running = replace(content.running, stamp=text, editable=editable_line(brief), current=foot_line(brief))
        return replace(content, running=running)
    total, behind = len(content.pages), content.text
    pages = (_with_line(brief, page, text, number, total) for number, page in enumerate(content.pages, 1))
    stamped_text = behind and replace(behind, running=replace(behind.running, stamp=text, current=foot_line(brief)))
    return replace(content, pages=tuple(pages), text=stamped_text)


def _with_line(brief: Brief, scene: Scene, text: str, number: int, total: int) -> Scene:
    page = brief.wording.map.sheet.format(number=number, count=total)
    return replace(scene, items=(*scene.items, _Foot(brief, scene.size).drawn(text, page)))


@dataclass(frozen=True)
class _Foot:
    """The foot of a sheet: a rule, below it the publication's name, its stamp and the page label at the end.

    Under them, in the margin, stand the lines that the stamp needs more of, and where readers can turn: the drawing
    has the same room with and without. Only where the margin is too low for that, the lines are set smaller.
    """

    brief: Brief
    paper: Size

    def drawn(self, stamp: str, page: str) -> Group:
        """The foot as a group."""
        frame, small = self._frame, self.brief.sheet.small
        bold, grey = self._style(small, Face.BOLD), self._style(small)
        name = document_name(self.brief)
        left = frame.x + bold.width(name) + 2 * small.mm
        right = frame.right - grey.width(page) - 2 * small.mm
        stamped, turned = self._fitting(stamp, right - left)
        below = frame.bottom + len(stamped[1]) * stamped[0].pitch
        return Group(
            Role.STAMP,
            (
                rule(self.brief, frame, stamp_top(self.brief, frame)),
                bold.line(name, frame.x, frame.bottom),
                *stamped[0].lines(stamped[1], left, frame.bottom),
                *turned[0].lines(turned[1], frame.x, below),
                grey.ending(page, frame.right, frame.bottom),
            ),
        )

    @property
    def _frame(self) -> Rect:
        return self.brief.frame(self.paper)

    def _style(self, size: Pt, face: Face = Face.REGULAR) -> Lettering:
        inks = self.brief.theme.inks
        return Lettering(self.brief.typesetter, size, inks.ink if face is Face.BOLD else inks.grey, face)

    def _fitting(self, stamp: str, room: float) -> tuple[_Lines, _Lines]:
        """The stamp's lines and those about where to turn, at the largest size that the margin has room for."""
        size, lowest = self.brief.sheet.small, self.paper.height - _EDGE
        while True:
            style = self._style(size)
            stamped, turned = style.broken(stamp, room), self._turning(style)
            last = self._frame.bottom + (len(stamped) + len(turned) - 1) * style.pitch
            if last <= lowest or size <= _LEAST:
                return (style, stamped), (style, turned)
            size = Pt(max(size * _SMALLER, _LEAST))

    def _turning(self, style: Lettering) -> tuple[str, ...]:
        """Where to send remarks, and the offer of other formats; nothing while program.yaml says neither."""
        settings, words = self.brief.programme.settings, self.brief.wording.colophon
        parts = [words.sheet_feedback.format(address=shown_address(settings.feedback))] if settings.feedback else []
        parts += [settings.alternative_format] if settings.alternative_format else []
        return style.broken(" ".join(parts), self._frame.width) if parts else ()


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
