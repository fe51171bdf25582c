"""PDF with ReportLab (painting, flowing) and pikepdf (finishing): PDF/UA-1 and PDF/A-2a in one file.

Drawings first, one a page, then what flows. docs/guides/pdf.md tells how the parts work together.
"""

from __future__ import annotations

from pipeline.document import Document, Sheets
from pipeline.writers.look import Look
from pipeline.writers.pdf.anchors import anchors_of
from pipeline.writers.pdf.canvas import TaggedCanvas
from pipeline.writers.pdf.document import flow
from pipeline.writers.pdf.engine import font_names
from pipeline.writers.pdf.finish import finished
from pipeline.writers.pdf.sheets import draw_sheets, homes_of
from pipeline.writers.pdf.structure import Node
from pipeline.writers.written import Written

__all__ = ["write"]


def write(content: Sheets | Document, look: Look) -> Written:
    """A publication as tagged PDF 1.7, every font embedded, dated by its metadata; the same bytes for the same content.

    Raises TooLarge.
    """
    fonts = font_names(look.family)
    canvas, root = TaggedCanvas(fonts), Node("Document")
    if isinstance(content, Document):
        flow(content, look, canvas, root, frozenset(), fonts)
    else:
        _write_sheets(content, look, canvas, root)
    return Written(finished(canvas, root, content.metadata), len(canvas.pages))


def _write_sheets(sheets: Sheets, look: Look, canvas: TaggedCanvas, root: Node) -> None:
    """The drawings, and behind them their text."""
    fonts = font_names(look.family)
    anchors = anchors_of(sheets.text.blocks) if sheets.text else frozenset()
    draw_sheets(sheets, canvas, root, fonts, anchors)
    if sheets.text:
        flow(sheets.text, look.behind or look, canvas, root, homes_of(sheets).keys(), fonts)
    else:
        canvas.save()
