"""A picture as it is printed: upright, on white, in sRGB, as fine as printers show, and nothing but pixels."""

import io

import pytest
from PIL import Image, ImageCms

from pipeline.geometry import Size
from pipeline.pictures.printed import printed
from tests.unit.pictures.drawn import BLUE, RED, WHITE, cornered, of, plain, written

ROOM = Size(170, 90)


def shown(data: bytes, room: Size = ROOM) -> Image.Image:
    image = of(printed(data, room).data)
    assert (image.format, image.mode) == ("PNG", "RGB")
    return image


def chunk_names(png: bytes) -> list[bytes]:
    names, at = [], 8
    while at < len(png):
        names.append(png[at + 4 : at + 8])
        at += 12 + int.from_bytes(png[at : at + 4])
    return names


def near(one: object, other: tuple[int, int, int], by: int = 6) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


def test_fine_pictures_keep_300_dots_an_inch() -> None:
    found = printed(plain(4000, 1000), ROOM)
    assert (found.size.width, found.size.height) == pytest.approx((170, 42.5))
    assert of(found.data).size == (2008, 502)  # 170 mm is 6.693 inches


def test_coarse_pictures_are_printed_small_rather_than_coarser() -> None:
    found = printed(plain(240, 120), ROOM)
    assert (found.size.width, found.size.height) == pytest.approx((50.8, 25.4))  # two inches of 120
    assert of(found.data).size == (240, 120)


def test_tall_pictures_keep_to_the_height() -> None:
    found = printed(plain(1000, 4000), ROOM)
    assert (found.size.width, found.size.height) == pytest.approx((22.5, 90))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_line_of_pixels_stays_one(kind: str) -> None:
    assert shown(plain(5000, 1, kind)).size == (2008, 1)


CORNERS = {"top left": (2, 2), "top right": (-3, 2), "bottom right": (-3, -3), "bottom left": (2, -3)}


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_turned_upright(orientation: int, kind: str) -> None:
    # Exif 2.32, 4.6.4 A: where the first stored row and column are seen, in the order 1 to 4; 5 to 8 lie on their side.
    expected = list(CORNERS)[(orientation - 1) % 4]
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = shown(written(cornered(), kind, exif=exif))
    assert image.size == ((80, 40) if orientation < 5 else (40, 80))
    width, height = image.size
    red = [name for name, (x, y) in CORNERS.items() if near(image.getpixel((x % width, y % height)), RED, 20)]
    assert red == [expected]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_its_size_on_paper_is_that_of_the_upright_picture(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    size = printed(written(cornered(4000, 1000), exif=exif), ROOM).size
    assert size.width / size.height == pytest.approx(4 if orientation < 5 else 0.25)


# One that is no Exif at all, and one whose orientation is the text AB.
WORDS = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x02\0\0\0\x02AB\0\0\0\0\0\0"


@pytest.mark.parametrize("exif", [b"nonsense", WORDS])
def test_an_orientation_that_cannot_be_read_is_none(exif: bytes) -> None:
    assert shown(written(cornered(), "JPEG", exif=b"Exif\0\0" + exif)).size == (80, 40)


def test_nothing_is_said_of_the_photographer() -> None:
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    exif.get_ifd(0x8825)[1] = "N"
    for kind in ("PNG", "JPEG"):
        data = printed(written(cornered(), kind, exif=exif, dpi=(72, 72), icc_profile=b"?" * 200), ROOM).data
        assert set(chunk_names(data)) == {b"IHDR", b"IDAT", b"IEND"}
        assert not of(data).getexif()


def test_what_can_be_seen_through_stands_on_white() -> None:
    clear, half = Image.new("RGBA", (20, 20), (*BLUE, 0)), Image.new("RGBA", (20, 20), (*BLUE, 128))
    assert shown(written(clear)).getpixel((10, 10)) == WHITE
    assert near(shown(written(half)).getpixel((10, 10)), (127, 127, 255))
    assert shown(written(Image.new("LA", (20, 20), (0, 0)))).getpixel((10, 10)) == WHITE
    palette = cornered().quantize(2)
    index = palette.getpixel((0, 0))
    assert shown(written(palette, transparency=index)).getpixel((2, 2)) == WHITE
    assert shown(written(cornered(), transparency=RED)).getpixel((2, 2)) == WHITE


@pytest.mark.parametrize(("mode", "colour"), [("1", 1), ("L", 255), ("P", 0), ("RGB", WHITE)])
def test_every_kind_of_picture(mode: str, colour: int | tuple[int, int, int]) -> None:
    image = Image.new(mode, (20, 20), colour)
    if mode == "P":
        image.putpalette([255, 255, 255])
    assert shown(written(image)).getpixel((10, 10)) == WHITE


def test_grey_of_16_bits_is_not_cut_off() -> None:
    assert near(shown(written(Image.new("I;16", (20, 20), 0x8000))).getpixel((10, 10)), (128, 128, 128), 1)


def test_the_inks_of_a_printer_become_light() -> None:
    assert near(shown(written(Image.new("CMYK", (20, 20), (0, 255, 255, 0)), "JPEG")).getpixel((10, 10)), RED)


def test_colours_follow_the_profile_of_the_picture() -> None:
    # A profile of our own, whose red is sRGB's blue: the names of the two primaries have changed places.
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
    for kind in ("PNG", "JPEG"):
        assert near(shown(written(Image.new("RGB", (20, 20), RED), kind, icc_profile=swapped)).getpixel((9, 9)), BLUE)
        assert near(shown(written(Image.new("RGB", (20, 20), RED), kind, icc_profile=b"?" * 200)).getpixel((9, 9)), RED)


def test_same_picture_same_bytes() -> None:
    data = written(Image.effect_noise((900, 600), 60).convert("RGB"), "JPEG")
    assert printed(data, ROOM) == printed(io.BytesIO(data).getvalue(), ROOM)
