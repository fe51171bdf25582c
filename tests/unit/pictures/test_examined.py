"""What is wrong with a picture: told from its head where it is too large, before anything of it is decoded."""

import random

import pytest
from PIL import Image, ImageFile

from pipeline.geometry import Size
from pipeline.pictures import BYTE_LIMIT, PIXEL_LIMIT, Damaged, Examined, Flaw, examined
from pipeline.pictures.printed import printed
from tests.unit.pictures.drawn import bomb, chunk, cornered, ihdr, plain, written

BOMB = b"\x89PNG\r\n\x1a\n" + ihdr(30_000, 30_000) + chunk(b"IDAT", b"x") + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_sound_picture(kind: str) -> None:
    assert examined(plain(30, 20, kind)) == Examined(None, 30, 20)


def test_900_megapixels_are_refused_from_the_head_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    monkeypatch.setattr(Image, "open", lambda *_, **__: opened.append(1))
    assert examined(BOMB) == Examined(Flaw.TOO_MANY_PIXELS, 30_000, 30_000)
    assert not opened


def test_the_limit_itself_is_fine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.pictures.PIXEL_LIMIT", 600)
    assert examined(plain(30, 20)).flaw is None
    assert examined(plain(30, 21)).flaw is Flaw.TOO_MANY_PIXELS


def test_the_decoder_keeps_its_own_guard(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Image.MAX_IMAGE_PIXELS > PIXEL_LIMIT
    assert not ImageFile.LOAD_TRUNCATED_IMAGES
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 500)
    with pytest.raises(Damaged):
        printed(plain(30, 20), Size(10, 10))


def test_a_second_head_does_not_smuggle_pixels_in() -> None:
    large = bomb(100, 100)
    assert examined(large) == Examined(None, 100, 100)
    assert examined(large[:8] + ihdr(10, 10) + large[8:]).flaw is Flaw.DAMAGED


def test_a_file_with_too_many_bytes() -> None:
    assert examined(plain(30, 20) + bytes(BYTE_LIMIT)).flaw is Flaw.TOO_MANY_BYTES


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP"])
def test_other_formats_by_whatever_name(kind: str) -> None:
    assert examined(written(cornered(), kind)).flaw is Flaw.OTHER_FORMAT


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_file_cut_short(kind: str) -> None:
    whole = written(Image.effect_noise((60, 60), 80), kind)
    assert {examined(whole[:length]).flaw for length in range(20, len(whole) - 60, 97)} == {Flaw.DAMAGED}


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_no_bytes_break_the_reader(kind: str) -> None:
    chance, whole = random.Random(6), written(Image.effect_noise((40, 40), 80).convert("RGB"), kind)
    for _ in range(150):
        broken = bytearray(whole)
        for _ in range(3):
            broken[chance.randrange(2, len(broken))] = chance.randrange(256)
        if examined(bytes(broken)).flaw is None:
            assert printed(bytes(broken), Size(50, 50)).data
