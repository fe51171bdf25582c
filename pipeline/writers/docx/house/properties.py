"""Custom properties: the template's, as its sensitivity labels, and the document's, in one part."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from pipeline.scene import Fact
from pipeline.writers.docx import parts
from pipeline.writers.docx.ooxml import Element, serialized

_FIRST = 2  # ECMA-376 part 1, 15.2.12.2: 0 and 1 are the format's own


def merged(template: Element | None, facts: Sequence[Fact]) -> bytes:
    """`custom.xml`: a property of the template gives way to one of ours with the same name; numbered anew from 2.

    One that shows a place of the old text is left out with that text.
    """
    root = etree.fromstring(parts.own_properties(facts))
    ours = {fact.key.casefold() for fact in facts}
    kept = [found for found in (() if template is None else template) if _stays(found, ours)]
    root[:0] = kept
    for number, found in enumerate(root, _FIRST):
        found.set("pid", str(number))
    etree.cleanup_namespaces(root)
    return serialized(root)


def _stays(found: Element, ours: set[str]) -> bool:
    if not isinstance(found.tag, str) or "linkTarget" in found.attrib:
        return False
    name = found.get("name", "").casefold()
    is_new = bool(name) and name not in ours
    ours.add(name)  # of two with one name, which Word repairs, the first stays
    return is_new
