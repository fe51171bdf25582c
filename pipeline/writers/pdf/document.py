"""Flows a document into pages, once: what names numbers of pages is drawn when all are there."""

from __future__ import annotations

from collections.abc import Iterator, Set

from pipeline.document import Block, Break, Document
from pipeline.typesetting import Typesetter
from pipeline.writers.look import Look
from pipeline.writers.pdf.anchors import anchors_of
from pipeline.writers.pdf.blocks import Flow
from pipeline.writers.pdf.canvas import TaggedCanvas
from pipeline.writers.pdf.engine import FontNames
from pipeline.writers.pdf.furniture import Furniture
from pipeline.writers.pdf.inline import Inking
from pipeline.writers.pdf.pages import Pages, Part
from pipeline.writers.pdf.setting import Setter
from pipeline.writers.pdf.structure import FOOTER, Node
from pipeline.writers.pdf.styles import Styles
from pipeline.writers.pdf.text import Writing
from pipeline.writers.pdf.words import LineBreaker


def flow(document: Document, look: Look, canvas: TaggedCanvas, root: Node, homes: Set[str], fonts: FontNames) -> None:
    """The document as pages on the canvas, after those that are there; its elements below the root.

    `homes` are places on earlier pages that its words may lead to. Raises TooLarge.
    """
    styles = Styles(look, fonts)
    typesetter = Typesetter(look.family, document.metadata.language)
    stamp = FOOTER if root.kids else Node("P")  # behind drawings it has been said
    pages = Pages(canvas, Furniture(document.running, styles, typesetter, stamp))
    anchors = anchors_of(document.blocks) | homes
    setter = Setter(styles, Inking(anchors), Writing(LineBreaker(typesetter), fonts))
    parts = list(_parts(document.blocks))
    maker = Flow(setter, min(pages.text_height(turn.head) for turn, _ in parts))
    flowing = [Part(tuple(maker.all(blocks, pages.text_width, root)), turn.head, turn.right) for turn, blocks in parts]
    if isinstance(stamp, Node) and document.running.stamp:
        root.kids.insert(1, stamp)  # after what the document begins with
    for part in flowing:
        pages.add(part)
    canvas.save()


def _parts(blocks: tuple[Block, ...]) -> Iterator[tuple[Break, tuple[Block, ...]]]:
    """What stands between the breaks, each with the break before it; of several in a row all wishes hold.

    None of them is empty, so that no page stays empty, but in an empty document.
    """
    turn, part, found = Break(), list[Block](), False
    for block in blocks:
        if not isinstance(block, Break):
            part.append(block)
            continue
        if part:
            yield turn, tuple(part)
            turn, part, found = block, [], True
        else:
            turn = Break(block.head, turn.right or block.right)
    if part or not found:
        yield turn, tuple(part)
