"""What stands on every page, and the page itself."""

import pytest

from tests.unit.writers.docx.word_file import Element, W, WordFile, text_of


def twips(millimetres: float) -> str:
    return str(round(millimetres / 25.4 * 72 * 20))


def section(file: WordFile) -> Element:
    """The first section: it alone names header and footer."""
    return next(file.body.iter(f"{W}sectPr"))


def test_the_header_names_actor_and_kind_and_frames_the_status(written: WordFile) -> None:
    header = written.part("word/header1.xml")
    assert text_of(header).split("\t")[0] == "Stockholms stad  Handledning för medarbetare"
    (framed,) = (run for run in header.iter(f"{W}r") if run.find(f"{W}rPr/{W}bdr") is not None)
    assert text_of(framed).strip() == "UTKAST"


def test_the_footer_has_stamp_and_page_fields_with_results(written: WordFile) -> None:
    footer = written.part("word/footer1.xml")
    codes = [(code.text or "").strip() for code in footer.iter(f"{W}instrText")]
    assert codes == ["PAGE", "NUMPAGES"]
    stamp, label = text_of(footer).split("\t")
    assert stamp == "Utkast 2026-11-21 · 4f1c09ab · illustrativt exempel, ej granskat av aktören"
    assert label == "Sida 1 (3)"  # two breaks in the document
    kinds = [mark.get(f"{W}fldCharType") for mark in footer.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"] * 2


def test_nothing_asks_the_reader_to_update(written: WordFile) -> None:
    for name in written.archive.namelist():
        data = written.archive.read(name)
        assert b"updateFields" not in data
        assert b"w:dirty" not in data


def test_the_paper_is_the_looks_and_margins_are_mirrored(written: WordFile) -> None:
    size, margins = section(written).find(f"{W}pgSz"), section(written).find(f"{W}pgMar")
    assert size is not None
    assert margins is not None
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == (twips(210), twips(297))
    assert (margins.get(f"{W}left"), margins.get(f"{W}right")) == (twips(22), twips(18))  # left is inside
    assert written.part("word/settings.xml").find(f"{W}mirrorMargins") is not None


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_the_section_refers_to_header_and_footer(written: WordFile, kind: str) -> None:
    assert section(written).find(f"{W}{kind}Reference") is not None
