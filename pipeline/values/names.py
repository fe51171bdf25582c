"""What other things are called by: ids, words of file names, paths of pictures, addresses; and colours."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator

from pipeline.colour import Colour
from pipeline.values.base import as_text, refuse
from pipeline.values.texts import LABEL_LIMIT, WORD_LIMIT

ADDRESS_LIMIT = 2_000
FILE_WORD = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
# A file below `sources/bilder/`: no way out of it, and names that are the same on every system.
PICTURE_PATH = re.compile(r"bilder(/[A-Za-z0-9_-]+)+\.([Pp][Nn][Gg]|[Jj][Pp][Ee]?[Gg])")
SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
ADDRESS = re.compile(r"(https?://[^\s/]+|mailto:[^\s@]+@[^\s@]+)\S*")


def _slug(value: object) -> str:
    text = as_text(value)
    if not SLUG.fullmatch(text) or len(text) > WORD_LIMIT:
        raise refuse("not_slug", value=text[:40])
    return text


def _address(value: object) -> str:
    text = as_text(value)
    if not ADDRESS.fullmatch(text) or len(text) > ADDRESS_LIMIT:
        raise refuse("not_address", value=text[:60])
    return text


def _colour(value: object) -> Colour:
    if isinstance(value, Colour):
        return value
    if value is None:
        # An unquoted # begins a comment, which leaves nothing.
        raise refuse("no_colour")
    text = as_text(value)
    try:
        return Colour.from_hex(text)
    except ValueError:
        raise refuse("not_colour", value=text[:40]) from None


def _file_word(value: object) -> str:
    text = as_text(value)
    if not FILE_WORD.fullmatch(text):
        raise refuse("not_file_word", value=text[:40])
    return text


def _picture_path(value: object) -> str:
    text = as_text(value)
    if not PICTURE_PATH.fullmatch(text) or len(text) > LABEL_LIMIT:
        raise refuse("not_picture_path", value=text[:60])
    return text


# A word that goes into file names.
FileWord = Annotated[str, BeforeValidator(_file_word)]
# A picture, as a path from `sources/`.
PicturePath = Annotated[str, BeforeValidator(_picture_path)]
Slug = Annotated[str, BeforeValidator(_slug)]
Address = Annotated[str, BeforeValidator(_address)]
Paint = Annotated[Colour, BeforeValidator(_colour)]
