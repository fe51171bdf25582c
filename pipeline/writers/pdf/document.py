"""Flows a document into pages with Platypus: twice, because each page tells how many there are."""

from __future__ import annotations

import io
from collections.abc import Iterator

from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Spacer
from reportlab.platypus.doctemplate import LayoutError

from pipeline.document import Block, Break, Document, Heading, walk
from pipeline.lengths import Mm
from pipeline.scene import Scene
from pipeline.typeface import Face
from pipeline.typesetting import Typesetter
from pipeline.writers.look import Look
from pipeline.writers.pdf.blocks import Flow
from pipeline.writers.pdf.engine import font_names
from pipeline.writers.pdf.furniture import Furniture
from pipeline.writers.pdf.inline import Markup
from pipeline.writers.pdf.raw import RawPdf
from pipeline.writers.pdf.styles import Styles
from pipeline.writers.written import TooLarge


def document_pdf(document: Document, look: Look) -> RawPdf:
    """The document as pages; the first pass counts them."""
    counted = _pass(document, look, 0)
    return _pass(document, look, counted.pages)


def _pass(document: Document, look: Look, pages: int) -> RawPdf:
    styles = Styles(look, font_names(look.family))
    typesetter = Typesetter(look.family, document.metadata.language)
    furniture = Furniture(document.running, styles, typesetter, pages)
    blocks = tuple(_without_idle_breaks(document.blocks))
    heads = [block.head for block in blocks if isinstance(block, Break)]
    first = blocks[0].head if blocks and isinstance(blocks[0], Break) else None
    if blocks and isinstance(blocks[0], Break):
        blocks = blocks[1:]
    target = io.BytesIO()
    template = _Template(target, furniture, first)
    anchors = {block.anchor for block in walk(blocks) if isinstance(block, Heading) and block.anchor}
    least = min(template.text_height(head) for head in (first, *heads))
    flow = Flow(styles, Markup(typesetter, styles.fonts, anchors), least)
    # Without anything to flow there would be no page, and no head and foot.
    try:
        template.build(list(flow.all(blocks, template.text_width)) or [Spacer(0, 0)])
    except LayoutError as fault:
        raise TooLarge(document.metadata.title) from fault
    return RawPdf(target.getvalue(), template.page)


def _without_idle_breaks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks without a break that another follows at once, or that ends the document: no page stays empty."""
    for block, after in zip(blocks, (*blocks[1:], Break()), strict=False):
        if not (isinstance(block, Break) and isinstance(after, Break)):
            yield block


class _Template(BaseDocTemplate):
    """Pages with mirrored margins and a running drawing that changes at a Break."""

    def __init__(self, target: io.BytesIO, furniture: Furniture, head: Scene | None) -> None:
        look = furniture.styles.look
        self._paper = (Mm(look.paper.width).pt, Mm(look.paper.height).pt)
        super().__init__(target, pagesize=self._paper, initialFontName=furniture.styles.fonts[Face.REGULAR])
        self._furniture, self._head = furniture, head
        self.addPageTemplates([self._page(1)])

    @property
    def text_width(self) -> float:
        """Width of the text, pt; the same on every page."""
        return self._paper[0] - sum(self._furniture.margins(1))

    def text_height(self, head: Scene | None) -> float:
        """Height of the text below this running drawing, pt."""
        return self._paper[1] - self._furniture.top(head) - self._furniture.bottom

    def handle_newHead(self, head: Scene | None) -> None:  # noqa: N802 - found by this name by ReportLab's actions
        """Takes another running drawing from the next page on."""
        self._head = head

    def handle_pageBegin(self) -> None:  # noqa: N802 - ReportLab's name
        """Chooses the margins by the page's side before it begins."""
        self.pageTemplate = self._page(self.page + 1)
        super().handle_pageBegin()
        self._furniture.draw(self.canv, self.page, self._head)

    def _page(self, number: int) -> PageTemplate:
        left, _ = self._furniture.margins(number)
        frame = Frame(
            left,
            self._furniture.bottom,
            self.text_width,
            self.text_height(self._head),
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        return PageTemplate(f"page-{number}", [frame], pagesize=self._paper)
