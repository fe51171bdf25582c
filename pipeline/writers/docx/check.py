"""Our own look at a finished .docx: what the schema allows and a reader, a screen reader or Word still trips over.

The rules are those of shared/design/word.md section 8 and engineering.md section 3 (output audit). The Open XML SDK
finds faults of schema only: doubled picture ids, lone bookmarks and links to nowhere pass it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from pipeline.colour import WHITE, Colour
from pipeline.document import Document, Sheets, addresses_of
from pipeline.writers.docx.links import safe_address
from pipeline.writers.docx.ooxml import Element, clark
from pipeline.writers.docx.opened import OpenedFile, Relation, named, words
from pipeline.writers.written import Finding, Part

_BOOKMARK = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")
_BARE_ADDRESS = re.compile(r"\s*(https?://|mailto:|www\.)", re.IGNORECASE)
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
# WCAG 2.1, 1.4.3: text of ordinary size.
_LEAST_CONTRAST = 4.5
# Found by their type, never referred to by id.
_IMPLICIT = frozenset(
    {"officeDocument", "core-properties", "extended-properties", "custom-properties", "styles", "numbering"}
    | {"settings", "theme", "fontTable", "webSettings", "footnotes", "endnotes"}
)
_FORBIDDEN = frozenset(
    {
        "attachedTemplate",
        "thumbnail",
        "vbaProject",
        "oleObject",
        "package",
        "aFChunk",
        "control",
        "frame",
        "subDocument",
    }
)
_FORBIDDEN_ELEMENTS = ("w:attachedTemplate", "w:altChunk", "w:object", "w:control")
_CONTENT = tuple(map(clark, ("w:tab", "w:drawing", "w:br", "w:sym", "w:instrText", "w:object")))


def checked(data: bytes, content: Sheets | Document) -> tuple[Finding, ...]:
    """Everything wrong with the Word file of this content; links out of it lead to the content's own addresses only."""
    return findings(data, addresses_of(content))


def findings(data: bytes, addresses: Collection[str] | None = None) -> tuple[Finding, ...]:
    """Everything wrong with a .docx; `addresses` are the web links it may hold, None for any https, http, mailto."""
    opened = OpenedFile(data)
    allowed = None if addresses is None else {safe_address(address) for address in addresses}
    return (*(finding for rule in _RULES for finding in rule(opened)), *_externals(opened, allowed))


def _names(opened: OpenedFile) -> Iterator[Finding]:
    yield from _repeated("zip_name_repeated", opened.names)
    for name in opened.names:
        if name.startswith("/") or "\\" in name or ".." in name.split("/"):
            yield Finding("zip_name_unsafe", name, Part.SAFETY)


def _forbidden(opened: OpenedFile) -> Iterator[Finding]:
    for relation in opened.relations:
        if relation.kind in _FORBIDDEN:
            yield Finding("part_forbidden", relation.kind, Part.SAFETY)
        if relation.kind.startswith("comments"):
            yield Finding("comments_present", relation.source)
    for name in _FORBIDDEN_ELEMENTS:
        yield from (Finding("part_forbidden", name, Part.SAFETY) for _ in opened.every(name))
    if b"macroEnabled" in opened.members["[Content_Types].xml"]:
        yield Finding("part_forbidden", "macroEnabled", Part.SAFETY)


def _relations(opened: OpenedFile) -> Iterator[Finding]:
    known = {(relation.source, relation.key) for relation in opened.relations}
    used = {(part, key) for part in opened.roots for key in opened.references(part)}
    yield from (Finding("relation_unresolved", " ".join(reference)) for reference in sorted(used - known))
    for relation in opened.relations:
        if not relation.external and relation.target not in opened.members:
            yield Finding("relation_target_missing", relation.target)
        if relation.kind not in _IMPLICIT and (relation.source, relation.key) not in used:
            yield Finding("relation_unused", relation.target)


def _externals(opened: OpenedFile, allowed: Collection[str] | None) -> Iterator[Finding]:
    for relation in opened.relations:
        if relation.external and not _welcome(relation, allowed):
            yield Finding("external_unknown", relation.target, Part.SAFETY)


def _welcome(relation: Relation, allowed: Collection[str] | None) -> bool:
    if relation.kind != "hyperlink":
        return False
    try:
        return safe_address(relation.target) == relation.target and (allowed is None or relation.target in allowed)
    except ValueError:
        return False


def _bookmarks(opened: OpenedFile) -> Iterator[Finding]:
    starts, ends = list(opened.every("w:bookmarkStart")), opened.every("w:bookmarkEnd")
    keys = [start.get(clark("w:id"), "") for start in starts]
    names = [start.get(clark("w:name"), "") for start in starts]
    closed = Counter(end.get(clark("w:id"), "") for end in ends)
    lone = (Counter(keys) - closed) + (closed - Counter(keys))
    yield from (Finding("bookmark_unpaired", key) for key in sorted(lone))
    yield from _repeated("bookmark_id_repeated", keys)
    yield from _repeated("bookmark_name_repeated", [name.casefold() for name in names])
    yield from (Finding("bookmark_name_invalid", name) for name in names if not _BOOKMARK.fullmatch(name))
    anchors = {link.get(clark("w:anchor")) for link in opened.every("w:hyperlink")} - {None}
    yield from (Finding("anchor_without_bookmark", str(anchor)) for anchor in sorted(map(str, anchors - {*names})))


def _drawings(opened: OpenedFile) -> Iterator[Finding]:
    drawn = list(opened.every("wp:docPr"))
    yield from _repeated("drawing_id_repeated", [drawing.get("id", "") for drawing in drawn])
    for drawing in drawn:
        decorative = any(mark.get("val") == "1" for mark in drawing.iter(_DECORATIVE))
        if not decorative and not drawing.get("descr", "").strip():
            yield Finding("drawing_undescribed", drawing.get("name", ""))


def _tables(opened: OpenedFile) -> Iterator[Finding]:
    for table in opened.every("w:tbl"):
        row = table.find(clark("w:tr"))
        if row is None or row.find(f"{clark('w:trPr')}/{clark('w:tblHeader')}") is None:
            yield Finding("table_header_missing", words(table)[:40])


def _headings(opened: OpenedFile) -> Iterator[Finding]:
    before = 0
    for paragraph in opened.main.iter(clark("w:p")):
        level = _level(opened, paragraph)
        if level > before + 1:
            yield Finding("heading_jump", words(paragraph)[:40])
        before = level or before


def _level(opened: OpenedFile, paragraph: Element) -> int:
    """The level of a heading by the name of its style, 0 for any other paragraph."""
    for style in opened.lineage(_style_of(paragraph)):
        if found := _HEADING.fullmatch(named(style, "w:name") or ""):
            return int(found[1])
    return 0


def _style_of(paragraph: Element) -> str | None:
    properties = paragraph.find(clark("w:pPr"))
    return None if properties is None else named(properties, "w:pStyle")


def _empty_paragraphs(opened: OpenedFile) -> Iterator[Finding]:
    for paragraph in opened.every("w:p"):
        full = words(paragraph).strip() or next(paragraph.iter(*_CONTENT), None) is not None
        if not full and not _needed(paragraph) and not _bordered(opened, paragraph):
            yield Finding("paragraph_empty", _style_of(paragraph) or "")


def _needed(paragraph: Element) -> bool:
    """Whether the format itself asks for it: alone in a cell, between two tables, or a section's last after one."""
    before, after, around = paragraph.getprevious(), paragraph.getnext(), paragraph.getparent()
    if around is not None and around.tag == clark("w:tc"):
        return len(around.findall(clark("w:p"))) == 1
    after_table = before is not None and before.tag == clark("w:tbl")
    ends_section = paragraph.find(f"{clark('w:pPr')}/{clark('w:sectPr')}") is not None
    return after_table and (ends_section or after is None or after.tag in (clark("w:tbl"), clark("w:sectPr")))


def _bordered(opened: OpenedFile, paragraph: Element) -> bool:
    """Whether a line is drawn: such a paragraph is a rule, not a gap."""
    border = f"{clark('w:pPr')}/{clark('w:pBdr')}"
    return any(found.find(border) is not None for found in (paragraph, *opened.lineage(_style_of(paragraph))))


def _description(opened: OpenedFile) -> Iterator[Finding]:
    for name in ("title", "language"):
        if not (opened.properties.findtext(f"{_DUBLIN_CORE}{name}") or "").strip():
            yield Finding(f"{name}_missing", "core properties")
    spoken = [language for default in opened.every("w:rPrDefault") for language in default.iter(clark("w:lang"))]
    for place, marks in (("styles", spoken), ("settings", list(opened.every("w:themeFontLang")))):
        if not any(mark.get(clark("w:val")) for mark in marks):
            yield Finding("language_missing", place)


def _fields(opened: OpenedFile) -> Iterator[Finding]:
    yield from (Finding("fields_updated", "settings") for _ in opened.every("w:updateFields"))
    for name in ("w:fldChar", "w:fldSimple"):
        dirty = (mark.get(clark("w:dirty")) for mark in opened.every(name))
        yield from (Finding("field_dirty", name) for mark in dirty if mark not in (None, "0", "false"))


def _link_texts(opened: OpenedFile) -> Iterator[Finding]:
    for link in opened.every("w:hyperlink"):
        if _BARE_ADDRESS.match(text := words(link)):
            yield Finding("link_text_address", text[:40])


def _contrasts(opened: OpenedFile) -> Iterator[Finding]:
    """Text colour against the ground of its own run, its paragraph or style, else white."""
    for paint in opened.every("w:color"):
        written = paint.get(clark("w:val"), "auto")
        if written == "auto":
            continue
        colour, ground = Colour.from_hex(f"#{written}"), _ground(opened, paint)
        if colour.contrast(ground) < _LEAST_CONTRAST:
            yield Finding("contrast_low", f"{colour.hex} {ground.hex}", Part.CONTRAST)


def _ground(opened: OpenedFile, paint: Element) -> Colour:
    run = paint.getparent()
    around = [run, *(found for found in paint.iterancestors(clark("w:p"), clark("w:style")))]
    for holder in around:
        if holder is None:
            continue
        styles = opened.lineage(_style_of(holder)) if holder.tag == clark("w:p") else ()
        for place in (holder, *styles):
            for path in (clark("w:shd"), f"{clark('w:pPr')}/{clark('w:shd')}"):
                shade = place.find(path)
                if shade is not None and shade.get(clark("w:fill"), "auto") != "auto":
                    return Colour.from_hex(f"#{shade.get(clark('w:fill'))}")
    return WHITE


def _repeated(code: str, values: Iterable[str]) -> Iterator[Finding]:
    yield from (Finding(code, value) for value, count in sorted(Counter(values).items()) if count > 1)


_RULES = (
    _names,
    _forbidden,
    _relations,
    _bookmarks,
    _drawings,
    _tables,
    _headings,
    _empty_paragraphs,
    _description,
    _fields,
    _link_texts,
    _contrasts,
)
