"""A finished .docx opened again for checking: its members, parsed parts, relationships and styles."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Final

from lxml import etree

from pipeline.writers.docx.ooxml import NAMESPACES, Element

_MAIN, _STYLES, _CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
CONTENT_TYPES: Final = "[Content_Types].xml"
NEEDED: Final = (CONTENT_TYPES, _MAIN, _STYLES, _CORE)
_OFFICE = "http://schemas.microsoft.com/office"
_NAMESPACES: Final = {
    **NAMESPACES,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": f"{_OFFICE}/word/2010/wordprocessingShape",
    "wpg": f"{_OFFICE}/word/2010/wordprocessingGroup",
    "asvg": f"{_OFFICE}/drawing/2016/SVG/main",
    "decorative": f"{_OFFICE}/drawing/2017/decorative",
    "v": "urn:schemas-microsoft-com:vml",
    "dc": "http://purl.org/dc/elements/1.1/",
    "types": "http://schemas.openxmlformats.org/package/2006/content-types",
    "relations": "http://schemas.openxmlformats.org/package/2006/relationships",
    "custom": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "svg": "http://www.w3.org/2000/svg",
}
_REFERENCE = f"{{{NAMESPACES['r']}}}"
_STORY = re.compile(r"word/(header|footer)[^/]*\.xml")
# A check reads what anybody may have edited: no entities, no network, no giants.
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


@lru_cache(maxsize=512)
def tag(name: str) -> str:
    """A prefixed name as lxml wants it: {namespace}local."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship: the part it belongs to, its id, the last word of its type, and where it leads.

    A target that begins with # is a bookmark of the same file.
    """

    source: str
    key: str
    kind: str
    target: str
    external: bool

    @property
    def within(self) -> bool:
        """True for a link to a bookmark."""
        return self.target.startswith("#")


@dataclass
class OpenedFile:
    """The members of a .docx by name; raises BadZipFile or XMLSyntaxError for bytes that are none."""

    data: bytes
    names: tuple[str, ...] = field(init=False)
    members: dict[str, bytes] = field(init=False)

    def __post_init__(self) -> None:
        """Read the members."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            self.names = tuple(archive.namelist())
            self.members = {name: archive.read(name) for name in self.names}

    @cached_property
    def roots(self) -> dict[str, Element]:
        """The XML members, parsed; drawings too."""
        return {
            name: etree.fromstring(data, _PARSER)
            for name, data in self.members.items()
            if name.endswith((".xml", ".rels", ".svg"))
        }

    @property
    def main(self) -> Element:
        """The text of the document."""
        return self.roots[_MAIN]

    @cached_property
    def stories(self) -> dict[str, Element]:
        """What is read: the text, then headers and footers, by the names of their parts."""
        ends = {name: root for name, root in self.roots.items() if _STORY.fullmatch(name)}
        return {_MAIN: self.main, **ends}

    @property
    def properties(self) -> Element:
        """The core properties."""
        return self.roots[_CORE]

    def every(self, name: str) -> Iterator[Element]:
        """Every element of this prefixed name, part by part."""
        for root in self.roots.values():
            yield from root.iter(tag(name))

    @cached_property
    def styles(self) -> dict[str, Element]:
        """The styles by their ids."""
        found = self.roots[_STYLES].iter(tag("w:style"))
        return {style.get(tag("w:styleId"), ""): style for style in found}

    @cached_property
    def default_styles(self) -> dict[str, str]:
        """The id of the style that stands where none is named, by its kind: paragraph, character, table."""
        return {
            style.get(tag("w:type"), ""): key
            for key, style in self.styles.items()
            if style.get(tag("w:default")) in {"1", "true", "on"}
        }

    def lineage(self, key: str | None) -> Iterator[Element]:
        """A style and those it is based on, nearest first."""
        seen: set[str] = set()
        while key and key in self.styles and key not in seen:
            seen.add(key)
            yield self.styles[key]
            key = named(self.styles[key], "w:basedOn")

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Every relationship of every part."""
        return tuple(self._relations())

    def _relations(self) -> Iterator[Relation]:
        for name, root in self.roots.items():
            if not name.endswith(".rels"):
                continue
            folder, _, file = name.rpartition("_rels/")
            for found in root.iter(tag("relations:Relationship")):
                external = found.get("TargetMode") == "External"
                target = found.get("Target", "")
                if not external and not target.startswith("#"):
                    target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                kind = found.get("Type", "").rpartition("/")[2]
                yield Relation(folder + file.removesuffix(".rels"), found.get("Id", ""), kind, target, external)

    def references(self, part: str) -> Iterator[str]:
        """Every relationship id that a part's XML refers to."""
        if part not in self.roots:
            return
        for element in self.roots[part].iter(etree.Element):
            for name, value in element.attrib.items():
                if str(name).startswith(_REFERENCE):
                    yield str(value)


def named(element: Element, name: str) -> str | None:
    """The w:val of a child of this name, None without one."""
    child = element.find(tag(name))
    return None if child is None else child.get(tag("w:val"))


def style_of(element: Element, kind: str = "w:p") -> str | None:
    """The style that a paragraph (w:p), a run (w:r) or a table (w:tbl) names itself."""
    properties = element.find(tag(f"{kind}Pr"))
    return None if properties is None else named(properties, f"{kind}Style" if kind != "w:tbl" else "w:tblStyle")


# ---------------------------------------------------------------- what is read

_SIGNS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:softHyphen": "", "w:ptab": "\t"}
# What Word shows another way, or what lies in a shape and not in the line.
_ASIDE = ("mc:Fallback", "w:txbxContent")


def words(element: Element) -> str:
    """The text of an element's runs as a reader sees it; texts inside shapes are none of its own."""
    signs = {tag(name): sign for name, sign in _SIGNS.items()}
    return "".join(
        (part.text or "") if part.tag == tag("w:t") else signs[str(part.tag)]
        for part in element.iter(tag("w:t"), *signs)
        if _in_line(part, element)
    )


def _in_line(part: Element, within: Element) -> bool:
    parent = part.getparent()
    if parent is None or parent.tag != tag("w:r"):
        return False
    aside = {tag(name) for name in _ASIDE}
    for around in part.iterancestors():
        if around is within:
            return True
        if around.tag in aside:
            return False
    return True


def paragraphs(root: Element) -> Iterator[Element]:
    """Every paragraph of a story in reading order, without those inside shapes."""
    aside = tuple(map(tag, _ASIDE))
    return (found for found in root.iter(tag("w:p")) if next(found.iterancestors(*aside), None) is None)
