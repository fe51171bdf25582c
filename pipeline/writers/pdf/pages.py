"""Fills pages: flowables from the top, what belongs to the foot at the foot, and new pages where they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import dropwhile
from math import fsum

from reportlab.platypus import Flowable

from pipeline.lengths import Mm
from pipeline.scene import Scene
from pipeline.writers.pdf.canvas import TaggedCanvas
from pipeline.writers.pdf.containers import FootFlowable
from pipeline.writers.pdf.furniture import Furniture
from pipeline.writers.pdf.stack import Stack, is_divider
from pipeline.writers.written import TooLarge

_Foot = FootFlowable | None

# The smallest share of the distances on a page that is set tighter, so that what belongs to its foot stands there.
_LEAST_AIR = 0.5
_NO_FURTHER = 1e-6  # pt; heights are sums of many


@dataclass(frozen=True, slots=True)
class Part:
    """What begins on a new page, under a running drawing; on a right-hand page if `right`."""

    flowables: tuple[Flowable, ...]
    head: Scene | None = None
    right: bool = False


@dataclass
class Pages:
    """The pages of a document while they are filled. `page` is the last one, counted from 1."""

    canvas: TaggedCanvas
    furniture: Furniture
    page: int = field(default=0)

    @property
    def text_width(self) -> float:
        """Width of the text, pt; the same on every page."""
        return self._paper[0] - fsum(self.furniture.margins(1))

    def text_height(self, head: Scene | None) -> float:
        """Height of the text below this running drawing, pt."""
        return self._paper[1] - self.furniture.top(head) - self.furniture.bottom

    @property
    def _paper(self) -> tuple[float, float]:
        paper = self.furniture.styles.look.paper
        return Mm(paper.width).pt, Mm(paper.height).pt

    def add(self, part: Part) -> None:
        """The pages of a part. Raises TooLarge."""
        if part.right and self.page % 2:
            self._blank()
        sections = list(self._sections(part.flowables, self.text_height(part.head)))
        for body, foot in sections or [([], None)]:
            self._section(body, foot, part.head)

    def _section(self, body: Sequence[Flowable], foot: _Foot, head: Scene | None) -> None:
        """What flows, and what stands at the foot of the page where that ends, else at the foot of the next."""
        room = left = self.text_height(head)
        rest = Stack(tuple(dropwhile(is_divider, body)), self.text_width)
        if foot:
            rest, foot = self._on_one_page(rest, foot, room)
        self._begin(head)
        while rest.flowables:
            stack, rest = rest.split(self.canvas, room, forced=True)
            if not stack.flowables:
                raise TooLarge(self.furniture.running.strong)
            stack.draw(self.canvas, self._left, self.furniture.bottom + room)
            left = room - stack.height(self.canvas)
            if rest.flowables:
                self._turn(head)
        if foot:
            high = foot.stack.height(self.canvas)
            if high + foot.distance > left + _NO_FURTHER and left < room:
                self._turn(head)
                foot = foot.with_more_lines(room - high)
                high = foot.stack.height(self.canvas)
            foot.stack.draw(self.canvas, self._left, self.furniture.bottom + high)
        self.canvas.showPage()

    def _on_one_page(self, body: Stack, foot: FootFlowable, room: float) -> tuple[Stack, FootFlowable]:
        """Both with less air between their blocks, if a page that is a little too small for both then holds them."""
        canvas = self.canvas
        over = body.height(canvas) + foot.distance + foot.stack.height(canvas) - room
        air = 1 - over / max(body.gaps(canvas) + foot.distance + foot.stack.gaps(canvas), 1.0)
        if not _LEAST_AIR <= air < 1:
            return body, foot
        return replace(body, air=air), FootFlowable(replace(foot.stack, air=air))

    def _sections(self, flowables: Sequence[Flowable], room: float) -> Iterator[tuple[list[Flowable], _Foot]]:
        """What flows until something belongs to the foot, and that; what is higher than the room flows too."""
        body: list[Flowable] = []
        for flowable in flowables:
            if not isinstance(flowable, FootFlowable):
                body.append(flowable)
            elif flowable.stack.height(self.canvas) > room:
                body += flowable.stack.flowables
            else:
                yield body, flowable
                body = []
        if body:
            yield body, None

    @property
    def _left(self) -> float:
        return self.furniture.margins(self.page)[0]

    def _turn(self, head: Scene | None) -> None:
        self.canvas.showPage()
        self._begin(head)

    def _begin(self, head: Scene | None) -> None:
        """A page with its head and foot; its label when all pages are counted."""
        self.page += 1
        page = self.page
        self.canvas.setPageSize(self._paper)
        self.furniture.draw(self.canvas, page, head)
        self.canvas.later(lambda canvas: self.furniture.label(canvas, page, self.page))

    def _blank(self) -> None:
        """A page with nothing on it."""
        self.page += 1
        self.canvas.setPageSize(self._paper)
        self.canvas.showPage()
