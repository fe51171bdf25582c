"""Which terms an actor's texts use, so that a handout explains those and no others; the alphabet's order."""

from __future__ import annotations

import unicodedata

from pipeline.model import terms_used

__all__ = ["Key", "sort_key", "terms_used"]

Key = tuple[tuple[int, str], ...]


def sort_key(text: str, last_letters: str) -> Key:
    """A key that sorts as a dictionary of the language does: a-z, then the last letters in their order.

    Other accents count as their base letter. Never by the system's locale, which would order otherwise elsewhere.
    """
    folded = unicodedata.normalize("NFC", text.casefold())
    return tuple(_rank(char, last_letters) for char in folded)


def _rank(char: str, last_letters: str) -> tuple[int, str]:
    place = last_letters.find(char)
    return (place + 1, "") if place >= 0 else (0, unicodedata.normalize("NFD", char)[0])
