"""A picture as it is printed: upright, on white, in sRGB, no finer than printers show.

Where it was taken, by which camera and when stays behind: the file that comes out holds pixels only.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageCms

from pipeline.geometry import Size
from pipeline.pictures.header import Damaged, header

# Finer is lost on paper. Coarser than the second shows its pixels: such a picture is printed small instead.
DOTS_PER_INCH, _LEAST_DOTS_PER_INCH = 300, 120
_MM_PER_INCH = 25.4
_ORIENTATION = 0x0112
# How a camera was held, by what its picture says (Exif 2.32, 4.6.4 A), and how it is turned upright.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ON_ITS_SIDE = frozenset({5, 6, 7, 8})
_SEEN_THROUGH = frozenset({"LA", "La", "PA", "RGBA", "RGBa"})


@dataclass(frozen=True, slots=True)
class Printed:
    """The picture as PNG (8 bits of red, green and blue), and its size on paper, mm."""

    data: bytes
    size: Size


def printed(data: bytes, room: Size) -> Printed:
    """The picture as large as `room` and its own pixels allow, mm. Raises Damaged."""
    image, size = _shown(data, room)
    target = io.BytesIO()
    image.save(target, "PNG", optimize=True)
    return Printed(target.getvalue(), size)


def is_sound(data: bytes) -> bool:
    """True if the picture can be read to its end."""
    try:
        _shown(data, Size(1, 1))
    except Damaged:
        return False
    return True


def _shown(data: bytes, room: Size) -> tuple[Image.Image, Size]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow tells of odd metadata, which nobody sees
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _read(data, room)
    except Exception as fault:  # a decoder of strangers' bytes fails in more ways than it says
        raise Damaged from fault


def _read(data: bytes, room: Size) -> tuple[Image.Image, Size]:
    image: Image.Image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
    said = header(data)
    if image.size != (said.width, said.height):  # a second head further on, of a larger picture
        raise Damaged
    held = _held(image)
    lies = held in _ON_ITS_SIDE
    size, pixels = _fitted(image.size[::-1] if lies else image.size, room)
    stored = pixels[::-1] if lies else pixels
    image.draft(None, (2 * stored[0], 2 * stored[1]))  # a JPEG is decoded no larger than this asks for
    image.load()
    profile = image.info.get("icc_profile")
    small = _without_tricks(image).resize(stored, Image.Resampling.LANCZOS)
    plain = _in_srgb(_on_white(small), profile)
    upright = plain.transpose(_TURNS[held]) if held in _TURNS else plain
    return Image.frombytes("RGB", upright.size, upright.tobytes()), size


def _held(image: Image.Image) -> int:
    """The picture's orientation; one that cannot be read is none."""
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # a damaged note about the camera spoils no picture
        return 1


def _fitted(own: tuple[int, int], room: Size) -> tuple[Size, tuple[int, int]]:
    """Size on paper, mm, and pixels that it takes, for an upright picture of so many pixels."""
    width, height = own
    pixel = min(room.width / width, room.height / height, _MM_PER_INCH / _LEAST_DOTS_PER_INCH)
    shrunk = min(1.0, pixel * DOTS_PER_INCH / _MM_PER_INCH)
    return Size(width * pixel, height * pixel), (max(1, round(width * shrunk)), max(1, round(height * shrunk)))


def _without_tricks(image: Image.Image) -> Image.Image:
    """The picture in grey, RGB, RGBA or CMYK of 8 bits: no palette, no colour that stands for nothing."""
    if image.mode.startswith("I"):  # 16 bits of grey, which Pillow itself would cut off at 255
        return image.convert("I").point([step >> 8 for step in range(65536)], "L")
    if "transparency" in image.info or image.mode in _SEEN_THROUGH:
        return image.convert("RGBA")
    return image if image.mode in {"L", "RGB", "CMYK"} else image.convert("RGB")


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    sheet = Image.new("RGB", image.size, "white")
    sheet.paste(image, mask=image)
    return sheet


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture's colours by its own profile; without one that fits, RGB and grey are taken for sRGB."""
    if profile:
        try:
            source, target = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
            found = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            found = None
        if found is not None:
            return found
    return image.convert("RGB")
