"""Files that may hurt are refused before anything opens them, each with the code that says why."""

import io
import struct
import warnings
import zipfile
import zlib

import pytest

from pipeline.writers.docx.inspection import FILE_LIMIT, inspected
from pipeline.writers.docx.inspection.archive import UNPACKED_LIMIT, XML_LIMIT, Refused, unpacked
from tests.support.sound_template import MAIN, members, packed, part, relations, sound_template

COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)
WITH_MACROS = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def code(data: bytes) -> str:
    seen = inspected(data)
    assert not seen.is_refused or len(seen.remarks) == 1
    return seen.remarks[0].code if seen.is_refused else ""


def of(name: str, data: str | bytes = "<a/>") -> bytes:
    return packed({**members(), name: data})


def encrypted_member() -> bytes:
    """The bit for encryption set on every member, in the members and in the directory (APPNOTE.TXT 4.4.4)."""
    data = bytearray(sound_template())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = data.find(mark)
        while found >= 0:
            data[found + at] |= 1
            found = data.find(mark, found + 4)
    return bytes(data)


def twice(name: str, other: str) -> bytes:
    stream = io.BytesIO(sound_template())
    with zipfile.ZipFile(stream, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile's own, of what is done here on purpose
        for member, text in (*members().items(), (name, "<a/>"), (other, "<a/>")):
            archive.writestr(member, text)
    return stream.getvalue()


def lying_bomb() -> bytes:
    """A member of 30 MB that says of itself in both places that it is of 1,000 bytes."""
    data = bytearray(of("word/media/image1.png", bytes(30_000_000)))
    size, false = struct.pack("<I", 30_000_000), struct.pack("<I", 1_000)
    return bytes(data.replace(size, false))


REFUSED = {
    "nothing": (b"", "U632"),
    "text": (b"Hej", "U632"),
    "a picture called docx": (b"\x89PNG\r\n\x1a\n" + bytes(100), "U632"),
    "RTF": (rb"{\rtf1 Hej}", "U632"),
    "a zip of something else": (packed({"a.txt": "Hej"}), "U632"),
    "a spreadsheet": (packed(members(SHEET)), "U632"),
    "without a main part": (packed({**members(), "_rels/.rels": relations()}), "U632"),
    "OpenDocument": (packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), "U634"),
    "an old document": (COMPOUND + "WordDocument".encode("utf-16-le"), "U633"),
    "another compound file": (COMPOUND + "Workbook".encode("utf-16-le"), "U632"),
    "encrypted by Word": (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "U635"),
    "encrypted members": (encrypted_member(), "U635"),
    "too large": (b"PK\x03\x04" + bytes(FILE_LIMIT), "U636"),
    "macros by type": (packed(members(WITH_MACROS)), "U637"),
    "macros by part": (of("word/vbaProject.bin", b"x"), "U637"),
    "macros under another name": (
        packed({**members(), "[Content_Types].xml": members()["[Content_Types].xml"].replace(
            "</Types>", '<Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
        )}),
        "U637",
    ),
    "a bomb": (of("word/media/image1.png", bytes(UNPACKED_LIMIT + 1)), "U638"),
    "a dense part": (of("word/media/image1.png", bytes(2**21)), "U638"),
    "a bomb that lies": (lying_bomb(), "U639"),
    "too many members": (packed({**members(), **{f"word/a{n}.bin": b"" for n in range(5_001)}}), "U638"),
    "cut off": (sound_template()[:-40], "U639"),
    "half a zip": (sound_template()[:300], "U639"),
    "a turned bit": (sound_template().replace(b"\x00\x00word/styles.xml", b"\x00\x00word/stylex.xml", 1), "U639"),
    "broken XML": (sound_template(styles="<w:styles>"), "U639"),
    "no body": (sound_template(document=part("document", "")), "U639"),
    "an entity from a file": (
        sound_template(styles='<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'), "U640"
    ),
    "entities that grow": (sound_template(header1='<!DOCTYPE a [<!ENTITY x "xxxx">]><a>&x;</a>'), "U640"),
    "the same name twice": (twice("word/a.xml", "word/a.xml"), "U641"),
    "the same name in capitals": (twice("word/a.xml", "word/A.xml"), "U641"),
    "a way out": (of("../../a.xml"), "U642"),
    "a way from the root": (of("/etc/a.xml"), "U642"),
    "a way out on Windows": (of("word\\..\\a.xml"), "U642"),
    "a drive": (of("C:/a.xml"), "U642"),
    "a program in the header": (
        of("word/_rels/header1.xml.rels", relations(("rId1", "oleObject", "embeddings/oleObject1.bin", ""))), "U643"
    ),
    "strict": (
        packed({**members(), "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml", "")).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )}),
        "U644",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_its_code(name: str) -> None:
    data, wanted = REFUSED[name]
    assert code(data) == wanted


def test_a_sound_template_is_taken() -> None:
    assert code(sound_template()) == ""
    assert code(packed(members(MAIN.replace("template", "document")))) == ""


def test_a_document_type_in_utf_16_is_found() -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'
    assert code(of("word/a.xml", text.encode("utf-16"))) == "U640"


def test_what_unpacks_to_much_is_stopped_while_unpacking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted, not believed: the limit holds for what comes out, member after member."""
    monkeypatch.setattr("pipeline.writers.docx.inspection.archive.UNPACKED_LIMIT", 1_000)
    monkeypatch.setattr("pipeline.writers.docx.inspection.archive._require_safe", lambda _: None)
    with pytest.raises(Refused) as refused:
        unpacked(sound_template())
    assert refused.value.remark.code == "U638"


def test_much_xml_is_refused_though_it_is_not_dense() -> None:
    """Every word eight times: packed to about a sixteenth, which is far from dense."""
    words = (f"{zlib.crc32(n.to_bytes(4, 'big')):08x}" * 8 for n in range(XML_LIMIT // 64 + 1))
    data = of("word/a.xml", f"<a>{''.join(words)}</a>")
    assert len(data) < FILE_LIMIT
    assert code(data) == "U638"
