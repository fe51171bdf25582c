"""An agency's own Word template: its styles, page, headers and footers round our text, and nothing else of it.

The package is built anew; of the template only the parts named here are copied (ISO/IEC 29500-1, 11.3): styles,
numbering, theme, font list, the headers and footers in use, settings of the page, and custom properties.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree

from pipeline.document import Document
from pipeline.writers.docx import parts, styles
from pipeline.writers.docx.house import fonts, numbering, properties, settings
from pipeline.writers.docx.house.copying import Copier
from pipeline.writers.docx.house.drawings import mark_decorative, number_drawings
from pipeline.writers.docx.house.ends import HouseEnds, translated
from pipeline.writers.docx.house.resolving import StyleIndex
from pipeline.writers.docx.house.setup import PageSetup
from pipeline.writers.docx.house.stylesheet import HouseStyles, own_sheet, speak
from pipeline.writers.docx.house.template import Template, TemplatePart, is_on
from pipeline.writers.docx.links import Relations
from pipeline.writers.docx.ooxml import Element, clark, node
from pipeline.writers.docx.package import describe
from pipeline.writers.docx.page import first_section, page
from pipeline.writers.look import HouseTemplate, Look

__all__ = ["House"]

# How far a template's size of running text may be from ours and still be followed.
_LEAST, _MOST = 0.7, 1.6
_SIZES = ("title", "heading", "body", "small", "question", "baseline")


class House:
    """A template round a document. `look` and `page` are what the text is written with: ours at the template's size.

    Raises BadZipFile or KeyError for bytes that are no package; they are looked through before.
    """

    def __init__(self, chosen: HouseTemplate, look: Look, document: Document, word: WordFile) -> None:
        """Read the template for a document, whose new file is `word`."""
        self._template, self._word, self._document = Template(chosen.data), word, document
        self._copier = Copier(self._template, word.part.package)
        listed = self._template.part("styles")
        self._is_styled = listed is not None and listed.root.find(clark("w:style")) is not None
        own = page(look)
        root = self._copier.clean(listed) if self._is_styled and listed else own_sheet(look, own, _language(document))
        index = StyleIndex(root, self._template.theme)
        body = index.resolved(styles.BODY, "Normal", "paragraph", chosen.styles)
        size = index.size(body)
        self.look = _sized(look, size) if self._is_styled else look
        self._embeds = index.family(body).casefold() == look.family.name.casefold()
        found = self._template.part("settings")
        self._settings = None if found is None else found.root
        self._setup = PageSetup(self._template.main, page(self.look))
        self._ends = HouseEnds(dict(self._kept_ends()), self._kinds_of_pages())
        crowding = self._ends.crowding(document.running, size, self._setup.page)
        self.page = replace(self._setup.page, crowding=crowding)
        self._styles = HouseStyles(index, self.look, self.page, chosen.styles)

    def _kinds_of_pages(self) -> tuple[str, ...]:
        first = ("first",) if self._setup.other_first else ()
        return ("default", *first, *(("even",) if is_on(self._settings, "w:evenAndOddHeaders") else ()))

    def _kept_ends(self) -> Iterator[tuple[tuple[str, str], TemplatePart]]:
        """The template's headers and footers of pages that it has, cleaned."""
        for (end, pages), relation in self._setup.ends.items():
            part = self._template.end(relation)
            if part is not None and pages in self._kinds_of_pages():
                self._copier.clean(part)
                yield (end, pages), part

    def complete(self, relations: Relations, count: int) -> None:
        """Put the template round the text, which is in the body; `count` is a plausible number of pages."""
        body = self._word.element.body
        for number, section in enumerate(body.iter(clark("w:sectPr"))):
            self._setup.adopt(section, is_first=not number)
        translated(body, self._styles)
        written = list(self._ends.written(self._document.running, self.look, self._styles, self.page, count))
        for end in written:
            mark_decorative(end.root)
        number_drawings([end.root for end in written], body)
        references = []
        for number, end in enumerate(written, 1):
            content, kind = _ENDS[end.end]
            made = self._copier.part(f"{end.end}{number}", content, end.root, end.source)
            relation = relations.part(kind, made)
            references.append(node(f"w:{end.end}Reference", {"type": end.pages, "r:id": relation}))
        first_section(next(body.iter(clark("w:sectPr"))), references)
        for kind, made in self._parts(body):
            relations.part(kind, made)
        self._describe()

    def _parts(self, body: Element) -> Iterator[tuple[str, Part]]:
        """The parts beside the text. Numbering is settled before the styles are, which refer to it."""
        language, look, copier = _language(self._document), self.look, self._copier
        listed = self._template.part("numbering") if self._is_styled else None
        lists = self._numbering(listed, body)
        speak(self._styles.index.root, language)
        yield RELATIONSHIP_TYPE.STYLES, copier.part("styles", CONTENT_TYPE.WML_STYLES, self._styles.index.root)
        yield RELATIONSHIP_TYPE.NUMBERING, copier.part("numbering", CONTENT_TYPE.WML_NUMBERING, lists, listed)
        set_up = settings.merged(self._settings, language, self._embeds)
        yield RELATIONSHIP_TYPE.SETTINGS, copier.part("settings", CONTENT_TYPE.WML_SETTINGS, set_up)
        if self._template.theme is not None:
            root = copier.clean(self._template.theme)
            made = copier.part("theme/theme1", CONTENT_TYPE.OFC_THEME, root, self._template.theme)
            yield RELATIONSHIP_TYPE.THEME, made
        package = self._word.part.package
        table = fonts.font_table(copier, self._template.part("fontTable"), look, package, self._embeds)
        if table is not None:
            yield RELATIONSHIP_TYPE.FONT_TABLE, table

    def _numbering(self, listed: TemplatePart | None, body: Element) -> Element:
        if not self._is_styled:
            return etree.fromstring(parts.numbering(self.look))
        root = node("w:numbering") if listed is None else self._copier.clean(listed)
        numbering.apply(root, body, self._styles, self.look)
        return root

    def _describe(self) -> None:
        found = self._template.package_part("custom-properties")
        facts = self._document.metadata.facts
        custom = properties.merged(None if found is None else found.root, facts)
        describe(self._word, self._document.metadata, custom if facts or found is not None else None)


_ENDS = {
    "header": (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}


def _language(document: Document) -> str:
    return document.metadata.language


def _sized(look: Look, size: float) -> Look:
    """The look with the template's size of running text, and all other sizes in proportion to it."""
    part = min(max(size / look.sheet.body, _LEAST), _MOST)
    sizes = {name: getattr(look.sheet, name) * part for name in _SIZES}
    return replace(look, sheet=look.sheet.model_copy(update=sizes))
