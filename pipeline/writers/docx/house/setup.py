"""The page as the template has it: its measures for what is written, and its words in each section."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import Final

from pipeline.lengths import Pt
from pipeline.writers.docx.house.template import TemplatePart
from pipeline.writers.docx.ooxml import Element, clark
from pipeline.writers.docx.page import Page

_TWIPS_PER_POINT = 20
# ISO/IEC 29500-1, 17.6.13: what Word takes where a section does not say its paper; ours is said then.
_LEAST_ROOM = 30.0  # mm: a template with less room for text than this has measures that are no measures
# What every section takes over, and what the first alone does, in the order of the schema (CT_SectPr).
_EVERY: Final = ("w:paperSrc", "w:pgBorders", "w:lnNumType", "w:pgNumType", "w:vAlign", "w:textDirection", "w:bidi")
_LATER: Final = ("w:rtlGutter", "w:docGrid")
_ORDER: Final = tuple(
    map(
        clark,
        (
            *("w:headerReference", "w:footerReference", "w:footnotePr", "w:endnotePr", "w:type", "w:pgSz", "w:pgMar"),
            *("w:paperSrc", "w:pgBorders", "w:lnNumType", "w:pgNumType", "w:cols", "w:formProt", "w:vAlign"),
            *("w:noEndnote", "w:titlePg", "w:textDirection", "w:bidi", "w:rtlGutter", "w:docGrid", "w:printerSettings"),
        ),
    )
)


class PageSetup:
    """The last section of a template, which is the one that its own texts are written in."""

    def __init__(self, main: TemplatePart, own: Page) -> None:
        """`own` holds where the template says nothing."""
        sections = list(main.root.iter(clark("w:sectPr")))
        self.section = sections[-1] if sections else None
        self.ends = _ends(sections)
        self.page = own if self.section is None else _page(self.section, own)
        self._is_measured = self.page is not own

    @property
    def other_first(self) -> bool:
        """Whether the first page has a header and a footer of its own."""
        found = None if self.section is None else self.section.find(clark("w:titlePg"))
        return found is not None and found.get(clark("w:val"), "1") not in ("0", "false", "off")

    def adopt(self, section: Element, is_first: bool) -> None:
        """Give a section of ours what the template's says; one on paper of its own keeps that."""
        if self.section is None:
            return
        size = section.find(clark("w:pgSz"))
        if self._is_measured and size is not None and _measured(size) == _measured_page(self.page):
            for name in ("w:pgSz", "w:pgMar"):
                _put(section, self.section.find(clark(name)))
        for name in (*_EVERY, *_LATER, *(("w:titlePg",) if is_first else ())):
            _put(section, self.section.find(clark(name)))
        for numbers in section.findall(clark("w:pgNumType")):
            if clark("w:start") in numbers.attrib:
                del numbers.attrib[clark("w:start")]  # page x of y begins with 1


def _put(section: Element, found: Element | None) -> None:
    """Add a copy where the schema wants it, in place of one of the same name."""
    if found is None:
        return
    for old in section.findall(str(found.tag)):
        section.remove(old)
    place = _ORDER.index(str(found.tag))
    later = (at for at, child in enumerate(section) if child.tag in _ORDER and _ORDER.index(str(child.tag)) > place)
    section.insert(next(later, len(section)), deepcopy(found))


def _ends(sections: list[Element]) -> dict[tuple[str, str], str]:
    """Relationship ids by (header or footer, which pages); a section without its own has those of the one before."""
    found: dict[tuple[str, str], str] = {}
    for section in sections:
        for end in ("header", "footer"):
            for reference in section.findall(clark(f"w:{end}Reference")):
                found[end, reference.get(clark("w:type"), "default")] = reference.get(clark("r:id"), "")
    return found


def _page(section: Element, own: Page) -> Page:
    size, margins = section.find(clark("w:pgSz")), section.find(clark("w:pgMar"))
    if size is None or margins is None:
        return own
    gutter = _length(margins, "gutter", 0.0)
    page = replace(
        own,
        width=_length(size, "w", own.width),
        height=_length(size, "h", own.height),
        inner=_length(margins, "left", own.inner) + gutter,
        outer=_length(margins, "right", own.outer),
        # A negative margin holds whatever the header needs (ISO/IEC 29500-1, 17.6.11).
        top=abs(_length(margins, "top", own.top)),
        bottom=abs(_length(margins, "bottom", own.bottom)),
        header=_length(margins, "header", own.header),
        footer=_length(margins, "footer", own.footer),
    )
    return page if min(page.text_width, page.text_height) >= _LEAST_ROOM else own


def _length(element: Element, name: str, otherwise: float) -> float:
    """Twips as mm."""
    written = element.get(clark(f"w:{name}"), "")
    return Pt(int(written) / _TWIPS_PER_POINT).mm if written.lstrip("-").isdecimal() else otherwise


def _measured(size: Element) -> tuple[int, int]:
    return tuple(round(_length(size, name, 0.0)) for name in ("w", "h"))  # type: ignore[return-value]  # two names


def _measured_page(page: Page) -> tuple[int, int]:
    return round(page.width), round(page.height)
