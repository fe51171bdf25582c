"""How paragraphs and characters look, as plain values; all lengths are points, line heights factors of natural."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.colour import Colour


@dataclass(frozen=True, slots=True)
class Edge:
    """A border line: its colour, its width, and the gap between it and the text (at most 31 in Word)."""

    colour: Colour
    width: float
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class Edges:
    """The border lines round a paragraph. Word joins neighbours whose lines are all alike into one box."""

    top: Edge | None = None
    left: Edge | None = None
    bottom: Edge | None = None
    right: Edge | None = None


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop: its place, which end of the text stands there, and whether a line is drawn up to it."""

    at: float
    right: bool = False
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """What a paragraph or its style says; None leaves the word to the style below."""

    keep_next: bool | None = None
    keep_lines: bool | None = None
    page_break: bool | None = None
    numbering: int | None = None
    edges: Edges | None = None
    fill: Colour | None = None
    tabs: tuple[Tab, ...] = ()
    hyphenated: bool | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    gathered: bool | None = None
    outline: int | None = None


@dataclass(frozen=True, slots=True)
class CharacterFormat:
    """What a run of characters or its style says; None, or no language, leaves the word to the style below."""

    bold: bool | None = None
    colour: Colour | None = None
    size: float | None = None
    underlined: bool | None = None
    frame: Colour | None = None
    fill: Colour | None = None
    raised: bool | None = None
    language: str = ""


PLAIN = ParagraphFormat()
AS_STYLE = CharacterFormat()
