"""Parts of a template as parts of a new package, each with the pictures or fonts that it still refers to."""

from __future__ import annotations

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from pipeline.writers.docx.house.cleaning import clean
from pipeline.writers.docx.house.template import Target, Template, TemplatePart
from pipeline.writers.docx.ooxml import NAMESPACES, Element, serialized

_REFERENCE = f"{{{NAMESPACES['r']}}}"
# What a kept part may show; a member with another extension is left out, whatever the template says it is.
_CONTENT = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "svg": "image/svg+xml",
    "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
}
_TYPES = {"image": RELATIONSHIP_TYPE.IMAGE, "font": RELATIONSHIP_TYPE.FONT}


class Copier:
    """Makes parts; a picture that several parts show is copied once."""

    def __init__(self, template: Template, package: Package) -> None:
        """Begin with nothing copied."""
        self._template, self._package = template, package
        self._copied: dict[str, Part] = {}

    def clean(self, part: TemplatePart) -> Element:
        """The part's XML without traces of people and places, and without what stands in parts that are left out."""
        clean(part.root, {key for key, target in part.targets.items() if _is_kept(target)})
        return part.root

    def part(self, name: str, content: str, root: Element, source: TemplatePart | None = None) -> Part:
        """A new part with this XML, and what it refers to by the relationships of the template's part `source`."""
        made = Part(PackURI(f"/word/{name}.xml"), content, serialized(root), self._package)
        used = _references(root)
        for key, target in (source.targets if source else {}).items():
            if key in used and _is_kept(target):
                made.rels.add_relationship(_TYPES[target.kind], self._copy(target.name), key)
        return made

    def _copy(self, name: str) -> Part:
        if name not in self._copied:
            extension = _extension(name)
            new = PackURI(f"/word/media/house{len(self._copied) + 1}.{extension}")
            self._copied[name] = Part(new, _CONTENT[extension], self._template.data(name), self._package)
        return self._copied[name]


def _is_kept(target: Target) -> bool:
    return target.kind in _TYPES and not target.external and _extension(target.name) in _CONTENT


def _extension(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _references(root: Element) -> set[str]:
    """The relationship ids that XML refers to."""
    return {
        str(value)
        for element in root.iter(etree.Element)
        for key, value in element.attrib.items()
        if str(key).startswith(_REFERENCE)
    }
