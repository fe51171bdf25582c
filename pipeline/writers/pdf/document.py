"""Flows a document into pages with Platypus, once: what names numbers of pages is drawn when all are there."""

from __future__ import annotations

from collections.abc import Iterator, Set

from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Spacer
from reportlab.platypus.doctemplate import LayoutError

from pipeline.document import Block, Break, Document
from pipeline.lengths import Mm
from pipeline.scene import Scene
from pipeline.typesetting import Typesetter
from pipeline.writers.look import Look
from pipeline.writers.pdf.anchors import anchors_of
from pipeline.writers.pdf.blocks import Flow
from pipeline.writers.pdf.canvas import TaggedCanvas
from pipeline.writers.pdf.engine import FontNames
from pipeline.writers.pdf.furniture import Furniture
from pipeline.writers.pdf.inline import Inking
from pipeline.writers.pdf.setting import Setter
from pipeline.writers.pdf.structure import FOOTER, Node
from pipeline.writers.pdf.styles import Styles
from pipeline.writers.pdf.text import Writing
from pipeline.writers.pdf.words import LineBreaker
from pipeline.writers.written import TooLarge


def flow(document: Document, look: Look, canvas: TaggedCanvas, root: Node, homes: Set[str], fonts: FontNames) -> None:
    """The document as pages on the canvas, after those that are there; its elements below the root.

    `homes` are places on earlier pages that its words may lead to. Raises TooLarge.
    """
    styles = Styles(look, fonts)
    typesetter = Typesetter(look.family, document.metadata.language)
    blocks = tuple(_without_idle_breaks(document.blocks))
    heads = [block.head for block in blocks if isinstance(block, Break)]
    first = blocks[0].head if blocks and isinstance(blocks[0], Break) else None
    if blocks and isinstance(blocks[0], Break):
        blocks = blocks[1:]
    stamp = FOOTER if root.kids else Node("P")  # behind drawings it has been said
    template = _Template(canvas, Furniture(document.running, styles, typesetter, stamp), first)
    setter = Setter(styles, Inking(anchors_of(blocks) | homes), Writing(LineBreaker(typesetter), fonts))
    least = min(template.text_height(head) for head in (first, *heads))
    flowables = Flow(setter, least).all(blocks, template.text_width, root)
    if isinstance(stamp, Node) and document.running.stamp:
        root.kids.insert(1, stamp)  # after what the document begins with
    # Without anything to flow there would be no page, and no head and foot.
    try:
        template.build(flowables or [Spacer(0, 0)], canvasmaker=lambda *_, **__: canvas)
    except LayoutError as fault:
        raise TooLarge(document.metadata.title) from fault


def _without_idle_breaks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks without a break that another follows at once, or that ends the document: no page stays empty."""
    for block, after in zip(blocks, (*blocks[1:], Break()), strict=False):
        if not (isinstance(block, Break) and isinstance(after, Break)):
            yield block


class _Template(BaseDocTemplate):
    """Pages with mirrored margins and a running drawing that changes at a Break."""

    def __init__(self, canvas: TaggedCanvas, furniture: Furniture, head: Scene | None) -> None:
        look = furniture.styles.look
        self._paper = (Mm(look.paper.width).pt, Mm(look.paper.height).pt)
        super().__init__(canvas.target, pagesize=self._paper)
        self._canvas, self._furniture, self._head = canvas, furniture, head
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
        page = self.page
        self._furniture.draw(self._canvas, page, self._head)
        self._canvas.later(lambda canvas: self._furniture.label(canvas, page, self.page))

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
