"""A ReportLab canvas on which everything painted belongs to an element of the structure tree or is an artifact."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Flowable

from pipeline.document import is_web
from pipeline.typeface import Face
from pipeline.writers.pdf.addresses import uri
from pipeline.writers.pdf.engine import Canvas, FontNames
from pipeline.writers.pdf.structure import Artifact, Mark, Node, Pressed

Box = tuple[float, float, float, float]

# What is said of an area that leads somewhere: enough of the words to know them by.
_MOST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Landmark:
    """A heading's place in the document, its destination and its entry in the bookmarks (level 1 or 2)."""

    order: int
    key: str
    title: str
    level: int


class Unmarked(Exception):
    """Something was painted that belongs to no element: a fault in the writer."""


class TaggedCanvas(Canvas):
    """Marks begin when something is painted, so none is empty, and end before `q`, `Q` and the page's end.

    So a mark never crosses a text object or a saved state. `pages` holds, for each page, the node of each mark.
    """

    # ReportLab's own, which it calls private: the operators and areas of the page so far, and the file.
    _code: list[str]
    _annotationrefs: list[Any]
    _doc: Any

    def __init__(self, fonts: FontNames) -> None:
        """An empty file whose initial font is ours, so that no Helvetica gets in."""
        self.target = io.BytesIO()
        name: Any = fonts[Face.REGULAR]  # the stub takes a number for the name
        super().__init__(self.target, initialFontName=name, initialFontSize=10, pdfVersion=(1, 7))
        self.pages: list[list[Node]] = [[]]
        self.landed: dict[str, int] = {}
        self._page = 0
        self._links = 0
        self._within: list[Node | Artifact] = []
        self._open: Node | Artifact | None = None
        self._held = False
        self._outline: list[tuple[int, Landmark]] = []
        self._later: list[tuple[int, Callable[[TaggedCanvas], None]]] = []

    # ---------------------------------------------------------------- marks

    @contextmanager
    def inside(self, what: Node | Artifact) -> Iterator[None]:
        """What is painted here belongs to this node; inside an artifact all stays part of the artifact."""
        top = self._within[-1] if self._within else None
        self._within.append(top if isinstance(top, Artifact) else what)
        try:
            yield
        finally:
            self._within.pop()

    @property
    def in_artifact(self) -> bool:
        """True while what is painted is no part of the document."""
        return bool(self._within) and isinstance(self._within[-1], Artifact)

    def _begin(self) -> None:
        if not self._within:
            raise Unmarked(self.getPageNumber())
        wanted = self._within[-1]
        if wanted is self._open:
            return
        self._end()
        self._open = wanted
        self._code.append(wanted.opening if isinstance(wanted, Artifact) else self._marked(wanted))

    def _marked(self, node: Node) -> str:
        nodes = self.pages[self._page]
        number = len(nodes)
        nodes.append(node)
        node.place()
        node.kids.append(Mark(self._page, number))
        return f"/{node.role} <</MCID {number}>> BDC"

    def _end(self) -> None:
        if self._open is not None and not self._held:
            self._code.append("EMC")
            self._open = None

    # ---------------------------------------------------------------- links and places

    def link(self, node: Node, box: Box, target: str, words: str) -> None:
        """An area, pt in the coordinates of the moment, that leads to an anchor ("#name") or an address."""
        if self.in_artifact:
            return
        if is_web(target):
            self.linkURL(uri(target), box, relative=1)
        else:
            self.linkRect("", target.removeprefix("#"), box, relative=1)
        node.place()
        node.kids.append(Pressed(self._page, self._links, words[:_MOST_WORDS]))
        self._links += 1

    def land(self, anchor: str, y: float) -> None:
        """The place, at a height in the coordinates of the moment, that links to the anchor lead to."""
        self.bookmarkHorizontal(anchor, 0, y)
        self.landed.setdefault(anchor, self.getPageNumber())

    def mark_heading(self, landmark: Landmark) -> None:
        """An entry of the bookmarks, which come to stand in the order of the document."""
        self._outline.append((landmark.order, landmark))

    # ---------------------------------------------------------------- pages

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End the page."""
        self._end()
        super().showPage()
        self.pages.append([])
        self._page += 1
        self._links = 0

    def later(self, draw: Callable[[TaggedCanvas], None]) -> None:
        """Draw on this page once all pages are there, in the page's own coordinates: what names numbers of pages."""
        self._later.append((self._page, draw))

    def save(self) -> None:
        """Draw what waited, and write the file to `target`."""
        if self._code:
            self.showPage()
        self.pages.pop()
        for page, draw in self._later:
            there = self._doc.Pages[page]
            self._page, self._code, self._annotationrefs = page, [], list(there.Annots or ())
            self._links = len(self._annotationrefs)
            draw(self)
            self._end()
            there.stream += "\n".join(["q", *self._code, "Q", ""])
            there.Annots = self._annotationrefs
        self._code = []
        self._write_bookmarks()
        self._doc.SaveToFile(self.target, self)

    def _write_bookmarks(self) -> None:
        """No level may be skipped: what would be too deep stands directly below the entry before it."""
        above = -1
        for _, landmark in sorted(self._outline, key=lambda entry: entry[0]):
            above = min(landmark.level - 1, above + 1)
            self.addOutlineEntry(landmark.title, landmark.key, above)

    # ---------------------------------------------------------------- everything that paints, or bounds a mark

    def saveState(self) -> None:  # noqa: N802 - ReportLab's name
        """As ReportLab's; a mark ends before."""
        self._end()
        super().saveState()

    def restoreState(self) -> None:  # noqa: N802 - ReportLab's name
        """As ReportLab's; a mark ends before."""
        self._end()
        super().restoreState()

    def line(self, *args: Any, **kwargs: Any) -> None:
        """As ReportLab's, marked."""
        self._begin()
        super().line(*args, **kwargs)

    def rect(self, *args: Any, **kwargs: Any) -> None:
        """As ReportLab's, marked."""
        self._begin()
        super().rect(*args, **kwargs)

    def circle(self, *args: Any, **kwargs: Any) -> None:
        """As ReportLab's, marked."""
        self._begin()
        super().circle(*args, **kwargs)

    def drawPath(self, *args: Any, **kwargs: Any) -> None:  # noqa: N802 - ReportLab's name
        """As ReportLab's, marked."""
        self._begin()
        super().drawPath(*args, **kwargs)

    def drawText(self, aTextObject: Any) -> None:  # noqa: N802, N803 - ReportLab's names
        """As ReportLab's, marked."""
        self._begin()
        super().drawText(aTextObject)

    def drawImage(self, *args: Any, **kwargs: Any) -> Any:  # noqa: N802 - ReportLab's name
        """As ReportLab's, marked; it saves and restores the state inside the mark."""
        self._begin()
        self._held = True
        try:
            return super().drawImage(*args, **kwargs)
        finally:
            self._held = False


def canvas_of(flowable: Flowable) -> TaggedCanvas:
    """The canvas that a flowable is drawn on. Raises TypeError for one that is not ours."""
    canvas = flowable.canv
    if not isinstance(canvas, TaggedCanvas):
        raise TypeError(type(canvas))
    return canvas
