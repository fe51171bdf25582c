"""Fonts: the template's list of them, with our family's own where the template's text is set in it."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from pipeline.writers.docx import embedding
from pipeline.writers.docx.house.copying import Copier
from pipeline.writers.docx.house.template import TemplatePart
from pipeline.writers.docx.ooxml import Element, clark
from pipeline.writers.look import Look


def font_table(copier: Copier, listed: TemplatePart | None, look: Look, package: Package, embeds: bool) -> Part | None:
    """The part that lists the fonts; None if the template lists none and ours is not used."""
    ours = embedding.font_table(look, package) if embeds else None
    if listed is None:
        return ours
    root = copier.clean(listed)
    if ours is None:
        return copier.part("fontTable", CONTENT_TYPE.WML_FONT_TABLE, root, listed)
    keys = _replaced(root, etree.fromstring(ours.blob), look.family.name)
    made = copier.part("fontTable", CONTENT_TYPE.WML_FONT_TABLE, root, listed)
    for old, new in keys.items():
        made.rels.add_relationship(RELATIONSHIP_TYPE.FONT, ours.rels[old].target_part, new)
    return made


def _replaced(root: Element, ours: Element, family: str) -> dict[str, str]:
    """Put our family into a list, in place of one of its name; returns its relationships' new ids."""
    for font in root.findall(clark("w:font")):
        if font.get(clark("w:name"), "").casefold() == family.casefold():
            root.remove(font)
    keys: dict[str, str] = {}
    for font in ours:
        for place in font.iter(*map(clark, ("w:embedRegular", "w:embedBold", "w:embedItalic", "w:embedBoldItalic"))):
            old = place.get(clark("r:id"), "")
            keys[old] = f"own{len(keys) + 1}"
            place.set(clark("r:id"), keys[old])
    root.extend(list(ours))
    return keys
