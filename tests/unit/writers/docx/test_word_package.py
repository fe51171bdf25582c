"""The package: properties, language, fonts, nothing left of python-docx's file, and bytes that never vary."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import docx

from pipeline.document import Document
from pipeline.typeface import Face
from pipeline.writers import docx as word
from pipeline.writers.docx.embedding import font_key, obfuscated
from pipeline.writers.look import Look
from tests.unit.writers.docx.word_file import R, W, WordFile

ROOT = Path(__file__).parents[4]
SPOKEN = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def test_the_number_of_pages_is_words(document: Document, look: Look) -> None:
    assert word.write(document, look).pages is None


def test_properties_come_from_the_metadata(written: WordFile) -> None:
    core = docx.Document(written.archive.fp).core_properties
    assert (core.title, core.subject, core.author) == ("Karta & <väg>", "Rehabilitering", "Förbundet")
    assert (core.language, core.keywords, core.revision, core.comments) == ("sv-SE", "karta, utkast", 1, "")
    assert core.created is not None
    assert core.created.isoformat() == "2026-11-21T12:00:00+00:00"
    assert core.modified == core.created


def test_the_language_is_set_where_word_looks_for_it(written: WordFile) -> None:
    (default,) = written.part("word/styles.xml").iter(f"{W}lang")
    (theme,) = written.part("word/settings.xml").iter(f"{W}themeFontLang")
    assert (default.get(f"{W}val"), theme.get(f"{W}val")) == ("sv-SE", "sv-SE")
    assert written.part("word/settings.xml").find(f"{W}autoHyphenation") is not None


def test_nothing_is_left_of_the_file_it_began_from(written: WordFile) -> None:
    names = written.archive.namelist()
    assert not [name for name in names if "thumbnail" in name or "customXml" in name or "WithEffects" in name]
    everything = b"".join(written.archive.read(name) for name in names if name.endswith((".xml", ".rels")))
    for junk in (b"Cambria", b"Calibri", b"MS Mincho", b"attachedTemplate", b"rsid", b"TotalTime", b"python-docx"):
        assert junk not in everything


def test_the_four_faces_are_embedded_and_come_back_whole(written: WordFile, look: Look) -> None:
    table = written.part("word/fontTable.xml")
    targets = {found.get("Id"): found.get("Target") for found in written.part("word/_rels/fontTable.xml.rels")}
    places = {"embedRegular": Face.REGULAR, "embedBold": Face.BOLD, "embedItalic": Face.ITALIC}
    for place, face in (places | {"embedBoldItalic": Face.BOLD_ITALIC}).items():
        (found,) = table.iter(f"{W}{place}")
        stored = written.archive.read(f"word/{targets[found.get(f'{R}id')]}")
        assert stored != look.family.fonts[face].data
        assert obfuscated(stored, found.get(f"{W}fontKey", "")) == look.family.fonts[face].data
    settings = written.part("word/settings.xml")
    assert settings.find(f"{W}embedTrueTypeFonts") is not None
    assert settings.find(f"{W}saveSubsetFonts") is not None


def test_a_font_is_mixed_with_its_key_read_backwards() -> None:
    # ISO/IEC 29500-4, 17.8.1: byte 0 of the font with the last byte of the GUID as written, and so on, twice.
    key = "{10213243-4455-6677-8899-AABBCCDDEEFF}"
    mixed = obfuscated(bytes(40), key)
    assert mixed[:16] == bytes.fromhex("FFEEDDCCBBAA99887766554443322110")
    assert mixed[16:32] == mixed[:16]
    assert mixed[32:] == bytes(8)
    assert font_key(b"a") != font_key(b"b")


def test_the_zip_is_in_order_dated_and_stored(written: WordFile) -> None:
    entries = written.archive.infolist()
    names = [entry.filename for entry in entries]
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
    assert {entry.date_time for entry in entries} == {(2026, 11, 21, 12, 0, 0)}
    assert {(entry.create_system, entry.compress_type) for entry in entries} == {(3, zipfile.ZIP_STORED)}


def test_every_member_has_a_content_type(written: WordFile) -> None:
    listed = written.part("[Content_Types].xml")
    extensions = {found.get("Extension") for found in listed} - {None}
    for name in written.archive.namelist():
        assert name.rpartition(".")[2] in extensions


def test_the_same_document_gives_the_same_bytes(document: Document, look: Look) -> None:
    assert word.write(document, look) == word.write(document, look)


PROGRAMME = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from tests.unit.writers.docx.sample import sample
print(hashlib.sha256(sample()).hexdigest())
"""


WORLDS = (
    {"PYTHONHASHSEED": "0"},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4242", "TZ": "America/Adak", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1"},
)


def test_the_world_around_changes_no_byte(tmp_path: Path) -> None:
    call = [sys.executable, "-c", PROGRAMME, str(ROOT)]
    started = []
    for number, world in enumerate(WORLDS):
        folder = tmp_path / str(number)
        folder.mkdir()
        started.append(subprocess.Popen(call, env={**os.environ, **world}, cwd=folder, stdout=subprocess.PIPE))
    digests = {process.communicate()[0] for process in started}
    assert [process.returncode for process in started] == [0] * len(WORLDS)
    assert len(digests) == 1
