"""Styles, lists and sections of a Word file: whatever is named is there, and no name is there twice."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.writers.docx.gate.package import repeated
from pipeline.writers.docx.ooxml import Element
from pipeline.writers.docx.opened import OpenedFile, named, tag
from pipeline.writers.written import Finding

_STYLES, _NUMBERING = "word/styles.xml", "word/numbering.xml"
# What names a style: in texts, in other styles, in the levels of lists.
_NAMING = ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link", "w:numStyleLink", "w:styleLink")
_ENDS = {"w:headerReference": "header", "w:footerReference": "footer"}


def styles(opened: OpenedFile) -> Iterator[Finding]:
    """Every style that is named is there; no two have one id, or one name in whatever capitals: Word drops one."""
    every = list(opened.roots[_STYLES].iter(tag("w:style")))
    yield from repeated("style_id_repeated", [style.get(tag("w:styleId"), "") for style in every])
    yield from repeated("style_name_repeated", [(named(style, "w:name") or "").casefold() for style in every])
    defaults = [style.get(tag("w:type"), "") for style in every if style.get(tag("w:default")) in {"1", "true", "on"}]
    yield from repeated("style_default_repeated", defaults)
    used = {one.get(tag("w:val"), "") for name in _NAMING for one in opened.every(name)}
    yield from (Finding("style_missing", key) for key in sorted(used - {*opened.styles}))


def lists(opened: OpenedFile) -> Iterator[Finding]:
    """Every list that a paragraph or a style is part of is defined, once, down to its levels."""
    numbering = opened.roots.get(_NUMBERING)
    numbers = [] if numbering is None else list(numbering.iter(tag("w:num")))
    kinds = [] if numbering is None else list(numbering.iter(tag("w:abstractNum")))
    known = [number.get(tag("w:numId"), "") for number in numbers]
    abstract = [kind.get(tag("w:abstractNumId"), "") for kind in kinds]
    yield from repeated("list_repeated", [*known, *(f"abstract {key}" for key in abstract)])
    used = {named(one, "w:numId") for one in opened.every("w:numPr")} - {None, "0"}  # 0 takes a list away
    yield from (Finding("list_missing", str(key)) for key in sorted(map(str, used - {*known})))
    for number in numbers:
        if (key := named(number, "w:abstractNumId")) not in abstract:
            yield Finding("list_missing", f"abstract {key}")


def sections(opened: OpenedFile) -> Iterator[Finding]:
    """The text ends with a section; headers and footers that a section names are such, one of each kind."""
    body = opened.main.find(tag("w:body"))
    if body is None or not len(body) or body[-1].tag != tag("w:sectPr"):
        yield Finding("section_missing", "word/document.xml")
    kinds = {(one.source, one.key): one.kind for one in opened.relations}
    for section in opened.main.iter(tag("w:sectPr")):
        for name, kind in _ENDS.items():
            references = section.findall(tag(name))
            yield from repeated("section_reference_repeated", [f"{kind} {_type(one)}" for one in references])
            for reference in references:
                key = reference.get(tag("r:id"), "")
                if kinds.get(("word/document.xml", key), kind) != kind:
                    yield Finding("section_reference_wrong", key)


def _type(reference: Element) -> str:
    return reference.get(tag("w:type"), "default")


RULES = (styles, lists, sections)
