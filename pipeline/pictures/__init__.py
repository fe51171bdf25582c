"""Pictures in PNG and JPEG: what a file says of itself, what is wrong with it, and the picture as it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pipeline.pictures.header import Damaged, Header, NotAPicture, header

__all__ = ["BYTE_LIMIT", "PIXEL_LIMIT", "Damaged", "Examined", "Flaw", "Header", "NotAPicture", "examined", "header"]

# More than the camera of a telephone takes; in memory such a picture is some 160 million bytes.
PIXEL_LIMIT = 40_000_000
BYTE_LIMIT = 30_000_000


class Flaw(Enum):
    """Why a picture cannot be printed."""

    MISSING = "there is no such file"
    OUTSIDE = "a link leads out of the pictures' folder"
    TOO_MANY_BYTES = "the file is larger than BYTE_LIMIT"
    OTHER_FORMAT = "it is neither PNG nor JPEG"
    TOO_MANY_PIXELS = "it has more pixels than PIXEL_LIMIT"
    DAMAGED = "it cannot be read to its end"


@dataclass(frozen=True, slots=True)
class Examined:
    """What is wrong with a picture, if anything, and its pixels across and down, 0 where nobody knows."""

    flaw: Flaw | None
    width: int = 0
    height: int = 0


def examined(data: bytes) -> Examined:
    """What is wrong with a file. One with too many bytes or pixels is refused before anything of it is decoded."""
    if len(data) > BYTE_LIMIT:
        return Examined(Flaw.TOO_MANY_BYTES)
    try:
        said = header(data)
    except NotAPicture:
        return Examined(Flaw.OTHER_FORMAT)
    except Damaged:
        return Examined(Flaw.DAMAGED)
    if said.width * said.height > PIXEL_LIMIT:
        return Examined(Flaw.TOO_MANY_PIXELS, said.width, said.height)
    from pipeline.pictures.printed import is_sound  # noqa: PLC0415 - loads Pillow, which few projects need to `check`

    return Examined(None if is_sound(data) else Flaw.DAMAGED, said.width, said.height)
