"""Lists, fonts, page numbers and odd files of an agency's template, read back without the writer."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.document import Document, Heading, ItemList, Paragraph, Text, Tone
from pipeline.writers.docx import write
from pipeline.writers.docx.check import findings
from pipeline.writers.look import HouseTemplate, Look
from tests.support.word_templates import KEPT, OLD, labelled, libreoffice_like, littered, with_member
from tests.unit.writers.docx.word_file import Element, W, WordFile, style_of, text_of

BLOCKS = (Heading(1, "Rubrik"), ItemList(((Text("en punkt"),),)), Paragraph((Text("Ingressen."),), Tone.LEAD))
Written = Callable[[bytes], WordFile]


@pytest.fixture
def into(document_of: Callable[..., Document], look: Look) -> Written:
    def make(template: bytes) -> WordFile:
        return WordFile(write(document_of(*BLOCKS), replace(look, template=HouseTemplate("x.docx", template))).data)

    return make


def changed(template: bytes, member: str, old: str, new: str) -> bytes:
    def change(data: bytes) -> bytes:
        assert old.encode() in data, old
        return data.replace(old.encode(), new.encode())

    return with_member(template, member, change)


def value(element: Element | None, path: str) -> str | None:
    found = None if element is None else element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def mark_of(file: WordFile, words: str) -> str | None:
    """The mark before a paragraph: by its own list, else that of its style, looked up in the numbering part."""
    paragraph = file.find(words)
    number = value(paragraph, "pPr/numPr/numId") or value(file.style(style_of(paragraph)), "pPr/numPr/numId")
    numbering = file.part("word/numbering.xml")
    (used,) = (one for one in numbering.iter(f"{W}num") if one.get(f"{W}numId") == number)
    kind = value(used, "abstractNumId")
    (found,) = (one for one in numbering.iter(f"{W}abstractNum") if one.get(f"{W}abstractNumId") == kind)
    return value(found, "lvl/lvlText")


def test_the_templates_own_bullets_are_used(into: Written) -> None:
    assert mark_of(into(libreoffice_like()), "en punkt") == "\u25a0"


def test_a_style_of_bullets_without_bullets_gets_them_in_the_paragraph(into: Written) -> None:
    bullet = '<w:numPr><w:numId w:val="4"/></w:numPr>'
    file = into(changed(libreoffice_like(), "word/styles.xml", bullet, ""))
    assert style_of(file.find("en punkt")) == "para12"
    assert mark_of(file, "en punkt") == "\u2022"


def test_a_style_whose_list_is_missing_is_not_given_another_list(into: Written) -> None:
    file = into(changed(libreoffice_like(), "word/_rels/document.xml.rels", "/numbering", "/anything"))
    assert mark_of(file, "en punkt") == "\u2022"
    known = {one.get(f"{W}numId") for one in file.part("word/numbering.xml").iter(f"{W}num")}
    assert value(file.style("para12"), "pPr/numPr/numId") not in known


def test_numbers_of_lists_are_there_once_in_the_order_of_the_schema(into: Written) -> None:
    numbering = into(labelled()).part("word/numbering.xml")
    for name, key in (("abstractNum", "abstractNumId"), ("num", "numId")):
        numbers = [one.get(f"{W}{key}") for one in numbering.findall(f"{W}{name}")]
        assert len(set(numbers)) == len(numbers) > 1
    names = [str(child.tag).removeprefix(W) for child in numbering]
    assert names == sorted(names)  # abstractNum before num


def test_a_name_that_the_template_has_for_characters_is_not_taken_for_paragraphs(into: Written) -> None:
    file = into(libreoffice_like())  # its Lead is of characters
    added = file.style(style_of(file.find("Ingressen.")))
    assert added.get(f"{W}type") == "paragraph"
    assert value(added, "basedOn") == "para0"
    assert added.find(f"{W}rPr/{W}rFonts") is None  # the family is inherited


def test_sizes_follow_the_templates_running_text(into: Written) -> None:
    """The lead stands to running text as in our theme: 24 half points here, 20 there."""
    sizes = []
    for template in (libreoffice_like(), labelled()):
        file = into(template)
        sizes.append(int(value(file.style(style_of(file.find("Ingressen."))), "rPr/sz") or 0))
    assert sizes[0] / sizes[1] == pytest.approx(24 / 20, abs=0.05)


def test_our_fonts_come_along_only_where_the_text_is_set_in_them(into: Written, look: Look) -> None:
    assert not [name for name in into(labelled()).archive.namelist() if "font" in name]
    own = into(changed(labelled(), "word/styles.xml", "Arial", look.family.name))
    assert len([name for name in own.archive.namelist() if name.endswith(".odttf")]) == 4
    assert own.part("word/settings.xml").find(f"{W}embedTrueTypeFonts") is not None


def test_the_page_number_is_not_said_twice(into: Written) -> None:
    def fields(file: WordFile) -> int:
        feet = [file.part(name) for name in file.archive.namelist() if name.startswith("word/footer")]
        simple = sum("PAGE" in one.get(f"{W}instr", "") for foot in feet for one in foot.iter(f"{W}fldSimple"))
        return simple + sum((one.text or "").strip() == "PAGE" for foot in feet for one in foot.iter(f"{W}instrText"))

    assert fields(into(libreoffice_like())) == 1  # its own
    assert fields(into(labelled())) == 1  # ours


def test_what_a_header_shows_from_elsewhere_is_left_out(into: Written) -> None:
    linked = changed(
        littered(),
        "word/_rels/header3.xml.rels",
        'Target="media/logo.png"',
        f'Target="https://example.org/{OLD}.png" TargetMode="External"',
    )
    file = into(linked)
    assert not [name for name in file.archive.namelist() if name.startswith("word/media/house")]
    assert findings(file.data) == ()


def test_a_reference_to_a_part_that_is_not_there_is_no_matter(into: Written) -> None:
    file = into(changed(littered(), "word/_rels/document.xml.rels", "header2.xml", "NULL"))
    assert findings(file.data) == ()


def test_text_that_was_deleted_in_a_header_is_gone(into: Written) -> None:
    old, deleted = "Myndigheten udda", f'</w:t></w:r><w:del w:id="1" w:author="{OLD}"><w:r><w:delText>{OLD}</w:delText>'
    file = into(changed(littered(), "word/header1.xml", old, f"{old}{deleted}</w:r></w:del><w:r><w:t>"))
    heads = [file.archive.read(name) for name in file.archive.namelist() if name.startswith("word/header")]
    assert any(old.encode() in head for head in heads)
    assert not any(OLD.encode() in head for head in heads)


@pytest.mark.tool("soffice")
def test_a_template_that_libreoffice_has_saved(into: Written, tmp_path: Path) -> None:
    source = tmp_path / "mall.docx"
    # LibreOffice shows in the header what the XML data say.
    source.write_bytes(changed(labelled(), "customXml/item1.xml", OLD, KEPT))
    office, out = shutil.which("soffice"), tmp_path / "ut"
    assert office is not None
    call = [office, f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless", "--convert-to", "docx"]
    subprocess.run([*call, "--outdir", str(out), str(source)], check=True, capture_output=True, timeout=120)
    file = into((out / "mall.docx").read_bytes())
    assert findings(file.data) == ()
    assert (value(file.style(style_of(file.find("Rubrik"))), "name") or "").casefold() == "heading 1"
    assert KEPT in "".join(text_of(file.part(n)) for n in file.archive.namelist() if n.startswith("word/header"))
    assert not any(OLD.encode() in file.archive.read(n) for n in file.archive.namelist() if "custom" not in n)
