"""The index: words in two columns, and after them the numbers of their pages, drawn once all pages are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportlab.platypus import Flowable

from pipeline.document import Index, IndexEntry, Text
from pipeline.lengths import Mm
from pipeline.writers.pdf.canvas import TaggedCanvas, canvas_of
from pipeline.writers.pdf.paint import fill_colour
from pipeline.writers.pdf.setting import Setter
from pipeline.writers.pdf.stack import Stack
from pipeline.writers.pdf.structure import Node
from pipeline.writers.pdf.text import TextFlowable

# Narrower than this there is no room for two columns.
_LEAST_FOR_TWO_COLUMNS = Mm(100).pt
_WIDEST_PAGE = "888"  # what room a number is given whose page is not there yet
_BETWEEN, _BEFORE = ", ", "  "


def index(block: Index, width: float, setter: Setter, parent: Node) -> list[Flowable]:
    """Letters and entries in a column of `width` pt, in two where there is room."""
    two = width >= _LEAST_FOR_TWO_COLUMNS
    gutter = Mm(setter.styles.typography.grid.gutter).pt
    room = (width - gutter) / 2 if two else width
    made = list(_lines(block, setter, parent.add("Index")))
    return [IndexFlowable(Stack(tuple(made), room))] if two and made else made


def _lines(block: Index, setter: Setter, node: Node) -> Iterator[Flowable]:
    styles = setter.styles
    for group in block.groups:
        letter = setter.text((Text(group.letter),), styles.index_letter(), node.add("P"))
        letter.keepWithNext = 1
        yield letter
        under = node.add("L")
        under.numbering = "None"
        for entry in group.entries:
            yield IndexLine(entry, setter, under.add("LI").add("LBody"))


class IndexLine(TextFlowable):
    """An entry: its words, and as many numbers as it has pages; further lines stand a little further in."""

    def __init__(self, entry: IndexEntry, setter: Setter, node: Node) -> None:
        """An entry whose words belong to a node."""
        style = setter.styles.index()
        run = setter.run(entry.text, style, node)
        super().__init__((run,), style, setter.writing)
        self.run, self.anchors, self.hang = run, entry.anchors, style.indent

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """As wide as the column; as high as words and numbers may become at most."""
        if self.lines is None:
            self.lines = self.break_lines(availWidth - self.hang)
            self.width = availWidth
            landed = canvas_of(self).landed  # as a rule an index stands last, and all its places are known
            numbers = [str(page) for page in first_places(self.anchors, landed)]
            numbers += [_WIDEST_PAGE for anchor in self.anchors if anchor not in landed]
            rows = {row for row, _, _ in self._places(numbers)}
            self.height = (max(rows, default=len(self.lines) - 1) + 1) * self.style.leading
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """Never: the numbers stay with the words."""
        return []

    def left_of(self, number: int) -> float:
        """Where a line begins, counted from 0."""
        return self.hang if number else 0.0

    def _draw_lines(self, canvas: TaggedCanvas) -> None:
        super()._draw_lines(canvas)
        left, top = canvas.absolutePosition(0, self.height - self.style.size)
        canvas.later(lambda late: self._numbers(late, left, top))

    def _numbers(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Each page once, in order, as a link to the first of the places there."""
        pages = first_places(self.anchors, canvas.landed)
        fill_colour(canvas, self.style.colour)
        canvas.setFont(self.writing.fonts[self.run.face], self.run.size)
        places = self._places([str(page) for page in pages])
        for (page, anchor), (row, x, width) in zip(pages.items(), places, strict=True):
            y = top - row * self.style.leading
            link = self.run.node.loose("Reference").loose("Link")
            with canvas.inside(link):
                canvas.drawString(left + x, y, str(page))
            box = (left + x, y - 0.22 * self.run.size, left + x + width, y + 0.8 * self.run.size)
            canvas.link(link, box, f"#{anchor}", f"{self.run.text} {page}")
            with canvas.inside(self.run.node):
                canvas.drawString(left + x + width, y, " " if page == max(pages) else _BETWEEN)

    def _places(self, numbers: list[str]) -> Iterator[tuple[int, float, float]]:
        """The line, the left edge and the width of each number, after the words and those before it."""
        lines = self.lines or ()
        row, x = len(lines) - 1, lines[-1].width + self._wide(_BEFORE) if lines else 0.0
        x += self.left_of(row)
        for number in numbers:
            width, comma = self._wide(number), self._wide(_BETWEEN.strip())
            if x + width + comma > self.width:
                row, x = row + 1, self.hang
            yield row, x, width
            x += width + self._wide(_BETWEEN)

    def _wide(self, text: str) -> float:
        return self.writing.breaker.width(text, self.run)


def first_places(anchors: tuple[str, ...], landed: Mapping[str, int]) -> dict[int, str]:
    """The pages of these places in order, each with the first place on it."""
    found: dict[int, str] = {}
    for anchor in anchors:
        if anchor in landed:
            found.setdefault(landed[anchor], anchor)
    return dict(sorted(found.items()))


class IndexFlowable(Flowable):
    """Entries in two columns, of equal height where the index ends."""

    def __init__(self, stack: Stack, columns: tuple[Stack, Stack] | None = None) -> None:
        """Entries in one column of the right width; `columns` where they have been parted."""
        super().__init__()
        self.stack, self.columns = stack, columns

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """As high as the longer column."""
        self.columns = self.columns or self._balanced()
        self.width = availWidth
        self.height = max(column.height(self.canv) for column in self.columns)
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """What two columns of this height hold, and the rest."""
        left, rest = self.stack.split(self.canv, availHeight)
        right, rest = rest.split(self.canv, availHeight)
        if not (left.flowables and rest.flowables):
            return []
        both = Stack((*left.flowables, *right.flowables), self.stack.width)
        return [IndexFlowable(both, (left, right)), IndexFlowable(rest)]

    def _balanced(self) -> tuple[Stack, Stack]:
        """The lowest two columns that hold all, the first the higher one."""
        room = self.stack.height(self.canv) / 2
        while True:
            left, rest = self.stack.split(self.canv, room)
            right, over = rest.split(self.canv, room)
            if left.flowables and not over.flowables:
                return left, right
            room += 1.0

    def draw(self) -> None:
        """Both columns from the same top edge, the second flush with the end of the text."""
        for number, column in enumerate(self.columns or ()):
            column.draw(self.canv, number * (self.width - column.width), self.height)
