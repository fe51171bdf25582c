"""The head of a picture's file: its size, whatever stands before it, and never an endless search."""

import struct

import pytest

from pipeline.pictures import Damaged, Header, NotAPicture, header
from tests.unit.pictures.drawn import ihdr, plain

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"


def segment(marker: int, data: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", 2 + len(data)) + data


def frame(width: int, height: int, marker: int = 0xC0) -> bytes:
    return segment(marker, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00")


def test_sizes_of_real_files() -> None:
    assert header(plain(30, 20)) == Header(30, 20)
    assert header(plain(30, 20, "JPEG")) == Header(30, 20)


@pytest.mark.parametrize("marker", [0xC0, 0xC1, 0xC2, 0xC9])
def test_frames_of_every_kind(marker: int) -> None:
    assert header(JPEG + frame(7, 5, marker)) == Header(7, 5)


def test_what_stands_before_the_frame_is_skipped() -> None:
    # A comment that holds what looks like a frame, tables whose marker lies among those of frames, bytes that fill.
    before = segment(0xFE, frame(999, 999)) + segment(0xC4, b"tables") + b"\xff\xd0" + b"\xff\xff\xff"
    assert header(JPEG + before + frame(7, 5)) == Header(7, 5)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"RIFF____WEBP", b"<svg/>", b"BM", b"%PDF", b"\xff\xd8", PNG[:-1]])
def test_other_files(data: bytes) -> None:
    with pytest.raises(NotAPicture):
        header(data)


@pytest.mark.parametrize(
    "data",
    [
        PNG,
        PNG + ihdr(30, 20)[:15],
        PNG + ihdr(0, 20),
        PNG + ihdr(30, 0),
        PNG + ihdr(30, 20).replace(b"IHDR", b"IDAT"),
        PNG + b"\0\0\0\x0e" + ihdr(30, 20)[4:],
        JPEG + b"\xff",
        JPEG + segment(0xDA, b"scan" * 9) + frame(7, 5),
        JPEG + segment(0xFE, b"note"),
        JPEG + frame(0, 5),
        JPEG + frame(7, 5)[:8],
        JPEG + b"\xff\xfe\xff\xff" + frame(7, 5),
        JPEG + segment(0xFE, b"") + b"\0" + frame(7, 5),
    ],
)
def test_damaged_heads(data: bytes) -> None:
    with pytest.raises(Damaged):
        header(data)


def test_a_segment_that_says_it_has_no_length_does_not_hold_us_up() -> None:
    with pytest.raises(Damaged):
        header(JPEG + b"\xff\xfe\x00\x00" * 20_000)
