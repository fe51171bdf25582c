"""What a writer gives back: the bytes of one file, how many pages it has, and what a check finds wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Written:
    """A finished file; `pages` is None where the reader's program decides (Word)."""

    data: bytes
    pages: int | None


class Part(Enum):
    """What a finding in a finished file is about."""

    FORM = "form"
    STRUCTURE = "structure"
    WORDS = "words"
    CONTRAST = "contrast"
    SAFETY = "safety"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a finished file: a stable code, and what it concerns."""

    code: str
    detail: str
    part: Part = Part.FORM


class TooLarge(Exception):
    """Something is larger than a page and cannot be divided: type sizes or paper do not fit the content."""
