"""The parts beside the text: styles, numbering, settings, theme and programme properties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from pipeline.scene import Fact
from pipeline.writers.docx import styles
from pipeline.writers.docx.ooxml import (
    Element,
    character_properties,
    clark,
    node,
    paragraph_properties,
    serialized,
    twips,
    unprefixed,
    value,
)
from pipeline.writers.docx.page import Page
from pipeline.writers.docx.styles import Kind, Style
from pipeline.writers.docx.tables import table_style
from pipeline.writers.look import Look

# Word behaves as its 2013 and later versions do; the other four are what Word itself writes into a new document.
_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VARIANT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
# The set of properties that a user may add to ([MS-OLEPS], 2.25.1.2).
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_COMPATIBILITY_URI = "http://schemas.microsoft.com/office/word"
_ACCENTS: Final = 6
_BULLETS = ("\u2022", "\u2013", "-")


def style_sheet(look: Look, page: Page, language: str) -> bytes:
    """`styles.xml`: defaults with family and language, then every style."""
    hidden = {"defLockedState": 0, "defUIPriority": 99, "defSemiHidden": 1, "defUnhideWhenUsed": 1, "defQFormat": 0}
    latent = node("w:latentStyles", {**hidden, "count": 376})
    return serialized(node("w:styles", None, _defaults(look, language), latent, *listed_styles(look, page)))


def listed_styles(look: Look, page: Page) -> Iterator[Element]:
    """Every style: the nameless bases, those of text, and the tables'."""
    yield from _bases()
    yield from map(style_element, styles.styles(look, page))
    inks, tables = look.theme.inks, look.theme.typography.table
    yield table_style(styles.TABLE, "Process Table", inks.ink, inks.rule, tables)
    yield table_style(styles.WRITING_TABLE, "Writing Table", inks.ink, inks.grey, tables)


def _defaults(look: Look, language: str) -> Element:
    name = look.family.name
    fonts = node("w:rFonts", {"ascii": name, "eastAsia": name, "hAnsi": name, "cs": name})
    size = (value("w:sz", round(look.sheet.body * 2)), value("w:szCs", round(look.sheet.body * 2)))
    spoken = node("w:lang", {"val": language, "eastAsia": language, "bidi": "ar-SA"})
    runs = node("w:rPrDefault", None, node("w:rPr", None, fonts, *size, spoken))
    return node("w:docDefaults", None, runs, node("w:pPrDefault", None, node("w:pPr", None, node("w:widowControl"))))


def _bases() -> Iterator[Element]:
    """The three nameless bases that Word expects: of characters, tables and lists."""
    zero = [node(side, {"w": 0, "type": "dxa"}) for side in ("w:top", "w:left", "w:bottom", "w:right")]
    table = node("w:tblPr", None, node("w:tblInd", {"w": 0, "type": "dxa"}), node("w:tblCellMar", None, *zero))
    yield _base("character", "DefaultParagraphFont", "Default Paragraph Font")
    yield _base("table", "TableNormal", "Normal Table", table)
    yield _base("numbering", "NoList", "No List")


def _base(kind: str, key: str, name: str, *contents: Element) -> Element:
    hidden = (value("w:uiPriority", 99), node("w:semiHidden"), node("w:unhideWhenUsed"))
    return node("w:style", {"type": kind, "default": 1, "styleId": key}, value("w:name", name), *hidden, *contents)


def style_element(style: Style) -> Element:
    """A style of text as an element."""
    first = {"default": 1} if style.key == styles.BODY else {}
    made = node("w:style", {"type": style.kind.value, **first, "styleId": style.key}, value("w:name", style.name))
    if style.key in styles.OWN:
        made.set(clark("w:customStyle"), "1")
    base = style.base or ("DefaultParagraphFont" if style.kind is Kind.CHARACTER else "")
    if base:
        made.append(value("w:basedOn", base))
    if style.follows:
        made.append(value("w:next", style.follows))
    made.append(node("w:qFormat"))
    if style.kind is Kind.PARAGRAPH:
        made.append(paragraph_properties(style.paragraph))
    made.append(character_properties(style.text))
    return made


def numbering(look: Look) -> bytes:
    """`numbering.xml`: a list of bullets, with the first mark that the family has, and the numbers of the notes."""
    scale = look.theme.typography.scale
    bullet, number = (styles.units(look, role.indent) for role in (scale.bulleted, scale.note))
    mark = next(mark for mark in _BULLETS if look.family.covers(mark))
    lists = (
        (styles.BULLET_LIST, _level("bullet", styles.BULLETED, mark, bullet)),
        (styles.NOTE_LIST, _level("decimal", styles.NOTE, "%1.", number)),
    )
    kinds = [
        node("w:abstractNum", {"abstractNumId": number}, value("w:multiLevelType", "singleLevel"), level)
        for number, level in lists
    ]
    used = [node("w:num", {"numId": number}, value("w:abstractNumId", number)) for number, _ in lists]
    return serialized(node("w:numbering", None, *kinds, *used))


def _level(form: str, style: str, text: str, room: float) -> Element:
    """The one level of a list: how it counts, the style that it belongs to, its mark, and the mark's room, pt."""
    indent = node("w:pPr", None, node("w:ind", {"left": twips(room), "hanging": twips(room)}))
    return node(
        "w:lvl",
        {"ilvl": 0},
        value("w:start", 1),
        value("w:numFmt", form),
        value("w:pStyle", style),
        value("w:lvlText", text),
        value("w:lvlJc", "left"),
        indent,
    )


def settings(language: str) -> bytes:
    """`settings.xml`: fonts embedded, mirrored margins, hyphenation; nothing that asks the reader anything."""
    compatible = [
        node("w:compatSetting", {"name": name, "uri": _COMPATIBILITY_URI, "val": setting})
        for name, setting in _COMPATIBILITY.items()
    ]
    return serialized(
        node(
            "w:settings",
            None,
            node("w:zoom", {"percent": 100}),
            node("w:embedTrueTypeFonts"),
            node("w:saveSubsetFonts"),
            node("w:mirrorMargins"),
            value("w:defaultTabStop", 567),
            node("w:autoHyphenation"),
            value("w:consecutiveHyphenLimit", 2),
            value("w:characterSpacingControl", "doNotCompress"),
            node("w:compat", None, *compatible),
            node("w:themeFontLang", {"val": language}),
            node("w:clrSchemeMapping", _colour_mapping()),
            value("w:decimalSymbol", ","),
            value("w:listSeparator", ";"),
        )
    )


def _colour_mapping() -> dict[str, str | int]:
    pairs = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"}
    accents = {f"accent{number}": f"accent{number}" for number in range(1, _ACCENTS + 1)}
    return {**pairs, **accents, "hyperlink": "hyperlink", "followedHyperlink": "followedHyperlink"}


def theme(look: Look) -> bytes:
    """`theme1.xml`: the family, and the phases' colours as Word's accents, without shadows and gradients."""
    inks = look.theme.inks
    accents = [phase.fill.hex for phase in look.theme.phases][:_ACCENTS]
    accents += [inks.ink.hex] * (_ACCENTS - len(accents))
    colours = {"dk1": inks.ink.hex, "lt1": inks.paper.hex, "dk2": inks.grey.hex, "lt2": inks.mist.hex}
    colours |= {f"accent{number}": colour for number, colour in enumerate(accents, 1)}
    colours |= {"hlink": inks.ink.hex, "folHlink": inks.ink.hex}
    scheme = (node(f"a:{name}", None, node("a:srgbClr", {"val": paint[1:]})) for name, paint in colours.items())
    fonts = (_theme_font(f"a:{use}Font", look.family.name) for use in ("major", "minor"))
    elements = node(
        "a:themeElements",
        None,
        node("a:clrScheme", {"name": look.theme.name}, *scheme),
        node("a:fontScheme", {"name": look.theme.name}, *fonts),
        _plain_formats(look.theme.name),
    )
    return serialized(node("a:theme", {"name": look.theme.name}, elements))


def _theme_font(use: str, family: str) -> Element:
    return node(
        use,
        None,
        *(node(f"a:{kind}", {"typeface": face}) for kind, face in (("latin", family), ("ea", ""), ("cs", ""))),
    )


def _plain_formats(name: str) -> Element:
    """Three times the same plain fill, line and no effect: the format wants three of each."""

    def fill() -> Element:
        return node("a:solidFill", None, node("a:schemeClr", {"val": "phClr"}))

    fills = [fill() for _ in range(3)]
    lines = [node("a:ln", {"w": 9525}, fill()) for _ in range(3)]
    effects = [node("a:effectStyle", None, node("a:effectLst")) for _ in range(3)]
    grounds = [fill() for _ in range(3)]
    lists = (
        ("a:fillStyleLst", fills),
        ("a:lnStyleLst", lines),
        ("a:effectStyleLst", effects),
        ("a:bgFillStyleLst", grounds),
    )
    return node("a:fmtScheme", {"name": name}, *(node(kind, None, *found) for kind, found in lists))


def own_properties(facts: Sequence[Fact]) -> bytes:
    """`custom.xml`: the facts as texts, numbered from 2 (ECMA-376 part 1, 15.2.12.2; 0 and 1 are the format's own)."""
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={**unprefixed(_CUSTOM), "vt": _VARIANT})
    for number, fact in enumerate(facts, 2):
        own = etree.SubElement(root, f"{{{_CUSTOM}}}property", fmtid=_FORMAT_ID, pid=str(number), name=fact.key)
        etree.SubElement(own, f"{{{_VARIANT}}}lpwstr").text = fact.value
    return serialized(root)


def programme_properties() -> bytes:
    """`app.xml`: which programme made the file; no template, no editing time."""
    extended = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    root = etree.Element(f"{{{extended}}}Properties", nsmap=unprefixed(extended))
    etree.SubElement(root, f"{{{extended}}}Application").text = "processpil"
    return serialized(root)
