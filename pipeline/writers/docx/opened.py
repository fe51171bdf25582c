"""A finished .docx opened again for checking: its members, parsed parts, relationships and styles."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from pipeline.writers.docx.ooxml import NAMESPACES, Element, clark

_MAIN, _STYLES, _CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_REFERENCE = f"{{{NAMESPACES['r']}}}"
# A check reads what anybody may have edited: no entities, no network, no giants.
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship: the part it belongs to, its id, the last word of its type, and where it leads."""

    source: str
    key: str
    kind: str
    target: str
    external: bool


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
        """The XML members, parsed."""
        return {
            name: etree.fromstring(data, _PARSER)
            for name, data in self.members.items()
            if name.endswith((".xml", ".rels"))
        }

    @property
    def main(self) -> Element:
        """The text of the document."""
        return self.roots[_MAIN]

    @property
    def properties(self) -> Element:
        """The core properties."""
        return self.roots[_CORE]

    def every(self, name: str) -> Iterator[Element]:
        """Every element of this prefixed name, part by part."""
        for root in self.roots.values():
            yield from root.iter(clark(name))

    @cached_property
    def styles(self) -> dict[str, Element]:
        """The styles by their ids."""
        found = self.roots[_STYLES].iter(clark("w:style"))
        return {style.get(clark("w:styleId"), ""): style for style in found}

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
            for found in root.iter(_RELATION):
                external = found.get("TargetMode") == "External"
                target = found.get("Target", "")
                if not external:
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
    child = element.find(clark(name))
    return None if child is None else child.get(clark("w:val"))


def words(element: Element) -> str:
    """The text of an element's runs."""
    return "".join(part.text or "" for part in element.iter(clark("w:t")))
