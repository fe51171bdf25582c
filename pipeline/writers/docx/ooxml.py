"""WordprocessingML elements built directly with lxml: what python-docx lacks, or does in quadratic time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, cast

from lxml import etree

from pipeline.writers.docx.formats import AS_STYLE, PLAIN, CharacterFormat, Edge, Edges, ParagraphFormat, Tab

Element = etree._Element  # lxml offers no public name for it
Attributes = Mapping[str, str | int]

NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
# Word counts line heights in 240ths of the font's natural one.
_LINE = 240
# Characters that have an element of their own; Word shows a bare soft hyphen, and the family may lack U+2011.
_SPECIAL = re.compile("(\r\n|[\r\n\t\u00ad\u2011])")
_SPECIAL_ELEMENT = {"\t": "w:tab", "\u00ad": "w:softHyphen", "\u2011": "w:noBreakHyphen"}


@lru_cache(maxsize=512)
def clark(name: str) -> str:
    """A prefixed name as lxml wants it: {namespace}local."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if local else name


@lru_cache(maxsize=8)
def _prefixes(prefix: str) -> dict[str, str]:
    return {prefix: NAMESPACES[prefix]}


def node(name: str, attributes: Attributes | None = None, *children: Element) -> Element:
    """An element with its children; an attribute without prefix gets the element's own in the namespace w."""
    prefix = name.partition(":")[0]
    made = etree.Element(clark(name), nsmap=_prefixes(prefix))
    for key, value in (attributes or {}).items():
        own = f"w:{key}" if prefix == "w" and ":" not in key else key
        made.set(clark(own), str(value))
    made.extend(children)
    return made


def choice(prefix: str, *children: Element) -> Element:
    """What is read by those who know the namespace of a prefix, which is declared here whatever stands around."""
    spaces = {key: NAMESPACES[key] for key in ("mc", prefix)}
    made = etree.Element(clark("mc:Choice"), nsmap=spaces)
    made.set("Requires", prefix)
    made.extend(children)
    return made


def value(name: str, text: str | int) -> Element:
    """An element that carries one value in w:val."""
    return node(name, {"val": text})


def unprefixed(namespace: str) -> dict[str, str]:
    """The map that makes a namespace the default one; lxml takes None as a prefix, its stubs do not."""
    return cast("dict[str, str]", {None: namespace})


def serialized(root: Element) -> bytes:
    """A whole part as bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _switch(name: str, on: bool | None) -> Iterator[Element]:
    if on is not None:
        yield node(name) if on else value(name, 0)


def twips(points: float) -> int:
    """Points in twentieths, as Word counts."""
    return round(points * 20)


def _hex(edge: Edge) -> str:
    return edge.colour.hex[1:]


def _edge(name: str, edge: Edge | None) -> Iterator[Element]:
    if edge:
        weight: Attributes = {
            "val": "single",
            "sz": round(edge.width * 8),
            "space": round(edge.gap),
            "color": _hex(edge),
        }
        yield node(name, weight)


def _edges(edges: Edges) -> Element:
    sides = (("w:top", edges.top), ("w:left", edges.left), ("w:bottom", edges.bottom), ("w:right", edges.right))
    return node("w:pBdr", None, *(found for name, edge in sides for found in _edge(name, edge)))


def shade(colour: str) -> Element:
    """A ground of one colour, written RRGGBB."""
    return node("w:shd", {"val": "clear", "color": "auto", "fill": colour})


def _tab(tab: Tab) -> Element:
    leader = {"leader": "underscore"} if tab.ruled else {}
    return node("w:tab", {"val": "right" if tab.right else "left", **leader, "pos": twips(tab.at)})


def _spacing(look: ParagraphFormat) -> Iterator[Element]:
    around = {"before": look.before, "after": look.after}
    given: dict[str, str | int] = {key: twips(length) for key, length in around.items() if length is not None}
    if look.line is not None:
        given |= {"line": round(look.line * _LINE), "lineRule": "auto"}
    if given:
        yield node("w:spacing", given)


def _indents(look: ParagraphFormat) -> Iterator[Element]:
    sides = {"left": look.left, "right": look.right, "hanging": look.hanging}
    given = {key: twips(length) for key, length in sides.items() if length is not None}
    if given:
        yield node("w:ind", given)


def _paragraph_parts(look: ParagraphFormat) -> Iterator[Element]:
    """The children of w:pPr in the order of the schema (ISO/IEC 29500-1, CT_PPrBase)."""
    yield from _switch("w:keepNext", look.keep_next)
    yield from _switch("w:keepLines", look.keep_lines)
    yield from _switch("w:pageBreakBefore", look.page_break)
    if look.numbering is not None:
        yield node("w:numPr", None, value("w:ilvl", 0), value("w:numId", look.numbering))
    if look.edges:
        yield _edges(look.edges)
    if look.fill:
        yield shade(look.fill.hex[1:])
    if look.tabs:
        yield node("w:tabs", None, *map(_tab, look.tabs))
    yield from _switch("w:suppressAutoHyphens", None if look.hyphenated is None else not look.hyphenated)
    yield from _spacing(look)
    yield from _indents(look)
    yield from _switch("w:contextualSpacing", look.gathered)
    if look.outline is not None:
        yield value("w:outlineLvl", look.outline)


def paragraph_properties(look: ParagraphFormat, style: str = "") -> Element:
    """w:pPr of a paragraph or a style."""
    named = [value("w:pStyle", style)] if style else []
    return node("w:pPr", None, *named, *_paragraph_parts(look))


def _character_parts(look: CharacterFormat) -> Iterator[Element]:
    """The children of w:rPr in the order of the schema (ISO/IEC 29500-1, EG_RPrBase)."""
    yield from _switch("w:b", look.bold)
    yield from _switch("w:bCs", look.bold)
    if look.colour:
        yield value("w:color", look.colour.hex[1:])
    if look.size is not None:
        yield value("w:sz", round(look.size * 2))
        yield value("w:szCs", round(look.size * 2))
    if look.underlined is not None:
        yield value("w:u", "single" if look.underlined else "none")
    if look.frame:
        yield node("w:bdr", {"val": "single", "sz": 8, "space": 0, "color": look.frame.hex[1:]})
    if look.fill:
        yield shade(look.fill.hex[1:])
    if look.raised is not None:
        yield value("w:vertAlign", "superscript" if look.raised else "baseline")
    if look.language:
        yield value("w:lang", look.language)


def character_properties(look: CharacterFormat, style: str = "") -> Element:
    """w:rPr of a run or a style."""
    named = [value("w:rStyle", style)] if style else []
    return node("w:rPr", None, *named, *_character_parts(look))


def paragraph(style: str, look: ParagraphFormat = PLAIN, contents: Iterable[Element] = ()) -> Element:
    """A paragraph of a style, with what differs from it."""
    return node("w:p", None, paragraph_properties(look, style), *contents)


def _characters(text: str) -> Iterator[Element]:
    for piece in _SPECIAL.split(text):
        if _SPECIAL.fullmatch(piece):
            yield node(_SPECIAL_ELEMENT.get(piece, "w:br"))
        elif piece:
            words = node("w:t", {"xml:space": "preserve"})
            words.text = piece
            yield words


def _run(look: CharacterFormat, style: str, contents: Iterable[Element]) -> Element:
    properties = [character_properties(look, style)] if style or look != AS_STYLE else []
    return node("w:r", None, *properties, *contents)


def run(text: str, look: CharacterFormat = AS_STYLE, style: str = "") -> Element:
    """A run of text; line breaks, tabs and special hyphens become Word's own elements."""
    return _run(look, style, _characters(text))


def column_break() -> Element:
    """A run that sends what follows to the next column, so small that the line left behind in Word has no height."""
    return _run(CharacterFormat(size=1), "", [node("w:br", {"type": "column"})])


def keep_with_next(paragraph: Element) -> None:
    """Let a paragraph stay on the page of the next one; its own word against that is taken back."""
    properties = paragraph.find(clark("w:pPr"))
    assert properties is not None  # every paragraph is made with its properties
    for found in properties.findall(clark("w:keepNext")):
        properties.remove(found)
    style = properties.find(clark("w:pStyle"))
    properties.insert(0 if style is None else 1, node("w:keepNext"))


def field_begin(instruction: str) -> Iterator[Element]:
    """The beginning of a field whose result follows, perhaps over several paragraphs, up to `field_end`."""
    code = node("w:instrText", {"xml:space": "preserve"})
    code.text = f" {instruction} "
    yield _run(AS_STYLE, "", [node("w:fldChar", {"fldCharType": "begin"})])
    yield _run(AS_STYLE, "", [code])
    yield _run(AS_STYLE, "", [node("w:fldChar", {"fldCharType": "separate"})])


def field_end() -> Element:
    """The end of a field that `field_begin` began."""
    return _run(AS_STYLE, "", [node("w:fldChar", {"fldCharType": "end"})])


def field(instruction: str, result: str, look: CharacterFormat = AS_STYLE) -> Iterator[Element]:
    """A field with a ready-made result: never marked dirty, or Word asks the reader to update it."""
    code = node("w:instrText", {"xml:space": "preserve"})
    code.text = f" {instruction} "
    yield _run(look, "", [node("w:fldChar", {"fldCharType": "begin"})])
    yield _run(look, "", [code])
    yield _run(look, "", [node("w:fldChar", {"fldCharType": "separate"})])
    yield run(result, look)
    yield _run(look, "", [node("w:fldChar", {"fldCharType": "end"})])


def jump(text: str, bookmark: str, style: str, look: CharacterFormat = AS_STYLE) -> Element:
    """Words that lead to a bookmark of the same document."""
    return node("w:hyperlink", {"anchor": bookmark, "history": 1}, run(text, look, style))


def web_link(text: str, relation: str, style: str) -> Element:
    """Words that lead to the address of an external relationship."""
    return node("w:hyperlink", {"r:id": relation, "history": 1}, run(text, style=style))


def bookmarked(name: str, number: int, contents: Iterable[Element]) -> Iterator[Element]:
    """The contents between the start and the end of a bookmark."""
    yield node("w:bookmarkStart", {"id": number, "name": name})
    yield from contents
    yield node("w:bookmarkEnd", {"id": number})
