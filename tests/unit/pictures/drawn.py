"""Pictures made for tests: one colour, or red in the first corner that is stored and blue elsewhere."""

import io
import struct
import zlib

from PIL import Image

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def written(image: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    target = io.BytesIO()
    image.save(target, kind, **more)
    return target.getvalue()


def plain(width: int, height: int, kind: str = "PNG") -> bytes:
    return written(Image.new("RGB", (width, height), RED), kind)


def cornered(width: int = 80, height: int = 40) -> Image.Image:
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    return image


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def ihdr(width: int, height: int) -> bytes:
    """A PNG's head: 8 bits, RGB."""
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))


def bomb(width: int, height: int) -> bytes:
    """A PNG of few bytes that unfolds to all its pixels, each black."""
    row = zlib.compressobj(9)
    pixels = b"".join([row.compress(bytes(1 + 3 * width)) for _ in range(height)]) + row.flush()
    return b"\x89PNG\r\n\x1a\n" + ihdr(width, height) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def of(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))
