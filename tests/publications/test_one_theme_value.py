"""One value of the theme changes every format and no code: read back from the finished files by independent readers.

PDF with pikepdf and Poppler, Word with python-docx, SVG with lxml.
"""

import io
import re
import shutil
import subprocess
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest
from docx.shared import Mm, Pt
from fontTools.ttLib import TTFont
from lxml import etree

from pipeline.cli import main
from pipeline.release.workspace import FontShelf
from tests.support.real import ROOT, real_project

THEME = "styles/teman/standard.yaml"
ACTOR = "region-stockholm"
FAMILY = "Provtyp"
# What follows the small size of maps, and of no other kind.
MAP_ONLY = "  fraga: 15\n  teckenforklaring: 9.5\n  fasnamn: 13\n"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Files:
    """A handout as PDF and Word, and a map as SVG, of the same theme."""

    pdf: Path
    word: Path
    svg: Path

    def painted(self) -> set[str]:
        """The colours that areas and letters of the PDF are filled with, as hex."""
        found = set()
        with pikepdf.open(self.pdf) as file:
            for page in file.pages:
                for command in pikepdf.parse_content_stream(page):
                    if str(command.operator) == "rg":
                        found.add("#" + "".join(f"{round(float(part) * 255):02X}" for part in command.operands))
        return found

    def sizes(self) -> set[float]:
        """The sizes of type in the PDF, pt."""
        with pikepdf.open(self.pdf) as file:
            return {
                round(float(command.operands[1]), 2)
                for page in file.pages
                for command in pikepdf.parse_content_stream(page)
                if str(command.operator) == "Tf"
            }

    def fonts(self) -> set[str]:
        """The names of the PDF's fonts, without the tags of subsets."""
        with pikepdf.open(self.pdf) as file:
            return {
                str(font.BaseFont).split("+")[-1]
                for page in file.pages
                for font in page.Resources.get("/Font", {}).values()
            }

    def words(self) -> list[tuple[float, float, str]]:
        """Left edge and baseline of each word on the PDF's first page, from the top, pt."""
        told = subprocess.run(
            ["pdftotext", "-l", "1", "-bbox", str(self.pdf), "-"], capture_output=True, check=True, text=True
        ).stdout
        found = re.findall(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="[\d.]+" yMax="([\d.]+)">(.*)</word>', told)
        return [(float(left), float(low), word) for left, low, word in found]

    @property
    def document(self):
        """The Word file as python-docx opens it."""
        return docx.Document(str(self.word))

    def word_part(self, name: str):
        """A part of the Word file, as lxml reads it."""
        (part,) = (part for part in self.document.part.package.iter_parts() if str(part.partname) == name)
        return etree.fromstring(part.blob)

    def drawn(self, attribute: str) -> set[str]:
        """The values of an attribute in the SVG."""
        return {str(element.get(attribute)) for element in etree.parse(self.svg).iter() if element.get(attribute)}


def _built(root: Path, *changes: tuple[str, str], fonts: dict[str, bytes] | None = None) -> Files:
    """A project with another theme, built by the program as it is."""
    for name in ("sources", "styles"):
        shutil.copytree(ROOT / name, root / name)
    for name, data in (fonts or {}).items():
        (root / "styles" / name).write_bytes(data)
    text = (root / THEME).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    (root / THEME).write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit) as end:
        main(["-C", str(root), "build", "karta", "handout", "--actor", ACTOR, "--to", "pdf,docx,svg"])
    assert end.value.code == 0
    output = root / "output/utkast"
    handout = output / f"handout/handout-{ACTOR}-A4-utkast"
    return Files(
        handout.with_suffix(".pdf"), handout.with_suffix(".docx"), output / f"karta/karta-{ACTOR}-A3-utkast.svg"
    )


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    return _built(tmp_path_factory.mktemp("usual"))


def test_the_colour_of_a_phase(tmp_path, usual):
    old, new = "#F7EAB3", "#F9EFC4"
    made = _built(tmp_path, (f"farg: '{old}'", f"farg: '{new}'"))
    for files, colour, other in ((usual, old, new), (made, new, old)):
        assert colour in files.painted()
        assert other not in files.painted()
        fills = {shade.get(f"{W}fill") for shade in files.document.element.body.iter(f"{W}shd")}
        assert {colour[1:], other[1:]} & fills == {colour[1:]}
        assert {colour, other} & {value.upper() for value in files.drawn("fill")} == {colour}


def test_the_ink(tmp_path, usual):
    old, new = "#1A1A1A", "#14213D"
    made = _built(tmp_path, (f"svart: '{old}'", f"svart: '{new}'"))
    for files, colour in ((usual, old), (made, new)):
        assert {old, new} & files.painted() >= {colour}
        assert str(files.document.styles["Normal"].font.color.rgb) == colour[1:]
        assert colour in {value.upper() for value in files.drawn("fill")}
    assert new not in usual.painted()


def test_the_typeface(tmp_path, usual):
    made = _built(
        tmp_path,
        ("familj: Atkinson Hyperlegible", f"familj: {FAMILY}"),
        ("paket: fontpkg_atkinson_hyperlegible", "paket: null"),
        fonts=_renamed_fonts(),
    )
    assert all(name.startswith(FAMILY) for name in made.fonts())
    assert not any(name.startswith(FAMILY) for name in usual.fonts())
    defaults = made.document.styles.element.find(f".//{W}rPrDefault//{W}rFonts")
    assert {defaults.get(f"{W}ascii"), defaults.get(f"{W}hAnsi")} == {FAMILY}
    assert any(FAMILY in value for value in made.drawn("font-family"))


def _renamed_fonts() -> dict[str, bytes]:
    """The real fonts under another name: nothing else differs, so that only the name can be what is read back."""
    shelf = FontShelf(ROOT, real_project().theme.typeface)
    found = {}
    for field in ("regular", "bold", "italic", "bold_italic"):
        name = getattr(shelf.typeface.files, field)
        font = TTFont(shelf.folder / name)
        names: Any = font["name"]
        for record in names.names:
            if record.nameID in {1, 3, 4, 6, 16}:
                record.string = f"{FAMILY}-{field.replace('_', '')}" if record.nameID in {3, 4, 6} else FAMILY
        made = io.BytesIO()
        font.save(made)
        found[name] = made.getvalue()
    return found


def test_the_margins(tmp_path, usual):
    """Each format has the margin of its own sheet: the handout the inner one, the map the outer one."""
    made = _built(
        tmp_path,
        ("- sort: karta\n  enhet: 4\n  yttre: 12", "- sort: karta\n  enhet: 4\n  yttre: 14"),
        (
            "- sort: handout\n  enhet: 4\n  yttre: 18\n  inre: 22",
            "- sort: handout\n  enhet: 4\n  yttre: 18\n  inre: 20",
        ),
    )
    for files, inner, outer in ((usual, 22, 12), (made, 20, 14)):
        assert min(left for left, _, _ in files.words()) == pytest.approx(inner / 25.4 * 72, abs=1.0)
        assert abs(files.document.sections[0].left_margin - Mm(inner)) < Mm(0.1)
        leftmost = min(float(text.get("x")) for text in etree.parse(files.svg).iter("{*}text") if text.get("x"))
        assert leftmost == pytest.approx(outer, abs=0.5)


def test_a_size_of_type(tmp_path, usual):
    """The running text of the handout, and the line with date and code of the map; 1 pt is 25.4 / 72 mm."""
    made = _built(
        tmp_path,
        (f"  liten: 8\n{MAP_ONLY}", f"  liten: 9\n{MAP_ONLY}"),
        ("  rubrik: 11\n  text: 11\n", "  rubrik: 11\n  text: 12\n"),
    )
    for files, body, small in ((usual, 11.0, 8.0), (made, 12.0, 9.0)):
        assert body in files.sizes()
        assert files.document.styles["Normal"].font.size == Pt(body)
        assert any(float(size) == pytest.approx(small * 25.4 / 72, abs=0.002) for size in files.drawn("font-size"))
    assert 12.0 not in usual.sizes()


def test_the_pitch_of_running_text(tmp_path, usual):
    """A value of the typography alone: the lines of a paragraph stand further apart in PDF and in Word."""
    made = _built(tmp_path, ("brodtext: {rad: 1,", "brodtext: {rad: 1.1,"))
    for files, pitch in ((usual, 15.4), (made, 16.94)):
        lows = sorted({round(low, 1) for _, low, _ in files.words()})
        assert any(after - before == pytest.approx(pitch, abs=0.15) for before, after in pairwise(lows))
    before, after = (files.document.styles["Normal"].paragraph_format.line_spacing for files in (usual, made))
    assert after / before == pytest.approx(1.1, abs=0.01)
