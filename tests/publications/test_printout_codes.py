"""Released files with codes: every gate is silent, and another reader finds in each the address of its own place."""

import io
import subprocess
import zipfile

import pypdfium2
import pytest
import zxingcpp
from lxml import etree
from PIL import Image

from pipeline.release.build import Made, build
from pipeline.release.plan import planned
from tests.support.readers import pdf_text
from tests.support.released import PAGE, SHOWN, released
from tests.support.shared import made_once

DPI = 150  # less than any office printer


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> dict[str, Made]:
    def built() -> dict[str, Made]:
        project = released()
        found = build(project, planned(project.programme), lambda *_: None, verify=True)
        return {one.artefact.path: one for one in found}

    return made_once(tmp_path_factory, "printout-codes", built)


def _of(made: dict[str, Made], form: str) -> list[Made]:
    found = [one for one in made.values() if one.artefact.format == form]
    assert found
    return found


def _wanted(one: Made) -> str:
    return f"{PAGE}#2026.1/{one.artefact.anchor}"


def _read(image: Image.Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(image.convert("L")) if code.format.name == "QRCode"]


def _page(data: bytes, number: int) -> Image.Image:
    document = pypdfium2.PdfDocument(data)
    page = document[number]
    drawn = page.render(scale=DPI / 72)
    image = drawn.to_pil().copy()
    for opened in (drawn, page, document):
        opened.close()
    return image


def test_every_gate_is_silent(made):
    assert {one.artefact.format for one in made.values()} == {"svg", "pdf", "docx", "html"}
    assert [(path, found) for path, one in made.items() for found in one.findings] == []


def test_the_first_page_of_every_pdf_has_the_code_of_its_own_place(made):
    for one in _of(made, "pdf"):
        assert _read(_page(one.data, 0)) == [_wanted(one)], one.artefact.path


def test_a_grey_worn_copy_can_still_be_read(made):
    """As from an old copier: a quarter lighter, blurred by scaling to 110 dpi, and turned a little."""
    for one in _of(made, "pdf"):
        page = _page(one.data, 0).convert("L").point(lambda value: 64 + value * 3 // 4)
        small = page.resize((page.width * 110 // DPI, page.height * 110 // DPI), Image.Resampling.BILINEAR)
        assert _read(small.rotate(3, expand=True, fillcolor=255)) == [_wanted(one)], one.artefact.path


@pytest.mark.tool("rsvg-convert")
def test_the_code_of_an_svg_is_read_from_another_programs_drawing(made):
    for one in _of(made, "svg"):
        command = ["rsvg-convert", "--dpi-x", str(DPI), "--dpi-y", str(DPI), "--background-color", "white"]
        drawn = subprocess.run(command, input=one.data, capture_output=True, check=True).stdout
        assert _read(Image.open(io.BytesIO(drawn))) == [_wanted(one)], one.artefact.path


def test_the_picture_in_word_is_the_code_and_its_alternative_says_the_address(made):
    for one in _of(made, "docx"):
        with zipfile.ZipFile(io.BytesIO(one.data)) as package:
            pictures = [package.read(name) for name in package.namelist() if name.endswith(".png")]
            root = etree.fromstring(package.read("word/document.xml"))
            feet = [package.read(name).decode() for name in package.namelist() if "footer" in name]
        assert [text for data in pictures for text in _read(Image.open(io.BytesIO(data)))] == [_wanted(one)]
        descriptions = [mark.get("descr") for mark in root.iter("{*}docPr")]
        assert sum(_wanted(one) in said for said in descriptions) == 1
        assert any(SHOWN in foot for foot in feet)


def test_every_page_of_a_pdf_names_release_code_and_address(made):
    """Whoever holds one loose page can look it up."""
    for one in _of(made, "pdf"):
        pages = pdf_text(one.data).split("\f")[:-1]
        assert len(pages) == one.pages
        for page in pages:
            assert "2026.1" in page
            assert one.code in page
            assert SHOWN in page


def test_an_address_wider_than_the_page_is_left_out_of_the_foot_and_harms_nothing():
    long = "https://" + "lang-adress." * 24 + "se/gallande.html"
    project = released(long)
    wanted = [one for one in planned(project.programme) if one.anchor == "att-gora-kommunen-A4"]
    for one in build(project, wanted, lambda *_: None, verify=True):
        assert one.findings == ()
        assert "Gäller sidan" not in pdf_text(one.data)
        assert _read(_page(one.data, 0)) == [f"{long}#2026.1/att-gora-kommunen-A4"]


def test_the_web_page_leads_to_its_place(made):
    (page,) = _of(made, "html")
    assert f'href="{_wanted(page)}"' in page.data.decode()
