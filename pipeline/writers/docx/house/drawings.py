"""Numbers of drawings: unique over the text, the headers and the footers; the template's keep theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from pipeline.writers.docx.ooxml import Element, clark, node

# What marks a drawing as decorative ([MS-ODRAWXML], 2.10.1): its extension of wp:docPr.
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


def number_drawings(ends: Iterable[Element], body: Element) -> None:
    """Number the text's drawings, shapes and pictures after the largest number of the headers and footers.

    A template's number that is used twice, as Word allows a logo to be in each of its headers, is kept where it stands
    first.
    """
    every = list(ends)
    last = max((_number(one) for end in every for one in _numbered(end)), default=0)
    seen: set[int] = set()
    for drawing in (found for end in every for found in end.iter(clark("wp:docPr"))):
        if _number(drawing) in seen or not _number(drawing):
            last += 1
            _renumber(drawing, last)
        seen.add(_number(drawing))
    for found in _numbered(body):
        found.set("id", str(_number(found) + last))


def mark_decorative(end: Element) -> None:
    """Mark drawings of a header or footer that nobody has described: readers of screens pass such a logo by."""
    for drawing in end.iter(clark("wp:docPr")):
        if drawing.get("descr", "").strip() or next(drawing.iter(clark("adec:decorative")), None) is not None:
            continue
        extensions = drawing.find(clark("a:extLst"))
        if extensions is None:
            extensions = node("a:extLst")
            drawing.append(extensions)
        extensions.append(node("a:ext", {"uri": _DECORATIVE}, node("adec:decorative", {"val": 1})))


def _renumber(drawing: Element, number: int) -> None:
    """Give a drawing another number, and the picture that fills it too."""
    around = drawing.getparent()
    pictures = [] if around is None else list(around.iter(clark("pic:cNvPr")))
    for found in (drawing, *(picture for picture in pictures if _number(picture) == _number(drawing))):
        found.set("id", str(number))


def _numbered(root: Element) -> Iterator[Element]:
    """Drawings, and the shapes and pictures in them."""
    return (found for found in root.iter(etree.Element) if etree.QName(found).localname in ("docPr", "cNvPr"))


def _number(drawing: Element) -> int:
    written = drawing.get("id", "")
    return int(written) if written.isdecimal() else 0
