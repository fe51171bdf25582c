"""What may not come along from a template's parts: traces of people and places, and what refers to parts left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from lxml import etree

from pipeline.writers.docx.ooxml import NAMESPACES, Element, clark

_REFERENCE = f"{{{NAMESPACES['r']}}}"
_WORD = f"{{{NAMESPACES['w']}}}"
# Dropped with all they hold: ties to XML data and to the glossary, deleted text, marks of editing, review and proof.
_DROPPED = frozenset(
    {"dataBinding", "placeholder", "del", "moveFrom", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart"}
    | {"permEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "footnoteReference", "endnoteReference"}
    | {"rsid", "altChunk", "subDoc", "printerSettings", "control", "movie"}
    | {f"{side}{end}" for side in ("moveFromRange", "moveToRange") for end in ("Start", "End")}
)
# Dropped, while what they hold stays.
_OPENED = frozenset({"ins", "moveTo", "customXml", "smartTag"})
_PROPERTIES_OF_OPENED = frozenset({"customXmlPr", "smartTagPr"})
_CHANGE = re.compile(r"\w+Change")
# What a picture or object stands in: goes as a whole if what it shows is left out.
_HOLDERS = tuple(map(clark, ("w:drawing", "w:pict", "w:object", "w:numPicBullet")))


def clean(root: Element, kept: Collection[str]) -> None:
    """Take traces and ties out of a part in place; `kept` are the ids of the relationships that it keeps."""
    for element in list(root.iter(etree.Element)):
        name = etree.QName(element)
        is_trace = name.localname in _DROPPED or _CHANGE.fullmatch(name.localname)
        # Data bindings: Word 2013's too, of the namespace w15.
        if (name.namespace == NAMESPACES["w"] and is_trace) or name.localname == "dataBinding":
            _drop(element)
        for key in [key for key in element.attrib if str(key).startswith(f"{_WORD}rsid")]:
            del element.attrib[key]
    unwrap(root, (element for element in root.iter(etree.Element) if _is_opened(element)))
    _cut_references(root, kept)


def _is_opened(element: Element) -> bool:
    name = etree.QName(element)
    return name.namespace == NAMESPACES["w"] and name.localname in _OPENED


def _cut_references(root: Element, kept: Collection[str]) -> None:
    """Take out what refers to a relationship that is not kept; the words of a link stay."""
    for element in list(root.iter(etree.Element)):
        lost = [key for key, value in element.attrib.items() if str(key).startswith(_REFERENCE) and value not in kept]
        if not lost:
            continue
        if element.tag == clark("w:hyperlink"):
            unwrap(root, [element])
        elif element.tag == clark("a:blip") and element.get(clark("r:embed")) in kept:
            for key in lost:
                del element.attrib[key]  # a linked picture that is in the file as well
        elif etree.QName(element).localname.startswith("hlink"):
            _drop(element)
        else:
            _drop(next(element.iterancestors(*_HOLDERS), element))


def unwrap(root: Element, found: Iterable[Element]) -> None:
    """Put what elements hold in their own places, but for their properties."""
    for element in list(found):
        around = element.getparent()
        if element is root or around is None:
            continue
        at = around.index(element)
        around[at : at + 1] = [child for child in element if etree.QName(child).localname not in _PROPERTIES_OF_OPENED]


def _drop(element: Element) -> None:
    around = element.getparent()
    if around is not None:
        around.remove(element)
