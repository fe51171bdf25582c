"""The head of a PNG or JPEG file: its size in pixels, read by ourselves so that no decoder meets one too large."""

from __future__ import annotations

import struct
from dataclasses import dataclass

_PNG = b"\x89PNG\r\n\x1a\n"
# The first chunk is IHDR with 13 bytes; width and height come first (PNG, third edition, 11.2.1).
_IHDR = struct.Struct(">I4sII")
_IHDR_LENGTH = 13

_JPEG = b"\xff\xd8\xff"
# Markers of JPEG (ITU-T T.81, table B.1): frames of all kinds, and those that no segment follows.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_LONE = frozenset({0x01, *range(0xD0, 0xD8)})
_SCAN, _END = 0xDA, 0xD9
# Length, bits a sample, height, width (B.2.2).
_FRAME = struct.Struct(">HBHH")


class NotAPicture(ValueError):
    """The file does not begin as a PNG or JPEG does."""


class Damaged(ValueError):
    """The file begins as a picture does, but cannot be read."""


@dataclass(frozen=True, slots=True)
class Header:
    """Pixels across and down, before any turning."""

    width: int
    height: int


def header(data: bytes) -> Header:
    """What the head of the file says; nothing is decoded. Raises NotAPicture or Damaged."""
    if data.startswith(_PNG):
        found = _of_png(data)
    elif data.startswith(_JPEG):
        found = _of_jpeg(data)
    else:
        raise NotAPicture
    if not found.width or not found.height:
        raise Damaged
    return found


def _of_png(data: bytes) -> Header:
    if len(data) < len(_PNG) + _IHDR.size:
        raise Damaged
    length, name, width, height = _IHDR.unpack_from(data, len(_PNG))
    if length != _IHDR_LENGTH or name != b"IHDR":
        raise Damaged
    return Header(width, height)


def _of_jpeg(data: bytes) -> Header:
    """The size in the first frame; segments before it are skipped by their lengths."""
    at = 2
    while at + 1 < len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a byte that only fills
            at += 1
        elif marker in _LONE:
            at += 2
        elif marker in {_SCAN, _END} or at + 2 + _FRAME.size > len(data):
            break
        else:
            length, _, height, width = _FRAME.unpack_from(data, at + 2)
            if marker in _FRAMES:
                return Header(width, height)
            at += 2 + length
    raise Damaged
