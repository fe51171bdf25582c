"""Reads a finished SVG file with lxml and lists what may not be in it. Knows nothing of how it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.document import Document, Sheets, addresses_of
from pipeline.writers.written import Finding, Part

_SVG = "http://www.w3.org/2000/svg"
_DC = "http://purl.org/dc/elements/1.1/"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XML = "http://www.w3.org/XML/1998/namespace"

_ELEMENTS = frozenset(
    {f"{{{_SVG}}}{name}" for name in ("svg", "style", "defs", "title", "desc", "metadata", "g", "a", "path", "text")}
    | {f"{{{_SVG}}}image"}
    | {f"{{{_DC}}}{name}" for name in ("title", "description", "creator", "date", "language", "subject", "format")}
    | {f"{{{_DC}}}{name}" for name in ("type", "identifier")}
    | {f"{{{_RDF}}}{name}" for name in ("RDF", "Description")}
)
# What a file says of itself beside Dublin Core: any key of the writer's, with plain text in it.
_FACT = re.compile(r"\{urn:x-processpil:publication#\}[a-z][A-Za-z]*")
_ATTRIBUTES = frozenset(
    {"id", "role", "lang", "style", "aria-label", "aria-labelledby", "aria-describedby", "aria-hidden"}
    | {"width", "height", "viewBox", "x", "y", "d", "href"}
    | {"fill", "fill-rule", "stroke", "stroke-width", "stroke-linejoin", "stroke-dasharray"}
    | {"font-family", "font-size", "font-weight", "font-style"}
    | {f"{{{_XML}}}lang", f"{{{_XML}}}space", f"{{{_RDF}}}about"}
)
_ADDRESS = re.compile(r"(https?://|mailto:|#)")
_PICTURE = re.compile(r"data:image/png;base64,[A-Za-z0-9+/=]*")
_FONT_FACE = re.compile(
    r"@font-face\{font-family:'[\w -]+';font-weight:\d+;font-style:\w+;"
    r"src:url\(data:font/woff2;base64,[A-Za-z0-9+/=]+\) format\('woff2'\)\}"
)
_STYLE = re.compile(r"[a-z-]+:[a-z]+(;[a-z-]+:[a-z]+)*")


class SvgAuditError(ValueError):
    """A file of ours that does not pass the audit: a fault in the writer, never in the content."""


def checked(data: bytes, content: Sheets | Document) -> tuple[Finding, ...]:
    """Everything wrong with the SVG of this content; links out of it lead to the content's own addresses only."""
    found = [Finding("audit", sentence, Part.SAFETY) for sentence in audit(data)]
    known = addresses_of(content)
    if not found:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
        targets = {str(link.get("href")) for link in root.iter(f"{{{_SVG}}}a")}
        strange = sorted(target for target in targets if not target.startswith("#") and target not in known)
        found += (Finding("address_unknown", target[:80], Part.SAFETY) for target in strange)
    return tuple(found)


def audit(data: bytes) -> tuple[str, ...]:
    """What is wrong, one sentence each; empty for a good file.

    Allowed are the elements and attributes that the writer uses, links to web, mail and inside the file, pictures and
    fonts inside the file, and nothing else: no script, no event attribute, no foreignObject, no external address.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as reason:
        return (f"not well-formed: {reason}",)
    return tuple(finding for element in root.iter() for finding in _findings(element))


def _findings(element: etree._Element) -> Iterator[str]:
    is_fact = isinstance(element.tag, str) and _FACT.fullmatch(element.tag) and not len(element)
    if element.tag not in _ELEMENTS and not is_fact:  # comments and instructions have a function as tag
        yield f"line {element.sourceline}: unknown node {element.tag}"
        return
    for name, value in element.attrib.items():
        if str(name) not in _ATTRIBUTES:
            yield f"line {element.sourceline}: unknown attribute {name!s}"
        elif not _allowed(element, str(name), str(value)):
            yield f"line {element.sourceline}: {name!s} may not be {str(value)[:80]!r}"
    if element.tag == f"{{{_SVG}}}style" and not _only_fonts(element.text or ""):
        yield f"line {element.sourceline}: style holds more than fonts"


def _allowed(element: etree._Element, name: str, value: str) -> bool:
    if name == "href":
        return bool((_PICTURE.fullmatch if element.tag == f"{{{_SVG}}}image" else _ADDRESS.match)(value))
    if name == "style":
        return bool(_STYLE.fullmatch(value))
    if name in ("fill", "stroke"):
        return "url" not in value
    return True


def _only_fonts(css: str) -> bool:
    return not _FONT_FACE.sub("", css).replace("/*", "").replace("*/", "").strip()
