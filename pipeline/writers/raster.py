"""A scene as a PNG: our own PDF figure, drawn by PDFium, with few colours and nothing said of itself."""

from __future__ import annotations

import io

import pypdfium2
from PIL import Image

from pipeline.scene import Image as Picture
from pipeline.scene import Scene, walk
from pipeline.writers.look import Look
from pipeline.writers.pdf.sheets import unfinished_page

# Six phase colours, inks, and the steps between them at edges.
_COLOURS = 128
# PDFium rounds sizes up: without this a page of 1000.00001 pixels would be stretched to 1001.
_SHY = 1 - 1e-6


def png(scene: Scene, look: Look, dpi: int) -> bytes:
    """The scene on white at this resolution (pixels per inch); the same bytes for the same scene."""
    picture = _drawn(unfinished_page(scene, look.family), dpi)
    # A photograph has more colours than a drawing, and shows steps between them.
    is_drawn = not any(isinstance(item, Picture) for item in walk(scene.items))
    few = picture.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE) if is_drawn else picture
    target = io.BytesIO()
    few.save(target, "PNG", optimize=True)
    return target.getvalue()


def _drawn(data: bytes, dpi: int) -> Image.Image:
    pdf = pypdfium2.PdfDocument(data)
    try:
        bitmap = pdf[0].render(scale=dpi / 72 * _SHY, fill_color=(255, 255, 255, 255))
        return bitmap.to_pil().convert("RGB")
    finally:
        pdf.close()
