"""Flowables one under another: measured, drawn, and parted where a page ends, by what must stay together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import fsum

from reportlab.platypus import Flowable

from pipeline.writers.pdf.engine import Canvas

# ReportLab's own stand-in for "as high as it likes".
_ANY_HEIGHT = float(0xFFFFFF)
_NO_FURTHER = 1e-6  # pt; heights are sums of many


@dataclass(frozen=True)
class Stack:
    """Flowables in a column of one width, pt. Between two the larger of their distances holds; none at the ends.

    `air` is the share of those distances that is kept, where a page has to be set a little tighter.
    """

    flowables: tuple[Flowable, ...]
    width: float
    air: float = 1.0

    def height(self, canvas: Canvas) -> float:
        """Height of all, pt."""
        return fsum(gap + height for gap, height in self._measured(canvas))

    def gaps(self, canvas: Canvas) -> float:
        """The part of the height that is distances, pt."""
        return fsum(gap for gap, _ in self._measured(canvas))

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws all from `top` downward."""
        y = top
        for flowable, (gap, height) in zip(self.flowables, self._measured(canvas), strict=True):
            y -= gap + height
            flowable.drawOn(canvas, left, y)

    def split(self, canvas: Canvas, room: float, forced: bool = False) -> tuple[Stack, Stack]:
        """What fits into `room` pt, and the rest.

        What must stay with what follows it goes along, though then nothing may be left; `forced` parts it rather.
        """
        fitting, rest = self._filled(canvas, room)
        settled = len(fitting)
        if rest:
            settled = _settled(fitting, rest[0])
        if not settled and forced:
            settled = len(fitting)
        kept, after = fitting[:settled], [*fitting[settled:], *rest]
        while kept and after and is_divider(after[0]):
            del after[0]
        return replace(self, flowables=tuple(kept)), replace(self, flowables=tuple(after))

    def _filled(self, canvas: Canvas, room: float) -> tuple[list[Flowable], list[Flowable]]:
        """As many as there is room for, the last of them parted if it can be; and the rest."""
        fitting: list[Flowable] = []
        left = room
        for at, (gap, height) in enumerate(self._measured(canvas)):
            if gap + height > left + _NO_FURTHER:
                whole = left <= gap or is_kept(self.flowables[at])
                parts = [] if whole else self.flowables[at].splitOn(canvas, self.width, left - gap)
                if len(parts) > 1:
                    return [*fitting, parts[0]], [*parts[1:], *self.flowables[at + 1 :]]
                return fitting, list(self.flowables[at:])
            left -= gap + height
            fitting.append(self.flowables[at])
        return fitting, []

    def _measured(self, canvas: Canvas) -> Iterator[tuple[float, float]]:
        """The distance above and the height of each."""
        after, first = 0.0, True
        for flowable in self.flowables:
            _, height = flowable.wrapOn(canvas, self.width, _ANY_HEIGHT)
            yield 0.0 if first else self.air * max(flowable.getSpaceBefore(), after), height
            after, first = flowable.getSpaceAfter(), False


def _settled(fitting: Sequence[Flowable], follows: Flowable) -> int:
    """How many of those that fit may stay, so that none is torn from `follows` or from what then follows it.

    A heading needs two lines below it: a single line goes along with it, unless there its section ends.
    """
    count = len(fitting)
    while count:
        after = fitting[count] if count < len(fitting) else follows
        if is_kept(fitting[count - 1]):
            count -= 1
        elif count > 1 and opens(fitting[count - 2]) and _is_single(fitting[count - 1]) and not opens(after):
            count -= 2
        else:
            break
    return count


def is_kept(flowable: Flowable) -> bool:
    """True for what may not stand last on a page: a heading, a band, a rule, a term without its meaning."""
    return bool(getattr(flowable, "stays_with_next", False) or getattr(flowable, "keepWithNext", False))


def is_divider(flowable: Flowable) -> bool:
    """True for what only parts what stands above from what stands below: it begins no page."""
    return bool(getattr(flowable, "only_between", False))


def opens(flowable: Flowable) -> bool:
    """True for what begins something new: a heading, a band, a rule."""
    return bool(getattr(flowable, "stays_with_next", False))


def _is_single(flowable: Flowable) -> bool:
    """True for what is but one line high."""
    return bool(getattr(flowable, "is_single", False))
