"""Fonts inside the file, obfuscated as Word wants them (ISO/IEC 29500-4, 17.8.1)."""

from __future__ import annotations

import hashlib

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from pipeline.typeface import Face
from pipeline.writers.docx.ooxml import Element, node, serialized, value
from pipeline.writers.look import Look

_OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_SCRAMBLED = 32  # bytes
_PLACES = {
    Face.REGULAR: "w:embedRegular",
    Face.BOLD: "w:embedBold",
    Face.ITALIC: "w:embedItalic",
    Face.BOLD_ITALIC: "w:embedBoldItalic",
}


def font_key(data: bytes) -> str:
    """A GUID for a font, taken from its bytes: the same font has the same key in every file."""
    digest = hashlib.sha256(data).hexdigest()[:32].upper()
    groups = (digest[:8], digest[8:12], digest[12:16], digest[16:20], digest[20:])
    return "{" + "-".join(groups) + "}"


def obfuscated(data: bytes, key: str) -> bytes:
    """The font with its first 32 bytes mixed with the reversed key; doing it twice gives the font back."""
    mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1]
    head = bytes(byte ^ mask[at % len(mask)] for at, byte in enumerate(data[:_SCRAMBLED]))
    return head + data[_SCRAMBLED:]


def font_table(look: Look, package: Package) -> Part:
    """The part that lists the fonts, with the family's four faces embedded."""
    faces = [look.family.fonts[face].data for face in _PLACES]
    places = [
        _place(place, number, data) for number, (place, data) in enumerate(zip(_PLACES.values(), faces, strict=True), 1)
    ]
    table = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, _listed(look, places), package)
    for number, data in enumerate(faces, 1):
        name = PackURI(f"/word/fonts/font{number}.odttf")
        part = Part(name, _OBFUSCATED, obfuscated(data, font_key(data)), package)
        table.rels.add_relationship(RELATIONSHIP_TYPE.FONT, part, f"rId{number}")
    return table


def _listed(look: Look, places: list[Element]) -> bytes:
    stand_in = look.family.fallback.split(",")[0].strip()
    kind = (value("w:charset", "00"), value("w:family", "swiss"), value("w:pitch", "variable"))
    font = node("w:font", {"name": look.family.name}, value("w:altName", stand_in), *kind, *places)
    return serialized(node("w:fonts", None, font))


def _place(place: str, number: int, data: bytes) -> Element:
    return node(place, {"r:id": f"rId{number}", "fontKey": font_key(data)})
