"""Makes ReportLab's file a finished one: structure, what it says of itself, PDF 1.7, packed by the locked library."""

from __future__ import annotations

import io
import re
from importlib.resources import files

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from pipeline.scene import Metadata
from pipeline.writers.pdf.canvas import TaggedCanvas
from pipeline.writers.pdf.fonts import mend_fonts
from pipeline.writers.pdf.structure import Node, prune
from pipeline.writers.pdf.tree import add_structure
from pipeline.writers.pdf.xmp import PRODUCER, keywords, xmp

# The profile's own name for itself, of the IEC standard it follows.
_SRGB = "sRGB IEC61966-2.1"
_ROUNDS = 5
_CARRIAGE_RETURN_AT_END = re.compile(rb"\r\nendstream")
# Keys that may be left out, and what holds then (ISO 32000-1, tables 323, 173 and 30).
_DEFAULTS = ((Name.StructElem, "/R", 0), (Name.Annot, "/H", Name.I), (Name.Page, "/Rotate", 0))
_OBJECT = re.compile(rb"(\d+) 0 obj\b")


def finished(canvas: TaggedCanvas, root: Node, metadata: Metadata) -> bytes:
    """The canvas's pages as PDF/UA-1 and PDF/A-2a, dated noon UTC of the metadata's day; the same bytes always."""
    prune(root)
    canvas.target.seek(0)
    with pikepdf.Pdf.open(canvas.target) as pdf:
        add_structure(pdf, root, canvas.pages)
        mend_fonts(pdf)
        _describe(pdf, metadata)
        _intend_srgb(pdf)
        for page in pdf.pages:
            if "/Trans" in page:  # ReportLab writes an empty transition on every page
                del page["/Trans"]
        data = _saved(pdf)
    return _without_returns_at_ends(data)


def _describe(pdf: pikepdf.Pdf, metadata: Metadata) -> None:
    pdf.Root.Lang = String(metadata.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.trailer.Info = pdf.make_indirect(_info(metadata))
    described = pikepdf.Stream(pdf, xmp(metadata).encode())
    described.Type, described.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = pdf.make_indirect(described)


def _info(metadata: Metadata) -> Dictionary:
    day = f"D:{metadata.date.replace('-', '')}120000Z"
    info = Dictionary(
        Title=String(metadata.title),
        Author=String(metadata.author),
        Subject=String(metadata.subject),
        Keywords=String(keywords(metadata)),
        Producer=String(PRODUCER),
        CreationDate=String(day),
        ModDate=String(day),
    )
    for fact in metadata.facts:
        info[f"/{info_key(fact.key)}"] = String(fact.value)
    return info


def info_key(key: str) -> str:
    """The key of a fact in the Info dictionary, where all begin with a capital (ISO 32000-1, 14.3.3)."""
    return key[0].upper() + key[1:]


def _intend_srgb(pdf: pikepdf.Pdf) -> None:
    """What the colours mean (ISO 19005-2, 6.2.3): the profile that comes with pikepdf, zlib licence."""
    profile = pdf.make_stream(files("pikepdf").joinpath("pdfa/data/sRGB.icc").read_bytes(), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(_SRGB),
        Info=String(_SRGB),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([intent])


def _saved(pdf: pikepdf.Pdf) -> bytes:
    """Packed by pikepdf's own zlib, whatever zlib this Python was built with."""
    target = io.BytesIO()
    pdf.save(
        target,
        force_version="1.7",
        compress_streams=True,
        recompress_flate=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
    )
    return target.getvalue()


def _without_returns_at_ends(data: bytes) -> bytes:
    """The same file with no packed stream that ends in a carriage return, where that can be mended.

    Some readers take it and the line feed after it for one line end, and the stream's length for wrong. The last byte
    belongs to the checksum of the content, so the content gets a line feed more, or an object says a default.
    Fonts and profiles cannot be changed so.
    """
    for _ in range(_ROUNDS):
        numbers = [_number_before(data, found.start()) for found in _CARRIAGE_RETURN_AT_END.finditer(data)]
        if not numbers:
            break
        with pikepdf.Pdf.open(io.BytesIO(data)) as pdf:
            changed = [_changed(pdf, number) for number in numbers]
            if not any(changed):
                break
            data = _saved(pdf)
    return data


def _number_before(data: bytes, at: int) -> int:
    *_, last = _OBJECT.finditer(data, max(0, data.rfind(b" obj", 0, at) - 24), at)
    return int(last[1])


def _changed(pdf: pikepdf.Pdf, number: int) -> bool:
    """True if the stream could be made another: a page's content, or the objects packed together."""
    stream = pdf.get_object(number, 0)
    if stream.get("/Type") == Name.ObjStm:
        return any(_say_default(pdf.get_object(inside, 0)) for inside in _packed(stream))
    if "/Length1" in stream or "/N" in stream:
        return False
    stream.write(stream.read_bytes() + b"\n")
    return True


def _packed(stream: pikepdf.Object) -> list[int]:
    """The numbers of the objects in an object stream (ISO 32000-1, 7.5.7)."""
    return [int(part) for part in stream.read_bytes()[: int(stream.First)].split()[::2]]


def _say_default(thing: pikepdf.Object) -> bool:
    """Writes out what holds for the object anyway; False if it has that already, or is of another kind."""
    if not isinstance(thing, Dictionary):
        return False
    for kind, key, value in _DEFAULTS:
        if thing.get("/Type") == kind and key not in thing:
            thing[key] = value
            return True
    return False
