"""Relationships of a Word file: each has a part or an address and a reader, and nothing foreign hangs on them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pipeline.writers.docx.gate.package import repeated
from pipeline.writers.docx.links import safe_address
from pipeline.writers.docx.opened import OpenedFile, Relation, tag
from pipeline.writers.written import Finding, Part

# Found by their type, never referred to by id; a part has one of each.
_IMPLICIT = frozenset(
    {"officeDocument", "core-properties", "extended-properties", "custom-properties", "styles", "numbering"}
    | {"settings", "theme", "fontTable", "webSettings", "footnotes", "endnotes"}
)
# What runs, is fetched from elsewhere, or holds another document or old texts.
_FORBIDDEN = frozenset(
    {"attachedTemplate", "thumbnail", "vbaProject", "wordVbaData", "keyMapCustomizations", "attachedToolbars"}
    | {"oleObject", "package", "aFChunk", "control", "activeXControlBinary", "frame", "subDocument", "extensibility"}
    | {"mailMergeSource", "mailMergeHeaderSource", "recipientData", "transform", "glossaryDocument", "customXml"}
)
_FORBIDDEN_ELEMENTS = (
    *("w:attachedTemplate", "w:altChunk", "w:object", "w:control"),
    *("w:mailMerge", "w:documentProtection"),
)
_COMMENTS = ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")
_REVISIONS = ("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange", "w:pPrChange", "w:sectPrChange")
# Word's own properties, which a template's header may show: core, extended, and those of the cover page.
_BUILT_IN_STORES = frozenset(
    {"{6C3C8BC8-F283-45AE-878A-BAB7291924A1}", "{6668398D-A668-4E3E-A5EB-62B293D839F1}"}
    | {"{55AF091B-3C7A-41E3-B477-F2FDAA23CFDA}"}
)


def ids(opened: OpenedFile) -> Iterator[Finding]:
    """Every id that is used has a relationship, and every relationship a target and a reader."""
    known = {(relation.source, relation.key) for relation in opened.relations}
    used = {(part, key) for part in opened.roots for key in opened.references(part) if not part.endswith(".svg")}
    yield from (Finding("relation_unresolved", " ".join(reference)) for reference in sorted(used - known))
    yield from repeated("relation_id_repeated", [f"{one.source} {one.key}" for one in opened.relations])
    single = [f"{one.source} {one.kind}" for one in opened.relations if one.kind in _IMPLICIT]
    yield from repeated("relation_kind_repeated", single)
    for relation in opened.relations:
        if not (relation.external or relation.within) and relation.target not in opened.members:
            yield Finding("relation_target_missing", relation.target)
        if relation.kind not in _IMPLICIT and (relation.source, relation.key) not in used:
            yield Finding("relation_unused", relation.target)


def forbidden(opened: OpenedFile) -> Iterator[Finding]:
    """Nothing that runs or is fetched, no comments, no changes that are kept, no data for other programs."""
    for relation in opened.relations:
        if relation.kind in _FORBIDDEN:
            yield Finding("part_forbidden", relation.kind, Part.SAFETY)
        if relation.kind.startswith("comments"):
            yield Finding("comments_present", relation.source, Part.SAFETY)
    for names, code in ((_FORBIDDEN_ELEMENTS, "part_forbidden"), (_COMMENTS, "comments_present")):
        yield from (Finding(code, name, Part.SAFETY) for name in names for _ in opened.every(name))
    yield from (Finding("revision_present", name, Part.SAFETY) for name in _REVISIONS for _ in opened.every(name))
    for binding in opened.every("w:dataBinding"):
        store = binding.get(tag("w:storeItemID"), "")
        if store.upper() not in _BUILT_IN_STORES:
            yield Finding("binding_unknown", store)


def session_ids(opened: OpenedFile) -> Iterator[Finding]:
    """No ids of editing sessions (rsid): they tell which texts were written together, and when."""
    prefix = tag("w:rsid")
    for part, root in opened.roots.items():
        found = next(root.iter(tag("w:rsids")), None) is not None
        if found or any(str(name).startswith(prefix) for element in root.iter("*") for name in element.attrib):
            yield Finding("session_id_present", part, Part.SAFETY)


def externals(opened: OpenedFile, allowed: Collection[str] | None) -> Iterator[Finding]:
    """Links out of the file are hyperlinks to `allowed` addresses, None for any that is https, http or mailto.

    What stands in a header or footer is the agency's own: any such address.
    """
    for relation in opened.relations:
        own = relation.source == "word/document.xml"
        if relation.external and not _welcome(relation, allowed if own else None):
            yield Finding("external_unknown", relation.target, Part.SAFETY)


def _welcome(relation: Relation, allowed: Collection[str] | None) -> bool:
    if relation.kind != "hyperlink":
        return False
    if relation.within:
        return True
    try:
        return safe_address(relation.target) == relation.target and (allowed is None or relation.target in allowed)
    except ValueError:
        return False


RULES = (ids, forbidden, session_ids)
