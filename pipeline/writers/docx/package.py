"""The package: what is kept of python-docx's empty file, what replaces the rest, and zip bytes that never vary."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time

import docx
from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from pipeline.scene import Metadata
from pipeline.writers.docx import embedding, parts
from pipeline.writers.docx.links import Relations
from pipeline.writers.docx.ooxml import serialized, unprefixed
from pipeline.writers.docx.page import Page
from pipeline.writers.look import Look

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES_NAME = "[Content_Types].xml"
_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
_CUSTOM_CONTENT = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_KEPT = (RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES)
# Word and python-docx take no longer properties.
_PROPERTY_LIMIT = 255
_UNIX, _PLAIN_FILE = 3, 0o100644 << 16


def empty_file() -> tuple[WordFile, Relations]:
    """python-docx's file without its thumbnail, XML data, second style sheet, theme, fonts and styles; and its body."""
    word = docx.Document()
    package = word.part.package
    for key in [key for key, relation in package.rels.items() if relation.reltype not in _KEPT]:
        del package.rels[key]
    word.part.rels.clear()
    body = word.element.body
    for element in list(body):
        body.remove(element)
    return word, Relations(word.part)


def furnish(word: WordFile, relations: Relations, look: Look, page: Page, metadata: Metadata) -> None:
    """Add styles, numbering, settings, theme and fonts of the look, and the properties of the document."""
    package = word.part.package
    own = (
        ("styles", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, parts.style_sheet(look, page, metadata.language)),
        ("numbering", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING, parts.numbering(look)),
        ("settings", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, parts.settings(metadata.language)),
        ("theme/theme1", CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME, parts.theme(look)),
    )
    for name, content, kind, data in own:
        relations.part(kind, Part(PackURI(f"/word/{name}.xml"), content, data, package))
    relations.part(RELATIONSHIP_TYPE.FONT_TABLE, embedding.font_table(look, package))
    describe(word, metadata, parts.own_properties(metadata.facts) if metadata.facts else None)


def describe(word: WordFile, metadata: Metadata, custom: bytes | None) -> None:
    """Add the properties of the document: the programme's, core, and the custom ones if there are any."""
    package = word.part.package
    programme = PackURI("/docProps/app.xml")
    properties = Part(programme, CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, parts.programme_properties(), package)
    package.relate_to(properties, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    if custom is not None:
        own = Part(PackURI("/docProps/custom.xml"), _CUSTOM_CONTENT, custom, package)
        package.relate_to(own, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    _describe_core(word, metadata)


def _describe_core(word: WordFile, metadata: Metadata) -> None:
    """Core properties; times are noon of the stamp's date, never a clock's."""
    core, stamp = word.core_properties, datetime.combine(_day(metadata), time(12), UTC)
    core.title = metadata.title[:_PROPERTY_LIMIT]
    core.subject = metadata.subject[:_PROPERTY_LIMIT]
    core.author = core.last_modified_by = metadata.author[:_PROPERTY_LIMIT]
    core.language = metadata.language
    core.keywords = ", ".join(metadata.keywords)[:_PROPERTY_LIMIT]
    facts = {fact.key: fact.value[:_PROPERTY_LIMIT] for fact in metadata.facts}
    twins = {fact.core: fact.value[:_PROPERTY_LIMIT] for fact in metadata.facts if fact.core}
    core.category, core.identifier = twins.get("type", ""), twins.get("identifier", "")
    core.content_status, core.version = facts.get("status", ""), facts.get("version", "")
    core.comments = ""
    core.created = core.modified = stamp
    core.revision = 1


def _day(metadata: Metadata) -> date:
    return date.fromisoformat(metadata.date)


def packed(package: OpcPackage, metadata: Metadata) -> bytes:
    """The zip file: content types first, the rest by name, one date, and members stored.

    Stored, not deflated: the bytes of deflate depend on the machine's zlib, and nothing else in the lock deflates plain
    data. A handout with its fonts (220 kB) and pictures stays under a megabyte.
    """
    members = dict(_members(package))
    day = _day(metadata)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name in (_TYPES_NAME, *sorted(members)):
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 12, 0, 0))
            entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
            archive.writestr(entry, members.get(name) or _content_types(package))
    return stream.getvalue()


def _members(package: OpcPackage) -> Iterator[tuple[str, bytes]]:
    yield "_rels/.rels", _bytes(package.rels.xml)
    for part in package.iter_parts():
        yield part.partname.membername, part.blob
        if part.rels:
            yield part.partname.rels_uri.membername, _bytes(part.rels.xml)


def _bytes(xml: str | bytes) -> bytes:
    """python-docx says str and gives bytes."""
    return xml.encode() if isinstance(xml, str) else xml


def _content_types(package: OpcPackage) -> bytes:
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap=unprefixed(_TYPES))
    found = {part.partname: part.content_type for part in package.iter_parts()}
    plain = {name.ext: kind for name, kind in found.items() if name.ext != "xml"}
    for extension, kind in sorted({**plain, "rels": _RELATIONSHIPS, "xml": "application/xml"}.items()):
        etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=extension, ContentType=kind)
    for name, kind in sorted(found.items()):
        if name.ext == "xml":
            etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=name, ContentType=kind)
    return serialized(root)
