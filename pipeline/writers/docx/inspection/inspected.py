"""What a template has of what our Word files need, and what happens with the rest: facts, and remarks by code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.theme import StyleNames
from pipeline.writers.docx.inspection.archive import Element, Refused, Remark, unpacked
from pipeline.writers.docx.inspection.fonts import FontUse, font_uses
from pipeline.writers.docx.inspection.known_styles import HEADING_LEVELS, KNOWN_STYLES
from pipeline.writers.docx.inspection.leftovers import left_remarks, require_harmless
from pipeline.writers.docx.inspection.named_styles import NamedStyles
from pipeline.writers.docx.inspection.parts import Parts, W

# A map for the theme's handout is 170 mm wide with text of 9.5 points; scaled to less than this its text falls below
# 8 points, the least that is read in the hand (`checks.legibility`).
_LEAST_WIDTH = 143.0
_TWIPS = 1440 / 25.4


@dataclass(frozen=True, slots=True)
class StyleUse:
    """A style that we write with, and the name that it has in the template; empty where the template lacks it."""

    key: str
    name: str
    found: str


@dataclass(frozen=True, slots=True)
class TextRoom:
    """The pages that a template has: the paper and the width of its text, in mm; 0 where the template does not say."""

    width: float = 0.0
    height: float = 0.0
    text_width: float = 0.0


@dataclass(frozen=True, slots=True)
class Inspected:
    """What was seen. `unknown` are names of styles that were asked for and that the template lacks, by our keys; `odd`
    are no headings of the level that they were asked for.

    `names` are all its styles' names; `running` is how many headers and footers it has.
    """

    styles: tuple[StyleUse, ...] = ()
    names: tuple[str, ...] = ()
    unknown: Mapping[str, str] = field(default_factory=dict)
    odd: Mapping[str, str] = field(default_factory=dict)
    fonts: tuple[FontUse, ...] = ()
    room: TextRoom = TextRoom()
    running: int = 0
    remarks: tuple[Remark, ...] = ()
    is_refused: bool = False


def inspected(data: bytes, family: str = "", chosen: Mapping[str, str] | None = None) -> Inspected:
    """What a template holds, looked at without opening it.

    `family` is the theme's type family, which is embedded in every file; `chosen` says by the keys of our styles which
    of the template's the theme wants. A file that must not be opened gives nothing but the remark that says why.
    """
    try:
        parts = Parts(unpacked(data))
        require_harmless(parts)
        return _seen(parts, family, chosen or {})
    except Refused as refused:
        return Inspected(remarks=(refused.remark,), is_refused=True)


def _seen(parts: Parts, family: str, chosen: Mapping[str, str]) -> Inspected:
    found = NamedStyles.of(parts.root("styles"))
    uses = tuple(StyleUse(known.key, known.name, found.used_for(known, chosen)) for known in KNOWN_STYLES)
    unknown = {key: name for key, name in chosen.items() if not found.has(name)}
    fonts, room = font_uses(parts, family), _room(parts.text)
    remarks = (*_style_remarks(uses), *_font_remarks(fonts), *left_remarks(parts), *_room_remarks(room))
    odd = {key: chosen[key] for key, level in HEADING_LEVELS.items() if _is_other(found, chosen.get(key), level)}
    return Inspected(uses, found.names, unknown, odd, fonts, room, len(parts.running), remarks)


def _is_other(found: NamedStyles, name: str | None, level: int) -> bool:
    """True for a style that is no heading of our level: readers would lose the heading, or its place."""
    return name is not None and found.has(name) and found.level(name) != level


def _style_remarks(uses: tuple[StyleUse, ...]) -> Iterator[Remark]:
    """The styles of Word that the template lacks, by their keys in a theme; ours alone are never said to be missing."""
    of_word = {known.key: known.field for known in KNOWN_STYLES if known.is_word}
    missing = [StyleNames.key(of_word[use.key]) for use in uses if use.key in of_word and not use.found]
    if len(missing) == len(of_word):
        yield Remark("U646")
    elif missing:
        yield Remark("U645", (("missing", ", ".join(missing)),))


def _font_remarks(fonts: tuple[FontUse, ...]) -> Iterator[Remark]:
    foreign = [font.name for font in fonts if not font.is_at_hand]
    if foreign:
        yield Remark("U647", (("fonts", ", ".join(foreign)),))


def _room(body: Element) -> TextRoom:
    """The pages of the last section, which are kept (ISO/IEC 29500-1, 17.6.17)."""
    section = body.find(f"{W}sectPr")
    size, margins = (None if section is None else section.find(f"{W}{name}") for name in ("pgSz", "pgMar"))
    width, height = _length(size, "w"), _length(size, "h")
    if not width or not height:
        return TextRoom()
    text = width - _length(margins, "left") - _length(margins, "right") - _length(margins, "gutter")
    return TextRoom(width, height, max(text, 0.0))


def _length(element: Element | None, name: str) -> float:
    """Twips as mm; 0 for what is not said, or not in twips."""
    text = "" if element is None else element.get(f"{W}{name}", "")
    return int(text) / _TWIPS if text.isdecimal() and len(text) < 10 else 0.0


def _room_remarks(room: TextRoom) -> Iterator[Remark]:
    if not room.width:
        return
    if room.width > room.height:
        yield Remark("U652", (("height", f"{room.height:.0f}"), ("width", f"{room.width:.0f}")))
    elif room.text_width < _LEAST_WIDTH:
        yield Remark("U653", (("least", f"{_LEAST_WIDTH:.0f}"), ("width", f"{room.text_width:.0f}")))
