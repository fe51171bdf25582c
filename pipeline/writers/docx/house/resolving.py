"""Which of a template's styles takes the place of one of ours, and how the template sets its running text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pipeline.writers.docx import styles
from pipeline.writers.docx.house.template import TemplatePart, setting
from pipeline.writers.docx.inspection.known_styles import KNOWN_STYLES
from pipeline.writers.docx.ooxml import NAMESPACES, Element, clark

# Ids that Word in Swedish gives its own styles; the names stay English in the file.
_SWEDISH: Final = {known.key: known.swedish_id for known in KNOWN_STYLES if known.swedish_id} | {
    styles.HEADER: "Sidhuvud",
    styles.FOOTER: "Sidfot",
}
# What LibreOffice calls styles that Word has under another name.
_OTHER_NAMES: Final = {"Hyperlink": ("internet link",), "TOC1": ("contents 1",), "TOC2": ("contents 2",)}
# ISO/IEC 29500-1, 17.3.2.38 and 17.3.2.26: what holds where a file says nothing.
_SIZE, _FAMILY = 10.0, "Times New Roman"


class StyleIndex:
    """The styles of a template, by name and by id, both without regard to case."""

    def __init__(self, root: Element, theme: TemplatePart | None) -> None:
        """Index the styles; of two that share a name, as LibreOffice saves them, the second gets another name."""
        self.root, self._theme = root, theme
        self._by_id: dict[str, Element] = {}
        self._by_name: dict[str, Element] = {}
        for style in root.findall(clark("w:style")):
            name = style.find(clark("w:name"))
            if name is not None:
                free = self.free_name(name.get(clark("w:val"), ""))
                name.set(clark("w:val"), free)
                self._by_name[free.casefold()] = style
            self._by_id.setdefault(_key(style).casefold(), style)
        for style in root.findall(clark("w:style")):
            for alias in (setting(style, "w:aliases") or "").split(","):
                self._by_name.setdefault(alias.strip().casefold(), style)

    def resolved(self, key: str, name: str, kind: str, chosen: Mapping[str, str]) -> str | None:
        """The id of the style for one of ours: the chosen one, else by name, else by id; None if there is none."""
        asked = [chosen[key]] if key in chosen else []
        for wanted in (*asked, name, *_OTHER_NAMES.get(key, ())):
            if (found := self._of_kind(self._by_name, wanted, kind)) is not None:
                return found
            if wanted in asked and (found := self._of_kind(self._by_id, wanted, kind)) is not None:
                return found
        if key == styles.BODY:
            return self.default(kind)
        ids = (wanted for wanted in (key, _SWEDISH.get(key, "")) if wanted and key not in styles.OWN)
        return next((found for wanted in ids if (found := self._of_kind(self._by_id, wanted, kind)) is not None), None)

    def _of_kind(self, index: Mapping[str, Element], wanted: str, kind: str) -> str | None:
        style = index.get(wanted.casefold())
        return None if style is None or _kind(style) != kind else _key(style)

    def default(self, kind: str) -> str | None:
        """The id of the kind's default style (ISO/IEC 29500-1, 17.7.4.17: the last one marked)."""
        marked = [
            style
            for style in self.root.findall(clark("w:style"))
            if _kind(style) == kind and style.get(clark("w:default"), "0") in ("1", "true", "on")
        ]
        return _key(marked[-1]) if marked else None

    def free_id(self, wanted: str) -> str:
        """An id that no style has yet."""
        return _free(wanted, self._by_id, "")

    def free_name(self, wanted: str) -> str:
        """A name that no style has yet."""
        return _free(wanted, self._by_name, " ")

    def add(self, style: Element) -> None:
        """Add a style, whose id and name are free."""
        self.root.append(style)
        self._by_id[_key(style).casefold()] = style
        self._by_name[(setting(style, "w:name") or "").casefold()] = style

    def lineage(self, key: str | None) -> Iterator[Element]:
        """A style and those it is based on, nearest first."""
        seen: set[str] = set()
        while key and key.casefold() in self._by_id and key not in seen:
            seen.add(key)
            style = self._by_id[key.casefold()]
            yield style
            key = setting(style, "w:basedOn")

    def numbering(self, key: str) -> str:
        """The number of the list that a style, or one it is based on, belongs to; nothing for none."""
        numbers = f"{clark('w:pPr')}/{clark('w:numPr')}"
        found = (setting(style.find(numbers), "w:numId") for style in self.lineage(key))
        return next((number for number in found if number is not None), "")

    def indented(self, key: str) -> bool:
        """Whether a style says where its lines begin."""
        return any(style.find(f"{clark('w:pPr')}/{clark('w:ind')}") is not None for style in self.lineage(key))

    def tab_stops(self, key: str) -> tuple[str, ...]:
        """Where the tab stops of a style stand, twips."""
        tabs = f"{clark('w:pPr')}/{clark('w:tabs')}/{clark('w:tab')}"
        found = (tab.get(clark("w:pos"), "") for style in self.lineage(key) for tab in style.findall(tabs))
        return tuple(sorted({at for at in found if at.lstrip("-").isdigit()}, key=int))

    def size(self, key: str | None) -> float:
        """The size of a style's text, pt."""
        sizes = (setting(looks, "w:sz") or "" for looks in self._looks(key))
        return next((int(size) / 2 for size in sizes if size.isdecimal() and int(size)), _SIZE)

    def family(self, key: str | None) -> str:
        """The family of a style's text; a place of the theme is looked up there."""
        for looks in self._looks(key):
            fonts = looks.find(clark("w:rFonts"))
            if fonts is None:
                continue
            if place := fonts.get(clark("w:asciiTheme")):
                return self._theme_family("major" if place.startswith("major") else "minor")
            if family := fonts.get(clark("w:ascii")):
                return family
        return _FAMILY

    def _looks(self, key: str | None) -> Iterator[Element]:
        for style in self.lineage(key):
            yield from style.findall(clark("w:rPr"))
        path = "/".join(map(clark, ("w:docDefaults", "w:rPrDefault", "w:rPr")))
        yield from self.root.findall(path)

    def _theme_family(self, use: str) -> str:
        path = f".//{{{NAMESPACES['a']}}}{use}Font/{clark('a:latin')}"
        found = None if self._theme is None else self._theme.root.find(path)
        return _FAMILY if found is None else found.get("typeface") or _FAMILY


def _key(style: Element) -> str:
    return style.get(clark("w:styleId"), "")


def _kind(style: Element) -> str:
    return style.get(clark("w:type"), "paragraph")


def _free(wanted: str, taken: Mapping[str, Element], gap: str) -> str:
    number, free = 1, wanted
    while free.casefold() in taken:
        number += 1
        free = f"{wanted}{gap}{number}"
    return free
