"""The yardstick: the handbook with plain ReportLab, untagged, as who knows Platypus well would write it.

Same fonts, sizes, distances and drawings as our writer's. The list of contents knows its entries before the first pass,
so that two passes do; binary streams, since text ones only cost time. Neither is so in ReportLab's own examples:
`as_in_the_manual` leaves both as they are there.
"""

import io
from collections.abc import Iterator, Mapping

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from reportlab.platypus.tableofcontents import TableOfContents

from pipeline.document import Contents, Document, Running
from pipeline.typeface import Face
from tests.bench.pdf import plain_styles as styles
from tests.bench.pdf.plain_story import PlainHeading, story

_SIDE, _TOP, _BOTTOM = 20 * mm, 22.2 * mm, 17.5 * mm


def plain_pdf(document: Document, fonts: Mapping[Face, bytes], as_in_the_manual: bool = False) -> bytes:
    """The document as a PDF."""
    rl_config.useA85 = int(as_in_the_manual)
    styles.register({name: TTFont(name, io.BytesIO(fonts[face])) for name, face in styles.FACES.items()})
    target = io.BytesIO()
    contents = TableOfContents()
    contents.levelStyles = list(styles.CONTENTS)
    contents.tableStyle = styles.CONTENTS_TABLE
    contents.dotsMinLevel = 0
    if not as_in_the_manual:
        for level, text, key in _known(document):
            contents.addEntry(level, text, 0, key)
    _Template(target, document).multiBuild(list(story(document, contents)))
    return target.getvalue()


def _known(document: Document) -> Iterator[tuple[int, str, str]]:
    for block in document.blocks:
        if isinstance(block, Contents):
            yield from ((entry.level - 1, entry.text, entry.anchor) for entry in block.entries)


class _Template(BaseDocTemplate):
    """Pages with a running head and foot; tells the list of contents and the bookmarks where each heading came."""

    def __init__(self, target: io.BytesIO, document: Document) -> None:
        running, about = document.running, document.metadata
        super().__init__(target, pagesize=A4, title=about.title, author=about.author, subject=about.subject)
        self.running: Running = running
        self.pages = 0
        width, height = A4
        frame = Frame(_SIDE, _BOTTOM, width - 2 * _SIDE, height - _TOP - _BOTTOM, 0, 0, 0, 0)
        self.addPageTemplates([PageTemplate("page", [frame], onPage=self._furnished)])

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - ReportLab's name
        """Bookmark, outline and list of contents, as in ReportLab's manual."""
        if isinstance(flowable, PlainHeading):
            key, text = flowable.heading.anchor, flowable.heading.text
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(text, key, flowable.heading.level - 1)
            if flowable.listed_level is not None:
                self.notify("TOCEntry", (flowable.listed_level, text, self.page, key))

    def _furnished(self, canvas: Canvas, _template: object) -> None:
        self.pages = max(self.pages, self.page)
        width, height = A4
        canvas.setFillColor(styles.INK)
        canvas.setFont(styles.BOLD, 9)
        canvas.drawString(_SIDE, height - 16 * mm, self.running.strong)
        label = self.running.page_label.format(page=self.page, pages=self.pages)
        canvas.drawRightString(width - _SIDE, 9.6 * mm, label)
        canvas.setFillColor(styles.GREY)
        canvas.setFont(styles.REGULAR, 9)
        strong = pdfmetrics.stringWidth(self.running.strong, styles.BOLD, 9)
        canvas.drawString(_SIDE + strong + 3 * mm, height - 16 * mm, self.running.quiet)
        canvas.drawString(_SIDE, 9.6 * mm, self.running.stamp)
        canvas.setStrokeColor(styles.INK)
        canvas.line(_SIDE, 14 * mm, width - _SIDE, 14 * mm)
