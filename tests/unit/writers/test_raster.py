"""Pictures of a scene: their size, their bytes, and that SVG and PDF show the same."""

import io
import subprocess
from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from pipeline.document import Sheets
from pipeline.geometry import Rect, Size
from pipeline.scene import Group, Item, Link, Metadata, Scene, TextLine
from pipeline.scene import Image as Picture
from pipeline.writers import svg
from pipeline.writers.look import Look
from pipeline.writers.raster import png


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def without_text(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items without lines of text: rsvg-convert reads no embedded fonts."""
    kept: list[Item] = []
    for item in items:
        if isinstance(item, Group | Link):
            kept.append(replace(item, items=without_text(item.items)))
        elif not isinstance(item, TextLine):
            kept.append(item)
    return tuple(kept)


def test_size_in_pixels(scene: Scene, look: Look) -> None:
    assert opened(png(scene, look, 254)).size == (1000, 400)  # 100 x 40 mm, ten pixels a millimetre


def test_ground_is_white_and_colours_few(scene: Scene, look: Look) -> None:
    picture = opened(png(scene, look, 200))
    assert picture.mode == "P"
    assert picture.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
    assert len(picture.getcolors() or ()) <= 128


def test_says_nothing_of_itself(scene: Scene, look: Look) -> None:
    assert opened(png(scene, look, 96)).info.keys() <= {"transparency"}


def test_same_bytes_twice(scene: Scene, look: Look) -> None:
    assert png(scene, look, 150) == png(scene, look, 150)


@pytest.mark.tool("rsvg-convert")
def test_svg_and_pdf_show_the_same(scene: Scene, look: Look, metadata: Metadata) -> None:
    bare = replace(scene, items=without_text(scene.items))
    data = svg.write(Sheets(metadata, (bare,)), look).data
    command = ["rsvg-convert", "--width", "1000", "--height", "400", "--background-color", "white"]
    other = opened(subprocess.run(command, input=data, capture_output=True, check=True).stdout).convert("L")
    differing = ImageChops.difference(opened(png(bare, look, 254)).convert("L"), other).point(lambda level: level > 64)
    share = sum(count for count, value in differing.getcolors() or () if value) / (1000 * 400)
    assert share < 0.01


def test_a_photograph_keeps_its_colours(look: Look) -> None:
    # Every shade of red with every shade of blue: far more than the 128 colours that a drawing keeps.
    shades = Image.linear_gradient("L")
    target = io.BytesIO()
    Image.merge("RGB", (shades, Image.new("L", shades.size), shades.rotate(90))).save(target, "PNG")
    image = Picture(target.getvalue(), Rect(0, 0, 65, 65), "")
    shown = opened(png(Scene(Size(65, 65), (image,), "", ""), look, 100)).convert("RGB")
    assert len(shown.getcolors(maxcolors=100_000) or ()) > 10_000
