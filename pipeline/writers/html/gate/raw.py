"""The bytes of a page before anyone made a tree of them: written so regularly that every parser makes the same tree.

Parsers differ where markup is irregular, and what differs between the gate's parser and a browser's could hide from
the gate. So the page is held to a strict grammar, and the tree that was read to what the tags say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from pipeline.writers.html.gate.opened import OpenedPage
from pipeline.writers.written import Finding, Part

_DOCTYPE = "<!DOCTYPE html>"
_NAME = r"[a-zA-Z][a-zA-Z0-9]*"
# Values are in double quotes and hold no angle bracket; an attribute may be bare.
_ATTRIBUTE = re.compile(r'\s+([a-zA-Z][a-zA-Z-]*)(?:="[^"<>]*")?')
_TAG = re.compile(rf"<(/?)({_NAME})((?:{_ATTRIBUTE.pattern.replace('(', '(?:', 1)})*)\s*(/?)>")
# Elements without an end tag, and those whose text is no markup (HTML standard, 13.1.2).
_VOID = frozenset(
    {"meta", "br", "hr", "input", "img", "link", "base", "col", "embed", "source", "wbr", "area", "track"}
)
_RAW = frozenset({"script", "style"})
# A browser looks for the encoding in so many bytes (HTML standard, 4.2.5.4).
_CHARSET_WITHIN = 1024
_TOLD = 60

Outline = list[tuple[int, str]]


def opening(data: bytes) -> Iterator[Finding]:
    """The file begins as a page of today's HTML, and says early that it is UTF-8."""
    if data.startswith(b"\xef\xbb\xbf"):
        yield Finding("bom_present", "EF BB BF")
    if b"\x00" in data:
        yield Finding("nul_present", str(data.index(b"\x00")), Part.SAFETY)
    if not data.removeprefix(b"\xef\xbb\xbf").startswith(_DOCTYPE.encode()):
        yield Finding("doctype_missing", repr(data[:20]))
    if b'<meta charset="utf-8">' not in data[:_CHARSET_WITHIN]:
        yield Finding("charset_missing", f"first {_CHARSET_WITHIN} bytes")


def grammar(page: OpenedPage) -> Iterator[Finding]:
    """Every tag is written in one way, ends where it should, and the tree has the same elements at the same depths."""
    told: Outline = []
    faults = list(_read(page.text.removeprefix("\ufeff").removeprefix(_DOCTYPE), told))
    yield from faults
    if not faults:
        for one, other in zip_longest(told, _outline(page)):
            if one != other:
                yield Finding("tree_ambiguous", f"{one} != {other}", Part.SAFETY)
                return


def _read(text: str, told: Outline) -> Iterator[Finding]:
    """Goes through the tags, keeps them with their depths, and stops at the first that is wrong."""
    open_ones: list[str] = []
    at = 0
    while (at := text.find("<", at)) >= 0:
        tag = _TAG.match(text, at)
        names = [] if tag is None else [name.lower() for name in _ATTRIBUTE.findall(tag[3])]
        if tag is None or len({*names}) < len(names):
            yield Finding("markup_irregular", text[at : at + _TOLD], Part.SAFETY)
            return
        name, at = tag[2].lower(), tag.end()
        if tag[1]:
            if not open_ones or open_ones.pop() != name:
                yield Finding("markup_unbalanced", tag[0], Part.SAFETY)
                return
            continue
        told.append((len(open_ones), name))
        if name not in _VOID and not tag[4]:
            open_ones.append(name)
        if name in _RAW:
            at = max(text.find(f"</{name}", at), at)
    if open_ones:
        yield Finding("markup_unbalanced", open_ones[-1], Part.SAFETY)


def _outline(page: OpenedPage) -> Iterator[tuple[int, str]]:
    """The elements of the tree with their depths."""
    depths = {page.root: 0}
    for element in page.root.iter():
        above = element.getparent()
        depths[element] = 0 if above is None else depths[above] + 1
        yield depths[element], element.tag.lower() if isinstance(element.tag, str) else "comment"


RULES = (grammar,)
