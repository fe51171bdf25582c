"""The parts of an unpacked template, found as Word finds them: by relationships, never by name."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pipeline.writers.docx.inspection.archive import Element, Refused, Unpacked

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CONTENT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
# ISO/IEC 29500-1, 11.3.10, and -4, 9.1: the main part of a document or a template; with macros, [MS-OFFMACRO2] 2.2.1.
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = frozenset({f"{_WORD}document.main+xml", f"{_WORD}template.main+xml"})
# ISO/IEC 29500-1, annex A: the namespaces of a strict document.
_STRICT = "http://purl.oclc.org/ooxml/"


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship: its id, the last word of its type, and where it leads: to a part, or out of the file."""

    key: str
    kind: str
    target: str
    is_external: bool


@dataclass(frozen=True)
class Parts:
    """What leads where in a template."""

    unpacked: Unpacked

    @cached_property
    def content_types(self) -> dict[str, str]:
        """The content type of each part that has one of its own, and of each suffix (`.xml`), in small letters."""
        root = self.unpacked.roots["[Content_Types].xml"]
        own = {
            one.get("PartName", "").lstrip("/"): one.get("ContentType", "") for one in root.iter(f"{_CONTENT}Override")
        }
        usual = {f".{one.get('Extension', '')}": one.get("ContentType", "") for one in root.iter(f"{_CONTENT}Default")}
        return {name.lower(): kind.lower() for name, kind in {**usual, **own}.items()}

    @cached_property
    def main(self) -> str:
        """The name of the part with the text. Raises Refused for a package that is no Word file."""
        links = self.links("")
        if any(link.target.startswith(_STRICT) or link.kind == _STRICT for link in links):
            raise Refused("U644")
        found = next((link.target for link in links if link.kind == "officeDocument"), "")
        kind = self.content_types.get(found.lower()) or self.content_types.get(".xml", "")
        if found not in self.unpacked.roots or not (kind in _MAIN or "macroenabled" in kind):
            raise Refused("U632")
        return found

    def links(self, part: str) -> tuple[Link, ...]:
        """The relationships of a part, or of the package ("")."""
        folder, _, name = part.rpartition("/")
        listed = self._names.get(posixpath.join(folder, "_rels", f"{name}.rels").lower(), "")
        root = self.unpacked.roots.get(listed)
        return tuple(_links(root, folder, self._names)) if root is not None else ()

    @cached_property
    def _names(self) -> dict[str, str]:
        """The names of the parts by the same in small letters: a link may write them otherwise (29500-2, 6.2.2.3)."""
        return {name.lower(): name for name in self.unpacked.names}

    def related(self, part: str, kind: str) -> Iterator[tuple[str, Element]]:
        """The parts in XML that a part leads to by relationships of a kind: names and roots."""
        for link in self.links(part):
            if link.kind == kind and not link.is_external and link.target in self.unpacked.roots:
                yield link.target, self.unpacked.roots[link.target]

    def root(self, kind: str) -> Element | None:
        """The root of the first part of a kind that the text leads to."""
        return next((root for _, root in self.related(self.main, kind)), None)

    @cached_property
    def text(self) -> Element:
        """The body of the document. Raises Refused for a main part without one."""
        body = self.unpacked.roots[self.main].find(f"{W}body")
        if body is None:
            raise Refused("U639")
        return body

    @cached_property
    def running(self) -> tuple[tuple[str, Element], ...]:
        """The headers and footers."""
        return tuple(part for kind in ("header", "footer") for part in self.related(self.main, kind))


def _links(root: Element, folder: str, names: Mapping[str, str]) -> Iterator[Link]:
    for one in root.iter(_RELATION):
        kind, target = one.get("Type", ""), one.get("Target", "")
        is_external = one.get("TargetMode") == "External"
        if not is_external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            target = names.get(target.lower(), target)
        word = _STRICT if kind.startswith(_STRICT) else kind.rpartition("/")[2]
        yield Link(one.get("Id", ""), word, target, is_external)


def value(element: Element | None, name: str) -> str:
    """The w:val of a child; empty without one."""
    child = None if element is None else element.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val", "")
