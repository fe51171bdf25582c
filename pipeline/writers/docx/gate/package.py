"""The package of a Word file: names in the zip, content types, parts that nothing leads to, and old document types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.writers.docx.opened import CONTENT_TYPES, OpenedFile, tag
from pipeline.writers.written import Finding, Part

_MAIN_PART = "word/document.xml"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def repeated(code: str, values: Iterable[str]) -> Iterator[Finding]:
    """A finding for each value that is there more than once."""
    yield from (Finding(code, value) for value, count in sorted(Counter(values).items()) if count > 1)


def zip_names(opened: OpenedFile) -> Iterator[Finding]:
    """Each name once, whatever its capitals (ISO/IEC 29500-2, 6.2.2.3), and none that leads out of the package."""
    yield from repeated("zip_name_repeated", [name.casefold() for name in opened.names])
    for name in opened.names:
        if name.startswith("/") or "\\" in name or ".." in name.split("/"):
            yield Finding("zip_name_unsafe", name, Part.SAFETY)


def content_types(opened: OpenedFile) -> Iterator[Finding]:
    """Each part has a content type (ISO/IEC 29500-2, 6.2.3), no other name has one, and the text is a document's."""
    types = opened.roots[CONTENT_TYPES]
    own = {one.get("PartName", "").lstrip("/"): one.get("ContentType", "") for one in types.iter(tag("types:Override"))}
    by_suffix = {one.get("Extension", "").casefold() for one in types.iter(tag("types:Default"))}
    for name in opened.members:
        if name not in {*own, CONTENT_TYPES} and name.rpartition(".")[2].casefold() not in by_suffix:
            yield Finding("content_type_missing", name)
    yield from (Finding("content_type_without_part", name) for name in own if name not in opened.members)
    if (found := own.get(_MAIN_PART, "")) != _MAIN_TYPE:
        part = Part.SAFETY if "macroEnabled" in found else Part.FORM
        yield Finding("main_type_wrong", found, part)


def parts(opened: OpenedFile) -> Iterator[Finding]:
    """Each part is led to from the package's own relationships, and relationships belong to a part that is there."""
    reached, new = set[str](), {""}
    while new:
        reached |= new
        targets = {one.target for one in opened.relations if one.source in new and not one.external}
        new = targets - reached
    for name in opened.members:
        folder, rels, file = name.rpartition("_rels/")
        source = folder + file.removesuffix(".rels")
        if rels and source and source not in opened.members:
            yield Finding("relations_without_part", name)
        if not rels and name not in reached and name != CONTENT_TYPES:
            yield Finding("part_unreached", name, Part.SAFETY)


def doctypes(opened: OpenedFile) -> Iterator[Finding]:
    """No document type: it may define entities (ISO/IEC 29500-2, 6.1.4 forbids it)."""
    for name, root in opened.roots.items():
        if root.getroottree().docinfo.internalDTD is not None:
            yield Finding("doctype_present", name, Part.SAFETY)


RULES = (zip_names, content_types, parts, doctypes)
