"""Figures: described, at their own size where the page has room, and never a page too large."""

from collections.abc import Callable

import pytest

from pipeline.document import Figure, Panel, Text
from pipeline.geometry import Rect, Size
from pipeline.scene import Image, Scene
from tests.unit.writers.docx.conftest import Painter
from tests.unit.writers.docx.word_file import WP, R, W, WordFile, has

FileOf = Callable[..., WordFile]
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
ASVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"
EMU = 36_000  # a millimetre
TEXT_WIDTH = 170  # 210 less margins of 18 and 22


def figure(width: float, height: float, caption: str = "", title: str = "Karta") -> Figure:
    parts = (Text(caption),) if caption else ()
    return Figure(Scene(Size(width, height), (), title, ""), "En karta med ett steg", parts)


def extents(file: WordFile) -> list[tuple[float, float]]:
    found = file.body.iter(f"{WP}extent")
    return [(int(extent.get("cx", "0")) / EMU, int(extent.get("cy", "0")) / EMU) for extent in found]


def test_a_figure_that_fits_keeps_its_size(file_of: FileOf, painter: Painter) -> None:
    assert extents(file_of(figure(100, 40))) == [(100, 40)]
    assert painter.asked == [("Karta", 200)]


@pytest.mark.parametrize(("width", "height"), [(340, 40), (100, 400), (1000, 1000)])
def test_a_figure_too_large_shrinks_in_proportion(file_of: FileOf, width: float, height: float) -> None:
    ((wide, high),) = extents(file_of(figure(width, height, caption="Text")))
    assert wide <= TEXT_WIDTH
    assert high < 297 - 12 - 16
    assert wide / high == pytest.approx(width / height, rel=1e-4)


def test_a_figure_in_a_box_is_not_wider_than_the_box(file_of: FileOf) -> None:
    ((wide, _),) = extents(file_of(Panel((figure(170, 40),))))
    assert 150 < wide < TEXT_WIDTH - 5


def test_a_caption_takes_room_and_stays_with_its_figure(file_of: FileOf) -> None:
    file = file_of(figure(100, 400, caption="Figurens text"))
    picture, caption = file.paragraphs
    assert has(picture, "keepNext")
    assert file.lines[1] == ("Caption", "Figurens text")
    assert not has(caption, "keepNext")
    without, short = extents(file_of(figure(100, 400)))[0][1], extents(file)[0][1]
    assert short < without
    assert extents(file_of(figure(100, 400, caption="Figurens text " * 20)))[0][1] < short


def test_a_figure_is_described_and_named(file_of: FileOf) -> None:
    (said,) = file_of(figure(100, 40)).body.iter(f"{WP}docPr")
    assert (said.get("descr"), said.get("title")) == ("En karta med ett steg", "Karta")


def pictures(file: WordFile) -> list[str]:
    """The pictures that the text leads to."""
    relations = file.part("word/_rels/document.xml.rels")
    return [found.get("Target", "") for found in relations if found.get("Type", "").endswith("/image")]


def test_picture_ids_differ_and_equal_pictures_are_kept_once(file_of: FileOf) -> None:
    file = file_of(figure(100, 40), figure(100, 40), figure(100, 40, title="En annan"))
    keys = [said.get("id") for said in file.body.iter(f"{WP}docPr")]
    assert len(set(keys)) == 3
    found = pictures(file)
    assert len(found) == len(set(found))
    # The stand-in for pixels differs with the title, the empty drawing does not.
    assert sorted(name.rpartition(".")[2] for name in found) == ["png", "png", "svg"]


def test_a_figure_is_lines_with_pixels_for_those_that_show_none(file_of: FileOf, scene: Scene) -> None:
    file = file_of(Figure(scene, "En karta"))
    (blip,) = file.body.iter(f"{A}blip")
    (twin,) = blip.iter(f"{ASVG}svgBlip")
    (extension,) = blip.iter(f"{A}ext")
    assert extension.get("uri") == "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
    targets = {found.get("Id"): found.get("Target", "") for found in file.part("word/_rels/document.xml.rels")}
    pixels, lines = (targets[of.get(f"{R}embed")].rpartition("/")[2] for of in (blip, twin))
    assert file.archive.read(f"word/media/{pixels}").startswith(b"\x89PNG")
    assert file.part(f"word/media/{lines}").tag == "{http://www.w3.org/2000/svg}svg"
    kinds = {found.get("Extension"): found.get("ContentType") for found in file.part("[Content_Types].xml")}
    assert (kinds["svg"], kinds["png"]) == ("image/svg+xml", "image/png")


def test_a_figure_with_a_photograph_is_pixels_alone(file_of: FileOf) -> None:
    photo = Scene(Size(40, 30), (Image(b"", Rect(0, 0, 40, 30), "Foto"),), "Foto", "")
    file = file_of(Figure(photo, "Ett foto"))
    assert not list(file.body.iter(f"{ASVG}svgBlip"))
    assert [name.rpartition(".")[2] for name in pictures(file)] == ["png"]


def test_a_line_with_a_picture_is_not_higher_than_the_picture(file_of: FileOf) -> None:
    spacing = file_of(figure(100, 40)).style("PictureLine").find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert spacing.get(f"{W}line") == "240"  # any other factor would stretch the picture's line as well
