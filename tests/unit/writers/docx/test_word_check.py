"""Our own check finds nothing in what we write, and each fault when it is put in on purpose."""

import io
import warnings
import zipfile
from collections.abc import Callable

import pytest

from pipeline.document import Document, Heading, ItemList, Jump, Paragraph, Text, Tone, Web
from pipeline.writers.docx.check import findings
from tests.unit.writers.docx.word_file import WordFile

FileOf = Callable[..., WordFile]
TEXT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
CORE, LINKS, TYPES = "docProps/core.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def codes(file: WordFile) -> set[str]:
    return {finding.code for finding in findings(file.data)}


def test_what_we_write_is_clean(written: WordFile, document: Document) -> None:
    assert findings(written.data) == ()
    assert findings(written.data, ["https://example.org/lag?a=1&b=å"]) == ()


def test_links_of_no_document_are_found(written: WordFile) -> None:
    (finding,) = findings(written.data, ["https://example.org/annan"])
    assert (finding.code, finding.detail) == ("external_unknown", "https://example.org/lag?a=1&b=%C3%A5")


def relation(kind: str, target: str = "https://example.org/", mode: str = ' TargetMode="External"') -> str:
    return f'<Relationship Id="rX" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'


@pytest.mark.parametrize(
    ("code", "part", "old", "new"),
    [
        ("relation_unused", LINKS, "</Relationships>", relation("hyperlink")),
        ("relation_unresolved", TEXT, "r:embed=", 'r:link="rNone" r:embed='),
        ("relation_target_missing", LINKS, 'Target="media/picture1.png"', 'Target="media/none.png"'),
        ("external_unknown", LINKS, "https://example.org/lag", "file:///lag"),
        ("external_unknown", LINKS, "https://example.org/lag", "https://example.org/ lag"),
        ("external_unknown", LINKS, "</Relationships>", relation("image")),
        ("part_forbidden", LINKS, "</Relationships>", relation("attachedTemplate", "file:///G:/mall.dotx")),
        ("part_forbidden", LINKS, "</Relationships>", relation("vbaProject", "styles.xml", "")),
        ("part_forbidden", LINKS, "</Relationships>", relation("oleObject", "styles.xml", "")),
        ("part_forbidden", LINKS, "</Relationships>", relation("aFChunk", "styles.xml", "")),
        ("part_forbidden", "_rels/.rels", "</Relationships>", relation("metadata/thumbnail", "word/styles.xml", "")),
        ("part_forbidden", TEXT, "<w:sectPr>", '<w:altChunk r:id="rId1"/><w:sectPr>'),
        ("part_forbidden", TYPES, "wordprocessingml.document.main", "ms-word.document.macroEnabled.main"),
        ("comments_present", LINKS, "</Relationships>", relation("comments", "styles.xml", "")),
        ("bookmark_unpaired", TEXT, '<w:bookmarkEnd w:id="1"/>', ""),
        ("bookmark_unpaired", TEXT, '<w:bookmarkStart w:id="2" w:name="steg_5"/>', ""),
        ("bookmark_id_repeated", TEXT, 'w:bookmarkStart w:id="2"', 'w:bookmarkStart w:id="1"'),
        ("bookmark_name_repeated", TEXT, 'w:name="steg_5"', 'w:name="Steg_4"'),
        ("bookmark_name_invalid", TEXT, 'w:name="steg_5"', 'w:name="steg-5"'),
        ("bookmark_name_invalid", TEXT, 'w:name="steg_5"', f'w:name="{"x" * 41}"'),
        ("anchor_without_bookmark", TEXT, 'w:anchor="steg_5"', 'w:anchor="steg_6"'),
        ("drawing_undescribed", TEXT, 'descr="Steget och dess grannar"', 'descr=" "'),
        ("table_header_missing", TEXT, "<w:tblHeader/>", ""),
        ("heading_jump", TEXT, 'w:val="Heading1"', 'w:val="Heading2"'),
        ("heading_jump", TEXT, 'w:val="Heading1"', 'w:val="Normal"'),
        ("paragraph_empty", TEXT, "<w:sectPr>", "<w:p/><w:sectPr>"),
        ("paragraph_empty", TEXT, "<w:sectPr>", "<w:p><w:r><w:t> \u00a0</w:t></w:r></w:p><w:sectPr>"),
        ("title_missing", CORE, "Karta &amp; &lt;väg&gt;", ""),
        ("language_missing", CORE, "sv-SE", ""),
        ("language_missing", STYLES, 'w:lang w:val="sv-SE"', "w:lang"),
        ("language_missing", SETTINGS, '<w:themeFontLang w:val="sv-SE"/>', ""),
        ("fields_updated", SETTINGS, "<w:zoom", '<w:updateFields w:val="true"/><w:zoom'),
        ("field_dirty", "word/footer1.xml", '<w:fldChar w:fldCharType="begin"', '<w:fldChar w:dirty="true"'),
        ("link_text_address", TEXT, ">lagtexten<", ">https://example.org/lag<"),
        ("contrast_low", STYLES, 'w:color w:val="5B5F66"', 'w:color w:val="9B9FA6"'),
        ("contrast_low", TEXT, 'w:fill="FDCA77"', 'w:fill="303030"'),
    ],
)
def test_each_fault_is_found(written: WordFile, code: str, part: str, old: str, new: str) -> None:
    assert code in codes(written.replaced(part, old, new))


def test_doubled_picture_ids_are_found_over_all_parts(written: WordFile) -> None:
    drawing = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:docPr id="1" name="a" descr="b"/></wp:inline></w:drawing></w:r></w:p></w:hdr>'
    )
    assert codes(written.replaced("word/header1.xml", "</w:hdr>", drawing)) == {"drawing_id_repeated"}


def test_doubled_and_unsafe_names_are_found(written: WordFile) -> None:
    target = io.BytesIO(written.data)
    with warnings.catch_warnings(), zipfile.ZipFile(target, "a") as archive:
        warnings.simplefilter("ignore")  # zipfile warns of the doubled name, which is what we want
        archive.writestr(TEXT, archive.read(TEXT))
        archive.writestr("../evil.txt", b"x")
    assert codes(WordFile(target.getvalue())) == {"zip_name_repeated", "zip_name_unsafe"}


def test_a_picture_marked_as_decoration_needs_no_words(written: WordFile) -> None:
    mark = (
        '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="x"><d:decorative '
        'xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    )
    plain = written.replaced(TEXT, 'descr="Steget och dess grannar" title="Karta"/>', f'descr="">{mark}</wp:docPr>')
    assert codes(plain) == set()


def test_headings_may_rise_by_several_levels(file_of: FileOf) -> None:
    file = file_of(Heading(1, "a"), Heading(2, "b"), Heading(3, "c"), Heading(1, "d"))
    assert findings(file.data) == ()


def test_links_in_any_block_are_clean(file_of: FileOf) -> None:
    web = Web("Finsam", "https://example.org/")
    file = file_of(Heading(1, "a", "a"), Paragraph((web, Jump("upp", "a")), Tone.QUIET), ItemList(((web, Text("!")),)))
    assert findings(file.data) == ()
