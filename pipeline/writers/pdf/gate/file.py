"""What a file says of itself and brings along: syntax, fonts, colours, output intent, metadata, language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pikepdf
from pikepdf.models.metadata import decode_pdf_date

from pipeline.writers.pdf.gate.fonts import fonts_of, is_embedded
from pipeline.writers.pdf.gate.objects import below, listed, pairs
from pipeline.writers.written import Finding, Part

_UA_PART = "{http://www.aiim.org/pdfua/ns/id/}part"
_ARCHIVE = "{http://www.aiim.org/pdfa/ns/id/}"
# Each key of the Info dictionary beside the XMP property that says the same (ISO 19005-1, 6.7.3, table 1).
_TWINS = {
    "/Title": "dc:title",
    "/Author": "dc:creator",
    "/Subject": "dc:description",
    "/Keywords": "pdf:Keywords",
    "/Producer": "pdf:Producer",
    "/Creator": "xmp:CreatorTool",
    "/CreationDate": "xmp:CreateDate",
    "/ModDate": "xmp:ModifyDate",
}
_DATES = {"/CreationDate", "/ModDate"}
# An ICC profile names the colours it is for in bytes 16 to 19 (ICC.1:2010, 7.2.6).
_RGB = b"RGB "


def file_findings(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """Everything wrong with the file as a whole."""
    yield from (Finding("syntax", problem) for problem in pdf.check_pdf_syntax())
    yield from _fonts(pdf)
    yield from _colours(pdf)
    yield from _catalog(pdf)
    yield from _described(pdf)
    for number, page in enumerate(pdf.pages, start=1):
        if page.obj.get("/Tabs") != "/S":
            yield Finding("tabs_missing", f"page {number}", Part.STRUCTURE)


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    for font in fonts_of(pdf):
        name = str(font.get("/BaseFont", ""))
        if not is_embedded(font):
            yield Finding("font_not_embedded", name)
        if "/ToUnicode" not in font:
            yield Finding("font_without_unicode", name, Part.WORDS)


def _colours(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """No picture in process colours, and nothing seen through: what lies below text could not be told."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image":
            if thing.get("/ColorSpace") == "/DeviceCMYK":
                yield Finding("picture_in_cmyk", str(thing.objgen[0]))
        elif isinstance(thing, pikepdf.Dictionary) and _is_seen_through(thing):
            yield Finding("transparency_used", str(thing.objgen[0]))
    for number, page in enumerate(pdf.pages, start=1):
        states = pairs(below(page.obj, "/Resources", "/ExtGState"))
        if any(_is_seen_through(state) for _, state in states if not state.is_indirect):
            yield Finding("transparency_used", f"page {number}")


def _is_seen_through(state: Any) -> bool:
    """True for a graphics state with an opacity below 1 or a mask (ISO 32000-1, 11.6.4.4)."""
    if state.get("/Type", "/ExtGState") != "/ExtGState":
        return False
    opacities = [state.get(name) for name in ("/ca", "/CA")]
    faint = any(value is not None and not isinstance(value, pikepdf.Object) and value < 1 for value in opacities)
    return faint or str(state.get("/SMask", "/None")) != "/None"


def _catalog(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    root = pdf.Root
    if not str(root.get("/Lang", "")).strip():
        yield Finding("language_missing", "Lang", Part.STRUCTURE)
    if below(root, "/MarkInfo", "/Marked") is not True:
        yield Finding("marked_missing", "MarkInfo", Part.STRUCTURE)
    if below(root, "/ViewerPreferences", "/DisplayDocTitle") is not True:
        yield Finding("title_not_shown", "DisplayDocTitle")
    if not any(_is_rgb(intent) for intent in listed(root.get("/OutputIntents"))):
        yield Finding("output_intent_missing", "OutputIntents")


def _is_rgb(intent: Any) -> bool:
    profile = intent.get("/DestOutputProfile")
    return intent.get("/S") == "/GTS_PDFA1" and profile is not None and profile.read_bytes()[16:20] == _RGB


def _described(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """The metadata: there, uncompressed, naming both standards, and the same in both of its places."""
    stream = pdf.Root.get("/Metadata")
    if stream is None:
        yield Finding("metadata_missing", "Metadata")
        return
    if "/Filter" in stream:
        yield Finding("metadata_packed", str(stream.Filter))
    told = pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
    if not _plain(told.get("dc:title")).strip():
        yield Finding("title_missing", "dc:title")
    standards = (told.get(_UA_PART), told.get(f"{_ARCHIVE}part"), told.get(f"{_ARCHIVE}conformance"))
    if standards != ("1", "2", "A"):
        yield Finding("standards_missing", " ".join(map(str, standards)))
    for key, name in _TWINS.items():
        if key in pdf.docinfo and not _same(key, str(pdf.docinfo[key]), told.get(name)):
            yield Finding("metadata_differs", f"{key[1:]}, {name}")


def _same(key: str, info: str, told: Any) -> bool:
    if key not in _DATES:
        return info == _plain(told)
    try:
        return decode_pdf_date(info) == datetime.fromisoformat(_plain(told))
    except ValueError:
        return False


def _plain(value: Any) -> str:
    """A property as one text; several names are joined as the Info dictionary joins them."""
    return ", ".join(map(str, value)) if isinstance(value, list | set | tuple) else str(value or "")
