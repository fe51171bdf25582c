"""The template's style sheet with those of our styles that it lacks, set in the template's family and size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from pipeline.writers.docx import parts, styles
from pipeline.writers.docx.formats import AS_STYLE
from pipeline.writers.docx.house.resolving import StyleIndex
from pipeline.writers.docx.house.template import setting
from pipeline.writers.docx.ooxml import Element, clark, node, value
from pipeline.writers.docx.page import Page
from pipeline.writers.look import Look

# Whose lines keep a height of our own: what they hold is no running text.
_OWN_LINES = frozenset({styles.FIGURE, styles.RULE, styles.WRITING_LINE, styles.HEADER, styles.FOOTER})
# What begins at its frame's edge, wherever the template lets running text begin.
_AT_EDGE = frozenset(
    {styles.TABLE_TEXT, styles.TABLE_HEAD, styles.FIGURE, styles.PHASE_BAND, styles.RULE, styles.WRITING_LINE}
    | {styles.HEADER, styles.FOOTER}
)
_BASES = {"paragraph": styles.BODY, "character": "DefaultParagraphFont", "table": "TableNormal"}
# The children of w:pPr that stand after w:tabs (ISO/IEC 29500-1, CT_PPrBase), as far as our styles have them.
_AFTER_TABS = ("w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:outlineLvl")


class HouseStyles:
    """Ids in the template for the keys of ours; a style that is asked for and lacking is added."""

    def __init__(self, index: StyleIndex, look: Look, page: Page, chosen: Mapping[str, str]) -> None:
        """`look` is ours, with the template's size of running text; `chosen` are the theme's names by key."""
        self.index, self._look, self._page, self._chosen = index, look, page, chosen
        self._values = {style.key: style for style in styles.styles(look, page)}
        self._made = {_key(made): made for made in parts.listed_styles(look, page)}
        self._found: dict[str, str] = {}
        self.added: dict[str, Element] = {}

    def __getitem__(self, key: str) -> str:
        """The id of the style for one of ours; a key that is none of ours stays as it is."""
        if key not in self._found:
            self._found[key] = self._resolved(key)
        return self._found[key]

    def _resolved(self, key: str) -> str:
        if key not in self._made:
            return key
        if key in styles.ALL_HEADINGS and key not in styles.HEADINGS:
            own = self.index.resolved(key, self._values[key].name, "paragraph", self._chosen)
            return own or self[self._values[key].base]  # a template has one look for each level
        made = self._made[key]
        name, kind = setting(made, "w:name") or "", made.get(clark("w:type"), "")
        if key in _BASES.values() and (default := self.index.default(kind)) and key not in self._chosen:
            return default
        found = self.index.resolved(key, name, kind, self._chosen)
        return self._add(key, name) if found is None else found

    def _add(self, key: str, name: str) -> str:
        made = self._fitted(key)
        own_id = self.index.free_id(key)
        made.set(clark("w:styleId"), own_id)
        _set(made, "w:name", self.index.free_name(name))
        self._found[key] = own_id
        self.added[key] = made
        self.index.add(made)
        for relation in ("w:basedOn", "w:next"):
            if (other := setting(made, relation)) is not None:
                _set(made, relation, self[other])
        return own_id

    def _fitted(self, key: str) -> Element:
        """Our style as it is added: without heights of line, which are our family's."""
        if key not in self._values:
            return self._made[key]
        style = self._values[key]
        paragraph = style.paragraph
        if key not in _OWN_LINES:
            paragraph = replace(paragraph, line=None)
        if key in _AT_EDGE and self.index.indented(self[styles.BODY]):
            paragraph = replace(paragraph, left=paragraph.left or 0.0, hanging=paragraph.hanging or 0.0)
        if key == styles.BODY:
            made = parts.style_element(replace(style, paragraph=replace(paragraph, before=None), text=AS_STYLE))
        else:
            made = parts.style_element(replace(style, paragraph=paragraph))
        if key in styles.CONTENTS:
            _lead_to_page_numbers(made, self._page)
        return made


def speak(root: Element, language: str) -> None:
    """Make a language that of all text: it stands in the defaults, and no style says another."""
    for mark in list(root.iter(clark("w:lang"))):
        around = mark.getparent()
        if around is not None:
            around.remove(mark)
    defaults = _child(root, "w:docDefaults", 0)
    runs = _child(_child(defaults, "w:rPrDefault", 0), "w:rPr", 0)
    mark = node("w:lang", {"val": language, "eastAsia": language, "bidi": "ar-SA"})
    later = [child for child in runs if child.tag in (clark("w:eastAsianLayout"), clark("w:specVanish"))]
    runs.insert(runs.index(later[0]) if later else len(runs), mark)


def _child(around: Element, name: str, at: int) -> Element:
    found = around.find(clark(name))
    if found is None:
        found = node(name)
        around.insert(at, found)
    return found


def _lead_to_page_numbers(style: Element, page: Page) -> None:
    """A right tab with a leader of dots, for whoever lets Word make a table of contents with page numbers."""
    looks = style.find(clark("w:pPr"))
    if looks is None or looks.find(clark("w:tabs")) is not None:
        return
    tab = node("w:tab", {"val": "right", "leader": "dot", "pos": round(page.right_end * 20)})
    later = [child for child in looks if child.tag in tuple(map(clark, _AFTER_TABS))]
    looks.insert(looks.index(later[0]) if later else len(looks), node("w:tabs", None, tab))


def _set(style: Element, name: str, text: str) -> None:
    found = style.find(clark(name))
    if found is None:
        style.append(value(name, text))
    else:
        found.set(clark("w:val"), text)


def _key(style: Element) -> str:
    return style.get(clark("w:styleId"), "")


def own_sheet(look: Look, page: Page, language: str) -> Element:
    """Our own style sheet, for a template that has none."""
    return etree.fromstring(parts.style_sheet(look, page, language))
