"""Where links lead: bookmark names that Word accepts, and the relationships of web addresses and pictures."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from pipeline.document import Block, Heading, Landing, running_text, walk

NAME_LIMIT = 40
_DIGEST = 8
_SVG = "image/svg+xml"
# What is left unchanged but for the hyphens; Word takes names without regard to case, so capitals are not plain.
_PLAIN_ANCHOR = re.compile(r"[a-z][a-z0-9-]{0,39}")
_SCHEMES = ("https://", "http://", "mailto:")
# Characters that RFC 3986 leaves out of addresses; Word calls a file with them damaged.
_UNSAFE = re.compile(r'[^!-~]|["<>\\^`{|}]')


def bookmark_name(anchor: str) -> str:
    """A bookmark name for an anchor: a letter first, then letters, digits and _, at most 40; always the same."""
    if _PLAIN_ANCHOR.fullmatch(anchor):
        return anchor.replace("-", "_")
    digest = hashlib.sha256(anchor.encode()).hexdigest()[:_DIGEST]
    kept = re.sub(r"[^a-z0-9]+", "_", anchor.lower()).strip("_")
    kept = kept if kept[:1].isalpha() else f"b_{kept}"
    return f"{kept[: NAME_LIMIT - _DIGEST - 1]}_{digest}"


def bookmarks(blocks: tuple[Block, ...]) -> dict[str, str]:
    """The bookmark name of every anchor; raises ValueError if an anchor stands at two places."""
    found: dict[str, str] = {}
    for block in walk(blocks):
        for anchor in _anchors(block):
            if anchor in found:
                raise ValueError(anchor)
            found[anchor] = bookmark_name(anchor)
    if len(set(found.values())) < len(found):
        raise ValueError(sorted(found))
    return found


@dataclass(frozen=True, slots=True)
class Places:
    """Where a Jump may lead to, by anchor: the bookmark there, the words there, and the level of a heading there."""

    bookmarks: Mapping[str, str]
    words: Mapping[str, str]
    levels: Mapping[str, int]


def places_in(blocks: tuple[Block, ...]) -> Places:
    """The places of a document; raises ValueError if an anchor stands at two of them."""
    words: dict[str, str] = {}
    levels: dict[str, int] = {}
    for block in walk(blocks):
        if isinstance(block, Heading):
            words[block.anchor], levels[block.anchor] = block.text, block.level
        landings = (part for parts in running_text(block) for part in parts if isinstance(part, Landing))
        words |= {part.anchor: part.text for part in landings}
    return Places(bookmarks(blocks), words, levels)


def note_bookmark(number: int) -> str:
    """The bookmark name of a note; no anchor gives such a one, since none has two hyphens in a row."""
    return f"note__{number}"


def _anchors(block: Block) -> Iterator[str]:
    """The places of a block that a Jump may lead to."""
    if isinstance(block, Heading):
        yield from (block.anchor,) if block.anchor else ()
    for parts in running_text(block):
        yield from (part.anchor for part in parts if isinstance(part, Landing))


def safe_address(address: str) -> str:
    """An address as RFC 3986 writes it; raises ValueError for any but https, http and mailto (checked in the model)."""
    if not address.lower().startswith(_SCHEMES):
        raise ValueError(address)
    return _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode()), address)


class Relations:
    """The relationships of the main part, numbered here: python-docx looks through all of them for each new one."""

    def __init__(self, part: Part) -> None:
        """Start after the relationships the part has."""
        self._part = part
        self._count = len(part.rels)
        self._addresses: dict[str, str] = {}
        self._pictures: dict[str, str] = {}

    def part(self, kind: str, part: Part) -> str:
        """The id of a new relationship of this kind to a part of the package."""
        return self._add(kind, part, external=False)

    def web(self, address: str) -> str:
        """The id of the relationship to an address; one for each address."""
        target = safe_address(address)
        if target not in self._addresses:
            self._addresses[target] = self._add(RELATIONSHIP_TYPE.HYPERLINK, target, external=True)
        return self._addresses[target]

    def picture(self, png: bytes) -> str:
        """The id of the relationship to a picture of pixels; one for each content."""
        return self._pictured(png, CONTENT_TYPE.PNG, "png")

    def drawing(self, svg: bytes) -> str:
        """The id of the relationship to a picture of lines; one for each content."""
        return self._pictured(svg, _SVG, "svg")

    def _pictured(self, data: bytes, content: str, extension: str) -> str:
        digest = hashlib.sha256(data).hexdigest()
        if digest not in self._pictures:
            name = PackURI(f"/word/media/picture{len(self._pictures) + 1}.{extension}")
            part = Part(name, content, data, self._part.package)
            self._pictures[digest] = self._add(RELATIONSHIP_TYPE.IMAGE, part, external=False)
        return self._pictures[digest]

    def _add(self, kind: str, target: Part | str, external: bool) -> str:
        self._count += 1
        relation = f"rId{self._count}"
        self._part.rels.add_relationship(kind, target, relation, external)
        return relation
