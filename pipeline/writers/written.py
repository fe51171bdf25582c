"""What a writer gives back: the bytes of one file, and how many pages it has."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """A finished file; `pages` is None where the reader's program decides (Word)."""

    data: bytes
    pages: int | None


class TooLarge(Exception):
    """Something is larger than a page and cannot be divided: type sizes or paper do not fit the content."""
