"""Settings: the template's that shape the page, ours for the rest; nothing that ties, protects, counts or asks."""

from __future__ import annotations

from typing import Final

from lxml import etree

from pipeline.writers.docx import parts
from pipeline.writers.docx.ooxml import Element, clark, node

# In the order of the schema (ISO/IEC 29500-1, CT_Settings). True: the template's word holds, where it says anything.
_ORDER: Final = {
    "zoom": True,
    "embedTrueTypeFonts": True,
    "embedSystemFonts": True,
    "saveSubsetFonts": True,
    "mirrorMargins": True,
    "alignBordersAndEdges": True,
    "bordersDoNotSurroundHeader": True,
    "bordersDoNotSurroundFooter": True,
    "gutterAtTop": True,
    "defaultTabStop": True,
    "autoHyphenation": False,
    "consecutiveHyphenLimit": True,
    "hyphenationZone": True,
    "doNotHyphenateCaps": True,
    "evenAndOddHeaders": True,
    "characterSpacingControl": True,
    "compat": False,
    "themeFontLang": False,
    "clrSchemeMapping": True,
    "decimalSymbol": False,
    "listSeparator": False,
}
# Ours are about our own page and our own fonts.
_NOT_OURS: Final = frozenset({"mirrorMargins", "embedTrueTypeFonts", "saveSubsetFonts"})
_EMBEDDING: Final = frozenset({"embedTrueTypeFonts", "saveSubsetFonts"})


def merged(template: Element | None, language: str, embeds: bool) -> Element:
    """The settings; `embeds` says that our family's fonts are in the file."""
    ours = etree.fromstring(parts.settings(language))
    root = node("w:settings")
    for name, is_theirs in _ORDER.items():
        found = None if template is None or not is_theirs else template.find(clark(f"w:{name}"))
        if found is None and (name not in _NOT_OURS or (embeds and name in _EMBEDDING)):
            found = ours.find(clark(f"w:{name}"))
        if found is not None:
            root.append(found)
    return root
