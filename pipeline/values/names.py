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
# A file in `styles/mallar/`, so named that it is the same on every system. One with macros is let by: it is refused for
# them, which says more than its name.
TEMPLATE_NAME = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.[Dd][Oo][CcTt][XxMm]")
# What a release is called, 2026.1: it goes into file names and addresses.
RELEASE_NAME = re.compile(r"[A-Za-z0-9]+([.-][A-Za-z0-9]+)*")
# The code of an actor's content (`model.content_digest`).
CONTENT_DIGEST = re.compile(r"[0-9a-f]{16}")
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


def _release_name(value: object) -> str:
    text = as_text(value)
    if not RELEASE_NAME.fullmatch(text) or len(text) > WORD_LIMIT:
        raise refuse("not_release_name", value=text[:40])
    return text


def _content_digest(value: object) -> str:
    text = as_text(value)
    if not CONTENT_DIGEST.fullmatch(text):
        raise refuse("not_content_digest", value=text[:40])
    return text


def _picture_path(value: object) -> str:
    text = as_text(value)
    if not PICTURE_PATH.fullmatch(text) or len(text) > LABEL_LIMIT:
        raise refuse("not_picture_path", value=text[:60])
    return text


def _template_name(value: object) -> str:
    text = as_text(value)
    if not TEMPLATE_NAME.fullmatch(text) or len(text) > LABEL_LIMIT:
        raise refuse("not_template_name", value=text[:60])
    return text


# A word that goes into file names.
FileWord = Annotated[str, BeforeValidator(_file_word)]
# A picture, as a path from `sources/`.
PicturePath = Annotated[str, BeforeValidator(_picture_path)]
# A file of `styles/mallar/`, without its folder.
TemplateName = Annotated[str, BeforeValidator(_template_name)]
ReleaseName = Annotated[str, BeforeValidator(_release_name)]
ContentDigest = Annotated[str, BeforeValidator(_content_digest)]
Slug = Annotated[str, BeforeValidator(_slug)]
Address = Annotated[str, BeforeValidator(_address)]
Paint = Annotated[Colour, BeforeValidator(_colour)]
