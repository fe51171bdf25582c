"""The fonts that a template's styles name, and whether a reader has them: from the file, or from the theme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.writers.docx.inspection.archive import Element
from pipeline.writers.docx.inspection.parts import A, Parts, W

_FORMS = ("Regular", "Bold", "Italic", "BoldItalic")


@dataclass(frozen=True, slots=True)
class FontUse:
    """A font that styles name; it is at hand if the template embeds it or the theme does."""

    name: str
    is_embedded: bool
    is_of_theme: bool

    @property
    def is_at_hand(self) -> bool:
        """True if the text looks the same on a computer that lacks the font."""
        return self.is_embedded or self.is_of_theme


def font_uses(parts: Parts, family: str) -> tuple[FontUse, ...]:
    """The fonts of the styles and their defaults, by name, each once."""
    root = parts.root("styles")
    if root is None:
        return ()
    slots = _theme_fonts(parts)
    embedded = {name.casefold() for name in _embedded(parts)}
    named = {name.casefold(): name for name in _named(root, slots)}
    return tuple(
        FontUse(name, key in embedded, key == family.casefold()) for key, name in sorted(named.items()) if name
    )


def _named(root: Element, slots: dict[str, str]) -> Iterator[str]:
    """The fonts for Latin letters; what a theme's slot says holds before a name (ISO/IEC 29500-1, 17.3.2.26)."""
    for fonts in root.iter(f"{W}rFonts"):
        for form in ("ascii", "hAnsi"):
            slot = fonts.get(f"{W}{form}Theme", "")
            yield slots.get(slot[:5], "") if slot else fonts.get(f"{W}{form}", "")


def _theme_fonts(parts: Parts) -> dict[str, str]:
    """The template's fonts for headings and text, by the first letters of their slots: majorHAnsi, minorAscii ..."""
    root = parts.root("theme")
    found = {}
    for slot in ("major", "minor"):
        latin = None if root is None else root.find(f".//{A}{slot}Font/{A}latin")
        found[slot] = "" if latin is None else latin.get("typeface", "")
    return found


def _embedded(parts: Parts) -> Iterator[str]:
    root = parts.root("fontTable")
    for font in () if root is None else root.iter(f"{W}font"):
        if any(font.find(f"{W}embed{form}") is not None for form in _FORMS):
            yield font.get(f"{W}name", "")
