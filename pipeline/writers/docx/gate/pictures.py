"""The pictures of a Word file: what they are called is what they are, and a drawing holds nothing that acts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.writers.docx.ooxml import Element
from pipeline.writers.docx.opened import OpenedFile, tag
from pipeline.writers.written import Finding, Part

# How the bytes of each kind begin; a metafile has more ways than one.
_BEGINNINGS = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
    "bmp": (b"BM",),
    "tif": (b"II*\x00", b"MM\x00*"),
    "tiff": (b"II*\x00", b"MM\x00*"),
    "emf": (b"\x01\x00\x00\x00",),
    "wmf": (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00"),
}
# Elements that act, fetch, or that Office draws wrongly (design/word.md, section 6).
_UNWANTED = frozenset(
    {"script", "foreignObject", "font-face", "style", "image", "use", "animate", "set", "a", "text", "handler"}
)
_ADDRESS = re.compile(r"url\(\s*['\"]?(?!['\"]?#)", re.IGNORECASE)


def pictures(opened: OpenedFile) -> Iterator[Finding]:
    """Every picture is of the kind that its name says, and every vector picture has one of dots beside it."""
    for relation in opened.relations:
        if relation.kind != "image" or relation.external or relation.target not in opened.members:
            continue
        data, suffix = opened.members[relation.target], relation.target.rpartition(".")[2].lower()
        if suffix == "svg":
            fits = opened.roots[relation.target].tag == tag("svg:svg")
        else:
            fits = data.startswith(_BEGINNINGS.get(suffix, ()))
        if not fits:
            yield Finding("picture_unreadable", relation.target)
    for vector in opened.every("asvg:svgBlip"):
        blip = next(vector.iterancestors(tag("a:blip")), None)
        if blip is None or not blip.get(tag("r:embed")):
            yield Finding("picture_without_fallback", vector.get(tag("r:embed"), ""))


def drawings(opened: OpenedFile) -> Iterator[Finding]:
    """A drawing has no script, address, font or other element that Office would run, fetch or draw wrongly."""
    for name, root in opened.roots.items():
        if name.endswith(".svg"):
            yield from (Finding("picture_active", f"{name} {found}", Part.SAFETY) for found in sorted({*_acting(root)}))


def _acting(root: Element) -> Iterator[str]:
    for element in root.iter("*"):
        local = str(element.tag).rpartition("}")[2]
        if local in _UNWANTED:
            yield local
        for key, value in element.attrib.items():
            name, said = str(key).rpartition("}")[2], str(value)
            leads_out = name in {"href", "src"} and not said.startswith("#")
            if leads_out or name.startswith("on") or _ADDRESS.search(said):
                yield name


RULES = (pictures, drawings)
