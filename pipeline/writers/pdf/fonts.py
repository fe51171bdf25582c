"""Mends what ReportLab writes of fonts: which characters the codes stand for, and a tag of its own for each subset."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Name

_PAIR = re.compile(rb"<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]+)>")
_LARGEST_BLOCK = 100  # entries in one bfchar block (Adobe technical note 5411, 2.2)
_TAG_LETTERS = 6
_MAP = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
%s
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def mend_fonts(pdf: pikepdf.Pdf) -> None:
    """Every subset font of the file."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == Name.Font and "/ToUnicode" in thing:
            _tag(thing)
            thing.ToUnicode.write(_MAP % b"\n".join(_blocks(thing.ToUnicode.read_bytes())))


def _tag(font: pikepdf.Object) -> None:
    """The six letters before the name of a subset, which must differ between subsets (ISO 32000-1, 9.6.4)."""
    digest = hashlib.sha256(font.FontDescriptor.FontFile2.read_bytes() + font.ToUnicode.read_bytes()).digest()
    letters = "".join(chr(ord("A") + byte % 26) for byte in digest[:_TAG_LETTERS])
    name = Name(f"/{letters}+{str(font.BaseFont).rpartition('+')[2].lstrip('/')}")
    font.BaseFont = font.FontDescriptor.FontName = name


def _blocks(written: bytes) -> Iterator[bytes]:
    """The codes that stand for a character: codes without one left out, characters as UTF-16."""
    pairs = [(code, int(char, 16)) for code, char in _PAIR.findall(written.partition(b"beginbfchar")[2])]
    lines = [b"<%s> <%s>" % (code.upper(), _utf16(char)) for code, char in pairs if char]
    for first in range(0, len(lines), _LARGEST_BLOCK):
        block = lines[first : first + _LARGEST_BLOCK]
        yield b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block))


def _utf16(char: int) -> bytes:
    return chr(char).encode("utf-16-be").hex().upper().encode()
