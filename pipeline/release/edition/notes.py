"""The text about what is new in a release, as its author wrote it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from pipeline.checks.personal_numbers import numbers_in
from pipeline.release.edition.refusals import refused
from pipeline.release.edition.withdrawal_reason import points_in

LONGEST = 20_000  # letters; a page of the web, not a book


def notes_of(file: Path) -> str:
    """The text of a file, with line feeds and composed letters. Raises Refused if it is no plain text, or OSError."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        raise refused("notes_missing", file=file) from None
    except UnicodeDecodeError:
        raise refused("notes_not_text", file=file) from None
    text = unicodedata.normalize("NFC", text).strip()
    if not text:
        raise refused("notes_empty", file=file)
    if len(text) > LONGEST:
        raise refused("notes_long", file=file, length=len(text), limit=LONGEST)
    if found := points_in(text):
        raise refused("notes_characters", file=file, points=", ".join(found))
    if any(numbers_in(text)):
        raise refused("notes_person", file=file)
    return text + "\n"
