"""A template's zip file unpacked with limits that no header can lift: what it holds, or why it is refused.

Nothing is believed that the file says of itself (CWE-409, CWE-611, CWE-22): sizes are counted while unpacking, no name
leads anywhere, and no entity is read.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

FILE_LIMIT = 20 * 2**20
"""The largest template that is read, bytes; a template with pictures is rarely above two million."""
UNPACKED_LIMIT = 200 * 2**20
"""How much a template may unpack to, bytes."""
XML_LIMIT = 50 * 2**20
"""How much of that may be XML, bytes: it takes several times as much room once it is read."""
_RATIO, _RATIO_FROM = 100, 2**20
_MEMBER_LIMIT = 5_000
_CHUNK = 2**16

# [MS-CFB] 2.2: what every compound file begins with. Directory entries have their names in UTF-16 (2.6.1).
_COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")
# [MS-OFFCRYPTO] 2.3.4.4: the stream of an encrypted package.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# [MS-DOC] 2.1.1: the stream of a document in the format of Word 97.
_OLD_WORD = "WordDocument".encode("utf-16-le")
# APPNOTE.TXT 4.3.7 and 4.3.12: a member, and its entry in the directory.
_MEMBER, _DIRECTORY_ENTRY = b"PK\x03\x04", b"PK\x01\x02"
_IS_ENCRYPTED = 0x1
_CONTENT_TYPES = "[Content_Types].xml"
_DECLARATION = tuple(
    word.encode(form) for word in ("<!DOCTYPE", "<!ENTITY") for form in ("ascii", "utf-16-le", "utf-16-be")
)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OverflowError, OSError)
_DRIVE = re.compile(r"[A-Za-z]:")

Element = etree._Element  # lxml offers no public name for it


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to tell about a template: the code of a sentence, and what fills its gaps."""

    code: str
    details: tuple[tuple[str, str], ...] = ()


class Refused(Exception):
    """The template is not opened; `remark` says why."""

    def __init__(self, code: str, **details: object) -> None:
        """Keep what to tell."""
        super().__init__(code)
        self.remark = Remark(code, tuple((key, str(value)) for key, value in sorted(details.items())))


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The names of a package's members, and the roots of those in XML."""

    names: frozenset[str]
    roots: Mapping[str, Element]


def unpacked(data: bytes) -> Unpacked:
    """What a package holds. Raises Refused for one that is none, or that is not safe to open.

    Of `data` only so much need be there as shows that the file is larger than FILE_LIMIT.
    """
    if len(data) > FILE_LIMIT:
        raise Refused("U636", limit=FILE_LIMIT // 2**20)
    if data.startswith(_COMPOUND):
        raise Refused(_of_compound(data))
    if not data.startswith(_MEMBER):
        raise Refused("U632")
    if data.count(_DIRECTORY_ENTRY) > _MEMBER_LIMIT:
        raise Refused("U638")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive)
    except _BROKEN as fault:
        raise Refused("U639") from fault


def _of_compound(data: bytes) -> str:
    """The code for a compound file: an encrypted package, a document in the old format, or anything else."""
    if _ENCRYPTED in data:
        return "U635"
    return "U633" if _OLD_WORD in data else "U632"


def _read(archive: zipfile.ZipFile) -> Unpacked:
    members = [member for member in archive.infolist() if not member.is_dir()]
    _require_safe(members)
    names = frozenset(member.filename for member in members)
    if _CONTENT_TYPES not in names:
        is_open_document = "mimetype" in names and "content.xml" in names
        raise Refused("U634" if is_open_document else "U632")
    counter = _Counter()
    roots = {}
    for member in members:
        is_xml = member.filename.lower().endswith((".xml", ".rels"))
        kept = b"".join(_chunks(archive, member, counter, is_xml))
        if is_xml:
            roots[member.filename] = _parsed(kept)
    return Unpacked(names, roots)


def _require_safe(members: list[zipfile.ZipInfo]) -> None:
    """Raises Refused for members that are encrypted, named twice, named to lead out, or packed too densely."""
    if any(member.flag_bits & _IS_ENCRYPTED for member in members):
        raise Refused("U635")
    names = [member.orig_filename for member in members]
    if any(_leads_out(name) for name in names):
        raise Refused("U642")
    # ISO/IEC 29500-2, 6.2.2.3: names of parts are the same whatever the case of their letters.
    if len({name.casefold() for name in names}) < len(names):
        raise Refused("U641")
    dense = (one for one in members if one.file_size > max(_RATIO_FROM, _RATIO * one.compress_size))
    if any(dense) or sum(member.file_size for member in members) > UNPACKED_LIMIT:
        raise Refused("U638")


def _leads_out(name: str) -> bool:
    is_odd = "\\" in name or not name.isprintable() or name.startswith("/") or _DRIVE.match(name)
    return bool(is_odd) or ".." in name.split("/")


class _Counter:
    """What was unpacked so far, bytes."""

    def __init__(self) -> None:
        self.total = self.xml = 0

    def add(self, count: int, is_xml: bool) -> None:
        """Raises Refused where it becomes too much."""
        self.total += count
        self.xml += count if is_xml else 0
        if self.total > UNPACKED_LIMIT or self.xml > XML_LIMIT:
            raise Refused("U638")


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo, counter: _Counter, is_kept: bool) -> Iterator[bytes]:
    """A member piece by piece; one that is not kept is unpacked all the same, which shows whether it is whole."""
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            counter.add(len(chunk), is_kept)
            if is_kept:
                yield chunk


def _parsed(data: bytes) -> Element:
    """The root of a part. Raises Refused for one that declares a document type, or that is not well-formed."""
    if any(word in data for word in _DECLARATION):
        raise Refused("U640")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise Refused("U639") from fault
    # In an encoding that the search above does not know.
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused("U640")
    return root
