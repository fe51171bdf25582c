"""An agency's template as it was saved: its parts by what they are, read at their first use and never written to.

The file is read with zipfile and lxml. Only what the other modules take from it comes into a handout, so what nobody
asks for (the old text, pictures, comments, XML data, macros) cannot come along.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from pipeline.writers.docx.ooxml import Element, clark

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a relationship leads: the last word of its type, and a member's name or an address outside the file."""

    kind: str
    name: str
    external: bool


@dataclass(frozen=True)
class TemplatePart:
    """A part: its name, its XML (a copy of one's own), and where its relationships lead, by their ids."""

    name: str
    root: Element
    targets: Mapping[str, Target] = field(default_factory=dict)


class Template:
    """The parts of a template. Raises BadZipFile for bytes that are no zip file, and KeyError without a main part."""

    def __init__(self, data: bytes) -> None:
        """Read the members and find the main part."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self._members = {name.lstrip("/"): archive.read(name) for name in archive.namelist()}
        # Names of parts are the same without regard to case (ISO/IEC 29500-2, 6.2.2.3).
        self._names = {name.lower(): name for name in self._members}
        self._whole = self._targets("")
        main = next((found for found in self._whole.values() if found.kind == "officeDocument"), None)
        if main is None:
            raise KeyError("officeDocument")
        self.main = self._part(main.name)
        self.theme = self.part("theme")

    def part(self, kind: str) -> TemplatePart | None:
        """The main part's first part of this kind, None without one or if it is no XML."""
        return self._first(self.main.targets, kind)

    def package_part(self, kind: str) -> TemplatePart | None:
        """The package's own part of this kind."""
        return self._first(self._whole, kind)

    def end(self, relation: str) -> TemplatePart | None:
        """The header or footer that a section refers to."""
        target = self.main.targets.get(relation)
        return None if target is None else self._first({relation: target}, target.kind)

    def data(self, name: str) -> bytes:
        """The bytes of a member."""
        return self._members[name]

    def _first(self, targets: Mapping[str, Target], kind: str) -> TemplatePart | None:
        for target in targets.values():
            if target.kind == kind and not target.external:
                try:
                    return self._part(target.name)
                except etree.XMLSyntaxError:
                    continue
        return None

    def _part(self, name: str) -> TemplatePart:
        return TemplatePart(name, parsed(self._members[name]), self._targets(name))

    def _targets(self, source: str) -> dict[str, Target]:
        """The relationships of a part, or of the package; those to members that are not there are left out."""
        folder, file = posixpath.split(source)
        listed = self._names.get(posixpath.join(folder, "_rels", f"{file}.rels").lower())
        return dict(self._read_targets(folder, self._members[listed])) if listed else {}

    def _read_targets(self, folder: str, data: bytes) -> Iterator[tuple[str, Target]]:
        for found in parsed(data).iter(_RELATION):
            key, kind = found.get("Id", ""), found.get("Type", "").rpartition("/")[2]
            address = found.get("Target", "")
            if found.get("TargetMode") == "External":
                yield key, Target(kind, address, external=True)
                continue
            name = posixpath.normpath(posixpath.join("/", folder, address)).lstrip("/")
            if known := self._names.get(name.lower()):
                yield key, Target(kind, known, external=False)


def parsed(data: bytes) -> Element:
    """XML that may come from anybody: no entities, nothing fetched, no giants."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(data, parser)


def setting(element: Element | None, name: str) -> str | None:
    """The w:val of a child of this name, None without one."""
    child = None if element is None else element.find(clark(name))
    return None if child is None else child.get(clark("w:val"))


def is_on(element: Element | None, name: str) -> bool:
    """Whether a switch is there and on."""
    child = None if element is None else element.find(clark(name))
    return child is not None and child.get(clark("w:val"), "1") not in ("0", "false", "off")
